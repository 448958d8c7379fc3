import GaitModel
import GaitSignal
import Testing

@testable import GaitCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("One sensor on the lower back")
struct LowerBackTests {
  static let mountings = [
    Quaternion.identity,
    // Upside down, turned half round, on its side, and askew.
    Quaternion(rotationVector: Vector3(Double.pi, 0, 0)),
    Quaternion(rotationVector: Vector3(0, 0, Double.pi)),
    Quaternion(rotationVector: Vector3(0, Double.pi / 2, 0)),
    Quaternion(rotationVector: Vector3(1.1, -0.6, 2.2)),
  ]

  @Test("the direction of walking does not depend on how the sensor is mounted", arguments: mountings, [false, true])
  func direction(mounting: Quaternion, isBackward: Bool) throws {
    let walker = LowerBackWalker(isBackward: isBackward, mounting: mounting)
    let result = LowerBackAnalysis()(walker.stream())
    #expect(result.strides.count >= walker.steps - 2)
    #expect(result.strides.allSatisfy { $0.direction == (isBackward ? .backward : .forward) })
    // A walk that is backward throughout looks like one forward with the sensor on the belly.
    #expect(result.strides.allSatisfy { (isBackward ? 0.5...0.6 : 0.8...1).contains($0.directionConfidence ?? 0) })
    #expect(result.warnings.contains(.backOrWaist) == isBackward)
    let front = try #require(result.findings.alignment?.rotation[0])
    let expected = mounting.rotate(Vector3(1, 0, 0))
    #expect(Vector3(front[0], front[1], front[2]).dot(expected) > 0.95)
  }

  @Test("each step is one swing, of left and right in turn", arguments: [false, true])
  func sides(isBackward: Bool) throws {
    let walker = LowerBackWalker(isBackward: isBackward)
    let result = LowerBackAnalysis()(walker.stream())
    for (k, lowest) in walker.lowestPoints.enumerated() where (2..<walker.steps - 2).contains(k) {
      // The step ends shortly before the trunk is lowest.
      let ending = result.strides.filter { (lowest - 0.15...lowest).contains($0.end) }
      #expect(ending.count == 1)
      // In the mirror image of time the last step is the first, and the foot that left the ground is the one that
      // comes down.
      let isRight = isBackward ? !(walker.steps - 1 - k).isMultiple(of: 2) : k.isMultiple(of: 2)
      #expect(ending.first?.foot == (isRight ? .right : .left))
    }
    let durations = result.strides.compactMap(\.duration)
    #expect(durations.count >= walker.steps - 4)
    let middle = try #require(median(of: durations))
    #expect(abs(middle - 2 * walker.step) < 0.01 * 2 * walker.step)
  }

  @Test("a change of direction in the middle of a walk is found within two strides")
  func change() throws {
    var forward = LowerBackWalker()
    forward.standing = 3
    var backward = forward
    backward.isBackward = true
    // Without a pause: the end of the one and the start of the other are one step apart.
    let a = forward.stream()
    let b = backward.stream()
    let cut = Int((forward.duration - forward.standing) * forward.rate)
    let skip = Int(backward.standing * backward.rate)
    func joined(_ s: TriaxialSeries, _ t: TriaxialSeries) -> [Vector3] {
      (0..<cut).map { s[$0] } + (skip..<t.count).map { t[$0] }
    }
    let stream = LowerBackWalker.stream(
      force: joined(a.acceleration, b.acceleration), rate: joined(a.angularVelocity, b.angularVelocity),
      samplingRate: forward.rate)
    let result = LowerBackAnalysis()(stream)
    let turn = Double(cut) / forward.rate
    let margin = 4 * forward.step
    #expect(result.strides.filter { $0.end < turn - margin }.allSatisfy { $0.direction == .forward })
    #expect(result.strides.filter { $0.finalContact > turn + margin }.allSatisfy { $0.direction == .backward })
    #expect(Set(result.strides.map(\.direction)) == [.forward, .backward])
  }

  @Test("a sensor that lies on a table takes no steps")
  func table() {
    var walker = LowerBackWalker()
    walker.drop = 0
    walker.surge = 0
    walker.steps = 1
    walker.standing = 60
    walker.noise = (0.05, 0.005)
    var random = SplitMix64(state: 3)
    let still = (0..<12_000).map { _ in Vector3(0, 9.81, 0) + random.vector() * 0.05 }
    let stream = LowerBackWalker.stream(
      force: still, rate: still.map { _ in random.vector() * 0.005 }, samplingRate: 100)
    let result = LowerBackAnalysis()(stream)
    #expect(result.strides.isEmpty)
    #expect(result.findings.alignment == nil)
    #expect(result.warnings == [.noWalking])
  }

