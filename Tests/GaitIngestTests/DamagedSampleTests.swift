import GaitCore
import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

@Suite("Single damaged samples")
struct DamagedSampleTests {
  private static let walk = WalkSimulator(effects: .realistic).walk(
    WalkProgram([
      .stand(3), .walk(.init(.forward, strides: 10, strideLength: 1.2, speed: 1)), .stand(2),
      .walk(.init(.backward, strides: 8, strideLength: 0.8, speed: 0.6)), .stand(3),
    ]))

  /// The left foot, with `value` added to a channel at every 300th sample (0 to 2 the accelerometer's, 3 to 5 the
  /// gyroscope's).
  private static func foot(adding value: Double, to channel: Int) throws -> (stream: SensorStream, samples: [Int]) {
    var stream = try #require(walk.recording[.leftFoot])
    let samples = Array(stride(from: 130, to: stream.count, by: 300))
    let series = channel < 3 ? stream.acceleration : stream.angularVelocity
    var columns = [series.x, series.y, series.z]
    for i in samples { columns[channel % 3][i] += value }
    let changed = TriaxialSeries(x: columns[0], y: columns[1], z: columns[2])
    if channel < 3 { stream.acceleration = changed } else { stream.angularVelocity = changed }
    return (stream, samples)
  }

  @Test("a sound sensor has none, however hard its foot strikes", arguments: [0.0, 30, 80])
  func sound(impact: Double) throws {
    var effects = SensorEffects.realistic
    effects.impact = impact
    let walk = WalkSimulator(effects: effects).walk(.straight(strides: 12))
    for stream in walk.recording.sensors {
      let found = DamagedSamples().found(acceleration: stream.acceleration, angularVelocity: stream.angularVelocity)
      #expect(found == DamagedSamples.Found())
    }
  }

  @Test(
    "each is found, taken for missing and told, and nothing else is",
    arguments: [(-400.0, 1), (1e30, 0), (17.5, 4), (35, 3), (-500, 5)])
  func found(value: Double, channel: Int) throws {
    let (foot, samples) = try Self.foot(adding: value, to: channel)
    let (read, doubts) = try RecordingReader().judged(foot)
    let part: StuckSignal.Part = channel < 3 ? .accelerometer : .gyroscope
    #expect(read.damaged == samples.map { DamagedSample(part: part, time: foot.time[$0]) })
    let start = (foot.time[samples[0]] * 10).rounded() / 10
    #expect(doubts == [.damaged(part, samples: samples.count, start: start)])
    let series = channel < 3 ? read.acceleration : read.angularVelocity
    #expect(series.x.indices.filter { series.x[$0].isNaN } == samples)
  }

  @Test(
    "strides beside them keep their directions and lengths",
    arguments: [(-400.0, 1), (17.5, 4), (35, 4), (500, 5)])
  func strides(value: Double, channel: Int) throws {
    var recording = Self.walk.recording
    let (foot, _) = try Self.foot(adding: value, to: channel)
    recording.sensors = [try RecordingReader().judged(foot).stream]
    let result = GaitAnalysis()(recording)
    let truth = Self.walk.strides.filter { $0.foot == .left }
    #expect(result.strides.count == truth.count)
    for (found, stride) in zip(result.strides, truth) {
      #expect(found.sureDirection == nil || found.sureDirection == stride.direction)
      if let length = found.length, found.isValid { #expect(abs(length - (stride.length ?? 0)) < 0.05) }
    }
    // Those in which a sample is missing are not valid, and no others.
    #expect(result.strides.allSatisfy { $0.isValid || $0.rejectReason == .missingSamples })
    #expect(result.strides.count { $0.isValid } >= truth.count - 8)
  }
}
