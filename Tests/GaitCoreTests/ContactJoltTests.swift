import GaitCore
import GaitModel
import GaitSimulation
import Testing

@Suite("The jolt at contact")
struct ContactJoltTests {
  /// Mean jolt of the steady strides of a walk.
  private func jolt(
    _ impact: Double, _ direction: Direction = .forward, speed: Double = 0.9, rate: Double = 200,
    change: (inout SensorEffects) -> Void = { _ in }
  ) -> Double? {
    var effects = SensorEffects.realistic
    effects.impact = impact
    effects.samplingRate = rate
    change(&effects)
    let walk = WalkProgram.straight(direction, strides: 20, strideLength: 1.0, speed: speed)
    let strides = GaitAnalysis()(WalkSimulator(seed: 3, effects: effects).walk(walk).recording).strides
    let found = strides.dropFirst(4).dropLast(4).compactMap(\.contactPeak)
    return found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
  }

  @Test("follows the jolt that was put in", arguments: [Direction.forward, .backward], [100.0, 200])
  func follows(direction: Direction, rate: Double) throws {
    let found = try [0.0, 10, 20, 30, 60].map { try #require(jolt($0, direction, rate: rate)) }
    for (less, more) in zip(found, found.dropFirst()) { #expect(more > less) }
    // Beyond what a landing without it gives, twice the jolt is twice as much.
    let (one, two) = (found[3] - found[0] / 2, found[4] - found[0] / 2)
    #expect(abs(two / one - 2) < 0.4)
  }

  @Test("is alike forward and backward at one speed and length", arguments: [10.0, 30, 100])
  func directions(impact: Double) throws {
    let ratio = try #require(jolt(impact, .forward)) / #require(jolt(impact, .backward))
    #expect(abs(ratio - 1) < 0.12)
  }

  @Test("does not follow the speed of walking, as the sensor's own acceleration does")
  func speed() throws {
    let ratio = try #require(jolt(50, speed: 1.3)) / #require(jolt(50, speed: 0.7))
    #expect(abs(ratio - 1) < 0.2)
  }

  @Test("is not given where the sensor's range ends, nor where samples are too few")
  func notGiven() {
    #expect(jolt(200) { $0.accelerometerRange = 40 } == nil)
    #expect(jolt(30, rate: 60) == nil)
  }
}
