import GaitCore
import GaitIngest
import GaitModel
import GaitSignal
import GaitValidation
import Testing

@Suite(
  "Real walks by a sensor on the lower back, against another system",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct LowerBackValidationTests {
  static let floors: [Floor] = [
    // 9 ms without the steps while turning or stopping that are off by up to 0.2 s.
    Floor(set: "voisard", recall: 0.98, precision: 0.97, forward: 0.98, contactJitter: 0.015),
    Floor(
      set: "tripod", recall: 0.99, precision: 0.98, forward: 0.99, lengthError: 0.05, lengthBias: 0.02,
      contactJitter: 0.014),
    // Lengths are fitted to people after a stroke too, who go 18 cm less far than healthy people's numbers say; healthy
    // people's are shorter for it, 1.1 m for 1.2, and their intervals hold as they did (see LowerBack.md).
    Floor(set: "mobgap", recall: 0.94, forward: 0.95, lengthError: 0.115, lengthBias: 0.06, contactJitter: 0.045),
    Floor(
      set: "mocap_cmu", recall: 0.93, forward: 0.97, backward: 0.95, sideways: 0.7, lengthError: 0.155, lengthBias: 0.09
    ),
    // People and clips that no rule was chosen on.
    Floor(set: "semiogram", recall: 0.97, precision: 0.95, forward: 0.98, contactJitter: 0.02),
    Floor(set: "mobgap_daily", recall: 0.8),
    Floor(set: "mocap_accad", recall: 0.97, forward: 0.97, backward: 0.97, lengthError: 0.25),
  ]

  @Test("each set of recordings is measured at least as well as its floor", arguments: floors)
  func set(floor: Floor) throws {
    try floor.check(try Self.agreement(of: floor.set))
  }

  @Test("ten meters, a turn and ten meters are twenty meters")
  func distance() throws {
    let errors = try Self.agreement(of: "voisard").distanceErrors
    #expect(errors.count == 6)
    #expect(errors.allSatisfy { abs($0) < 2.5 })
    #expect(try #require(Errors(errors)).meanAbsolute < 1.4)
  }

  @Test("the sensor may sit in any way", arguments: floors)
  func anyMounting(floor: Floor) throws {
    try floor.check(try Self.agreement(of: floor.set, turnedBy: Quaternion(rotationVector: Vector3(1.3, -2.0, 0.4))))
  }

  private static func agreement(of set: String, turnedBy rotation: Quaternion? = nil) throws -> Agreement {
    var sum = Agreement()
    for reference in try ReferenceRecording.all(in: ReferenceRecordings.root.path)
    where reference.set == set && reference.placements.contains(.lowerBack) {
      var recording = try RecordingReader().recording(at: reference.path, placements: [.lowerBack])
      if let rotation { recording.sensors = recording.sensors.map { $0.turned(by: rotation) } }
      sum.add(GaitAnalysis()(recording).strides, against: reference, anyFoot: true)
    }
    return sum
  }
}
