import GaitCore
import GaitModel
import GaitSimulation
import Testing

@Suite("A foot-worn sensor with the faults of real ones")
struct SensorEffectTests {
  /// The walk that each effect is tried on, with forward and backward walking.
  static let program = WalkProgram([
    .stand(2), .walk(.init(.forward, strides: 10, strideLength: 1.3, speed: 1.2)), .stand(1),
    .walk(.init(.backward, strides: 10, strideLength: 0.95, speed: 0.8)), .stand(2),
  ])

  private func compare(_ effects: SensorEffects, program: WalkProgram = program) -> Comparison {
    Comparison(WalkSimulator(effects: effects).walk(program))
  }

  /// Every stride found, right in direction and contact, and in length to `tolerance` m.
  private func expectAll(_ result: Comparison, tolerance: Double) {
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.count == result.truth.count)
    for pair in result.pairs {
      #expect(pair.found.direction == pair.truth.direction)
      #expect(pair.found.contact == pair.truth.contact)
    }
    #expect(Comparison.worst(result.errors(\.length)) < tolerance)
  }

  @Test(
    "any mounting gives the same strides",
    arguments: [[0, 0, 3.1], [1.5, 0, 0], [0, -1.2, 0.3], [2.0, 1.0, -1.7], [-0.7, 2.6, 0.4]])
  func mounting(vector: [Double]) {
    var effects = SensorEffects()
    let plain = compare(effects).found.strides
    effects.mounting = vector
    let turned = compare(effects).found.strides
    #expect(plain.count == turned.count)
    for (a, b) in zip(plain, turned) {
      #expect(a.direction == b.direction)
      #expect(a.contact == b.contact)
      #expect(abs((a.length ?? 0) - (b.length ?? 0)) < 0.001)
      #expect(abs(a.end - b.end) < 0.001)
      #expect(abs(a.finalContact - b.finalContact) < 0.001)
      #expect(abs((a.footPitchAtContact ?? 0) - (b.footPitchAtContact ?? 0)) < 0.002)
    }
  }

  @Test("a sensor that follows the shank tells direction, but neither foot pitch nor a sure first contact")
  func followsShank() {
    var effects = SensorEffects()
    effects.stanceTurn = 30 * .pi / 180
    let result = compare(effects)
    #expect(result.pairs.count == result.truth.count)
    for pair in result.pairs {
      #expect(pair.found.direction == pair.truth.direction)
      #expect(pair.found.footPitchAtContact == nil)
      #expect(pair.found.footPitchAtRelease == nil)
      #expect(pair.found.elevation == nil && pair.found.clearance == nil)
      if pair.found.contact != pair.truth.contact {
        #expect((pair.found.contactConfidence ?? 0) < Stride.leastConfidence)
      }
    }
    #expect(result.found.curves.isEmpty)
    // At contact the sensor reads 15° too much, as much as there is between toe-first and flat. Only the last stride of
    // each foot, after which it stands, is told surely.
    let sureBackward = result.pairs.filter {
      $0.truth.direction == .backward && ($0.found.contactConfidence ?? 0) > 0.9
    }
    #expect(sureBackward.count <= 2)
    #expect(result.found.warnings.contains { $0.code == .sensorLoose })
    #expect(!compare(SensorEffects()).found.warnings.contains { $0.code == .sensorLoose })
  }

  @Test("a gyroscope bias of 3 °/s is found and removed", arguments: [[0.052, 0, 0], [0, -0.052, 0], [0, 0, 0.052]])
  func bias(vector: [Double]) {
    var effects = SensorEffects()
    effects.gyroscopeBias = vector
    let result = compare(effects)
    expectAll(result, tolerance: 0.02)
    let found = result.found.sensors.first?.gyroscopeBias ?? []
    for (a, b) in zip(found, vector) { #expect(abs(a - b) < 0.002) }
  }

  @Test("the bias is found even if the recording starts in mid-walk and never rests")
  func neverRests() {
    var effects = SensorEffects()
    effects.gyroscopeBias = [0.03, -0.04, 0.02]
    effects.cut = 4.1
    let program = WalkProgram([.stand(2), .walk(.init(.forward, strides: 30, strideLength: 1.3, speed: 1.2))])
    let result = compare(effects, program: program)
    // The stride that the cut runs through may be lost.
    #expect(result.pairs.count >= result.truth.count - 2)
    #expect(Comparison.worst(result.errors(\.length)) < 0.03)
  }

  @Test("noise of a cheap sensor costs two centimeters at most")
  func noise() {
    var effects = SensorEffects()
    effects.accelerometerNoise = 0.1
    effects.gyroscopeNoise = 0.01
    expectAll(compare(effects), tolerance: 0.03)
  }

  @Test("50 to 800 samples per second give the same strides", arguments: [50.0, 100, 204.8, 370.4, 800])
  func samplingRates(rate: Double) {
    var effects = SensorEffects()
    effects.samplingRate = rate
    expectAll(compare(effects), tolerance: 0.03)
  }

  @Test("time stamps that jitter by 2 ms do no harm")
  func jitter() {
    var effects = SensorEffects()
    effects.timeJitter = 0.002
    expectAll(compare(effects), tolerance: 0.03)
  }

  @Test("a scale error of the accelerometer of 3 % costs at most as much")
  func scale() {
    var effects = SensorEffects()
    effects.accelerometerScale = 1.03
    expectAll(compare(effects), tolerance: 0.05)
  }

  @Test("the smooth top of a movement is no clipping", arguments: [100.0, 400])
  func smoothTops(rate: Double) {
    var effects = SensorEffects.realistic
    effects.samplingRate = rate
    effects.gyroscopeNoise = 0
    effects.accelerometerRange = nil
    effects.gyroscopeRange = nil
    let result = compare(effects)
    #expect(result.found.sensors.allSatisfy { $0.clippedSamples == 0 })
    #expect(result.found.warnings.isEmpty)
  }

  @Test("impacts that leave the range are noticed, and strides keep their length to 5 cm")
  func clipping() {
    var effects = SensorEffects.realistic
    effects.impact = 150
    effects.accelerometerRange = 78.5
    let result = compare(effects)
    #expect(result.found.sensors.allSatisfy { $0.clippedSamples > 0 })
    #expect(result.found.warnings.contains { $0.code == .samplesClipped })
    let errors = result.errors(\.length).map(abs).sorted()
    #expect(errors[errors.count / 2] < 0.05)
  }

  @Test("a swing that the gyroscope did not follow has no length and enters no mean")
  func gyroscopeClipping() {
    var effects = SensorEffects.realistic
    // The push-off of forward walking exceeds 4 rad/s.
    effects.gyroscopeRange = 4
    let result = compare(effects)
    let clipped = result.found.strides.filter { $0.rejectReason == .clipped }
    #expect(!clipped.isEmpty)
    #expect(clipped.allSatisfy { $0.length == nil && !$0.isValid })
    #expect(result.found.strides.filter(\.isValid).allSatisfy { $0.length != nil })
  }

  @Test("lost packets of 0.1 s are bridged, and their stride is marked")
  func shortGap() throws {
    var effects = SensorEffects()
    effects.lostPackets = [.init(start: 7.02, length: 0.1)]
    let result = compare(effects)
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.contains { $0.rejectReason == .missingSamples })
  }

  @Test("a longer gap splits the recording, and no stride reaches over it")
  func longGap() {
    var effects = SensorEffects()
    effects.lostPackets = [.init(start: 6, length: 2)]
    let result = compare(effects)
    #expect(!result.found.strides.contains { $0.finalContact < 6 && $0.end > 8 })
    #expect(result.found.warnings.contains { $0.code == .samplesMissing })
    for pair in result.pairs { #expect(pair.found.direction == pair.truth.direction) }
  }
}