  @Test("movement without a rhythm is no walking")
  func fidgeting() {
    // Noise below 2 Hz as strong as walking: bending, sitting down, picking things up.
    var random = SplitMix64(state: 11)
    var columns = (0..<6).map { _ in (0..<30_000).map { _ in random.normal() } }
    for c in columns.indices {
      RecursiveFilter.lowPass(cutoff: 2, rate: 100).applyForwardAndBackward(to: &columns[c])
    }
    let force = (0..<30_000).map { Vector3(columns[0][$0], columns[1][$0], columns[2][$0]) * 6 + Vector3(0, 0, 9.81) }
    let rate = (0..<30_000).map { Vector3(columns[3][$0], columns[4][$0], columns[5][$0]) }
    let result = LowerBackAnalysis()(LowerBackWalker.stream(force: force, rate: rate, samplingRate: 100))
    // Five minutes of walking would have some 550; chance may not make one in twenty of them. The rest are times only.
    #expect(result.strides.count { $0.direction != nil } < 28)
    #expect(result.strides.allSatisfy { $0.direction != nil || $0.length == nil && !$0.isValid })
  }

  @Test("sitting down, standing up and bending down are no walking")
  func movementsOfDailyLife() {
    // Each lowers or lifts the trunk by 0.4 m in 1.5 s and tilts it by 40° and back, every five seconds.
    let (rate, duration, tilt) = (100.0, 1.5, 40 * Double.pi / 180)
    var random = SplitMix64(state: 5)
    var (force, turning) = ([Vector3](), [Vector3]())
    for i in 0..<12_000 {
      let t = Double(i) / rate
      let (number, since) = ((t / 5).rounded(.down), t.truncatingRemainder(dividingBy: 5))
      let phase = since < duration ? 2 * Double.pi * since / duration : 0
      let isMoving = since < duration
      // The path 0.4·(phase − sin phase)/2π, down and up in turn.
      let vertical =
        (Int(number).isMultiple(of: 2) ? -1.0 : 1.0) * 0.4 * 2 * Double.pi / (duration * duration) * sin(phase)
      let angle = isMoving ? tilt * (1 - cos(phase)) / 2 : 0
      let speed = isMoving ? tilt * Double.pi / duration * sin(phase) : 0
      let g = 9.81 + vertical
      force.append(Vector3(-g * sin(angle), 0, g * cos(angle)) + random.vector() * 0.05)
      turning.append(Vector3(0, speed, 0) + random.vector() * 0.005)
    }
    let result = LowerBackAnalysis()(LowerBackWalker.stream(force: force, rate: turning, samplingRate: rate))
    #expect(result.strides.isEmpty)
  }

