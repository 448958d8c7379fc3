import GaitModel

/// A test in which a person walks a known distance against the clock.
///
/// A test from standing and a rolling one are two tests: the first has getting going in its time. Their times are not
/// compared (Bohannon & Wang 2019, doi 10.1016/j.apmr.2018.06.031, keep norms of static starts apart).
public struct WalkTest: Sendable, Hashable {
  public var direction: Direction
  /// Timed distance in m.
  public var distance: Double
  public var start: Start

  public init(_ direction: Direction, distance: Double, start: Start) {
    self.direction = direction
    self.distance = distance
    self.start = start
  }

  /// Where the clock starts.
  public enum Start: Sendable, Hashable {
    /// The person stands at the line; the clock starts when the first foot leaves the ground. A stopwatch starts at the
    /// command, which no sensor hears: its times are longer by the time to react.
    case standing
    /// The person walks `runUp` meters first; the clock runs from one line to the other.
    case rolling(runUp: Double)
  }

  /// The 3-meter backward walk of Carter et al.: heels at the line, as fast as is safe, until 3 m are reached (Carter et al.
  /// 2020, doi 10.1097/TGR.0000000000000272).
  public static let threeMetersBackward = WalkTest(.backward, distance: 3, start: .standing)
  /// The rolling form of the 3-meter backward walk: the middle 3 m of 5 m at a comfortable pace (DeMark et al. 2023,
  /// doi 10.1080/09593985.2022.2085638).
  public static let threeMetersBackwardRolling = WalkTest(.backward, distance: 3, start: .rolling(runUp: 1))
  /// The 10-meter walk test: the middle 6 m of 10 m, from the leading foot's crossing of one line to that of the other
  /// (National Institute of Neurological Disorders and Stroke, Common Data Elements, "10 Meter Timed Walk").
  public static let tenMeters = WalkTest(.forward, distance: 6, start: .rolling(runUp: 2))
  /// Ten meters from standing.
  public static let tenMetersFromStanding = WalkTest(.forward, distance: 10, start: .standing)
}
