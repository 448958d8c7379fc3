import Foundation
import GaitCore
import GaitIngest
import GaitModel
import GaitSignal
import GaitSimulation
import Testing

/// A walk of which it need not be known what is true: what is found in it must change as the recording is changed.
struct MetamorphicWalk: Sendable, CustomTestStringConvertible {
  var testDescription: String
  let recording: @Sendable () throws -> Recording

  /// With sensors on both feet and the back, with the errors of real ones.
  static let simulated: [MetamorphicWalk] = [
    simulated(
      "there and back", [.walk(.init(.forward, strides: 9, strideLength: 1.3, speed: 1.2)), .stand(4)],
      back: .walk(.init(.backward, strides: 9, strideLength: 0.9, speed: 0.7))),
    simulated(
      "a turn between",
      [
        .walk(.init(.forward, strides: 8, strideLength: 1.1, speed: 1.0)), .turn(degrees: 180, steps: 6), .stand(4),
      ], back: .walk(.init(.forward, strides: 8, strideLength: 1.2, speed: 1.1))),
    simulated(
      "short steps", [.walk(.init(.forward, strides: 9, strideLength: 0.6, speed: 0.5)), .stand(4)],
      back: .walk(.init(.backward, strides: 9, strideLength: 0.5, speed: 0.4))),
  ]

  /// Seconds of a real walk that are taken, so that all changes of all walks take less than a minute.
  private static let longest = 20.0

  private static func simulated(_ name: String, _ parts: [WalkProgram.Part], back: WalkProgram.Part) -> Self {
    MetamorphicWalk(testDescription: name) {
      var effects = SensorEffects.realistic
      effects.mounting = [0.4, -0.3, 1.1]
      let simulator = WalkSimulator(seed: 5, effects: effects, placements: [.leftFoot, .rightFoot, .lowerBack])
      return simulator.walk(WalkProgram([.stand(3)] + parts + [back, .stand(3)], variability: 0.02)).recording
    }
  }

  /// The beginnings of some of healthy people and of people after a stroke and with ALS, with sensors of several makers.
  static let real: [MetamorphicWalk] = [
    "als/SC12", "gaitmap/healthy_4x10m", "stroke/pp01_own_pace", "voisard/s10_t1",
  ].map { path in
    MetamorphicWalk(testDescription: path) {
      let recording = try RecordingReader()
        .recording(at: ReferenceRecordings.root.appending(path: path).path, placements: nil)
      let start = recording.sensors.compactMap(\.time.first).min() ?? 0
      return recording.cut(to: start..<start + longest)
    }
  }
}

/// What is found in a walk and in the same walk recorded otherwise.
struct Metamorphosis {
  let plain: [Stride]
  let other: [Stride]
  /// Strides that are found in both.
  let pairs: [(plain: Stride, other: Stride)]

  /// - Parameter expected: The other walk's stride as it should be, of a plain one.
  init(_ recording: Recording, _ changed: Recording, expected: (Stride) -> Stride = { $0 }) {
    let results = [GaitAnalysis()(recording), GaitAnalysis()(changed)]
    for result in results { Self.checkPossible(result) }
    plain = results[0].strides.map(expected)
    let other = results[1].strides
    self.other = other
    pairs = plain.compactMap { stride in
      other.first { $0.foot == stride.foot && abs($0.end - stride.end) < 0.1 && abs($0.swing - stride.swing) < 0.1 }
        .map { (stride, $0) }
    }
  }