  @Test("the sampling rate does not matter", arguments: [50.0, 64, 128, 200, 400])
  func samplingRate(rate: Double) {
    let reference = LowerBackAnalysis()(LowerBackWalker().stream())
    var walker = LowerBackWalker()
    walker.rate = rate
    let result = LowerBackAnalysis()(walker.stream())
    #expect(result.strides.count == reference.strides.count)
    for (a, b) in zip(result.strides, reference.strides) {
      #expect(abs(a.end - b.end) < 0.02)
      #expect(a.foot == b.foot)
      #expect(a.direction == b.direction)
      if let x = a.length, let y = b.length { #expect(abs(x - y) < 0.05) }
    }
  }

  @Test("time stamps that are rounded to hundredths do not matter")
  func roundedStamps() {
    var walker = LowerBackWalker()
    walker.rate = 128
    let exact = walker.stream()
    var rounded = exact
    rounded.time = exact.time.map { ($0 * 100).rounded() / 100 }
    rounded.timing.rate = Double(rounded.count - 1) / (rounded.time[rounded.count - 1] - rounded.time[0])
    let (a, b) = (LowerBackAnalysis()(exact), LowerBackAnalysis()(rounded))
    #expect(a.strides.count == b.strides.count)
    #expect(zip(a.strides, b.strides).allSatisfy { abs($0.end - $1.end) < 0.02 && $0.direction == $1.direction })
  }

  @Test("four strides are enough, fast or slow, forward or backward", arguments: [0.4, 0.55, 0.9], [false, true])
  func shortBout(step: Double, isBackward: Bool) {
    // Six steps: the first two end no whole stride.
    var walker = LowerBackWalker(isBackward: isBackward)
    walker.steps = 6
    walker.step = step
    walker.drop = step > 0.8 ? 0.012 : 0.03
    walker.surge = step > 0.8 ? 0.5 : 1.4
    let strides = LowerBackAnalysis()(walker.stream()).strides
    #expect((4...6).contains(strides.count { $0.start != nil }))
    #expect(strides.allSatisfy { $0.direction == (isBackward ? .backward : .forward) })
  }

  @Test("a walk at 0.4 m/s keeps its strides and its direction", arguments: [false, true])
  func slowWalk(isBackward: Bool) {
    // Strides of 0.7 m in 1.8 s, of someone whose trunk moves even less than such short steps ask for.
    var walker = LowerBackWalker(isBackward: isBackward)
    walker.step = 0.9
    walker.drop = 0.008
    walker.surge = 0.35
    let strides = LowerBackAnalysis()(walker.stream()).strides
    #expect((walker.steps - 1...walker.steps + 2).contains(strides.count))
    let direction = isBackward ? Direction.backward : .forward
    #expect(strides.dropFirst(2).dropLast(2).allSatisfy { $0.direction == direction })
    // The swings next to standing may be too short to go anywhere.
    #expect(strides.allSatisfy { $0.direction == direction || $0.direction == .inPlace })
    #expect(abs((median(of: strides.compactMap(\.duration)) ?? 0) - 1.8) < 0.02)
  }

  @Test("a declared front is believed, and contradicted aloud")
  func declaredFront() throws {
    let stream = LowerBackWalker().stream()
    var analysis = LowerBackAnalysis()
    analysis.front = .x
    let right = analysis(stream)
    #expect(right.strides.allSatisfy { $0.direction == .forward })
    #expect(!right.warnings.contains { [.frontContradicted, .frontContradictedOrAtWaist].contains($0.code) })
    analysis.front = .minusX
    let wrong = analysis(stream)
    #expect(wrong.strides.allSatisfy { $0.direction == .backward })
    #expect(wrong.warnings.contains(.frontContradictedOrAtWaist(.minusX)))
  }

  @Test("a sensor at the front of the waist tells directions as one on the back does", arguments: [false, true])
  func waistFront(isBackward: Bool) throws {
    var walker = LowerBackWalker(isBackward: isBackward)
    // A belt buckle is farther from the axis of the pelvis than the sacrum.
    walker.lever = -0.2
    let direction: Direction = isBackward ? .backward : .forward
    // By the name of its place.
    var stream = walker.stream()
    stream.placement = .waistFront
    let named = LowerBackAnalysis()(stream)
    #expect(named.strides.count >= walker.steps - 2)
    #expect(named.strides.allSatisfy { $0.sureDirection == direction })
    #expect(named.findings.placement == .waistFront)
    // By a declared front, which is away from the body.
    var analysis = LowerBackAnalysis()
    analysis.front = .x
    let declared = analysis(walker.stream())
    #expect(declared.strides.allSatisfy { $0.direction == direction })
    #expect(
      !declared.warnings.contains { $0.code == .frontContradicted || $0.code == .frontContradictedOrAtWaist }
        || isBackward)
    if !isBackward { #expect(declared.strides.allSatisfy { $0.sureDirection == .forward }) }
    // By nothing: directions are relative.
    let unknown = LowerBackAnalysis()(walker.stream())
    if !isBackward { #expect(unknown.strides.allSatisfy { $0.sureDirection == nil }) }
  }

  @Test("a declared front makes backward walking sure")
  func declaredBackward() {
    var analysis = LowerBackAnalysis()
    analysis.front = .x
    let strides = analysis(LowerBackWalker(isBackward: true).stream()).strides
    #expect(strides.allSatisfy { $0.sureDirection == .backward })
  }

  @Test("steps of one second and more that differ by half are found", arguments: [1.0, 1.3])
  func slowUnevenSteps(step: Double) {
    var walker = LowerBackWalker()
    walker.step = step
    walker.drop = 0.015
    walker.surge = 0.35
    walker.limp = (time: 0.12 * step, force: 0.3)
    let strides = LowerBackAnalysis()(walker.stream()).strides
    #expect((walker.steps - 1...walker.steps + 2).contains(strides.count))
    #expect(strides.dropFirst(2).dropLast(2).allSatisfy { $0.direction == .forward })
    #expect(abs((median(of: strides.compactMap(\.duration)) ?? 0) - 2 * step) < 0.04)
  }

  @Test("a front that the signals do not tell is not guessed in silence")
  func unknownFront() {
    // No lever, so nothing tells front from back; on its side, so no convention does.
    var walker = LowerBackWalker()
    walker.lever = -0.02
    walker.mounting = Quaternion(rotationVector: Vector3(0, Double.pi / 2, 0))
    var stream = walker.stream()
    // And a gyroscope that reads nothing.
    stream.angularVelocity = stream.angularVelocity.map { _ in 0 }
    let result = LowerBackAnalysis()(stream)
    #expect(!result.strides.isEmpty)
    #expect(result.strides.allSatisfy { $0.directionConfidence ?? 1 < 0.9 })
    #expect(result.warnings.contains(.frontUnsure))
  }

  @Test("no stride spans a gap")
  func gap() throws {
    let walker = LowerBackWalker()
    var stream = walker.stream()
    let missing = 900..<960
    let kept = (0..<stream.count).filter { !missing.contains($0) }
    func cut(_ s: TriaxialSeries) -> TriaxialSeries {
      TriaxialSeries(x: kept.map { s.x[$0] }, y: kept.map { s.y[$0] }, z: kept.map { s.z[$0] })
    }
    stream = SensorStream(
      placement: .lowerBack, time: kept.map { stream.time[$0] }, acceleration: cut(stream.acceleration),
      angularVelocity: cut(stream.angularVelocity), timing: stream.timing)
    let result = LowerBackAnalysis()(stream)
    #expect(result.strides.count > 10)
    for stride in result.strides {
      #expect(stride.end <= 9.0 || (stride.start ?? stride.finalContact) >= 9.58)
    }
  }

  @Test("the size of the blocks does not show in the result")
  func blocks() {
    let walks = (0..<12).map { _ in LowerBackWalker() }
    let stream = LowerBackWalker.stream(walks)
    var analysis = LowerBackAnalysis()
    let whole = analysis(stream)
    analysis.lowestPoints.displacement.blockSamples = 2_000
    let pieces = analysis(stream)
    #expect(whole.strides.count == pieces.strides.count)
    for (a, b) in zip(whole.strides, pieces.strides) {
      #expect(abs(a.end - b.end) < 1e-3)
      #expect(a.foot == b.foot && a.direction == b.direction)
    }
  }

  @Test("strides are counted for each foot and their events are listed in order")
  func events() {
    let result = LowerBackAnalysis()(LowerBackWalker().stream())
    for side in Side.allCases {
      #expect(
        result.strides.filter { $0.foot == side }.map(\.number)
          == Array(1...result.strides.count(where: { $0.foot == side })))
    }
    #expect(result.events.count == 2 * result.strides.count)
    #expect(zip(result.events, result.events.dropFirst()).allSatisfy { $0.time <= $1.time })
    #expect(result.strides.allSatisfy { $0.contact == nil && $0.finalContact < $0.end })
  }
}

@Suite("Parts of the analysis of the lower back")
struct LowerBackPartsTests {
  @Test("harmonics of a stride are those that were put in")
  func harmonics() {
    let n = 110
    let (a, b) = (1.7, 0.6)
    func x(_ i: Int) -> Double { 9.81 + a * wave(2, i) + b * wave(5, i, 0.25) }
    func wave(_ h: Double, _ i: Int, _ turn: Double = 0) -> Double {
      // Phasor by rotation, without a call to a library's cosine.
      Phasor(angle: 2 * Double.pi * (h * Double(i) / Double(n) + turn)).real
    }
    let stream = EvenStream(
      placement: .lowerBack, start: 0, rate: 100,
      acceleration: TriaxialSeries(
        x: (0..<n).map(x), y: [Double](repeating: 0, count: n), z: [Double](repeating: 0, count: n)),
      angularVelocity: TriaxialSeries(
        x: [Double](repeating: 0, count: n), y: [Double](repeating: 0, count: n),
        z: (0..<n).map { wave(1, $0) }), bridged: [])
    let harmonics = StrideHarmonics(of: stream, in: 0..<n)
    #expect(abs(harmonics.force(along: Vector3(1, 0, 0), 1).real - a) < 1e-12)
    #expect(abs(harmonics.force(along: Vector3(1, 0, 0), 4).imaginary - b) < 1e-12)
    #expect(harmonics.force(along: Vector3(1, 0, 0), 2).amplitude < 1e-12)
    // A rate of cos ωt is an angle of sin ωt / ω.
    let angle = harmonics.angle(about: Vector3(0, 0, 1), 0)
    #expect(abs(angle.imaginary + 1.1 / (2 * Double.pi)) < 1e-12)
  }

