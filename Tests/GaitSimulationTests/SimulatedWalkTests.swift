import GaitModel
import GaitSignal
import Testing

@testable import GaitSimulation

@Suite("Simulated walks")
struct SimulatedWalkTests {
  @Test(
    "integrating the ideal signals back returns each stride's length to two millimeters",
    arguments: [Direction.forward, .backward, .sideways])
  func integratesBack(direction: Direction) throws {
    var program = WalkProgram.straight(direction, strides: 6)
    if case .walk(var walk) = program.parts[1] {
      walk.style.landingDeceleration = 0
      program.parts[1] = .walk(walk)
    }
    var simulator = WalkSimulator()
    simulator.effects.samplingRate = 800
    let walk = simulator.walk(program)
    let stream = try #require(walk.recording[.leftFoot])
    let orientation = integrateOrientation(stream.angularVelocity, bias: .zero, rate: 800)
    var velocity = Vector3.zero
    var position = Vector3.zero
    var positions: [Vector3] = [.zero]
    let up = Vector3(0, 0, IdealSensor.gravity)
    for i in 1..<stream.count {
      let a = orientation[i - 1].rotate(stream.acceleration[i - 1]) - up
      let b = orientation[i].rotate(stream.acceleration[i]) - up
      let next = velocity + (a + b) * (0.5 / 800)
      position += (velocity + next) * (0.5 / 800)
      velocity = next
      positions.append(position)
    }
    let strides = walk.strides.filter { $0.foot == .left }
    #expect(strides.count == 7 || strides.count == 6)
    for stride in strides {
      // From the flat foot before the swing to the flat foot after it.
      let before = positions[Int((stride.finalContact - 0.4) * 800)]
      let after = positions[min(positions.count - 1, Int((stride.end + 0.35) * 800))]
      let length = (after - before).perpendicular(to: Vector3(0, 0, 1)).norm
      #expect(abs(length - (stride.length ?? 0)) < 0.002)
    }
  }

  @Test("a foot that stands feels gravity and nothing else")
  func standing() throws {
    let walk = WalkSimulator().walk(.straight(.backward, strides: 4))
    let stream = try #require(walk.recording[.rightFoot])
    for i in 0..<150 {
      #expect(abs(stream.acceleration[i].norm - 9.80665) < 1e-9)
      #expect(stream.angularVelocity[i] == .zero)
    }
  }

  @Test("what touches first is on the ground at initial contact and the other end is not")
  func touchesGround() {
    for direction in [Direction.forward, .backward] {
      let program = WalkProgram.straight(direction, strides: 3)
      let plan = StepPlan(program, seed: 1)
      let shape = FootShape()
      for foot in Side.allCases {
        let motion = FootMotion(
          shape: shape, swings: plan.swings[foot] ?? [],
          standingAt: StepPlan.origin(of: foot, stepWidth: program.stepWidth), heading: 0)
        for swing in motion.swings {
          let state = motion.state(at: swing.initialContact)
          let (c, s) = (cosine(state.pitch.value), sine(state.pitch.value))
          let heel = state.position.z - shape.heelBehind * s - shape.height * c
          let ball = state.position.z + shape.ballAhead * s - shape.height * c
          let (first, other) = direction == .forward ? (heel, ball) : (ball, heel)
          #expect(abs(first) < 1e-9)
          #expect(other > 0.03)
        }
      }
    }
  }

  @Test("no part of the sole goes below the ground", arguments: [Direction.forward, .backward, .sideways])
  func staysAboveGround(direction: Direction) {
    let program = WalkProgram.straight(direction, strides: 4)
    let plan = StepPlan(program, seed: 1)
    let shape = FootShape()
    let motion = FootMotion(
      shape: shape, swings: plan.swings[.left] ?? [],
      standingAt: StepPlan.origin(of: .left, stepWidth: program.stepWidth), heading: 0)
    var lowest = 0.0
    for time in stride(from: 0, to: plan.duration, by: 0.002) {
      let state = motion.state(at: time)
      let (c, s) = (cosine(state.pitch.value), sine(state.pitch.value))
      lowest = min(lowest, state.position.z - shape.heelBehind * s - shape.height * c)
      lowest = min(lowest, state.position.z + shape.ballAhead * s - shape.height * c)
    }
    #expect(lowest > -0.003)
  }

  @Test("in mid-swing the toes rise when walking forward and sink when walking backward")
  func pitchRates() throws {
    for (direction, sign) in [(Direction.forward, -1.0), (.backward, 1.0)] {
      let walk = WalkSimulator().walk(.straight(direction, strides: 6))
      let stream = try #require(walk.recording[.leftFoot])
      let stride = try #require(walk.strides.filter { $0.foot == .left }.dropFirst(2).first)
      let middle = Int((stride.finalContact + stride.end) / 2 * 100)
      #expect(sign * stream.angularVelocity.y[middle] > 1.5)
    }
  }

  @Test("at the trunk, forward acceleration follows the change of vertical acceleration forward, opposes it backward")
  func trunkPhase() throws {
    for (direction, sign) in [(Direction.forward, 1.0), (.backward, -1.0)] {
      let simulator = WalkSimulator(placements: [.lowerBack])
      let stream = try #require(simulator.walk(.straight(direction, strides: 8)).recording[.lowerBack])
      var correlation = 0.0
      for i in 400..<800 {
        correlation += stream.acceleration.x[i] * (stream.acceleration.z[i + 1] - stream.acceleration.z[i - 1])
      }
      #expect(sign * correlation > 0)
    }
  }