  /// Whatever was recorded: no number that is none, no negative time or length, no stride of more than 3 m.
  static func checkPossible(_ result: GaitResult) {
    for stride in result.strides {
      let place = Comment("\(stride.foot) at \(stride.end) s")
      let values = [
        stride.start, stride.finalContact, stride.end, stride.directionConfidence, stride.length, stride.clearance,
        stride.lateralExcursion, stride.elevation, stride.turn, stride.contactConfidence, stride.footPitchAtContact,
        stride.footPitchAtRelease, stride.contactPeak, stride.doubleSupport, stride.stepTime, stride.stepLength,
        stride.stepWidth, stride.speed, stride.cadence, stride.duration, stride.stance,
      ].compactMap { $0 }
      #expect(values.allSatisfy { $0.isFinite }, place)
      let positive = [stride.length, stride.duration, stride.stance, stride.swing, stride.stepTime, stride.speed]
      #expect(positive.allSatisfy { $0 ?? 0 >= 0 }, place)
      #expect(stride.length ?? 0 <= 3, place)
    }
    for bout in result.bouts {
      #expect(bout.duration > 0 && bout.distance ?? 0 >= 0 && (bout.speed ?? 0).isFinite)
    }
    #expect(result.events.allSatisfy { $0.time.isFinite })
  }

  /// Sees that nearly all strides are found in both, with one direction and lengths that agree.
  func expectSame(found: Double = 1, length: Double, surely: Double = 1) {
    #expect(!plain.isEmpty)
    #expect(Double(pairs.count) >= found * Double(plain.count), "\(pairs.count) of \(plain.count) found again")
    #expect(Double(pairs.count) >= found * Double(other.count), "\(pairs.count) of \(other.count) were there")
    let sure = pairs.filter { $0.plain.sureDirection != nil && $0.other.sureDirection != nil }
    let agreeing = sure.count { $0.plain.direction == $0.other.direction }
    #expect(Double(agreeing) >= surely * Double(sure.count), "\(agreeing) of \(sure.count) go the same way")
    let errors = pairs.compactMap { pair in
      pair.plain.length.flatMap { plain in pair.other.length.map { abs($0 - plain) } }
    }.sorted()
    guard !errors.isEmpty else { return }
    let most = errors[min(errors.count - 1, errors.count * 9 / 10)]
    #expect(most < length, "nine of ten lengths within \(most) m")
  }
}

/// What must hold of every walk, simulated or real.
enum MetamorphicRelation: String, CaseIterable, Sendable {
  case shifted, rotated, otherUnits, slowlySampled, quicklySampled, halves, reversed, mirrored

  func check(_ recording: Recording) throws {
    switch self {
    case .shifted:
      let seconds = 4096.0
      Metamorphosis(recording, recording.shifted(by: seconds)) { $0.shifted(by: seconds) }.expectSame(length: 1e-6)
    case .rotated:
      let rotation = Quaternion(rotationVector: Vector3(0.7, -1.9, 0.4))
      Metamorphosis(recording, recording.mapSensors { $0.turned(by: rotation) }).expectSame(found: 0.98, length: 0.01)
    case .otherUnits:
      let changed = try recording.mapSensors { try $0.readAgainInOtherUnits() }
      Metamorphosis(recording, changed).expectSame(length: 0.001)
    case .slowlySampled: Metamorphosis(recording, recording.resampled(at: 60)).expectSame(found: 0.9, length: 0.1)
    case .quicklySampled: Metamorphosis(recording, recording.resampled(at: 400)).expectSame(found: 0.9, length: 0.1)
    case .halves: checkHalves(recording)
    case .reversed: checkReversed(recording)
    case .mirrored:
      Metamorphosis(recording, recording.mirrored, expected: \.mirrored).expectSame(length: 0.001)
    }
  }

  /// Each half alone gives the strides that the whole gives in it, but for those near the cut.
  private func checkHalves(_ recording: Recording) {
    let times = recording.sensors.compactMap { stream in
      stream.time.first.flatMap { a in stream.time.last.map { (a, $0) } }
    }
    guard let start = times.map(\.0).min(), let end = times.map(\.1).max() else { return }
    let middle = (start + end) / 2
    let whole = GaitAnalysis()(recording).strides
    for span in [start..<middle, middle..<end.nextUp] {
      let half = GaitAnalysis()(recording.cut(to: span))
      Metamorphosis.checkPossible(half)
      let inside = whole.filter { ($0.start ?? $0.finalContact) > span.lowerBound + 3 && $0.end < span.upperBound - 3 }
      let again = inside.filter { stride in
        half.strides.contains { $0.foot == stride.foot && abs($0.end - stride.end) < 0.1 }
      }
      #expect(Double(again.count) >= 0.9 * Double(inside.count), "\(again.count) of \(inside.count) in \(span)")
    }
  }

