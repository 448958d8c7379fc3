import Testing

@testable import GaitModel

@Suite("The model")
struct ModelTests {
  @Test("a stride without a start has no duration, stance, speed or cadence")
  func firstStride() {
    var stride = Stride(foot: .left, number: 1, finalContact: 1, end: 1.4)
    stride.length = 0.7
    #expect(stride.duration == nil && stride.stance == nil && stride.speed == nil && stride.cadence == nil)
    #expect(abs(stride.swing - 0.4) < 1e-12)
  }

  @Test("duration, stance, speed and cadence follow from the contacts")
  func derived() {
    var stride = Stride(foot: .right, number: 2, start: 1, finalContact: 1.6, end: 2)
    stride.length = 1.2
    #expect(stride.duration == 1)
    #expect(abs((stride.stance ?? 0) - 0.6) < 1e-12)
    #expect(stride.speed == 1.2)
    #expect(stride.cadence == 120)
  }

  @Test("sensors of a recording stand in the order of placements")
  func order() {
    let timing = SampleTiming(rate: 100, jitter: 0, gaps: [])
    let streams = [Placement.lowerBack, .rightFoot, .leftFoot].map {
      SensorStream(
        placement: $0, time: [], acceleration: TriaxialSeries(), angularVelocity: TriaxialSeries(), timing: timing)
    }
    #expect(Recording(name: "a", sensors: streams).sensors.map(\.placement) == [.leftFoot, .rightFoot, .lowerBack])
  }

  @Test("the trunk's measures of several walks are means weighted by steps, of those that have them")
  func trunkMeans() throws {
    var short = TrunkMeasures(steps: 10)
    short.rms = BodyAxes(front: 1, up: 2)
    var long = TrunkMeasures(steps: 30)
    long.rms = BodyAxes(front: 3)
    long.verticalDisplacement = 0.04
    let mean = try #require(TrunkMeasures(meanOf: [short, long]))
    #expect(mean.steps == 40 && mean.rms == BodyAxes(front: 2.5, up: 2) && mean.verticalDisplacement == 0.04)
    #expect(mean.harmonicRatio == BodyAxes())
    #expect(TrunkMeasures(meanOf: []) == nil && TrunkMeasures(meanOf: [TrunkMeasures(steps: 0)]) == nil)
  }

  @Test("a warning of some chunks has their number, and twice in one chunk counts once")
  func chunkWarnings() {
    let always = GaitWarning.foot(.leftFoot, .noSwing)
    let (once, late) = (GaitWarning.trunk(.lowerBack, .noWalking), GaitWarning.walk(.feetExchanged))
    var warnings = ChunkWarnings()
    warnings.add([always, once, once])
    warnings.add([always])
    warnings.add([late, always])
    #expect(warnings.all == [always, .inChunks(1, of: 3, once), .inChunks(1, of: 3, late)])
  }

  @Test("samples lost in a gap are counted, those of a pause are not")
  func lostSamples() {
    let gaps = [SampleTiming.Gap(start: 1, end: 1.1), .init(start: 2, end: 2.02), .init(start: 10, end: 16)]
    #expect(SampleTiming(rate: 100, jitter: 0, gaps: gaps).lostSamples == 9 + 1)
  }
}
