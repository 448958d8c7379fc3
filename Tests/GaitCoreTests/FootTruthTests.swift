import GaitCore
import GaitModel
import GaitSimulation
import Testing

/// What an analysis of a simulated walk found, beside what really happened.
struct Comparison {
  let found: GaitResult
  let truth: [Stride]
  /// Pairs of strides of the same foot whose swings overlap in time.
  let pairs: [(found: Stride, truth: Stride)]

  init(_ walk: SimulatedWalk) {
    found = GaitAnalysis()(walk.recording)
    truth = walk.strides
    let strides = found.strides
    pairs = walk.strides.compactMap { truth in
      strides.first { $0.foot == truth.foot && $0.finalContact < truth.end && truth.finalContact < $0.end }
        .map { ($0, truth) }
    }
  }

  func errors(_ value: (Stride) -> Double?) -> [Double] {
    pairs.compactMap { pair in
      guard let a = value(pair.found), let b = value(pair.truth) else { return nil }
      return a - b
    }
  }

  static func worst(_ errors: [Double]) -> Double { errors.map(abs).max() ?? .infinity }
  static func mean(_ errors: [Double]) -> Double { errors.reduce(0, +) / Double(errors.count) }
}

@Suite("A foot-worn sensor against simulated truth")
struct FootTruthTests {
  @Test(
    "each stride is found once, with its direction and first contact",
    arguments: [Direction.forward, .backward, .sideways])
  func findsStrides(direction: Direction) {
    let result = Comparison(WalkSimulator().walk(.straight(direction, strides: 12)))
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.count == result.truth.count)
    for pair in result.pairs {
      #expect(pair.found.direction == pair.truth.direction)
      #expect(pair.found.contact == pair.truth.contact)
      #expect(pair.found.rejectReason == nil)
    }
  }

  /// Long strides at an easy speed and slow walking: the foot turns evenly more than once in a swing.
  private static let unhurried: [WalkProgram.Walk] = [
    .init(.forward, strides: 20, strideLength: 1.42, speed: 1.01),
    .init(.forward, strides: 12, strideLength: 0.55, speed: 0.27),
    .init(.backward, strides: 16, strideLength: 0.74, speed: 0.34),
    .init(.backward, strides: 16, strideLength: 0.48, speed: 0.22),
  ]

  @Test(
    "quiet moments of a swing are not taken for stances, at any rate", arguments: unhurried,
    [50.0, 100, 128, 200, 256, 400])
  func quietMomentsOfASwing(walk: WalkProgram.Walk, rate: Double) {
    let program = WalkProgram([.stand(3), .walk(walk), .stand(3)])
    var effects = SensorEffects.realistic
    effects.samplingRate = rate
    let result = Comparison(WalkSimulator(effects: effects).walk(program))
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.count == result.truth.count)
    // A stride may lack its length; that it goes the other way may never be sure.
    #expect(result.pairs.allSatisfy { $0.found.sureDirection == nil || $0.found.sureDirection == $0.truth.direction })
    let measured = result.pairs.count { $0.found.isValid && $0.found.length != nil }
    #expect(Double(measured) >= 0.9 * Double(result.truth.count))
  }

  /// Slow walks of a person whose right foot drops: it rises onto its toes and pauses there before it swings.
  private static let pareticWalks: [(length: Double, speed: Double)] = [
    (0.37, 0.15), (0.61, 0.31), (0.74, 0.34), (0.78, 0.32), (1.02, 0.42),
  ]

  @Test("a pause on the toes before a swing costs no length", arguments: pareticWalks, [50.0, 100, 200])
  func pauseOnTheToes(walk: (length: Double, speed: Double), rate: Double) {
    var paretic = WalkProgram.Walk(.forward, strides: 12, strideLength: walk.length, speed: walk.speed)
    paretic.affected = .init(.right, style: .paretic, stanceShare: 0.6)
    var effects = SensorEffects.realistic
    effects.samplingRate = rate
    let result = Comparison(WalkSimulator(effects: effects).walk(WalkProgram([.stand(3), .walk(paretic), .stand(3)])))
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.allSatisfy { $0.isValid && $0.length != nil && $0.sureDirection == .forward })
    #expect(Comparison.worst(result.errors(\.length)) < 0.05)
  }

  @Test("lengths are right to a centimeter", arguments: [Direction.forward, .backward, .sideways])
  func lengths(direction: Direction) {
    let result = Comparison(WalkSimulator().walk(.straight(direction, strides: 12)))
    #expect(Comparison.worst(result.errors(\.length)) < 0.012)
  }

  @Test("the interval of each length holds the true one", arguments: [Direction.forward, .backward, .sideways])
  func intervals(direction: Direction) throws {
    let result = Comparison(WalkSimulator(effects: .realistic).walk(.straight(direction, strides: 12)))
    for pair in result.pairs {
      let interval = try #require(pair.found.lengthInterval)
      #expect(interval.contains(try #require(pair.truth.length)))
      #expect(interval.contains(try #require(pair.found.length)))
      #expect(interval.upperBound - interval.lowerBound < 0.2)
    }
  }

  @Test("a walk on the treadmill looks the same, since the belt is at rest for the foot")
  func treadmill() {
    // A frame that moves evenly changes no reading, so the recording of an overground walk is that of a treadmill.
    let details = RecordingDetails(surface: .treadmill, beltSpeed: 1.25)
    let walk = WalkSimulator().walk(.straight(strides: 10), details: details)
    #expect(Comparison.worst(Comparison(walk).errors(\.length)) < 0.012)
  }

  @Test("contact times are within 40 ms, and repeat within 5 ms", arguments: [Direction.forward, .backward])
  func contactTimes(direction: Direction) {
    let result = Comparison(WalkSimulator().walk(.straight(direction, strides: 12)))
    for errors in [result.errors { $0.end }, result.errors { $0.finalContact }] {
      let bias = Comparison.mean(errors)
      #expect(abs(bias) < 0.040)
      // The first and last half strides differ in shape from the rest.
      let repeated = errors.map { abs($0 - bias) }.sorted()
      #expect(repeated[repeated.count * 3 / 4] < 0.005)
    }
  }

  @Test("foot pitch at contact is within 5 degrees", arguments: [Direction.forward, .backward])
  func pitch(direction: Direction) {
    let result = Comparison(WalkSimulator().walk(.straight(direction, strides: 12)))
    #expect(Comparison.worst(result.errors { $0.footPitchAtContact.map { $0 * 180 / .pi } }) < 5)
  }

  @Test("stairs and slopes keep their height", arguments: [0.34, 0.1, -0.2])
  func elevation(rise: Double) {
    let walk = WalkProgram.Walk(.forward, strides: 10, strideLength: 1.0, speed: 0.9, elevation: rise)
    let result = Comparison(WalkSimulator().walk(WalkProgram([.stand(2), .walk(walk), .stand(2)])))
    #expect(Comparison.worst(result.errors(\.elevation)) < 0.02)
  }

  @Test("circumduction shows as lateral excursion, lift as clearance")
  func excursions() {
    var style = SwingStyle.forward
    style.circumduction = 0.08
    style.lift = 0.05
    let walk = WalkProgram.Walk(.forward, strides: 10, strideLength: 1.2, speed: 1.1, style: style)
    let result = Comparison(WalkSimulator().walk(WalkProgram([.stand(2), .walk(walk), .stand(2)])))
    #expect(Comparison.worst(result.errors(\.lateralExcursion)) < 0.02)
    #expect(Comparison.worst(result.errors(\.clearance)) < 0.03)
  }

  @Test("walking slowly with short strides is still walking", arguments: [(0.4, 0.3), (0.3, 0.2), (0.6, 0.4)])
  func slowWalking(strideLength: Double, speed: Double) {
    let walk = WalkProgram.Walk(.forward, strides: 10, strideLength: strideLength, speed: speed)
    let result = Comparison(WalkSimulator().walk(WalkProgram([.stand(2), .walk(walk), .stand(2)])))
    #expect(result.pairs.count == result.truth.count)
    #expect(Comparison.worst(result.errors(\.length)) < 0.02)
  }

  @Test("both feet tell the time of double support")
  func doubleSupport() {
    let result = Comparison(WalkSimulator().walk(.straight(strides: 12)))
    let errors = result.errors(\.doubleSupport)
    #expect(errors.count > 10)
    #expect(Comparison.worst(errors) < 0.08)
  }

  @Test("both feet tell the time of a step; one foot does not")
  func stepTime() {
    let result = Comparison(WalkSimulator().walk(.straight(strides: 12)))
    let errors = result.errors(\.stepTime)
    #expect(errors.count > 10)
    #expect(Comparison.worst(errors) < 0.04)
    let alone = Comparison(WalkSimulator(placements: [.rightFoot]).walk(.straight(strides: 10)))
    #expect(!alone.found.strides.isEmpty && alone.found.strides.allSatisfy { $0.stepTime == nil })
  }

  @Test("one foot alone is enough")
  func oneFoot() {
    let result = Comparison(WalkSimulator(placements: [.rightFoot]).walk(.straight(.backward, strides: 10)))
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.allSatisfy { $0.direction == .backward && $0.doubleSupport == nil })
    #expect(result.found.bouts.map(\.direction) == [.backward])
  }

  @Test("forward and backward walking of one recording are two bouts")
  func bouts() {
    let program = WalkProgram([
      .stand(2), .walk(.init(.forward, strides: 8, strideLength: 1.3, speed: 1.2)), .stand(1),
      .walk(.init(.backward, strides: 8, strideLength: 0.9, speed: 0.7)), .stand(2),
    ])
    let result = Comparison(WalkSimulator().walk(program))
    #expect(result.found.bouts.map(\.direction) == [.forward, .backward])
    #expect(result.found.bouts.map(\.strides) == [17, 17])
  }

  @Test("a turn on the spot is in place, a curve is walking")
  func turns() {
    let spot = WalkProgram([.stand(2), .turn(degrees: 180, steps: 6), .stand(2)])
    let turning = Comparison(WalkSimulator().walk(spot))
    #expect(turning.found.bouts.isEmpty)
    #expect(turning.found.strides.allSatisfy { $0.direction == .inPlace })
    let curve = WalkProgram([
      .stand(2), .walk(.init(.forward, strides: 8, strideLength: 1.1, speed: 1.0, curve: 25)), .stand(2),
    ])
    let walking = Comparison(WalkSimulator().walk(curve))
    #expect(walking.found.strides.filter { $0.direction == .forward }.count == walking.truth.count)
    #expect(Comparison.worst(walking.errors { $0.turn.map { $0 * 180 / .pi } }) < 2)
  }

  @Test("nothing moves, nothing is found")
  func table() {
    var simulator = WalkSimulator()
    simulator.effects = .realistic
    let result = Comparison(simulator.walk(WalkProgram([.stand(30)])))
    #expect(result.found.strides.isEmpty)
    #expect(result.found.warnings.count == 2)
  }
}
