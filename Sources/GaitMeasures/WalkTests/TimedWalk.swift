import GaitModel

/// A test that was walked, and its time.
public struct TimedWalk: Sendable, Equatable {
  public var test: WalkTest
  /// When the clock started and stopped, in seconds on the recording's clock.
  public var start: Double
  public var end: Double
  /// Interval in which the time lies with a probability of 95 %, in s: what follows from the intervals of the strides'
  /// lengths, from where the feet stood, and from the times of contacts. `nil` where a stride's length has no interval.
  public var timeInterval: ClosedRange<Double>?
  /// Steps from line to line, the one that crosses the last line among them.
  public var steps: Int

  public init(
    test: WalkTest, start: Double, end: Double, timeInterval: ClosedRange<Double>? = nil, steps: Int
  ) {
    self.test = test
    self.start = start
    self.end = end
    self.timeInterval = timeInterval
    self.steps = steps
  }

  /// Seconds from line to line.
  public var time: Double { end - start }
  /// Meters per second over the timed distance.
  public var speed: Double { test.distance / time }
  /// Interval of the speed in m/s.
  public var speedInterval: ClosedRange<Double>? {
    timeInterval.flatMap { $0.lowerBound > 0 ? test.distance / $0.upperBound...test.distance / $0.lowerBound : nil }
  }
}

/// Why a walk is not the test that was asked for.
public enum WalkTestRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nobody walked in the direction of the test.
  case noWalk(Direction)
  /// Only one foot was seen: which foot goes first, and which one crosses a line first, is not known.
  case oneFoot(Side)
  /// The strides were seen by a sensor on the lower back: it estimates their lengths, and does not see the first foot leave
  /// the ground.
  case noFeet
  /// The walk did not begin from standing.
  case noStandingStart(at: Double)
  /// The walk ended, in standing or in another direction, after so many meters.
  case tooShort(at: Double, walked: Double, needed: Double)
  /// The person turned before the distance was reached.
  case turn(at: Double, walked: Double)
  /// A swing could not be measured.
  case strideWithoutLength(Side, at: Double, RejectReason?)
  /// One foot swung twice without the other: a swing was not seen.
  case missedSwing(Side, at: Double)

  public var description: String {
    switch self {
    case .noWalk(let direction): "no walk \(direction.rawValue) was found"
    case .oneFoot(let foot): "only the \(foot.rawValue) foot has strides; a test needs sensors on both feet"
    case .noFeet: "the strides were seen from the lower back; a test needs sensors on both feet"
    case .noStandingStart(let time):
      "the walk at \(Self.text(time)) s does not begin from standing; stand still for 2 s before the test"
    case .tooShort(let time, let walked, let needed):
      "the walk at \(Self.text(time)) s covers \(Self.text(walked)) m; the test needs \(Self.text(needed)) m"
    case .turn(let time, let walked):
      "the walk turns at \(Self.text(time)) s, after \(Self.text(walked)) m; the test needs a straight walk"
    case .strideWithoutLength(let foot, let time, let reason):
      "the stride of the \(foot.rawValue) foot at \(Self.text(time)) s has no length"
        + (reason.map { " (\($0.rawValue))" } ?? "")
    case .missedSwing(let foot, let time): "a swing of the \(foot.rawValue) foot is missing near \(Self.text(time)) s"
    }
  }

  private static func text(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
