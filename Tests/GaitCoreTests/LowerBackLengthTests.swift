import Foundation
import GaitModel
import GaitSignal
import Testing

@testable import GaitCore

@Suite("Lengths from one sensor on the lower back")
struct LowerBackLengthTests {
  @Test("lengths of the same motion are shorter where it is backward and where it turns")
  func lengthsBackwardAndTurning() throws {
    let walker = LowerBackWalker()
    let analyzed = LowerBackAnalysis()(walker.stream())
    let backward = LowerBackAnalysis()(LowerBackWalker(isBackward: true).stream())
    let usual = try #require(median(of: analyzed.strides.compactMap(\.length)))
    let shorter = try #require(median(of: backward.strides.compactMap(\.length)))
    #expect((0.9...0.95).contains(shorter / usual))

    // The whole person turns to the left by 45° in a stride.
    var stream = walker.stream()
    let (rate, turning) = (stream.angularVelocity, Double.pi / 4 / (2 * walker.step))
    stream.angularVelocity = TriaxialSeries(
      x: rate.x, y: rate.y, z: zip(rate.z, stream.time).map { $0 + ($1 > walker.standing ? turning : 0) })
    let middle = LowerBackAnalysis()(stream).strides.filter { abs(($0.turn ?? 0) - .pi / 4) < 0.05 }
    let inTurn = try #require(median(of: middle.compactMap(\.length)))
    // The trunk goes along the arc, a stride from end to end of it.
    #expect((0.96...0.985).contains(inTurn / usual))
  }

  @Test("on a treadmill the length is the belt's speed times the duration")
  func treadmill() throws {
    let walker = LowerBackWalker()
    let details = RecordingDetails(surface: .treadmill, beltSpeed: 1.2)
    let strides = LowerBackAnalysis()(walker.stream(), details: details).strides.filter { $0.start != nil }
    #expect(!strides.isEmpty)
    for stride in strides {
      #expect(abs(try #require(stride.length) - 1.2 * 2 * walker.step) < 0.03)
    }
  }

  @Test("a belt's speed in kilometers per hour is noticed, and lengths are then from the trunk")
  func wrongUnitOfBeltSpeed() throws {
    let stream = LowerBackWalker().stream()
    let details = RecordingDetails(surface: .treadmill, beltSpeed: 4.3)
    let result = LowerBackAnalysis()(stream, details: details)
    #expect(result.warnings.contains(.lengths(.trunkAgainstBelt(usesHeight: false))))
    #expect(result.strides.map(\.length) == LowerBackAnalysis()(stream).strides.map(\.length))
    #expect(result.strides.map(\.lengthInterval) == LowerBackAnalysis()(stream).strides.map(\.lengthInterval))
  }