  @Test(
    "harmonics of a stride of any length are what the plain sum over its samples gives",
    arguments: [2, 3, 7, 110, 111])
  func foldedStride(count: Int) {
    let samples = (0..<count).map { i in
      let x = Double((i * 7919) % 101) / 50 - 1
      return SIMD4(x, x * x, Double(i), 1)
    }
    let stride = FoldedStride(samples[...])
    for h in [0, 1, 2, 5, 20] {
      var (real, imaginary) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
      for (i, sample) in samples.enumerated() {
        let turn = Phasor(angle: -2 * Double.pi * Double((h * i) % count) / Double(count))
        real += sample * turn.real
        imaginary += sample * turn.imaginary
      }
      let found = stride.harmonic(h)
      let scale = 2 / Double(count)
      for k in 0..<4 {
        #expect(abs(found.real[k] - real[k] * scale) < 1e-10)
        #expect(abs(found.imaginary[k] - imaginary[k] * scale) < 1e-10)
      }
    }
  }

  @Test("one step against all others does not change the state, a lasting change does")
  func smoother() {
    let smoother = TwoStateSmoother(change: 0.01)
    let outlier = smoother.probabilities(logOdds: [3, 3, 3, -3, 3, 3, 3])
    #expect(outlier.allSatisfy { $0 > 0.5 })
    let change = smoother.probabilities(logOdds: [3, 3, 3, 3, -3, -3, -3, -3])
    #expect(change[..<4].allSatisfy { $0 > 0.9 })
    #expect(change[4...].allSatisfy { $0 < 0.1 })
    #expect(smoother.probabilities(logOdds: []).isEmpty)
    #expect(smoother.probabilities(logOdds: [0]) == [0.5])
    let extreme = smoother.probabilities(logOdds: [1e6, -1e6])
    #expect(extreme[0] > 0.99 && extreme[1] < 0.01)
  }

