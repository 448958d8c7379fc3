import GaitModel
import GaitStatistics

/// The mean course of a foot over the gait cycle, in one direction of walking.
public struct MeanCurve: Sendable, Equatable {
  public var foot: Side
  public var direction: Direction
  /// Number of strides.
  public var n: Int
  /// Means at evenly spaced shares of the cycle from foot-flat to foot-flat, m and degrees.
  public var forward: [Double]
  public var height: [Double]
  public var pitch: [Double]
  /// Standard deviations between strides; `nil` for a single stride.
  public var heightSD: [Double]?
  public var pitchSD: [Double]?

  /// The curves of `result`, over the same strides as `WalkSummary`.
  public static func all(of result: GaitResult) -> [MeanCurve] {
    struct Key: Hashable {
      var foot: Side
      var number: Int
    }
    let curves = Dictionary(
      result.curves.map { (Key(foot: $0.foot, number: $0.number), $0) }, uniquingKeysWith: { first, _ in first })
    let counted = result.strides.filter(\.isCounted)
    var means: [MeanCurve] = []
    for foot in [Side.left, .right] {
      for direction in [Direction.forward, .backward] {
        let own = counted.filter { $0.foot == foot && $0.direction == direction }
          .compactMap { curves[Key(foot: foot, number: $0.number)] }
        if let mean = MeanCurve(own, foot: foot, direction: direction) { means.append(mean) }
      }
    }
    return means
  }

  private init?(_ curves: [StrideCurve], foot: Side, direction: Direction) {
    guard !curves.isEmpty else { return nil }
    let degrees = 180 / Double.pi
    let spreads = { (curves: [[Double]]) in
      (0..<StrideCurve.points).compactMap { k in Spread(curves.map { $0[k] }) }
    }
    let heights = spreads(curves.map(\.height))
    let pitches = spreads(curves.map { $0.pitch.map { $0 * degrees } })
    self.init(
      foot: foot, direction: direction, n: curves.count, forward: spreads(curves.map(\.forward)).map(\.mean),
      height: heights.map(\.mean), pitch: pitches.map(\.mean),
      heightSD: curves.count > 1 ? heights.compactMap(\.sd) : nil,
      pitchSD: curves.count > 1 ? pitches.compactMap(\.sd) : nil)
  }

  public init(
    foot: Side, direction: Direction, n: Int, forward: [Double], height: [Double], pitch: [Double],
    heightSD: [Double]?, pitchSD: [Double]?
  ) {
    self.foot = foot
    self.direction = direction
    self.n = n
    self.forward = forward
    self.height = height
    self.pitch = pitch
    self.heightSD = heightSD
    self.pitchSD = pitchSD
  }
}
