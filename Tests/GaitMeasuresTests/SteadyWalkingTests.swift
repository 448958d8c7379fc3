import GaitCore
import GaitModel
import GaitSimulation
import Testing

@testable import GaitMeasures

@Suite("Steady, straight walking")
struct SteadyWalkingTests {
  /// What is left of walks of which the simulator knows every stride.
  private struct Outcome {
    var mean: Double
    var cv: Double
    var asymmetry: Double?
    var counted: Int
    var reasons: [LeftOutReason: Int]
    var turns: [Turn]
  }

  private func outcome(
    _ parts: [WalkProgram.Part], _ direction: Direction = .forward, variability: Double = 0.03,
    placements: [Placement] = [.leftFoot, .rightFoot]
  ) throws -> Outcome {
    let simulator = WalkSimulator(seed: 7, effects: .realistic, placements: placements)
    let strides = GaitAnalysis()(
      simulator.walk(WalkProgram(parts, variability: variability)).recording
    ).strides
    let own = try #require(WalkSummary(GaitResult(strides: strides))[direction])
    let length = try #require(own.measures["stride_length_m"])
    let reasons = SteadyWalking().reasons(strides).compactMap { $0 }
    return Outcome(
      mean: length.mean, cv: length.cvPercent ?? .nan, asymmetry: own.asymmetryPercent["stride_length_m"],
      counted: own.strides, reasons: Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +),
      turns: TurnDetector().turns(in: strides))
  }

  private func walk(_ direction: Direction, _ strides: Int, turn: WalkProgram.TurnInWalk? = nil) -> WalkProgram.Part {
    var walk = WalkProgram.Walk.usual(direction, strides: strides)
    walk.turn = turn
    return .walk(walk)
  }

  /// A straight walk of the same strides, for the spread that the simulator gives them.
  private func straight(_ direction: Direction) throws -> Outcome {
    try outcome([.stand(2), walk(direction, 60), .stand(2)], direction)
  }

  @Test("a walk up and down with a turn has the means and spread of its straight parts", arguments: [180.0, -90])
  func turnInWalk(degrees: Double) throws {
    let turn = WalkProgram.TurnInWalk(afterStrides: 15, degrees: degrees)
    let there = try outcome([.stand(2), walk(.forward, 33, turn: turn), .stand(2)])
    let plain = try straight(.forward)
    #expect(abs(there.mean / 1.35 - 1) < 0.01 && abs(there.cv - plain.cv) < 0.5)
    #expect(abs(try #require(there.asymmetry)) < 1)
    let found = try #require(there.turns.first)
    #expect(there.turns.count == 1 && abs(found.angle * 180 / .pi - degrees) < 10)
    #expect(found.directionBefore == .forward && found.directionAfter == .forward)
    #expect((4...9).contains(try #require(found.steps)) && found.duration > 1.5 && found.duration < 6)
    // Two of each foot before the turn and two after it.
    #expect(there.reasons[.besideTurn] == 8 && there.reasons[.starting] == 4 && there.reasons[.stopping] == 4)
  }

  @Test("a stop within a walk leaves no limp", arguments: [1.0, 1.5, 2, 4])
  func stops(seconds: Double) throws {
    let parts: [WalkProgram.Part] = [
      .stand(3), walk(.backward, 12), .stand(seconds), walk(.backward, 12), .stand(seconds), walk(.backward, 12),
      .stand(3),
    ]
    let stopped = try outcome(parts, .backward)
    let unbroken = try straight(.backward)
    #expect(abs(stopped.mean / 1.0 - 1) < 0.01 && abs(stopped.cv - unbroken.cv) < 0.5)
    #expect(abs(try #require(stopped.asymmetry)) < 1)
    #expect(stopped.reasons[.starting] == 12 && stopped.reasons[.stopping] == 12)
  }

  @Test(
    "a slow walker who stops for a moment has no limp either: the feet came together",
    arguments: [0, 0.3, 0.8, 1], [(0.3, 0.6), (0.5, 0.79), (0.8, 1.1)])
  func shortStops(seconds: Double, slow: (speed: Double, length: Double)) throws {
    for direction in [Direction.forward, .backward] {
      let part = WalkProgram.Part.walk(.init(direction, strides: 12, strideLength: slow.length, speed: slow.speed))
      let stop = WalkProgram.Part.stand(seconds)
      let stopped = try outcome([.stand(3), part, stop, part, stop, part, stop, part, .stand(3)], direction)
      #expect(abs(stopped.mean / slow.length - 1) < 0.015 && stopped.cv < 5)
      #expect(abs(try #require(stopped.asymmetry)) < 1.5)
      #expect(stopped.reasons[.starting] == 16 && stopped.reasons[.stopping] == 16)
    }
  }

  @Test("one short stride is no stop")
  func oneShortStride() {
    var walk = strides(60)
    walk[31].length = 0.5 * (walk[31].length ?? 0)
    #expect(SteadyWalking().reasons(walk)[30] == nil && SteadyWalking().reasons(walk)[33] == nil)
  }

  @Test("walks of two and three strides count their whole strides only", arguments: [2, 3])
  func shortWalks(strides: Int) throws {
    let parts: [WalkProgram.Part] = (0..<8).flatMap { _ in [.stand(3), walk(.backward, strides)] } + [.stand(3)]
    let short = try outcome(parts, .backward)
    #expect(abs(short.mean - 1) < 0.015 && short.cv < 4 && short.counted >= 8)
  }

  @Test("walks of one stride are all start and stop: nothing counts, and nothing is lost without a reason")
  func singleStrides() throws {
    let parts: [WalkProgram.Part] = (0..<6).flatMap { _ in [.stand(3), walk(.backward, 1)] } + [.stand(3)]
    let strides = GaitAnalysis()(WalkSimulator(effects: .realistic).walk(WalkProgram(parts)).recording).strides
    #expect(strides.count >= 12 && WalkSummary(GaitResult(strides: strides))[.backward]?.strides == 0)
    #expect(SteadyWalking().reasons(strides).allSatisfy { $0 != nil })
    let document = SummaryDocument.DirectionMeasures(try #require(WalkSummary(GaitResult(strides: strides))[.backward]))
    #expect(document.measures.isEmpty && document.notMeasured["swing_s"] != nil)
    // Both feet carry sensors, so that they are not the reason.
    #expect(document.notMeasured.values.allSatisfy { $0 == SummaryDocument.DirectionMeasures.noStrideCounts })
  }

  @Test("turns on the spot between walks are told, with the direction before and after")
  func turnOnTheSpot() throws {
    let there = try outcome(
      [.stand(2), walk(.forward, 12), .turn(degrees: 180, steps: 6), walk(.backward, 12), .stand(2)])
    let turn = try #require(there.turns.first)
    #expect(there.turns.count == 1 && abs(turn.angle * 180 / .pi - 180) < 10)
    #expect(turn.directionBefore == .forward && turn.directionAfter == .backward)
  }

  @Test("one foot alone tells turns and steady strides too, but no number of steps")
  func oneFoot() throws {
    let turn = WalkProgram.TurnInWalk(afterStrides: 15)
    let one = try outcome([.stand(2), walk(.forward, 33, turn: turn), .stand(2)], placements: [.rightFoot])
    #expect(abs(one.mean / 1.35 - 1) < 0.01 && one.reasons[.besideTurn] == 4)
    #expect(one.turns.count == 1 && one.turns[0].steps == nil && abs(abs(one.turns[0].angle * 180 / .pi) - 180) < 12)
  }

  /// Strides of both feet in turn, half a second apart.
  private func strides(_ count: Int, turn: (Int) -> Double = { _ in 0 }) -> [Stride] {
    (0..<count).map { k in
      let end = 1 + 0.5 * Double(k)
      var stride = Stride(
        foot: k % 2 == 0 ? .left : .right, number: k / 2 + 1, start: end - 1, finalContact: end - 0.4, end: end)
      (stride.direction, stride.directionConfidence, stride.length) = (.forward, 0.99, 1)
      stride.turn = turn(k) * .pi / 180
      return stride
    }
  }

  @Test("a stride that turns by 20° is left out alone; one of 12° counts")
  func curvedStride() {
    let reasons = SteadyWalking().reasons(strides(40) { $0 == 20 ? 20 : $0 == 25 ? 12 : 0 })
    #expect(reasons[20] == .turning && reasons[25] == nil && reasons[18] == nil && reasons[22] == nil)
    #expect(TurnDetector().turns(in: strides(40) { $0 == 20 ? 20 : 0 }).isEmpty)
  }

  @Test("a stride that could not be measured takes its place in the walk, and is left out for that reason")
  func notMeasured() {
    var walk = strides(40)
    walk[1].rejectReason = .noFootFlat
    (walk[21].direction, walk[21].directionConfidence) = (nil, nil)
    let reasons = SteadyWalking().reasons(walk)
    #expect(reasons[1] == .notValid && reasons[3] == .starting && reasons[5] == nil)
    #expect(reasons[21] == .unsureDirection && reasons[19] == nil && reasons[23] == nil)
  }

  @Test("a missed swing of one foot is not a stop, but a pause of both is")
  func missedSwing() {
    var missed = strides(60)
    missed.remove(at: 31)
    #expect(SteadyWalking().reasons(missed)[30] == nil)
    var paused = strides(60)
    for k in 30..<60 {
      paused[k].finalContact += 0.8
      paused[k].end += 0.8
      paused[k].start = paused[k].start.map { $0 + (k < 32 ? 0 : 0.8) }
    }
    let reasons = SteadyWalking().reasons(paused)
    #expect(reasons[30] == .starting && reasons[29] == .stopping && reasons[26] == .stopping && reasons[25] == nil)
  }

  @Test("every stride of random walks either counts or has one reason, and the same in any case", arguments: 1...20)
  func anyWalk(seed: UInt64) {
    var random = SeededNumbers(state: seed)
    let walk = (0..<Int.random(in: 0..<80, using: &random)).map { k in
      let end = 0.55 * Double(k) + Double.random(in: 0..<0.3, using: &random)
      var stride = Stride(
        foot: Bool.random(using: &random) ? .left : .right, number: k + 1,
        start: Int.random(in: 0..<6, using: &random) == 0 ? nil : end - 1.1, finalContact: end - 0.4, end: end)
      stride.direction = Direction.allCases.randomElement(using: &random)
      stride.directionConfidence = Double.random(in: 0.3...1, using: &random)
      stride.turn = Bool.random(using: &random) ? nil : Double.random(in: -1.5...1.5, using: &random)
      return stride
    }.sorted { $0.end < $1.end }
    let steady = SteadyWalking()
    let reasons = steady.reasons(walk)
    let counted = steady.marked(walk).count { $0.isCounted && $0.direction != .inPlace }
    #expect(reasons.count == walk.count && counted == reasons.count { $0 == nil })
    for turn in TurnDetector().turns(in: walk) { #expect(turn.end > turn.start && abs(turn.angle) >= .pi / 4) }
  }
}

/// Random numbers of a seed (Knuth's linear congruential generator).
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