  @Test("lowest points are those of the path, not of the noise on it")
  func lowestPoints() {
    let walker = LowerBackWalker()
    let segments = StreamSegmentation().segments(of: walker.stream())
    let points = LowestPointDetector().points(of: segments[0])
    let times = points.clear.map { segments[0].time(at: $0.position) }
    for lowest in walker.lowestPoints.dropFirst(2).dropLast(2) {
      #expect(times.count { abs($0 - lowest) < 0.02 } == 1)
    }
    #expect(points.all.count >= points.clear.count)
    // Well inside the walk the filters pass the movement nearly whole.
    let inside = points.clear.filter { (8.0...10.0).contains(segments[0].time(at: $0.position)) }
    #expect(inside.allSatisfy { abs($0.drop - walker.drop) < 0.15 * walker.drop })
  }

  @Test("a quick, flat step stays where steps are missing next to it, and one between two steps goes")
  func doubledSteps() throws {
    var walker = LowerBackWalker()
    walker.steps = 40
    let stream = try #require(StreamSegmentation().segments(of: walker.stream()).first)
    func sequence(gaps: [Double], flat: Int) throws -> [Double] {
      var times = [5.0]
      for gap in gaps { times.append(times[times.count - 1] + gap) }
      let points = times.enumerated().map { k, time in
        let position = time * stream.rate
        return LowestPoint(index: Int(position.rounded()), position: position, drop: k == flat ? 0.015 : 0.035)
      }
      let found = WalkingSequenceDetector().sequences(clear: points, all: points, in: stream)
      return try #require(found.first).positions.map { $0 / stream.rate - times[flat] }
    }
    let even = [Double](repeating: 0.65, count: 6)
    let turn = try sequence(gaps: even + [0.47, 0.47, 1.1, 1.1, 1.1] + even, flat: 7)
    #expect(turn.contains { abs($0) < 0.01 })
    let doubled = try sequence(gaps: even + [0.33, 0.32] + even, flat: 7)
    #expect(!doubled.contains { abs($0) < 0.01 })
  }
}

@Suite("How the trunk moves")
struct TrunkMeasureTests {
  @Test("an even walk is regular and smooth, and rises and falls by what it does")
  func evenWalk() throws {
    let walker = LowerBackWalker()
    let walks = LowerBackAnalysis()(walker.stream()).trunk
    let walk = try #require(walks.first)
    #expect(walks.count == 1)
    #expect(walk.direction == .forward)
    #expect(try #require(walk.measures.stepRegularity.up) > 0.8)
    #expect(try #require(walk.measures.strideRegularity.front) > 0.8)
    #expect(try #require(walk.measures.harmonicRatio.up) > 5)
    #expect(try #require(walk.measures.harmonicRatio.left) > 2)
    #expect(abs(try #require(walk.measures.verticalDisplacement) - walker.drop) < 0.15 * walker.drop)
    // A sine of that height at that step frequency.
    let w = 2 * Double.pi / walker.step
    #expect(abs(try #require(walk.measures.rms.up) - walker.drop / 2 * w * w / 2.0.squareRoot()) < 0.1)
  }

