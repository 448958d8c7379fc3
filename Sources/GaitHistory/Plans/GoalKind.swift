import GaitMeasures
import GaitModel

/// What a goal can be set for: speed and stride length, backward and forward.
///
/// The raw values are what the command line takes before the `=`: `backward:speed`.
public enum GoalKind: String, Sendable, CaseIterable {
  case backwardSpeed = "backward:speed"
  case backwardLength = "backward:length"
  case forwardSpeed = "forward:speed"
  case forwardLength = "forward:length"

  public var direction: Direction {
    switch self {
    case .backwardSpeed, .backwardLength: .backward
    case .forwardSpeed, .forwardLength: .forward
    }
  }

  public var measure: TrackedMeasure {
    switch self {
    case .backwardSpeed, .forwardSpeed: Self.speed
    case .backwardLength, .forwardLength: Self.length
    }
  }

  private static let speed = TrackedMeasure(.speed)
  private static let length = TrackedMeasure(.length)

  /// Speeds in m/s that a goal can be. At 0.05 m/s ten meters take more than three minutes. People run from about 2 m/s
  /// (PMC8629136), and 3 m/s is out of reach of walking without training for races.
  public static let speeds = 0.05...3.0
  /// Stride lengths in meters that a goal can be. A shorter stride counts as walking in place (`Direction.inPlace`); one of
  /// 2.5 m is 2.4 times the leg of a person of 2 m, which only race walkers reach.
  public static let lengths = 0.15...2.5

  /// Values that a goal of this kind can be, in the unit of its measure.
  public var range: ClosedRange<Double> { measure.id == Self.speed.id ? Self.speeds : Self.lengths }

  /// `backward speed`.
  public var title: String { "\(direction.rawValue) \(measure.id == Self.speed.id ? "speed" : "stride length")" }

  /// The goal of a direction and a measure as the store has them.
  init?(direction: String, measure: String) {
    guard let kind = Self.allCases.first(where: { $0.direction.rawValue == direction && $0.measure.id == measure })
    else { return nil }
    self = kind
  }

  /// - Throws: `HistoryError.outOfRange` unless `value` is within `range`.
  public func check(_ value: Double) throws(HistoryError) {
    guard range.contains(value) else {
      throw .outOfRange("goal of \(title)", found: Self.digits(value), expected: expectedWords)
    }
  }

  /// A value as people write it, with a point or a comma; `nil` where there is none.
  ///
  /// - Throws: `HistoryError.outOfRange` where the text is no number, or out of `range`.
  public func value(_ text: String) throws(HistoryError) -> Double? {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    guard let value = Double(text.replacing(",", with: ".")), value.isFinite else {
      throw .outOfRange("goal of \(title)", found: text, expected: expectedWords)
    }
    try check(value)
    return value
  }

  private var expectedWords: String {
    "a number from \(Self.digits(range.lowerBound)) to \(Self.digits(range.upperBound)) \(measure.unit)"
  }

  /// A goal as the command line takes it: `backward:speed=0.9`; with nothing after the `=` it takes the goal away.
  ///
  /// - Throws: `HistoryError.outOfRange` where the text is no goal.
  public static func parsed(_ text: String) throws(HistoryError) -> (kind: GoalKind, value: Double?) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = GoalKind(rawValue: String(parts[0]).trimmed) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      throw .outOfRange("--goal", found: text, expected: "a goal such as backward:speed=0.9, of one of \(names)")
    }
    return (kind, try kind.value(String(parts[1])))
  }

  /// All digits of a value, and no needless ones: `0.9`, `1`.
  public static func digits(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

  /// `backward speed 0.9 m/s`, with all digits.
  func words(_ value: Double) -> String { "\(title) \(Self.digits(value)) \(measure.unit)" }
}
