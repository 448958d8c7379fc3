/// A bout of walking: at least four strides in one direction without a break of more than 3 s.
public struct WalkingBout: Sendable, Equatable {
  /// Counts the bouts of a recording from 1.
  public var number: Int
  /// Seconds on the recording's clock.
  public var start: Double
  public var end: Double
  public var direction: Direction
  /// Name of the segment of the recording in which all of its strides lie; `nil` if they lie in none.
  public var segment: String?
  /// Number of strides of both feet.
  public var strides: Int
  /// Meters walked, averaged over the feet; `nil` if no stride has a length.
  public var distance: Double?
  /// Mean speed of the strides in m/s.
  public var speed: Double?
  /// Mean cadence in steps per minute.
  public var cadence: Double?
  /// How the trunk moved; `nil` without a sensor on the lower back, or where it saw too few steps of the bout.
  public var trunk: TrunkMeasures?

  public init(
    number: Int, start: Double, end: Double, direction: Direction, strides: Int,
    distance: Double? = nil, speed: Double? = nil, cadence: Double? = nil
  ) {
    self.number = number
    self.start = start
    self.end = end
    self.direction = direction
    self.strides = strides
    self.distance = distance
    self.speed = speed
    self.cadence = cadence
  }

  /// Seconds from start to end.
  public var duration: Double { end - start }
}

extension WalkingBout {
  /// The bout that `strides` of one direction (sorted by end) make; `nil` without any, or without a direction.
  package init?(number: Int, strides: [Stride]) {
    guard let first = strides.first, let direction = first.direction else { return nil }
    let start = strides.map { $0.start ?? $0.finalContact }.min() ?? 0
    let end = strides.map(\.end).max() ?? start
    let valid = strides.filter(\.isValid)
    self.init(
      number: number, start: start, end: end, direction: direction, strides: strides.count,
      distance: strides.walkedDistance, speed: Self.mean(valid.compactMap(\.speed)),
      cadence: Self.mean(valid.compactMap(\.cadence)))
    segment = first.segment
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