  @Test("a limp shows in the likeness of steps, not of strides")
  func limp() throws {
    let even = LowerBackWalker()
    var stream = even.stream()
    // Every second step is pushed up once more.
    var up = stream.acceleration.z
    for i in up.indices {
      let t = Double(i) / even.rate - even.standing
      guard t > 0, t < Double(even.steps - 1) * even.step else { continue }
      up[i] += 1.5 * Phasor(angle: .pi * t / even.step).real
    }
    stream.acceleration = TriaxialSeries(x: stream.acceleration.x, y: stream.acceleration.y, z: up)
    let usual = try #require(LowerBackAnalysis()(even.stream()).trunk.first)
    let limping = try #require(LowerBackAnalysis()(stream).trunk.first)
    #expect(try #require(limping.measures.stepRegularity.up) < #require(usual.measures.stepRegularity.up) - 0.2)
    #expect(try #require(limping.measures.strideRegularity.up) > 0.7)
    #expect(try #require(limping.measures.harmonicRatio.up) < #require(usual.measures.harmonicRatio.up))
  }

  @Test("running has neither direction nor length, whichever way the phases seem to tell", arguments: [112.0, -68])
  func running(surgePhase: Double) {
    var runner = LowerBackWalker()
    (runner.drop, runner.step, runner.surge, runner.surgePhase) = (0.08, 0.36, 3.5, surgePhase)
    let result = LowerBackAnalysis()(runner.stream())
    #expect(abs(result.strides.count - runner.steps) <= 2)
    // The first and the last stride are half as strong, as the simulated movement grows and fades.
    #expect(result.strides.dropFirst(3).dropLast(3).allSatisfy { $0.length == nil && $0.speed == nil })
    #expect(result.strides.count { $0.sureDirection != nil } <= 6)
    #expect(result.warnings.contains { $0.code == .stridesWithoutLength })
  }

  @Test(
    "a limp, even of steps of 0.33 and 0.77 s, costs no step, side or direction",
    arguments: [(0.04, 0.3), (0.07, 0.4), (0.1, 0.4), (0.1, 0.5), (0.1, 0.7)], [false, true])
  func limping(limp: (time: Double, force: Double), isBackward: Bool) {
    var walker = LowerBackWalker()
    walker.limp = limp
    walker.isBackward = isBackward
    let strides = LowerBackAnalysis()(walker.stream()).strides
    #expect(abs(strides.count - walker.steps) <= 2)
    #expect(zip(strides, strides.dropFirst()).allSatisfy { $0.foot != $1.foot })
    #expect(strides.allSatisfy { $0.direction == (isBackward ? .backward : .forward) })
  }

  @Test("a walk that turns from forward to backward is measured in both directions")
  func bothDirections() {
    var backward = LowerBackWalker()
    backward.isBackward = true
    let walks = LowerBackAnalysis()(LowerBackWalker.stream([LowerBackWalker(), backward])).trunk
    #expect(walks.map(\.direction) == [.forward, .backward])
    #expect(zip(walks, walks.dropFirst()).allSatisfy { $0.end < $1.start })
  }
}
