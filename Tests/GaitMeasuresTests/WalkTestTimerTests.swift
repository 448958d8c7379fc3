import GaitCore
import GaitModel
import Testing

@testable import GaitMeasures
@testable import GaitSimulation

@Suite("Timed walk tests")
struct WalkTestTimerTests {
  private func walk(_ parts: [WalkProgram.Part], seed: UInt64 = 1, variability: Double = 0.03) -> SimulatedWalk {
    WalkSimulator(seed: seed, effects: .realistic).walk(WalkProgram(parts, variability: variability))
  }

  private func outcomes(
    of test: WalkTest, in walk: SimulatedWalk, timer: WalkTestTimer = WalkTestTimer()
  ) -> [WalkTestTimer.Outcome] {
    timer.outcomes(of: test, in: GaitAnalysis()(walk.recording).strides, recordingStart: 0)
  }

  /// When the end of the first foot that goes ahead (the heel backward, the ball forward) is `distance` meters from where it
  /// stood, in s.
  private func crossing(of distance: Double, parts: [WalkProgram.Part], seed: UInt64) -> Double? {
    let program = WalkProgram(parts, variability: 0.03)
    let plan = StepPlan(program, seed: seed)
    let shape = FootShape()
    let isBackward = parts.contains { if case .walk(let walk) = $0 { walk.direction == .backward } else { false } }
    let feet = Side.allCases.map { foot in
      FootMotion(
        shape: shape, swings: plan.swings[foot] ?? [],
        standingAt: StepPlan.origin(of: foot, stepWidth: program.stepWidth), heading: 0)
    }
    func end(_ foot: FootMotion, _ time: Double) -> Double {
      let state = foot.state(at: time)
      let (c, s) = (cosine(state.pitch.value), sine(state.pitch.value))
      return state.position.x - (isBackward ? shape.heelBehind : -shape.ballAhead) * c + shape.height * s
    }
    return stride(from: 0, to: plan.duration, by: 0.001).first { time in
      feet.contains { abs(end($0, time) - end($0, 0)) >= distance }
    }
  }

  private let backward: [WalkProgram.Part] = [
    .stand(3), .walk(.usual(.backward, strides: 6)), .stand(2),
  ]

  @Test("three meters backward from standing take what they really took: 0.06 s in the mean, 0.2 s at most")
  func threeMeters() throws {
    var errors: [Double] = []
    for seed: UInt64 in 1...12 {
      let walk = walk(backward, seed: seed)
      let outcomes = outcomes(of: .threeMetersBackward, in: walk)
      let timed = try #require(outcomes.first?.timed)
      let truth = try #require(crossing(of: 3, parts: backward, seed: seed)) - walk.strides[0].finalContact
      #expect(outcomes.count == 1)
      errors.append(abs(timed.time - truth))
      let interval = try #require(timed.timeInterval)
      #expect(interval.contains(truth) && interval.upperBound - interval.lowerBound < 0.8, "\(interval) for \(truth) s")
      #expect(timed.speedInterval?.contains(3 / truth) == true && abs(timed.speed - 3 / timed.time) < 1e-9)
      let steps = walk.strides.count { $0.finalContact < timed.end }
      #expect(timed.steps == steps && (5...8).contains(steps))
    }
    // The foot that lands on the line itself crosses it with its sole's end as it comes down, 0.2 s later.
    #expect(errors.allSatisfy { $0 < 0.2 } && errors.reduce(0, +) < 0.06 * 12, "\(errors)")
  }

  @Test("the rolling test times the same meters without getting going, and is not the test from standing")
  func rolling() throws {
    let parts: [WalkProgram.Part] = [.stand(3), .walk(.usual(.forward, strides: 9)), .stand(2)]
    let walk = walk(parts, seed: 3)
    let rolling = try #require(outcomes(of: .tenMeters, in: walk).first?.timed)
    let two = try #require(crossing(of: 2, parts: parts, seed: 3))
    let eight = try #require(crossing(of: 8, parts: parts, seed: 3))
    #expect(abs(rolling.time - (eight - two)) < 0.1 && rolling.timeInterval?.contains(eight - two) == true)
    #expect((8...10).contains(rolling.steps))
    let standing = try #require(outcomes(of: .tenMetersFromStanding, in: walk).first?.timed)
    #expect(standing.test != rolling.test && standing.time > rolling.time)
  }

  @Test("several walks from standing are several tests, each direction for itself")
  func severalWalks() {
    let parts = (0..<3).flatMap { _ in [backward[0], backward[1], .stand(3), .walk(.usual(.forward, strides: 5))] }
    let walk = walk(parts + [.stand(2)])
    #expect(outcomes(of: .threeMetersBackward, in: walk).compactMap(\.timed).count == 3)
    #expect(outcomes(of: .tenMeters, in: walk).compactMap(\.timed).isEmpty)
  }