  @Test("a known distance sets the scale of all lengths, and narrows their intervals")
  func knownDistance() throws {
    let stream = LowerBackWalker().stream()
    let estimated = LowerBackAnalysis()(stream)
    // Each step takes the trunk half a stride.
    let meters = 1.15 * estimated.strides.compactMap { $0.length ?? $0.uncertainLength }.reduce(0, +) / 2
    let known = LowerBackAnalysis()(stream, details: RecordingDetails(walkedDistance: meters))
    let shown = (meters * 100).rounded() / 100
    #expect(known.warnings.contains(.lengths(.knownDistance(meters: shown, scale: 1.15))))
    for (known, estimated) in zip(known.strides, estimated.strides) {
      #expect(abs(try #require(known.length) / (try #require(estimated.length)) - 1.15) < 0.001)
      #expect(try #require(known.sharedLengthDeviation) < (try #require(estimated.sharedLengthDeviation)) / 2)
      let (narrow, wide) = (try #require(known.lengthInterval), try #require(estimated.lengthInterval))
      #expect(narrow.upperBound / narrow.lowerBound < wide.upperBound / wide.lowerBound)
    }
  }

  @Test("a distance that the steps cannot have gone is not used, and said so", arguments: [1.0, 500])
  func wrongDistance(meters: Double) {
    let stream = LowerBackWalker().stream()
    let result = LowerBackAnalysis()(stream, details: RecordingDetails(walkedDistance: meters))
    #expect(result.warnings.contains(.lengths(.trunkAgainstDistance(meters: meters, usesHeight: false))))
    #expect(result.strides.map(\.length) == LowerBackAnalysis()(stream).strides.map(\.length))
  }

  @Test("the same motion is a longer stride of a taller person")
  func height() throws {
    let stream = LowerBackWalker().stream()
    func middle(_ height: Double?) throws -> Double {
      let result = LowerBackAnalysis()(stream, details: RecordingDetails(height: height))
      #expect(result.warnings.contains(.lengths(.trunk(usesHeight: height != nil))))
      return try #require(median(of: result.strides.compactMap(\.length)))
    }
    let (short, unknown, tall) = (try middle(1.55), try middle(nil), try middle(1.85))
    #expect(short < unknown && unknown < tall)
    // With the power 0.25.
    #expect(abs(tall / short - 1.0452) < 0.002)
  }

  @Test("the interval of a length is wide, and wider backward, where fewer people were measured")
  func intervals() throws {
    func widths(_ walker: LowerBackWalker, _ details: RecordingDetails = RecordingDetails()) throws -> [Double] {
      try LowerBackAnalysis()(walker.stream(), details: details).strides.filter { $0.start != nil }.map { stride in
        let (length, interval) = (try #require(stride.length), try #require(stride.lengthInterval))
        #expect(interval.contains(length))
        return (interval.upperBound - interval.lowerBound) / length
      }
    }
    var walker = LowerBackWalker()
    let forward = try #require(median(of: try widths(walker)))
    let belt = try #require(median(of: try widths(walker, RecordingDetails(surface: .treadmill, beltSpeed: 1.1))))
    walker.isBackward = true
    let backward = try #require(median(of: try widths(walker)))
    #expect(belt < forward && forward < backward)
    #expect((0.5...0.9).contains(forward))
  }

  @Test("longer strides move the trunk more")
  func length() throws {
    func middle(_ drop: Double, _ surge: Double) throws -> Double {
      var walker = LowerBackWalker()
      walker.drop = drop
      walker.surge = surge
      return try #require(median(of: LowerBackAnalysis()(walker.stream()).strides.compactMap(\.length)))
    }
    let short = try middle(0.02, 0.8)
    let usual = try middle(0.035, 1.4)
    let long = try middle(0.05, 2.2)
    #expect(short < usual && usual < long)
    #expect((0.9...1.6).contains(usual))
  }

  @Test("next to standing strides are short, where a recording cuts the walk they are not")
  func standing() throws {
    var walker = LowerBackWalker()
    let whole = LowerBackAnalysis()(walker.stream()).strides.compactMap(\.length)
    let usual = try #require(median(of: whole))
    #expect((0.3...0.7).contains(try #require(whole.first) / usual))
    #expect((0.1...0.7).contains(try #require(whole.last) / usual))
    #expect(whole.dropFirst(3).dropLast(3).allSatisfy { abs($0 / usual - 1) < 0.1 })

    walker.standing = 0
    let cut = LowerBackAnalysis()(walker.stream()).strides.compactMap(\.length)
    #expect(!cut.isEmpty && cut.allSatisfy { abs($0 / usual - 1) < 0.15 })
  }

  @Test("where the trunk does not move as in walking, strides have no length, and a warning says why")
  func disagreement() throws {
    var walker = LowerBackWalker()
    walker.surgePhase = 20
    let rocking = LowerBackAnalysis()(walker.stream())
    #expect(!rocking.strides.isEmpty)
    #expect(rocking.strides.allSatisfy { $0.length == nil && $0.lengthInterval == nil && $0.speed == nil })
    #expect(rocking.warnings.contains { $0.code == .stridesWithoutLength })

    walker.surgePhase = 112
    let walking = LowerBackAnalysis()(walker.stream())
    #expect(walking.strides.allSatisfy { $0.length != nil })
    #expect(!walking.warnings.contains { $0.code == .stridesWithoutLength })

    // A belt tells lengths whatever the trunk does.
    walker.surgePhase = 20
    let belt = RecordingDetails(surface: .treadmill, beltSpeed: 1)
    #expect(LowerBackAnalysis()(walker.stream(), details: belt).strides.allSatisfy { $0.length != nil })
  }

  @Test("a stride whose direction cannot be told has no length, unless a belt tells it")
  func undecided() {
    var lengths = WalkLengths(
      byStep: [1.2], surroundings: WalkSurroundings(), limp: 0, model: TrunkStrideLength())
    func length(_ confidence: Double, _ agreement: Double = 0.8) -> Double? {
      lengths.length(
        endingWith: 0, TravelDirection(direction: .forward, confidence: confidence, agreement: agreement))
    }
    #expect(length(0.9) == 1.2)
    #expect(length(0.55) == nil)
    #expect(length(0.9, 0.2) == nil)
    lengths.isFromBelt = true
    #expect(length(0.55) == 1.2)
  }

  @Test("the less a stride agrees with walking, the wider is the interval of its length")
  func agreement() {
    func width(_ agreement: Double) -> Double {
      let interval = TrunkStrideLength().interval(
        of: 1.2, travel: TravelDirection(direction: .forward, confidence: 1, agreement: agreement), turn: 0,
        duration: 1.2, shared: 0.12, scatter: 0, limp: 0, ramp: 0)
      return interval.upperBound / interval.lowerBound
    }
    #expect(width(0.3) > 1.1 * width(0.95))
  }

  @Test("among strides that differ a single one is less sure")
  func scatter() throws {
    let length = TrunkStrideLength()
    let even = length.scatter(of: [1.2, 1.2, 1.2, 1.2, 1.2], around: 2)
    let uneven = length.scatter(of: [1.2, 0.4, 1.2, 0.4, 1.2], around: 2)
    #expect(even == 0 && uneven > 0.4)
    #expect(length.scatter(of: [0, 0, 1], around: 0).isFinite)
    func width(_ scatter: Double) -> Double {
      let interval = length.interval(
        of: 1.2, travel: TravelDirection(direction: .forward, confidence: 1, agreement: 1), turn: 0, duration: 1.2,
        shared: 0.12, scatter: scatter, limp: 0, ramp: 0)
      return interval.upperBound / interval.lowerBound
    }
    #expect(width(uneven) > 1.2 * width(even))
  }

  @Test("a walk out of standing, out of other movement, and one that is cut are told apart")
  func surroundings() throws {
    var walker = LowerBackWalker()
    func ends(_ stream: SensorStream) throws -> (before: Double, middle: Double) {
      let strides = LowerBackAnalysis()(stream).strides
      func width(_ stride: Stride) throws -> Double {
        let interval = try #require(stride.lengthInterval)
        return log(interval.upperBound / interval.lowerBound)
      }
      return (try width(strides[1]), try width(strides[strides.count / 2]))
    }
    let standing = try ends(walker.stream())
    #expect(standing.before > standing.middle)

    // The person sways at 3 Hz before the walk.
    var stream = walker.stream()
    let force = stream.acceleration
    let sway = stream.time.map { $0 < walker.standing - walker.step ? 1.5 * sin(6 * Double.pi * $0) : 0 }
    stream.acceleration = TriaxialSeries(x: force.x, y: zip(force.y, sway).map { $0 + $1 }, z: force.z)
    let moving = try ends(stream)
    #expect(moving.before > moving.middle)
    #expect(abs(moving.middle - standing.middle) < 1e-4)

    walker.standing = 0
    let cut = try ends(walker.stream())
    #expect(cut.before < standing.before && cut.before < moving.before)
  }

  @Test("the interval of a stride next to standing is wider for its length")
  func intervalNextToStanding() throws {
    let strides = LowerBackAnalysis()(LowerBackWalker().stream()).strides
    func width(_ stride: Stride?) throws -> Double {
      let interval = try #require(stride?.lengthInterval)
      return interval.upperBound / interval.lowerBound
    }
    #expect(try width(strides.last) > 1.3 * width(strides[strides.count / 2]))
  }
}

@Suite("What the trunk goes in each step")
struct TrunkProgressTests {
  private func progress(
    of truth: [Double], turns: [Double]? = nil, directions: [Direction]? = nil, surroundings: WalkSurroundings
  ) -> [Double] {
    let sums = (0..<truth.count - 2).map { truth[$0 + 1] + truth[$0 + 2] }
    return TrunkProgress().progress(
      sums: sums, turns: turns ?? sums.map { _ in 0 },
      directions: directions ?? truth.map { _ in .forward }, surroundings: surroundings)
  }

  @Test("an even walk stays even")
  func even() {
    let found = progress(of: Array(repeating: 0.6, count: 12), surroundings: WalkSurroundings())
    #expect(found.count == 12)
    #expect(found.allSatisfy { abs($0 - 0.6) < 1e-9 })
  }

  @Test("a walk from standing to standing: every step within 6 cm")
  func ramps() {
    let truth = [0.3, 0.58, 0.63, 0.65, 0.65, 0.66, 0.65, 0.64, 0.6, 0.43, 0.12]
    let found = progress(of: truth, surroundings: WalkSurroundings(before: .standing, after: .standing))
    for (found, truth) in zip(found, truth) { #expect(abs(found - truth) < 0.06) }
    // Twice these are strides; their sum is the way.
    #expect(abs(found.reduce(0, +) - truth.reduce(0, +)) < 0.08)
  }

  @Test("a slow turn in the middle is a slow turn, not a slow walk")
  func turn() {
    let truth = [0.65, 0.65, 0.65, 0.65, 0.4, 0.3, 0.4, 0.65, 0.65, 0.65, 0.65]
    let turns = [0, 0, 0, 0.8, 1.4, 1.4, 0.8, 0, 0]
    let found = progress(of: truth, turns: turns, surroundings: WalkSurroundings())
    for k in [0, 1, 2, 8, 9, 10] { #expect(abs(found[k] - 0.65) < 0.06) }
    #expect(found[5] < 0.4)
    #expect(abs(found.reduce(0, +) - truth.reduce(0, +)) < 0.1)
  }

  @Test("nothing is negative, and too few steps tell nothing", arguments: 1...40)
  func properties(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let count = Int(random.next() % 30)
    let sums = (0..<max(0, count - 2)).map { _ in 2 * random.uniform() }
    let found = TrunkProgress().progress(
      sums: sums, turns: sums.map { _ in 6 * random.uniform() - 3 },
      directions: (0..<count).map { _ in random.uniform() < 0.5 ? .forward : .backward },
      surroundings: WalkSurroundings(
        before: random.uniform() < 0.5 ? .standing : .cut, after: random.uniform() < 0.5 ? .standing : .otherMovement))
    #expect(found.count == (count > 2 ? count : 0))
    #expect(found.allSatisfy { $0 >= 0 && $0.isFinite })
  }
}
