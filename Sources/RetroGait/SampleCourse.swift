import GaitModel
import GaitSimulation

/// How the simulated person of `SampleData` walks on a day: lengths in m, speeds in m/s.
struct SamplePace {
  var backward: (length: Double, speed: Double)
  var forward: (length: Double, speed: Double)

  /// - Parameters:
  ///   - day: Since the first of 40 days.
  ///   - scatter: Of the session, in m and m/s.
  init(day: Int, scatter: Double) {
    let share = Double(day) / 40
    // Learning is fast at first.
    let progress = 1 - (1 - share) * (1 - share)
    backward = (0.78 + 0.20 * progress + scatter, 0.58 + 0.20 * progress + scatter)
    forward = (1.18 + 0.07 * progress + scatter / 2, 1.02 + 0.08 * progress + scatter / 2)
  }

  /// A walk at `pace` times the usual speed. Strides lengthen with the square root of their speed, which is close to what
  /// people do (Grieve & Gear 1966, Ergonomics 9:379).
  func walk(_ direction: Direction, strides: Int, pace: Double = 1, slope: Double = 0) -> WalkProgram.Walk {
    let usual = direction == .backward ? backward : forward
    let length = usual.length * pace.squareRoot()
    return WalkProgram.Walk(
      direction, strides: strides, strideLength: length, speed: usual.speed * pace, elevation: slope * length)
  }
}

/// What the person walks in a session of `SampleData`.
enum SampleCourse: Sendable {
  /// Forward, a turn, backward.
  case usual
  /// Backward and forward in turn, four times, with rests.
  case intervals
  /// Up a long ramp: forward at two slow speeds, backward with a stumble, and backward faster, at speeds that both have.
  case ramp
  /// Ten meters forward from standing, then the 3-meter backward walk from standing twice, then backward as usual.
  case tests

  /// Slope of the ramp: the steepest that wheelchairs may have to climb in public buildings (DIN 18040-1).
  static let rampSlope = 0.06

  func parts(_ pace: SamplePace) -> [WalkProgram.Part] {
    switch self {
    case .usual:
      return [
        .stand(3), .walk(pace.walk(.forward, strides: 11)), .stand(1.5), .turn(degrees: 180, steps: 6), .stand(1.5),
        .walk(pace.walk(.backward, strides: 11)), .stand(2),
      ]
    case .intervals:
      let round: [WalkProgram.Part] = [
        .walk(pace.walk(.backward, strides: 5)), .stand(3), .walk(pace.walk(.forward, strides: 5)), .stand(3),
      ]
      return [.stand(3)] + round + round + round + round
    case .ramp:
      let up = Self.rampSlope
      var stumbling = pace.walk(.backward, strides: 14, pace: 0.95, slope: up)
      stumbling.irregularSteps = [.init(.stumble, step: 15)]
      return [
        .stand(3), .walk(pace.walk(.forward, strides: 9, pace: 0.7, slope: up)), .stand(2),
        .walk(pace.walk(.forward, strides: 9, pace: 0.78, slope: up)), .stand(1.5), .turn(degrees: 180, steps: 6),
        .stand(2.5), .walk(stumbling), .stand(2), .walk(pace.walk(.backward, strides: 9, pace: 1.1, slope: up)),
        .stand(2),
      ]
    case .tests:
      let short = WalkProgram.Part.walk(pace.walk(.backward, strides: 4))
      return [
        .stand(3), .walk(pace.walk(.forward, strides: 9)), .stand(1.5), .turn(degrees: 180, steps: 6), .stand(3),
        short, .stand(3), short, .stand(3), .walk(pace.walk(.backward, strides: 8)), .stand(2),
      ]
    }
  }
}
