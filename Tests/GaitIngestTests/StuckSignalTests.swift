import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

@Suite("Channels that repeat one value")
struct StuckSignalTests {
  private let foot: SensorStream

  init() throws {
    let program = try ProgramText("stand 3, forward 14, stand 2, backward 8, stand 3").program
    foot = try #require(WalkSimulator(effects: .realistic).walk(program).recording[.leftFoot])
  }

  /// The series with the samples in `range` set to `value`, all axes or one.
  private func set(
    _ series: TriaxialSeries, _ range: Range<Int>, to value: (Int) -> Double, axis: Int? = nil
  ) -> TriaxialSeries {
    var columns = [series.x, series.y, series.z]
    for k in columns.indices where axis == nil || axis == k {
      for i in range { columns[k][i] = value(k) }
    }
    return TriaxialSeries(x: columns[0], y: columns[1], z: columns[2])
  }

  private func runs(_ change: (inout SensorStream) -> Void) -> [StuckSignals.Run] {
    var stream = foot
    change(&stream)
    return StuckSignals(
      acceleration: stream.acceleration, angularVelocity: stream.angularVelocity, rate: stream.timing.rate
    ).runs()
  }

  @Test("a sound sensor has none, and one at rest without noise neither")
  func sound() throws {
    #expect(runs { _ in }.isEmpty)
    let ideal = try #require(
      WalkSimulator().walk(try ProgramText("stand 3, forward 6, stand 3").program).recording[.leftFoot])
    let found = StuckSignals(
      acceleration: ideal.acceleration, angularVelocity: ideal.angularVelocity, rate: 100
    ).runs()
    #expect(found.isEmpty)
  }

  @Test("feet and trunk that are simulated without noise stand still, and nothing of them is lost")
  func ideal() throws {
    let text = "stand 6, forward 10, stand 6, backward 10, turn 180, forward 10, stand 6"
    let program = try ProgramText(text).program
    let walk = WalkSimulator(placements: [.leftFoot, .rightFoot, .lowerBack]).walk(program)
    let folder = try TemporaryFolder()
    for stream in walk.recording.sensors {
      try folder.write("\(stream.placement.rawValue).csv", PlainCSVWriter().bytes(of: stream))
    }
    let recording = try RecordingReader().recording(at: folder.path)
    #expect(recording.sensors.allSatisfy { $0.stuck.isEmpty && $0.timing.gaps.isEmpty })
    // Neither in a wrong unit, which is told as what it is.
    let foot = try #require(walk.recording[.leftFoot])
    let inG = StuckSignals(
      acceleration: foot.acceleration.map { $0 / PlainColumns.standardGravity }, angularVelocity: foot.angularVelocity,
      rate: foot.timing.rate)
    #expect(inG.runs().isEmpty)
  }

  @Test(
    "coarse steps, in which a resting sensor repeats its values for seconds, are no dead sensor",
    arguments: [(0.01, 0.1), (0.05, 0.5), (0.15, 1), (0.6, 2), (1.2, 8)], [1, 4])
  func coarse(steps: (force: Double, degrees: Double), every: Int) {
    func rounded(_ series: TriaxialSeries, to step: Double) -> TriaxialSeries {
      func column(_ values: [Double]) -> [Double] {
        stride(from: 0, to: values.count, by: every).map { (values[$0] / step).rounded() * step }
      }
      return TriaxialSeries(x: column(series.x), y: column(series.y), z: column(series.z))
    }
    let found = StuckSignals(
      acceleration: rounded(foot.acceleration, to: steps.force),
      angularVelocity: rounded(foot.angularVelocity, to: steps.degrees * .pi / 180),
      rate: foot.timing.rate / Double(every)
    ).runs()
    #expect(found.isEmpty)
  }

  @Test(
    "a logger that repeats its last values, and one that writes zeros, are found from there on",
    arguments: [true, false])
  func frozen(zeros: Bool) {
    let found = runs { stream in
      let (a, w) = (stream.acceleration, stream.angularVelocity)
      let (force, turn) = ([a.x[900], a.y[900], a.z[900]], [w.x[900], w.y[900], w.z[900]])
      stream.acceleration = set(a, 900..<1200, to: { zeros ? 0 : force[$0] })
      stream.angularVelocity = set(w, 900..<1200, to: { zeros ? 0 : turn[$0] })
    }
    #expect(found.map(\.part) == [.all])
    #expect(found.map(\.range) == [900..<1200])
    #expect(found.map(\.value) == [zeros ? 0 : nil])
  }

  @Test("a gyroscope that gives zero while the foot walks is found, and so is one dead axis")
  func parts() {
    let dead = runs { stream in
      stream.angularVelocity = set(stream.angularVelocity, 800..<stream.count, to: { _ in 0 })
    }
    #expect(dead.map(\.part) == [.gyroscope] && dead[0].range.lowerBound == 800)
    let axis = runs { stream in
      stream.acceleration = set(stream.acceleration, 0..<stream.count, to: { _ in 0 }, axis: 0)
    }
    #expect(axis.map(\.part) == [.accelerometerAxis(.x)])
  }

  @Test("samples at the end of the range are clipped, not stuck")
  func clipped() {
    let found = runs { stream in
      let a = stream.acceleration
      stream.acceleration = TriaxialSeries(x: a.x, y: a.y, z: a.z.map { min($0, 9.5) })
    }
    #expect(found.isEmpty)
  }

  @Test("stuck samples are missing: gaps in the timing, a warning with the sensor and the time")
  func missing() throws {
    var stream = foot
    stream.acceleration = set(stream.acceleration, 900..<1200, to: { _ in 0 })
    stream.angularVelocity = set(stream.angularVelocity, 900..<1200, to: { _ in 0 })
    let folder = try TemporaryFolder()
    try folder.write("left_foot.csv", String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self))
    let recording = try RecordingReader().recording(at: folder.path)
    let read = try #require(recording[.leftFoot])
    #expect(read.acceleration.x[901].isNaN && read.angularVelocity.z[1199].isNaN && !read.acceleration.x[1200].isNaN)
    #expect(read.timing.gaps.count == 1)
    let warning = recording.warnings.first { $0.code == .stuckSignal }
    guard case .signals(.leftFoot, .stuck(.all, isZero: true, places: 1, start: 9, _, _)) = warning else {
      Issue.record("\(recording.warnings)")
      return
    }
  }
}
