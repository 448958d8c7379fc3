import GaitModel
import GaitSimulation
import GaitStatistics

/// One visit of a simulated person.
public struct SampleSession: Sendable {
  public var name: String
  public var details: RecordingDetails
  public var programme: WalkProgramme
  public var format: SensorFileFormat
  public var seed: UInt64
  public var placements: [Placement]

  /// The walk of the visit.
  public func walk() -> SimulatedWalk {
    var simulator = WalkSimulator(seed: seed, effects: .realistic, placements: placements)
    simulator.effects.mounting = [0.2, -0.35, 1.2]
    return simulator.walk(programme, name: name, details: details)
  }
}

/// The simulated training programme that `SampleData` is made of.
public enum SampleProgramme {
  /// One person, six weeks of three trainings a week, of which nine were recorded; each with forward and backward
  /// walking.
  ///
  /// Backward walking gets faster by about 0.2 m/s and strides longer by 0.2 m, forward walking a little, as reviews of
  /// backward training report (IJERPH 2022, 19, 3370), with a scatter from session to session of 0.03 m/s.
  ///
  /// - Parameter seed: Another seed gives another person's six weeks: other scatter, noise and strides. `SampleData` has 1.
  public static func sixWeeks(seed: UInt64 = 1) -> [SampleSession] {
    var chance = SplitMix64(seed: seed)
    return sessions.enumerated().map { k, session in
      let scatter = seed == 1 ? session.scatter : Double.random(in: scatterRange, using: &chance)
      return self.session(k, session.date, day: session.day, scatter: scatter, seed: seed)
    }
  }

  /// From session to session, in m and m/s.
  private static let scatterRange = -0.03...0.03
  /// Seeds of the sessions of two seeds of the programme are so far apart.
  private static let seedStep: UInt64 = 1000

  private static func session(
    _ k: Int, _ date: String, day: Int, scatter: Double, seed: UInt64
  ) -> SampleSession {
    let share = Double(day) / 40
    // Learning is fast at first.
    let progress = 1 - (1 - share) * (1 - share)
    let backward = (length: 0.78 + 0.20 * progress + scatter, speed: 0.58 + 0.20 * progress + scatter)
    let forward = (
      length: 1.18 + 0.07 * progress + scatter / 2, speed: 1.02 + 0.08 * progress + scatter / 2
    )
    let isCSV = k % 3 != 2
    return SampleSession(
      name: "S01_\(date)",
      details: RecordingDetails(
        subject: "S01", session: date, startedAt: "\(date)T09:00:00Z", surface: .overground,
        height: 1.68, notes: "simulated"),
      programme: WalkProgramme(
        [
          .stand(3), .walk(.init(.forward, strides: 11, strideLength: forward.length, speed: forward.speed)),
          .stand(1.5), .turn(degrees: 180, steps: 6), .stand(1.5),
          .walk(.init(.backward, strides: 11, strideLength: backward.length, speed: backward.speed)), .stand(2),
        ], stepWidth: 0.14, variability: 0.03),
      format: isCSV ? .csv : .hdf5, seed: (seed &- 1) &* seedStep &+ UInt64(100 + k),
      placements: k % 4 == 0 ? [.leftFoot, .rightFoot, .lowerBack] : [.leftFoot, .rightFoot])
  }

  private static let sessions: [(date: String, day: Int, scatter: Double)] = [
    ("2026-09-07", 0, 0.01), ("2026-09-11", 4, -0.02), ("2026-09-16", 9, 0.02), ("2026-09-21", 14, -0.01),
    ("2026-09-25", 18, 0.03), ("2026-09-30", 23, -0.02), ("2026-10-05", 28, 0.0), ("2026-10-09", 32, 0.02),
    ("2026-10-16", 39, -0.01),
  ]
}