  /// What went forward goes backward, as far; contacts exchange their kinds, so only swings are compared.
  private func checkReversed(_ recording: Recording) {
    let feet = recording.sensors.filter { $0.placement.foot != nil }
    guard !feet.isEmpty else { return }
    var walked = recording
    walked.sensors = feet
    let plain = GaitAnalysis()(walked)
    let other = GaitAnalysis()(walked.reversed)
    Metamorphosis.checkPossible(other)
    let (going, back) = (going(plain), going(other))
    #expect(abs(Double(going.count - back.count)) <= 0.1 * Double(going.count) + 1)
    let forward = (going.count { $0.sureDirection == .forward }, back.count { $0.sureDirection == .backward })
    let backward = (going.count { $0.sureDirection == .backward }, back.count { $0.sureDirection == .forward })
    for (a, b) in [forward, backward] { #expect(abs(Double(a - b)) <= 0.1 * Double(going.count) + 1, "\(a), \(b)") }
    let distances = [going, back].map { $0.compactMap(\.length).reduce(0, +) }
    #expect(abs(distances[0] - distances[1]) <= 0.1 * distances[0], "\(distances)")
  }

  private func going(_ result: GaitResult) -> [Stride] {
    result.strides.filter { $0.direction != nil && $0.direction != .inPlace }
  }
}

@Suite("Simulated walks recorded otherwise")
struct MetamorphicTests {
  @Test("give the same strides", arguments: MetamorphicWalk.simulated, MetamorphicRelation.allCases)
  func simulated(walk: MetamorphicWalk, relation: MetamorphicRelation) throws {
    try relation.check(try walk.recording())
  }

  @Test("give the same strides from the back alone", arguments: [MetamorphicRelation.shifted, .rotated, .otherUnits])
  func back(relation: MetamorphicRelation) throws {
    for walk in MetamorphicWalk.simulated.prefix(1) {
      var recording = try walk.recording()
      recording.sensors.removeAll { $0.placement.foot != nil }
      try relation.check(recording)
    }
  }
}

@Suite(
  "Real walks recorded otherwise",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct MetamorphicRecordingTests {
  @Test("give the same strides", arguments: MetamorphicWalk.real, MetamorphicRelation.allCases)
  func real(walk: MetamorphicWalk, relation: MetamorphicRelation) throws {
    try relation.check(try walk.recording())
  }
}

extension Stride {
  fileprivate func shifted(by seconds: Double) -> Stride {
    var result = self
    result.start = start.map { $0 + seconds }
    result.finalContact += seconds
    result.end += seconds
    return result
  }

  fileprivate var mirrored: Stride {
    var result = self
    result.foot = foot.opposite
    return result
  }
}

extension SensorStream {
  /// Written as a table in g and rad/s, and read again.
  fileprivate func readAgainInOtherUnits() throws -> SensorStream {
    let gravity = 9.80665
    var lines = ["time_s,acc_x_g,acc_y_g,acc_z_g,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"]
    for k in 0..<count {
      let values =
        [acceleration.x[k], acceleration.y[k], acceleration.z[k]].map { $0 / gravity }
        + [angularVelocity.x[k], angularVelocity.y[k], angularVelocity.z[k]]
      lines.append(([time[k]] + values).map { $0.isFinite ? "\($0)" : "" }.joined(separator: ","))
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "retrogait-units-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data((lines.joined(separator: "\n") + "\n").utf8)
      .write(to: folder.appending(path: "\(placement.rawValue).csv"))
    let read = try RecordingReader().recording(at: folder.path, placements: nil)
    var result = try #require(read.sensors.first)
    // What only the first file tells.
    result.source = source
    return result
  }
}
