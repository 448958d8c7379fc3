import GaitCore
import GaitIngest
import GaitModel

/// How often the direction of strides is right, by kind of people.
///
/// Truth is the direction of a matched reference stride, or, where no single stride is known, what the person did in the
/// whole recording. In walks with turns, strides in place and sideways then count neither way.
package struct PeopleTable: Sendable {
  /// A kind of people and a kind of sensor.
  package struct Row: Sendable {
    package var kind: PeopleKind
    package var sensors: Validation.Sensors
    package var recordings = 0
    package var strides = 0
    package var right = 0
    /// Wrong with a confidence of `Stride.leastConfidence` or more.
    package var surelyWrong = 0
    /// With a confidence of `verySure` or more: their number, the sum of their confidences, and how many are right.
    package var verySure = (count: 0, predicted: 0.0, right: 0)
  }

  package private(set) var rows: [Row] = []

  /// Strides below which a kind of people counts as untested.
  package static let fewestStrides = 20
  private static let verySure = 0.9

  /// The recordings of `root/<set>/<recording>` whose directions are known.
  ///
  /// - Throws: An error of the file system if a folder cannot be listed or a file not be read.
  package init(in root: String) throws {
    let references = try ReferenceRecording.all(in: root)
    let labels = try LabeledRecording.all(in: root)
    for kind in PeopleKind.allCases {
      for sensors in [Validation.Sensors.feet, .lowerBack] {
        var row = Row(kind: kind, sensors: sensors)
        for recording in references where PeopleKind(of: "\(recording.set)/\(recording.name)") == kind {
          guard let strides = Self.strides(at: recording.path, sensors) else { continue }
          let pairs = StridePairs(strides, reference: recording.strides, anyFoot: sensors == .lowerBack).pairs
          row.add(
            pairs.filter { $0.reference.direction != .inPlace }.map {
              ($0.found, $0.found.direction == $0.reference.direction)
            })
        }
        for recording in labels where PeopleKind(of: recording.name) == kind {
          guard let strides = Self.strides(at: recording.path, sensors) else { continue }
          let judged = strides.filter {
            !recording.hasTurns || $0.direction == .forward || $0.direction == .backward
          }
          row.add(judged.filter { $0.direction != nil }.map { ($0, $0.direction == recording.direction) })
        }
        if row.strides > 0 { rows.append(row) }
      }
    }
  }

  /// `nil` where there is no such sensor, or the recording is refused.
  private static func strides(at path: String, _ sensors: Validation.Sensors) -> [Stride]? {
    let placements = Set(Placement.allCases.filter { sensors.contain($0) })
    guard let recording = try? RecordingReader().recording(at: path, placements: placements) else { return nil }
    return GaitAnalysis()(recording).strides
  }
}

extension PeopleTable.Row {
  fileprivate mutating func add(_ judged: [(stride: Stride, isRight: Bool)]) {
    guard !judged.isEmpty else { return }
    recordings += 1
    for (stride, isRight) in judged {
      let confidence = stride.directionConfidence ?? 0
      strides += 1
      right += isRight ? 1 : 0
      surelyWrong += !isRight && confidence >= Stride.leastConfidence ? 1 : 0
      guard confidence >= PeopleTable.verySure else { continue }
      verySure.count += 1
      verySure.predicted += confidence
      verySure.right += isRight ? 1 : 0
    }
  }
}
