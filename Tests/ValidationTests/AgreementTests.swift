import Foundation
import GaitModel
import GaitValidation
import Testing

@Suite("Agreement with a reference")
struct AgreementTests {
  /// A reference in a folder of its own: strides of the left foot, one every second, six of them forward, three backward and
  /// the others in place.
  private func reference(strides: Int = 10, forward: Int = 6) throws -> ReferenceRecording {
    let root = FileManager.default.temporaryDirectory.appending(path: "retrogait-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "set/walk")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var table =
      "foot,window_start_s,window_end_s,final_contact_s,initial_contact_s,stride_length_m,direction,contact_type\n"
    for k in 0..<strides {
      let way = k < forward ? "forward,heel" : k < forward + 3 ? "backward,toe" : "in_place,"
      table += "left,\(k),\(k + 1),\(Double(k) + 0.3),\(Double(k) + 0.7),1.2,\(way)\n"
    }
    try Data(table.utf8).write(to: folder.appending(path: "reference_strides.csv"))
    try Data(
      #"{"reference_complete": true, "height_m": NaN, "source_meta": {"known_distance_m": 5}}"#.utf8
    ).write(to: folder.appending(path: "recording.json"))
    try Data().write(to: folder.appending(path: "left_foot.csv"))
    return try #require(try ReferenceRecording.all(in: root.path).first)
  }

  /// What was found: all but the first stride, 20 ms late and 2 cm too long, and one that is not there.
  private func found() -> [Stride] {
    var strides = (1..<10).map { k in
      var stride = Stride(foot: .left, number: k, finalContact: Double(k) + 0.32, end: Double(k) + 0.72)
      stride.direction = .forward
      stride.directionConfidence = k < 6 ? 0.95 : 0.75
      stride.contact = .heel
      stride.contactConfidence = 0.9
      stride.length = 1.22
      stride.lengthInterval = k == 1 ? 1.21...1.23 : 1.18...1.26
      return stride
    }
    strides.append(Stride(foot: .left, number: 10, finalContact: 4.9, end: 5.0))
    return strides
  }

  @Test("what is found, right and how far off is counted")
  func counts() throws {
    let reference = try reference()
    #expect(reference.isComplete && reference.placements == [.leftFoot])
    var agreement = Agreement()
    agreement.add(found(), against: reference)
    #expect(agreement.references == 9)
    #expect(agreement.found == 8)
    #expect(agreement.correct(.forward) == 1)
    #expect(agreement.correct(.backward) == 0)
    #expect(agreement.contactCorrect == 5.0 / 8)
    #expect(agreement.precision == 8.0 / 9)
    #expect(abs(try #require(agreement.lengthError) - 0.02) < 1e-9)
    #expect(agreement.allLengths.count { $0.isWithinInterval == true } == 7)
    let times = try #require(agreement.initialContacts[.forward])
    #expect(times.absolute.allSatisfy { abs($0 - 0.02) < 1e-9 })
    #expect(times.relative.allSatisfy { abs($0) < 1e-9 })
  }

  @Test("each foot goes the whole way, and of strides without a length no way is told")
  func distance() throws {
    var agreement = Agreement()
    let unmeasured = found().map { stride in
      var stride = stride
      stride.length = nil
      return stride
    }
    agreement.add(unmeasured, against: try reference())
    #expect(agreement.distanceErrors.isEmpty)
    agreement.add(found().filter { $0.length != nil }, against: try reference())
    #expect(agreement.distanceErrors.count == 1)
    let error = try #require(agreement.distanceErrors.first)
    // Nine strides of the left foot.
    #expect(abs(error - (9 * 1.22 - 5)) < 1e-9)
  }

  @Test("a stride of the other foot is no match, but for the lower back")
  func otherFoot() throws {
    let reference = try reference()
    let right = found().map { stride in
      var stride = stride
      stride.foot = .right
      return stride
    }
    #expect(StridePairs(right, reference: reference.strides).pairs.isEmpty)
    #expect(StridePairs(right, reference: reference.strides, anyFoot: true).pairs.count == 9)
  }

  @Test("a reliability table tells predicted from observed")
  func reliability() throws {
    var agreement = Agreement()
    agreement.add(found(), against: try reference())
    let bins = agreement.directionReliability.bins
    #expect(bins[9].n == 5 && bins[9].observed == 1)
    #expect(bins[7].n == 3 && bins[7].observed == 0)
    #expect(bins[0].observed == nil)
    let error = try #require(agreement.directionReliability.calibrationError)
    #expect(abs(error - (5 * 0.05 + 3 * 0.75) / 8) < 1e-9)
  }

  @Test("errors are summed up by mean, middle, sample standard deviation and what one in twenty exceeds")
  func errors() throws {
    let errors = try #require(Errors([-1, 2, 3, 4]))
    #expect(errors.n == 4 && errors.mean == 2 && errors.meanAbsolute == 2.5 && errors.median == 2.5)
    #expect(abs(try #require(errors.sd) - (14.0 / 3).squareRoot()) < 1e-12)
    #expect(try #require(Errors((1...100).map(Double.init))).p95 == 96)
    let single = try #require(Errors([3]))
    #expect(single.sd == nil && single.p95 == 3)
    #expect(Errors([]) == nil)
  }

  @Test("what two measurements share of their errors is the reference's own")
  func sharedError() throws {
    let reference = try reference(strides: 40, forward: 40)
    /// Strides that are off by 10 ms with the reference's own error, and by `own` with that of the measurement.
    func measured(own: Double, bit: Int) -> Agreement {
      var agreement = Agreement()
      let strides = (0..<40).map { k in
        let error = 0.010 * (k & 1 == 0 ? 1 : -1) + own * (k & bit == 0 ? 1 : -1)
        return Stride(foot: .left, number: k + 1, finalContact: Double(k) + 0.3, end: Double(k) + 0.7 + error)
      }
      agreement.add(strides, against: reference)
      return agreement
    }
    let (foot, back) = (measured(own: 0.006, bit: 2), measured(own: 0.008, bit: 4))
    let shared = try #require(SharedError(foot, back))
    #expect(shared.contacts == 40)
    #expect(abs(shared.correlation - 100 / (136.0 * 164).squareRoot()) < 1e-9)
    #expect(abs(shared.shared - 0.010 * (40.0 / 39).squareRoot()) < 1e-9)
    #expect(abs(shared.first - (136e-6 * 40 / 39).squareRoot()) < 1e-9)
    #expect(SharedError(foot, Agreement()) == nil)
  }
}
