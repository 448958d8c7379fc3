import Foundation
import GaitCore
import GaitIngest
import GaitModel
import Testing

/// What must be reached on recordings of which only the direction of the whole walk is known.
struct LabelFloor: Sendable, CustomTestStringConvertible {
  var set: String
  /// Share of strides that go somewhere which are called the true direction.
  var right: Double
  /// Share of them in another direction with a confidence that lets them into means, at most; in walks with turns only the
  /// opposite direction counts.
  var surelyWrong: Double
  /// Share of the strides counted by hand that are found.
  var counted: Double?

  var testDescription: String { self.set }

  /// A stride or two below what is reached, so that a step backward shows.
  static let sets: [LabelFloor] = [
    LabelFloor(set: "als", right: 0.93, surelyWrong: 0.013),
    LabelFloor(set: "als_home", right: 0.995, surelyWrong: 0.003),
    LabelFloor(set: "clipped_feet", right: 0.95, surelyWrong: 0.01),
    LabelFloor(set: "felius", right: 0.99, surelyWrong: 0.01),
    // One of the four, at 10 samples per second, may be refused, or read with directions that are not sure.
    LabelFloor(set: "low_rate_foot", right: 0.72, surelyWrong: 0.04, counted: 0.67),
    LabelFloor(set: "openshoe", right: 0.99, surelyWrong: 0),
    LabelFloor(set: "stroke", right: 0.99, surelyWrong: 0.005),
  ]
}

@Suite(
  "Real walks of which the direction is known",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct LabeledWalkTests {
  private struct Labels: Decodable {
    var expect: String?
    var direction: Direction?
    var turns: Bool?
    var stridesExpected: Int?

    enum CodingKeys: String, CodingKey {
      case expect, direction, turns
      case stridesExpected = "strides_expected"
    }
  }

  @Test("are measured at least as well as their floor, forward and with time run backward", arguments: LabelFloor.sets)
  func set(floor: LabelFloor) throws {
    for isReversed in [false, true] {
      var (going, right, wrong, counted, expected) = (0, 0, 0, 0, 0)
      for (path, labels) in try walks(of: floor.set) {
        expected += labels.stridesExpected ?? 0
        // A recording that is refused has no strides; those that were counted in it are missing.
        guard var recording = try? RecordingReader().recording(at: path, placements: [.leftFoot, .rightFoot]) else {
          continue
        }
        if isReversed {
          recording.sensors = recording.sensors.map { $0.reversed(endingAt: $0.time.last ?? 0) }
        }
        let strides = GaitAnalysis()(recording).strides
        let said = labels.direction ?? .forward
        let (truth, opposite): (Direction, Direction) =
          (said == .backward) == isReversed ? (.forward, .backward) : (.backward, .forward)
        let moving = strides.filter { $0.direction != nil && $0.direction != .inPlace }
        going += moving.count
        right += moving.count { $0.direction == truth }
        wrong += strides.count { stride in
          guard let sure = stride.sureDirection, sure != truth else { return false }
          return labels.turns != true || sure == opposite
        }
        if let number = labels.stridesExpected { counted += min(number, moving.count) }
      }
      let way = Comment(rawValue: isReversed ? "time run backward" : "as recorded")
      #expect(going > 0, way)
      #expect(Double(right) >= floor.right * Double(going), way)
      #expect(Double(wrong) <= floor.surelyWrong * Double(going), way)
      if let least = floor.counted { #expect(Double(counted) >= least * Double(expected), way) }
    }
  }

  private func walks(of set: String) throws -> [(path: String, labels: Labels)] {
    let root = ReferenceRecordings.root.appending(path: set)
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
    return try names.compactMap { name in
      let folder = root.appending(path: name)
      let file = folder.appending(path: "reference_labels.json")
      guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
      let labels = try JSONDecoder().decode(Labels.self, from: data)
      return (labels.expect ?? "walking") == "walking" ? (folder.path, labels) : nil
    }
  }
}
