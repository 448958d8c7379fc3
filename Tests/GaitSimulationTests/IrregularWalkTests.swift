import GaitModel
import GaitSignal
import Testing

@testable import GaitSimulation

@Suite("Simulated walks with odd steps")
struct IrregularWalkTests {
  private func strides(_ walk: WalkProgram.Walk, foot: Side? = nil) -> [Stride] {
    let all = WalkSimulator().walk(WalkProgram([.stand(2), .walk(walk), .stand(2)])).strides
    return foot.map { foot in all.filter { $0.foot == foot } } ?? all
  }

  @Test(
    "a stumble ends early and short, the next step makes up for it, and the walk goes on",
    arguments: [
      Direction.forward, .backward,
    ])
  func stumble(direction: Direction) throws {
    var walk = WalkProgram.Walk.usual(direction, strides: 10)
    let plain = strides(walk)
    walk.irregularSteps = [.init(.stumble, step: 10)]
    let simulated = WalkSimulator().walk(WalkProgram([.stand(2), .walk(walk), .stand(2)]))
    let step = try #require(simulated.irregularSteps.first)
    let stumbled = try #require(simulated.strides.first { $0.foot == step.foot && $0.number == step.stride })
    #expect(simulated.irregularSteps.count == 1 && step.kind == .stumble)
    #expect(stumbled.finalContact < step.time && step.time < stumbled.end)
    #expect(abs(try #require(stumbled.length) - 0.6 * walk.strideLength) < 0.01)
    #expect(stumbled.swing < 0.9 * plain[9].swing)
    let lost = try #require(plain.last?.end) - (try #require(simulated.strides.last?.end))
    #expect(abs(lost - (plain[9].swing - stumbled.swing)) < 1e-6)
    let same = simulated.strides.filter { $0.foot == step.foot }
    #expect(
      same.filter { $0.number != step.stride }.dropFirst().dropLast().allSatisfy {
        ($0.length ?? 0) > 0.7 * walk.strideLength
      })
  }

  @Test("the obstacle brakes the foot by several g, and the path ends where the foot comes down")
  func obstacle() throws {
    var walk = WalkProgram.Walk.usual(.forward, strides: 6)
    walk.irregularSteps = [.init(.stumble, step: 6)]
    let plan = StepPlan(WalkProgram([.stand(2), .walk(walk), .stand(2)]), seed: 1)
    let swings = plan.swings.values.joined()
    let swing = try #require(swings.first { $0.obstacle != nil })
    let motion = FootMotion(
      shape: FootShape(), swings: plan.swings[swing.foot] ?? [],
      standingAt: StepPlan.origin(of: swing.foot, stepWidth: 0.12), heading: 0)
    let time = try #require(swing.obstacle?.time)
    let times = Swift.stride(from: time - 0.05, to: time + 0.05, by: 0.001)
    let brake = times.map { -motion.state(at: $0).acceleration.x }.max() ?? 0
    #expect(brake > 40 && brake < 160)
    let positions = Swift.stride(from: swing.releaseStart, to: swing.loadingEnd + 0.01, by: 0.001).map {
      motion.state(at: $0).position
    }
    #expect(zip(positions, positions.dropFirst()).allSatisfy { ($1 - $0).norm < 0.008 })
    #expect(abs(try #require(positions.last).x - swing.to.x) < 1e-6)
  }

  @Test("a hesitation delays a step and all after it by its time, and changes no length")
  func hesitation() throws {
    var walk = WalkProgram.Walk.usual(.backward, strides: 8)
    let plain = strides(walk)
    walk.irregularSteps = [.init(.hesitation(seconds: 0.8), step: 7)]
    let late = strides(walk)
    for (k, (before, after)) in zip(plain, late).enumerated() {
      #expect(abs(after.finalContact - before.finalContact - (k < 6 ? 0 : 0.8)) < 1e-9)
      #expect(after.length == before.length)
    }
  }

  @Test("steps that a walk cannot have are left out")
  func impossible() {
    var walk = WalkProgram.Walk.usual(.forward, strides: 4)
    let plain = strides(walk)
    walk.irregularSteps = [
      .init(.stumble, step: 1), .init(.stumble, step: 8), .init(.hesitation(seconds: 1), step: 10),
    ]
    #expect(strides(walk).map(\.length) == plain.map(\.length))
  }

  @Test("tandem steps are as long as the foot, along one line", arguments: [Direction.forward, .backward])
  func tandem(direction: Direction) throws {
    let walk = WalkProgram.Walk.tandem(direction, strides: 8, footLength: 0.27)
    let middle = strides(walk).dropFirst(2).dropLast(2)
    #expect(middle.allSatisfy { abs(($0.length ?? 0) - 0.54) < 0.01 && $0.direction == direction })
    let plan = StepPlan(WalkProgram([.stand(1), .walk(walk), .stand(1)]), seed: 1)
    for swing in plan.swings.values.joined() { #expect(abs(swing.to.y) < 1e-9) }
  }

  @Test("stairs rise with each step by their height, up and down", arguments: [0.17, -0.17])
  func stairs(rise: Double) {
    let steps = strides(.stairs(strides: 5, rise: rise))
    #expect(steps.dropFirst().dropLast().allSatisfy { abs(($0.elevation ?? 0) - 2 * rise) < 1e-9 })
    for foot in Side.allCases {
      let total = steps.filter { $0.foot == foot }.compactMap(\.elevation).reduce(0, +)
      #expect(abs(total - 10 * rise) < 1e-9)
    }
  }

  @Test("a person who tires walks shorter and slower from step to step, down to what was asked for")
  func fatigue() throws {
    var walk = WalkProgram.Walk.usual(.forward, strides: 40)
    walk.course = .init(lengthChange: -0.2, speedChange: -0.3, contactPitchChange: -10)
    let left = strides(walk, foot: .left).dropFirst().dropLast()
    let first = try #require(left.first)
    let last = try #require(left.last)
    #expect(abs(try #require(first.length) / 1.35 - 1) < 0.02)
    #expect(abs(try #require(last.length) / 1.35 - 0.8) < 0.02)
    #expect(abs(try #require(last.speed) / 1.25 - 0.7) < 0.02)
    #expect(zip(left, left.dropFirst()).allSatisfy { $0.length ?? 0 > $1.length ?? 0 })
    let pitch = (try #require(first.footPitchAtContact) - (try #require(last.footPitchAtContact))) * 180 / .pi
    #expect(abs(pitch - 10) < 1)
  }

  @Test("intervals alternate walks and rests")
  func intervals() {
    let program = WalkProgram.intervals(
      [.usual(.forward, strides: 4), .usual(.backward, strides: 3)], rounds: 3, rest: 10)
    let all = WalkSimulator().walk(program).strides
    let rests = zip(all, all.dropFirst()).filter { $1.finalContact - $0.end > 5 }
    #expect(rests.count == 5 && rests.allSatisfy { abs($1.finalContact - $0.end - 10) < 1.5 })
  }

  @Test("the trunk hardly moves while a step hesitates")
  func trunk() throws {
    var walk = WalkProgram.Walk.usual(.forward, strides: 10)
    walk.irregularSteps = [.init(.hesitation(seconds: 3), step: 11)]
    let simulated = WalkSimulator(placements: [.leftFoot, .rightFoot, .lowerBack]).walk(
      WalkProgram([.stand(2), .walk(walk), .stand(2)]))
    let stream = try #require(simulated.recording[.lowerBack])
    let step = try #require(simulated.irregularSteps.first)
    func spread(_ range: ClosedRange<Double>) -> Double {
      let values = stream.time.indices.filter { range.contains(stream.time[$0]) }.map { stream.acceleration.z[$0] }
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
    #expect(spread(step.time - 2...step.time - 1) < 0.2 * spread(step.time + 1...step.time + 2))
  }
}
