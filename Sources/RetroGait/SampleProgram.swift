import GaitModel
import GaitSimulation
import GaitStatistics

/// One visit of a simulated person.
package struct SampleSession: Sendable {
  package var name: String
  package var details: RecordingDetails
  package var program: WalkProgram
  package var format: SensorFileFormat
  package var seed: UInt64
  package var placements: [Placement]

  /// The walk of the visit.
  package func walk() -> SimulatedWalk {
    var simulator = WalkSimulator(seed: seed, effects: .realistic, placements: placements)
    simulator.effects.mounting = [0.2, -0.35, 1.2]
    return simulator.walk(program, name: name, details: details)
  }
}

/// The simulated training program that `SampleData` is made of.
package enum SampleProgram {
  /// One person, six weeks of three trainings a week, of which thirteen were recorded; each with forward and backward
  /// walking. Ten of the twelve on the level come after a run-in of two.
  ///
  /// Backward walking gets faster by about 0.2 m/s and strides longer by 0.2 m, forward walking a little, as reviews of
  /// backward training report (IJERPH 2022, 19, 3370), with a scatter from session to session of 0.03 m/s.
  ///
  /// - Parameter seed: Another seed gives another person's six weeks: other scatter, noise and strides. `SampleData` has 1.
  package static func sixWeeks(seed: UInt64 = 1) -> [SampleSession] {
    var chance = SplitMix64(seed: seed)
    return visits.map { visit in
      let scatter = seed == 1 ? visit.scatter : Double.random(in: scatterRange, using: &chance)
      return session(visit, scatter: scatter, seed: seed)
    }
  }

  /// From session to session, in m and m/s.
  private static let scatterRange = -0.03...0.03
  /// Seeds of the sessions of two seeds of the program are so far apart.
  private static let seedStep: UInt64 = 1000

  private static func session(_ visit: Visit, scatter: Double, seed: UInt64) -> SampleSession {
    let pace = SamplePace(day: visit.day, scatter: scatter)
    return SampleSession(
      name: "S01_\(visit.date)",
      details: RecordingDetails(
        subject: "S01", session: visit.date, startedAt: "\(visit.date)T09:00:00Z", surface: .overground,
        inclinePercent: visit.course == .ramp ? 100 * SampleCourse.rampSlope : nil, height: 1.68, notes: "simulated"),
      program: WalkProgram(visit.course.parts(pace), stepWidth: 0.14, variability: 0.03),
      format: visit.format, seed: (seed &- 1) &* seedStep &+ visit.seed,
      placements: visit.hasLowerBack ? [.leftFoot, .rightFoot, .lowerBack] : [.leftFoot, .rightFoot])
  }

  private struct Visit {
    var date: String
    /// Since the first visit.
    var day: Int
    var scatter: Double
    var seed: UInt64
    var course = SampleCourse.usual
    var format = SensorFileFormat.csv
    var hasLowerBack = false
  }

  private static let visits: [Visit] = [
    Visit(date: "2026-09-07", day: 0, scatter: 0.01, seed: 100, hasLowerBack: true),
    Visit(date: "2026-09-11", day: 4, scatter: -0.02, seed: 101),
    Visit(date: "2026-09-16", day: 9, scatter: 0.02, seed: 102, format: .hdf5),
    Visit(date: "2026-09-21", day: 14, scatter: -0.01, seed: 103),
    Visit(date: "2026-09-25", day: 18, scatter: 0.03, seed: 104, hasLowerBack: true),
    Visit(date: "2026-09-30", day: 23, scatter: -0.02, seed: 105, format: .hdf5),
    Visit(date: "2026-10-02", day: 25, scatter: 0.01, seed: 109, course: .intervals, format: .hdf5),
    Visit(date: "2026-10-05", day: 28, scatter: 0.0, seed: 106),
    Visit(date: "2026-10-07", day: 30, scatter: 0.0, seed: 110, course: .ramp, format: .hdf5),
    Visit(date: "2026-10-09", day: 32, scatter: 0.02, seed: 107),
    Visit(date: "2026-10-12", day: 35, scatter: -0.01, seed: 111, format: .hdf5),
    Visit(date: "2026-10-14", day: 37, scatter: 0.01, seed: 112, course: .tests, format: .hdf5),
    Visit(date: "2026-10-16", day: 39, scatter: -0.01, seed: 108, format: .hdf5, hasLowerBack: true),
  ]
}
