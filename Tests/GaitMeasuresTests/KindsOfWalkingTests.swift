import GaitCore
import GaitModel
import GaitSimulation
import Testing

@testable import GaitMeasures

@Suite("Kinds of walking, simulated and analyzed")
struct KindsOfWalkingTests {
  private func analyzed(_ walk: WalkProgram.Walk, variability: Double = 0.02) -> [Stride] {
    let program = WalkProgram([.stand(3), .walk(walk), .stand(3)], variability: variability)
    return GaitAnalysis()(WalkSimulator(seed: 4, effects: .realistic).walk(program).recording).strides
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  @Test("the height of stairs is measured to 2 cm in the mean, up and down", arguments: [0.17, -0.17])
  func stairs(rise: Double) throws {
    let strides = analyzed(.stairs(strides: 12, rise: rise)).dropFirst(2).dropLast(2)
    let heights = strides.compactMap(\.elevation)
    #expect(heights.count >= 16 && abs(mean(heights) - 2 * rise) < 0.02, "\(mean(heights))")
    #expect(strides.allSatisfy { $0.direction == .forward })
  }

  @Test(
    "heel-to-toe strides are two feet long, to 2 cm in the mean, in both directions",
    arguments: [
      Direction.forward, .backward,
    ])
  func tandem(direction: Direction) throws {
    let strides = analyzed(.tandem(direction, strides: 12, footLength: 0.28)).dropFirst(2).dropLast(2)
    let lengths = strides.compactMap(\.length)
    #expect(lengths.count >= 16 && abs(mean(lengths) - 0.56) < 0.02, "\(mean(lengths))")
    #expect(strides.allSatisfy { $0.sureDirection == direction })
  }

  @Test(
    "strides that get shorter by a fifth are measured so, in both directions",
    arguments: [
      Direction.forward, .backward,
    ])
  func fatigue(direction: Direction) throws {
    var walk = WalkProgram.Walk.usual(direction, strides: 60)
    walk.course = .init(lengthChange: -0.2, speedChange: -0.1)
    let strides = analyzed(walk)
    let lengths = strides.compactMap(\.length)
    let speeds = strides.compactMap(\.speed)
    let (first, last) = (mean(Array(lengths.dropFirst(4).prefix(20))), mean(Array(lengths.dropLast(4).suffix(20))))
    // The twenty strides lie a tenth to a ninth of the walk from its ends.
    let share = (1 - 0.2 * (1 - 14 / 120.0)) / (1 - 0.2 * 14 / 120.0)
    #expect(abs(last / first - share) < 0.01, "\(last / first) for \(share)")
    #expect(mean(Array(speeds.dropLast(4).suffix(20))) < 0.95 * mean(Array(speeds.dropFirst(4).prefix(20))))
  }

  @Test("intervals are as many walks of each direction as were walked")
  func intervals() {
    let program = WalkProgram.intervals(
      [.usual(.backward, strides: 6), .usual(.forward, strides: 5)], rounds: 4, rest: 6)
    let bouts = GaitAnalysis()(WalkSimulator(effects: .realistic).walk(program).recording).bouts
    #expect(bouts.map(\.direction) == (0..<4).flatMap { _ in [Direction.backward, .forward] })
  }
}
