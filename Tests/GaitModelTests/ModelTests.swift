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
}