  @Test("the same seed gives the same walk, another seed another one")
  func seeds() {
    var simulator = WalkSimulator(seed: 7, effects: .realistic)
    let program = WalkProgram(
      [.stand(1), .walk(.init(.forward, strides: 5, strideLength: 1.2, speed: 1.1))], variability: 0.03)
    let first = simulator.walk(program)
    #expect(first.recording == simulator.walk(program).recording)
    simulator.seed = 8
    #expect(first.recording != simulator.walk(program).recording)
  }

  @Test("turning the sensor in its case changes no magnitude")
  func mounting() throws {
    var simulator = WalkSimulator()
    let plain = try #require(simulator.walk(.straight(strides: 3)).recording[.leftFoot])
    simulator.effects.mounting = [0.4, -2.1, 1.3]
    let turned = try #require(simulator.walk(.straight(strides: 3)).recording[.leftFoot])
    for i in stride(from: 0, to: plain.count, by: 7) {
      #expect(abs(plain.acceleration[i].norm - turned.acceleration[i].norm) < 1e-9)
      #expect(abs(plain.angularVelocity[i].norm - turned.angularVelocity[i].norm) < 1e-9)
    }
  }

  @Test("noise has the standard deviation asked for and bias the mean")
  func noiseAndBias() throws {
    var simulator = WalkSimulator(placements: [.leftFoot])
    simulator.effects.gyroscopeNoise = 0.02
    simulator.effects.gyroscopeBias = [0.05, 0, 0]
    let stream = try #require(simulator.walk(WalkProgram([.stand(60)])).recording[.leftFoot])
    let values = stream.angularVelocity.x
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    #expect(abs(mean - 0.05) < 0.001)
    #expect(abs(variance.squareRoot() - 0.02) < 0.001)
  }

  @Test("clipping, lost packets and a cut show in the stream")
  func effects() throws {
    var simulator = WalkSimulator(placements: [.leftFoot])
    simulator.effects.gyroscopeRange = 2
    simulator.effects.lostPackets = [.init(start: 4, length: 0.5)]
    simulator.effects.cut = 3
    let stream = try #require(simulator.walk(.straight(strides: 6)).recording[.leftFoot])
    #expect(stream.angularVelocity.y.allSatisfy { abs($0) <= 2 })
    #expect(stream.time.first == 3)
    #expect(!stream.time.contains { $0 >= 4 && $0 < 4.5 })
  }

  @Test("both feet are on the ground for what stances overlap, twice in a stride")
  func doubleSupport() throws {
    let program = WalkProgram.straight(strides: 8)
    guard case .walk(let walk) = program.parts[1] else { return }
    let middle = WalkSimulator().walk(program).strides.dropFirst(5).prefix(4)
    let expected = (2 * walk.stanceShare - 1) * walk.strideDuration
    for stride in middle { #expect(abs(try #require(stride.doubleSupport) - expected) < 1e-9) }
  }

  @Test("the turns of each foot sum up to the turn that was asked for", arguments: [180.0, -90, 360])
  func turn(degrees: Double) throws {
    let program = try ProgramText("stand 1, forward 3, turn \(Int(degrees)), forward 3, stand 1").program
    let strides = WalkSimulator().walk(program).strides
    for foot in Side.allCases {
      let sum = strides.filter { $0.foot == foot }.compactMap(\.turn).reduce(0, +)
      #expect(abs(sum - degrees * .pi / 180) < 1e-9)
    }
  }

  @Test("the jolt of a contact leaves the foot as fast as it was")
  func jolt() throws {
    var simulator = WalkSimulator(placements: [.leftFoot])
    let plain = simulator.walk(.straight(strides: 6))
    simulator.effects.impact = 30
    let jolted = try #require(simulator.walk(.straight(strides: 6)).recording[.leftFoot])
    let smooth = try #require(plain.recording[.leftFoot])
    let contact = plain.strides[3].end
    let added = jolted.time.indices.filter { abs(jolted.time[$0] - contact - 0.05) < 0.1 }
      .map { jolted.acceleration.z[$0] - smooth.acceleration.z[$0] }
    let size = added.reduce(0) { $0 + abs($1) }
    #expect(size > 10 && abs(added.reduce(0, +)) < 0.02 * size)
  }

  @Test("a sensor that follows the shank goes toes down all through a stance, and back in the swing")
  func stanceTurn() throws {
    let swings = try #require(StepPlan(.straight(strides: 6), seed: 1).swings[.left])
    let turn = StanceTurn(range: 0.4, swings: swings)
    for (swing, next) in zip(swings, swings.dropFirst()) {
      let (start, end) = (swing.initialContact, next.finalContact)
      let states = [start, (start + end) / 2, end - 1e-9].map(turn.state)
      #expect(zip(states, [0.2, 0, -0.2]).allSatisfy { abs($0.value - $1) < 1e-6 })
      #expect(states.allSatisfy { abs($0.rate + 0.4 / (end - start)) < 1e-6 })
    }
    #expect(turn.state(at: 0).value == 0)
  }
}