  @Test("a walk that is too short is refused, with the meters that it covers")
  func tooShort() throws {
    let refusal = try #require(
      outcomes(of: .threeMetersBackward, in: walk([.stand(3), .walk(.usual(.backward, strides: 2)), .stand(3)]))
        .first?.refusal)
    guard case .tooShort(_, let walked, let needed) = refusal else {
      Issue.record("\(refusal)")
      return
    }
    #expect(needed == 3 && abs(walked - 2) < 0.3)
    #expect(refusal.description.contains("the test needs 3.0 m"))
  }

  @Test("a recording that begins in the walk has no start from standing")
  func noStandingStart() throws {
    var simulator = WalkSimulator(effects: .realistic)
    simulator.effects.cut = 5
    let recording = simulator.walk(WalkProgram([.stand(3), .walk(.usual(.backward, strides: 12)), .stand(3)]))
      .recording
    let strides = GaitAnalysis()(recording).strides
    let timer = WalkTestTimer()
    let standing = timer.outcomes(of: .threeMetersBackward, in: strides, recordingStart: 5)
    guard case .noStandingStart = try #require(standing.first?.refusal) else {
      Issue.record("\(standing)")
      return
    }
    let rolling = timer.outcomes(of: .threeMetersBackwardRolling, in: strides, recordingStart: 5)
    #expect(abs(try #require(rolling.first?.timed).speed - 0.85) < 0.06)
  }

  @Test("a turn before the distance is reached is named, and so are one foot and a swing without length")
  func refusals() throws {
    var turning = WalkProgram.Walk.usual(.forward, strides: 12)
    turning.turn = .init(afterStrides: 4)
    let turned = outcomes(of: .tenMetersFromStanding, in: walk([.stand(3), .walk(turning), .stand(3)]))
    guard case .turn(_, let walked) = try #require(turned.first?.refusal) else {
      Issue.record("\(turned)")
      return
    }
    #expect(walked > 3 && walked < 6)
    let truth = walk(backward).strides
    var confident = truth
    for k in confident.indices { confident[k].directionConfidence = 0.99 }
    let timer = WalkTestTimer()
    let left = confident.filter { $0.foot == .left }
    #expect(
      timer.outcomes(of: .threeMetersBackward, in: left, recordingStart: 0) == [.notMeasurable(.oneFoot(.left))])
    confident[3].length = nil
    confident[3].rejectReason = .clipped
    #expect(
      timer.outcomes(of: .threeMetersBackward, in: confident, recordingStart: 0)
        == [.notMeasurable(.strideWithoutLength(confident[3].foot, at: confident[3].finalContact, .clipped))])
    confident.remove(at: 3)
    #expect(
      timer.outcomes(of: .threeMetersBackward, in: confident, recordingStart: 0)
        == [.notMeasurable(.missedSwing(truth[3].foot, at: truth[4].finalContact))])
  }

  @Test("a sensor on the lower back times no test: its lengths are estimates")
  func lowerBack() {
    let parts: [WalkProgram.Part] = [
      .stand(3), .walk(.usual(.backward, strides: 12)), .stand(4), .walk(.usual(.forward, strides: 12)), .stand(3),
    ]
    let simulator = WalkSimulator(effects: .realistic, placements: [.lowerBack])
    let walk = simulator.walk(WalkProgram(parts, variability: 0.03))
    for test in [WalkTest.threeMetersBackward, .threeMetersBackwardRolling] {
      let outcomes = outcomes(of: test, in: walk)
      #expect(!outcomes.isEmpty && outcomes.allSatisfy { $0 == .notMeasurable(.noFeet) }, "\(outcomes)")
    }
  }

  @Test("a segment marks the test; one without a walk says so")
  func segment() throws {
    let walk = walk([.stand(3), .walk(.usual(.backward, strides: 6)), .stand(4), .walk(.usual(.backward, strides: 7))])
    let strides = GaitAnalysis()(walk.recording).strides
    let stops = zip(walk.strides, walk.strides.dropFirst()).first { $1.finalContact - $0.end > 3 }
    let pause = try #require(stops)
    let timer = WalkTestTimer()
    func outcome(_ start: Double, _ end: Double) -> WalkTestTimer.Outcome {
      timer.outcome(
        of: .threeMetersBackward, in: strides, recordingStart: 0,
        segment: Segment(name: "test", start: start, end: end))
    }
    let second = try #require(outcome(pause.0.end + 1, 100).timed)
    #expect(abs(second.start - pause.1.finalContact) < 0.05)
    #expect(outcome(0, 2).refusal == .noWalk(.backward))
    guard case .noStandingStart = outcome(5, 100).refusal ?? .noWalk(.forward) else {
      // The second walk of the time is timed where the first one began before it.
      #expect(outcome(5, 100).timed?.start == second.start)
      return
    }
  }

  @Test("published times stand with the test that they were measured with, and name their source")
  func published() {
    let standing = PublishedTime.all(of: .threeMetersBackward)
    #expect(!standing.isEmpty && standing.map(\.time) == standing.map(\.time).sorted())
    #expect(PublishedTime.all(of: .threeMetersBackwardRolling).isEmpty)
    #expect(PublishedTime.all.allSatisfy { $0.source.contains("doi 10.") && !$0.population.isEmpty })
    #expect(PublishedChange.all.allSatisfy { $0.source.contains("doi 10.") && $0.change > 0 })
  }
}
