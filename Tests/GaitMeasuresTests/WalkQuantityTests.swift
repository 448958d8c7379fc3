import GaitCore
import GaitModel
import GaitSimulation
import Testing

@testable import GaitMeasures

@Suite("What is known of a walk and not of its strides")
struct WalkQuantityTests {
  private func quantity(_ id: String) throws -> WalkQuantity {
    try #require(WalkQuantity.all.first { $0.id == id })
  }

  /// A summary of `count` forward strides of which the right ones are longer by `limp`, as a share.
  private func summary(count: Int, limp: Double = 0) -> SummaryDocument {
    let strides = (0..<count).map { k in
      let foot: Side = k % 2 == 0 ? .left : .right
      let end = 1 + Double(k) * 0.5
      var stride = Stride(foot: foot, number: k / 2 + 1, start: end - 1, finalContact: end - 0.4, end: end)
      stride.direction = .forward
      stride.directionConfidence = 0.99
      stride.length = (foot == .right ? 1 + limp : 1) * (1 + 0.03 * [-1, 0.2, 1, -0.5, 0.3][k / 2 % 5])
      return stride
    }
    let recording = Recording(name: "walk", details: RecordingDetails(), sensors: [], inputs: [])
    return AnalyzedRecording(
      GaitResult(strides: strides), of: recording, program: ProgramVersion(name: "RetroGait", version: "1")
    ).summary
  }

  @Test("a variation stands only over 50 strides and more, with an interval that holds it")
  func variation() throws {
    let variation = try quantity("stride_length_m_cv_percent")
    #expect(variation(summary(count: 40), .forward) == nil)
    let found = try #require(variation(summary(count: 100), .forward))
    let interval = try #require(found.interval)
    #expect(found.n >= WalkQuantity.fewestForVariation && abs(found.value - 2.1) < 0.3)
    // Of 92 strides an SD is known within 14 %.
    #expect(interval.contains(found.value) && abs(interval.upperBound / found.value - 1.16) < 0.02)
    #expect(variation(summary(count: 100), .backward) == nil)
  }

  @Test("an asymmetry has its sign and an interval that is that of the difference of two means")
  func asymmetry() throws {
    let asymmetry = try quantity("stride_length_m_asymmetry_percent")
    #expect(asymmetry(summary(count: 22), .forward) == nil)
    let even = try #require(asymmetry(summary(count: 60), .forward))
    #expect(try #require(even.interval).contains(0))
    let limp = try #require(asymmetry(summary(count: 60, limp: 0.1), .forward))
    #expect(abs(limp.value + 9.5) < 0.3)
    // 1.96 · 2.1 % · √(4 / 52): the limp itself does not widen it.
    let interval = try #require(limp.interval)
    #expect(abs((interval.upperBound - interval.lowerBound) / 2 - 1.14) < 0.2)
  }

  @Test("a half turn has its duration, by the direction before it")
  func halfTurn() throws {
    let program = WalkProgram([
      .stand(2), .walk(.usual(.forward, strides: 5)), .stand(1), .turn(degrees: 180, steps: 6), .stand(1),
      .walk(.usual(.backward, strides: 5)), .stand(2),
    ])
    let recording = WalkSimulator(seed: 3).walk(program).recording
    let analyzed = AnalyzedRecording(
      GaitAnalysis()(recording), of: recording, program: ProgramVersion(name: "RetroGait", version: "1"))
    let turn = try quantity("half_turn_s")
    let found = try #require(turn(analyzed.summary, .forward))
    let listed = TurnDetector().turns(in: analyzed.strides)
    #expect(found.n == 1 && listed.count == 1)
    #expect(abs(found.value - listed[0].duration) < 1e-3)
    #expect(turn(analyzed.summary, .backward) == nil)
    #expect(try SummaryDocument(json: analyzed.summary.json()) == analyzed.summary)
  }

  @Test("names are those of no other quantity")
  func names() {
    let names = WalkQuantity.all.map(\.id)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { StrideQuantity.named($0) == nil })
  }
}
