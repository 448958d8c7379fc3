/// A turn of the whole body: the feet, or the trunk, change their heading by 45° or more in consecutive strides.
public struct Turn: Sendable, Equatable {
  /// Counts the turns of a recording from 1.
  public var number: Int
  /// Seconds on the recording's clock, from the first swing that turns to the contact that ends the last one.
  public var start: Double
  public var end: Double
  /// Change of heading in rad, positive to the left; of the foot that turned more in the air, since the other one turned in
  /// part on the ground.
  public var angle: Double
  /// Number of steps in it; `nil` where only one foot was seen.
  public var steps: Int?
  /// How the person walked before the turn, and after it; `nil` where nothing was walked there.
  public var directionBefore: Direction?
  public var directionAfter: Direction?

  public init(
    number: Int, start: Double, end: Double, angle: Double, steps: Int? = nil, directionBefore: Direction? = nil,
    directionAfter: Direction? = nil
  ) {
    self.number = number
    self.start = start
    self.end = end
    self.angle = angle
    self.steps = steps
    self.directionBefore = directionBefore
    self.directionAfter = directionAfter
  }

  /// Seconds from start to end.
  public var duration: Double { end - start }
}
