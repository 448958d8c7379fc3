import GaitCore
import GaitModel
import GaitSimulation
import Testing

@testable import GaitMeasures

@Suite("Strides to look at")
struct IrregularityTests {
  private struct Outcome {
    var found: StridesToLookAt
    var truth: [TrueIrregularStep]

    /// Those of a kind that were found within half a second of the truth on the same foot.
    func hits(_ kind: StrideToLookAt.Kind) -> Int {
      truth.count { step in
        found.strides.contains { $0.kind == kind && $0.foot == step.foot && abs($0.time - step.time) < 0.5 }
      }
    }
  }

  /// A walk of `strides` of each foot in which every `every`th step is irregular.
  private func outcome(
    _ direction: Direction, _ kind: WalkProgram.IrregularStep.Kind?, every: Int = 26, strides: Int = 120,
    variability: Double, seed: UInt64 = 1, placements: [Placement] = [.leftFoot, .rightFoot]
  ) -> Outcome {
    var walk = WalkProgram.Walk.usual(direction, strides: strides)
    if let kind {
      walk.irregularSteps = Swift.stride(from: every, to: 2 * strides - every, by: every - 1).map {
        .init(kind, step: $0)
      }
    }
    let simulator = WalkSimulator(seed: seed, effects: .realistic, placements: placements)
    let simulated = simulator.walk(WalkProgram([.stand(3), .walk(walk), .stand(3)], variability: variability))
    let result = GaitAnalysis()(simulated.recording)
    return Outcome(
      found: IrregularityDetector()(result.strides),
      truth: simulated.irregularSteps.filter { step in placements.contains { $0.foot == step.foot } })
  }

  @Test(
    "stumbles are found in walks that vary by 2 to 8 %",
    arguments: [Direction.forward, .backward], [0.02, 0.05, 0.08])
  func stumbles(direction: Direction, variability: Double) {
    let there = outcome(direction, .stumble, variability: variability)
    #expect(there.truth.count >= 8)
    #expect(Double(there.hits(.interruptedSwing)) >= 0.75 * Double(there.truth.count), "\(there.found.strides)")
    #expect(there.found.strides.count { $0.kind != .interruptedSwing } == 0)
  }

  @Test(
    "late steps are hesitations, and stops from a second on",
    arguments: [Direction.forward, .backward], [0.02, 0.05, 0.08])
  func lateSteps(direction: Direction, variability: Double) {
    let late = outcome(direction, .hesitation(seconds: 0.6), variability: variability)
    #expect(late.hits(.hesitation) == late.truth.count)
    let stopped = outcome(direction, .hesitation(seconds: 1.8), variability: variability)
    #expect(stopped.hits(.stop) == stopped.truth.count)
    for stride in stopped.found.strides where stride.kind == .stop {
      #expect(abs((stride.delay ?? 0) - 1.8) < 0.15)
    }
  }

  @Test(
    "walks without any give fewer than one in 200 strides",
    arguments: [Direction.forward, .backward], [0.02, 0.05, 0.08])
  func falseAlarms(direction: Direction, variability: Double) {
    var (found, judged) = (0, 0)
    for seed: UInt64 in 1...3 {
      let there = outcome(direction, nil, variability: variability, seed: seed)
      found += there.found.strides.count
      judged += there.found.judged
    }
    #expect(judged > 600 && Double(found) < 0.005 * Double(judged), "\(found) of \(judged)")
  }

  @Test("one foot alone shows its own stumbles and stops")
  func oneFoot() {
    let one = outcome(.backward, .stumble, variability: 0.03, placements: [.leftFoot])
    #expect(one.truth.count >= 4 && Double(one.hits(.interruptedSwing)) >= 0.75 * Double(one.truth.count))
    let stopped = outcome(.backward, .hesitation(seconds: 1.8), variability: 0.03, placements: [.leftFoot])
    #expect(stopped.found.strides.contains { $0.kind == .stop || $0.kind == .hesitation })
  }

  @Test("turns, starts and ends of walks and tiring are not irregular")
  func ordinary() {
    var turning = WalkProgram.Walk.usual(.forward, strides: 50)
    turning.turn = .init(afterStrides: 20)
    var tiring = WalkProgram.Walk.usual(.backward, strides: 60)
    tiring.course = .init(lengthChange: -0.3, speedChange: -0.3)
    let program = WalkProgram(
      [
        .stand(3), .walk(turning), .stand(4), .walk(tiring), .stand(4), .walk(.usual(.backward, strides: 5)), .stand(3),
      ],
      variability: 0.03)
    let result = GaitAnalysis()(WalkSimulator(effects: .realistic).walk(program).recording)
    #expect(IrregularityDetector()(result.strides).strides.isEmpty)
  }
}
