import GaitCore
import GaitModel
import GaitSimulation
import Testing

@Suite("Walks that are hard to see, against simulated truth")
struct HardWalkTests {
  /// A foot that slides along: hardly any pitch, hardly any height.
  private static let shuffle = SwingStyle(
    pitchAtRelease: -9, pitchRateAtRelease: -0.4, pitchAtContact: 1, pitchRateAtContact: 0, lift: 0.008,
    circumduction: 0, landingDeceleration: 6, releaseShare: 0.12, loadingShare: 0.06)

  private func compare(_ walk: WalkProgram.Walk, effects: SensorEffects = .realistic) -> Comparison {
    Comparison(WalkSimulator(effects: effects).walk(WalkProgram([.stand(3), .walk(walk), .stand(3)])))
  }

  @Test("steps of 5 cm at 0.2 m/s are seen, though their direction is not told")
  func tinySteps() {
    let walk = WalkProgram.Walk(
      .forward, strides: 20, strideLength: 0.10, speed: 0.2, stanceShare: 0.6, style: Self.shuffle)
    let result = compare(walk)
    #expect(Double(result.pairs.count) > 0.9 * Double(result.truth.count))
    #expect(result.found.strides.count <= result.truth.count)
    #expect(Comparison.worst(result.errors(\.length)) < 0.03)
    #expect(result.found.strides.allSatisfy { $0.direction == .inPlace || ($0.directionConfidence ?? 0) < 0.9 })
  }

