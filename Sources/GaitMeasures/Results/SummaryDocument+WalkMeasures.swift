import GaitModel

extension SummaryDocument {
  /// One measure of a whole walk: a value with what it rests on, or why there is none.
  public struct WalkMeasure: Sendable, Equatable, Codable {
    /// Number of strides, turns, steps or bouts; absent without a value.
    public var n: Int?
    public var value: Double?
    /// Lower and upper bound of the 95 % interval.
    public var ci95: [Double]?
    /// Why there is no value.
    public var notMeasured: String?

    enum CodingKeys: String, CodingKey {
      case n, value, ci95
      case notMeasured = "not_measured"
    }

    init(_ outcome: WalkQuantity.Outcome) {
      switch outcome {
      case .missing(let reason): notMeasured = reason
      case .found(let found):
        n = found.n
        value = Self.rounded(found.value)
        // An interval without an end is none, and JSON could not hold it.
        let ends = found.interval.map { [Self.rounded($0.lowerBound), Self.rounded($0.upperBound)] }
        ci95 = ends.flatMap { $0.allSatisfy(\.isFinite) ? $0 : nil }
      }
    }

    /// The value with its number and interval; `nil` where there is none.
    public var found: WalkQuantity.Found? {
      guard let n, let value else { return nil }
      let interval = ci95.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
      return WalkQuantity.Found(n: n, value: value, interval: interval)
    }

    /// Rounded to what no sensor resolves.
    private static func rounded(_ value: Double) -> Double {
      let scale = 10_000.0
      let result = (value * scale).rounded() / scale
      return result == 0 ? 0 : result
    }
  }

  /// Measures what whole walks have, in the directions that somebody walked in.
  mutating func addWalkMeasures(_ evidence: WalkEvidence) {
    var all: [String: [String: WalkMeasure]] = [:]
    for direction in [Direction.forward, .backward] where directions[direction.rawValue] != nil {
      for quantity in WalkQuantity.all {
        guard let outcome = quantity.outcome(evidence, direction) else { continue }
        all[direction.rawValue, default: [:]][quantity.id] = WalkMeasure(outcome)
      }
    }
    walkMeasures = all
  }
}
