import GaitCore
import GaitIngest
import GaitModel
import GaitSignal
import GaitStatistics
import GaitValidation
import Testing

@Suite(
  "Real walks with sensors turned in their place",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct MountingTests {
  /// What may differ, where a stride is the same: 1 cm, 1° and 5 ms.
  private static let lengthTolerance = 0.01
  private static let angleTolerance = Double.pi / 180
  private static let timeTolerance = 0.005

  @Test("give the same strides", arguments: Floor.sets.map(\.set))
  func sameStrides(set: String) throws {
    var random = SplitMix64(seed: 20)
    var otherFinalContacts = 0
    for reference in try ReferenceRecording.all(in: ReferenceRecordings.root.path) where reference.set == set {
      let feet = reference.placements.filter { $0.foot != nil }
      guard !feet.isEmpty else { continue }
      var recording = try RecordingReader().recording(at: reference.path, placements: feet)
      let plain = GaitAnalysis()(recording).strides
      recording.sensors = recording.sensors.map { $0.turned(by: Self.rotation(&random)) }
      let other = GaitAnalysis()(recording).strides
      #expect(other.count == plain.count, "\(reference.name)")
      for (a, b) in zip(plain, other) {
        let place = Comment("\(reference.name), \(a.foot) at \(a.end) s")
        #expect(a.foot == b.foot && a.direction == b.direction && a.contact == b.contact, place)
        #expect(abs(a.end - b.end) < Self.timeTolerance, place)
        if abs(a.finalContact - b.finalContact) >= Self.timeTolerance { otherFinalContacts += 1 }
        #expect((a.length == nil) == (b.length == nil), place)
        #expect(abs((a.length ?? 0) - (b.length ?? 0)) < Self.lengthTolerance, place)
        #expect(abs((a.footPitchAtContact ?? 0) - (b.footPitchAtContact ?? 0)) < Self.angleTolerance, place)
      }
    }
    // A foot that leaves the ground in two moves has two instants that fit about as well (one stride of pyshoe).
    #expect(otherFinalContacts <= 1)
  }

  private static func rotation(_ random: inout SplitMix64) -> Quaternion {
    let axis = Vector3(
      Double.random(in: -1...1, using: &random), Double.random(in: -1...1, using: &random),
      Double.random(in: -1...1, using: &random))
    return Quaternion(rotationVector: (axis.normalized ?? Vector3(1, 0, 0)) * Double.random(in: 0...3, using: &random))
  }
}

extension SensorStream {
  /// The same motion seen by a sensor that sits in its place the other way round.
  func turned(by rotation: Quaternion) -> SensorStream {
    func turned(_ series: TriaxialSeries) -> TriaxialSeries {
      let vectors = (0..<count).map { rotation.rotate(Vector3(series.x[$0], series.y[$0], series.z[$0])) }
      return TriaxialSeries(x: vectors.map(\.x), y: vectors.map(\.y), z: vectors.map(\.z))
    }
    var result = self
    result.acceleration = turned(acceleration)
    result.angularVelocity = turned(angularVelocity)
    return result
  }
}