  @Test("shuffling without a heel rise is walking", arguments: [(0.35, 0.3), (0.5, 0.4), (0.25, 0.2)])
  func shuffling(strideLength: Double, speed: Double) {
    let walk = WalkProgram.Walk(
      .forward, strides: 15, strideLength: strideLength, speed: speed, stanceShare: 0.68, style: Self.shuffle)
    let result = compare(walk)
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.count == result.truth.count)
    #expect(Comparison.worst(result.errors(\.length)) < 0.03)
    // The half strides at either end may be too short to have a direction.
    #expect(result.found.strides.count { $0.direction == .forward } >= result.truth.count - 4)
    #expect(!result.found.strides.contains { $0.direction == .backward })
  }

  @Test("a runner's contacts are told, and lengths that nothing anchors are not")
  func running() {
    // No foot-flat phase: the foot rolls from the first contact to the last.
    var style = SwingStyle.forward
    style.pitchAtContact = 12
    style.lift = 0.12
    style.releaseShare = 0.22
    style.loadingShare = 0.08
    let walk = WalkProgram.Walk(
      .forward, strides: 30, strideLength: 2.1, speed: 3.0, stanceShare: 0.31, style: style)
    let result = compare(walk)
    #expect(Double(result.pairs.count) > 0.9 * Double(result.truth.count))
    for pair in result.pairs {
      // What has a length and is valid must be right.
      if pair.found.isValid, let length = pair.found.length, let truth = pair.truth.length {
        #expect(abs(length - truth) < 0.15)
      }
    }
    // A constant early by a tenth of a second, as the rotation ends in the air; but each contact like the others.
    let errors = result.errors { $0.end }.sorted()
    let middle = errors[errors.count / 2]
    #expect(abs(middle) < 0.12)
    #expect(errors.count { abs($0 - middle) < 0.02 } > errors.count * 9 / 10)
  }

  @Test("steps on the spot are no strides that go anywhere")
  func onTheSpot() {
    var style = SwingStyle.sideways
    style.lift = 0.08
    let result = compare(.init(.inPlace, strides: 12, strideLength: 0.02, speed: 0.02 / 1.1, style: style))
    #expect(result.found.bouts.isEmpty)
    #expect(result.found.strides.allSatisfy { $0.direction == .inPlace })
  }

  @Test("a turn of 180° between two walks divides no walk wrongly", arguments: [180.0, -180])
  func halfTurn(degrees: Double) {
    let program = WalkProgram([
      .stand(2), .walk(.usual(.forward, strides: 8)), .turn(degrees: degrees, steps: 6),
      .walk(.usual(.forward, strides: 8)), .stand(2),
    ])
    let result = Comparison(WalkSimulator(effects: .realistic).walk(program))
    #expect(result.pairs.count == result.truth.count)
    #expect(!result.found.strides.contains { $0.direction == .backward })
    #expect(result.found.bouts.allSatisfy { $0.direction == .forward })
    let turned = result.found.strides.filter { $0.foot == .left }.compactMap(\.turn).reduce(0, +)
    #expect(abs(turned * 180 / .pi - degrees) < 5)
  }

  @Test("a sensor of ±2 g says that it was clipped, and finds every stride in its direction")
  func smallAccelerometer() {
    var effects = SensorEffects.realistic
    effects.accelerometerRange = 2 * 9.80665
    let result = compare(.usual(.forward, strides: 12), effects: effects)
    #expect(result.found.warnings.contains { $0.code == .samplesClipped })
    #expect(Double(result.pairs.count) > 0.9 * Double(result.truth.count))
    #expect(!result.found.strides.contains { $0.direction == .backward })
    // A length that is given and trusted is not far off.
    let errors = result.pairs.filter { $0.found.isValid }.compactMap { pair -> Double? in
      guard let length = pair.found.length, let truth = pair.truth.length else { return nil }
      return abs(length - truth)
    }
    #expect((errors.max() ?? 0) < 0.25)
  }

  @Test("a gyroscope of ±250 °/s gives no length where it was clipped")
  func smallGyroscope() {
    var effects = SensorEffects.realistic
    effects.gyroscopeRange = 250 * .pi / 180
    let result = compare(.usual(.forward, strides: 12, strideLength: 1.5, speed: 1.7), effects: effects)
    #expect(result.found.warnings.contains { $0.code == .samplesClipped })
    #expect(result.found.strides.contains { $0.rejectReason == .clipped })
    #expect(result.found.strides.allSatisfy { $0.rejectReason != .clipped || $0.length == nil })
    for pair in result.pairs where pair.found.isValid {
      #expect(abs((pair.found.length ?? 0) - (pair.truth.length ?? 0)) < 0.05)
    }
  }

  @Test("time stamps that jitter by half a sample do no harm")
  func jitter() {
    var effects = SensorEffects.realistic
    effects.timeJitter = 0.005
    let result = compare(.usual(.backward, strides: 12), effects: effects)
    #expect(result.pairs.count == result.truth.count)
    #expect(result.pairs.allSatisfy { $0.found.direction == .backward })
    #expect(Comparison.worst(result.errors(\.length)) < 0.04)
  }

  @Test("lost packets cost no stride but the one they fall into", arguments: [0.06, 0.12, 0.18])
  func lostPackets(length: Double) {
    var effects = SensorEffects.realistic
    effects.mounting = [0.4, -0.7, 1.1]
    // At changing places of the stride: in swing, at contact, in stance.
    effects.lostPackets = (0..<4).map { .init(start: 5 + 7.61 * Double($0), length: length) }
    let result = compare(.usual(.forward, strides: 25), effects: effects)
    #expect(result.pairs.count >= result.truth.count - 1)
    #expect(result.found.strides.count <= result.truth.count + 1)
    #expect(result.found.strides.contains { $0.rejectReason == .missingSamples })
    for pair in result.pairs where pair.found.isValid {
      #expect(pair.found.direction == .forward)
      #expect(abs((pair.found.length ?? 0) - (pair.truth.length ?? 0)) < 0.05)
    }
  }

  @Test("a stride with lost samples says how much less is known of it")
  func lostSamplesWidenTheInterval() throws {
    var effects = SensorEffects.realistic
    effects.lostPackets = [.init(start: 8, length: 0.15)]
    let result = compare(.usual(.forward, strides: 15), effects: effects)
    func width(_ stride: Stride) -> Double { stride.lengthInterval.map { $0.upperBound - $0.lowerBound } ?? 0 }
    let whole = try #require(result.found.strides.filter(\.isValid).map(width).max())
    for stride in result.found.strides where stride.rejectReason == .missingSamples && stride.length != nil {
      #expect(width(stride) > 2 * whole)
    }
  }

  @Test("single samples lost here and there cost few strides, and no length", arguments: [(0.01, 0.9), (0.03, 0.7)])
  func scatteredSamples(share: Double, stillValid: Double) {
    var effects = SensorEffects.realistic
    var random = SplitMix64(state: 5)
    let sample = 1 / effects.samplingRate
    effects.lostPackets = (300..<4000).filter { _ in random.uniform() < share }
      .map { .init(start: (Double($0) - 0.5) * sample, length: sample) }
    #expect(effects.lostPackets.count > 20)
    let result = compare(.usual(.forward, strides: 15), effects: effects)
    #expect(result.pairs.count == result.truth.count)
    #expect(Double(result.found.strides.count(where: \.isValid)) > stillValid * Double(result.truth.count))
    for pair in result.pairs where pair.found.isValid {
      #expect(pair.found.direction == .forward)
      #expect(abs((pair.found.length ?? 0) - (pair.truth.length ?? 9)) < 0.06)
    }
  }

  @Test("quick shuffling steps land where heel or ball stops, not where the sensor is slow")
  func quickShuffling() {
    let result = compare(.usual(.forward, strides: 20, strideLength: 0.25, speed: 0.35))
    #expect(result.pairs.count == result.truth.count)
    #expect(result.pairs.allSatisfy { $0.found.contact == $0.truth.contact })
  }

  @Test("a second without samples divides the recording")
  func lostSecond() {
    var effects = SensorEffects.realistic
    effects.lostPackets = [.init(start: 8, length: 1)]
    let result = compare(.usual(.forward, strides: 15), effects: effects)
    #expect(result.found.warnings.contains { $0.code == .samplesMissing })
    #expect(!result.found.strides.contains { $0.finalContact < 8 && $0.end > 9 })
    #expect(!result.found.strides.contains { ($0.start ?? $0.finalContact) < 8 && $0.end > 9 })
    #expect(Double(result.pairs.count) > 0.8 * Double(result.truth.count))
  }
}
