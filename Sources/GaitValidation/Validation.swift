import GaitCore
import GaitIngest
import GaitModel

/// The agreement of the analysis with references, by set of recordings.
package struct Validation: Sendable {
  /// The recordings of one set.
  package struct Row: Sendable {
    package var set: String
    package var recordings: Int
    package var agreement: Agreement
    /// Of sensors on the feet.
    package var rules: [EventRule: [Direction: RuleErrors]] = [:]
  }

  /// Which sensors strides come from.
  package enum Sensors: Sendable {
    case feet
    case lowerBack

    /// Whether `placement` is one of them.
    package func contain(_ placement: Placement) -> Bool {
      switch self {
      case .feet: placement.foot != nil
      case .lowerBack: placement == .lowerBack
      }
    }
  }

  package var sensors: Sensors
  /// By set.
  package var rows: [Row] = []

  /// All sets together.
  package var all: Row {
    rows.reduce(into: Row(set: "all", recordings: 0, agreement: Agreement())) { sum, row in
      sum.recordings += row.recordings
      sum.agreement.add(row.agreement)
    }
  }

  init(sensors: Sensors) { self.sensors = sensors }

  /// Adds what was found of one more recording of `set`.
  mutating func add(_ agreement: Agreement, to set: String) {
    if rows.last?.set != set { rows.append(Row(set: set, recordings: 0, agreement: Agreement())) }
    rows[rows.count - 1].recordings += 1
    rows[rows.count - 1].agreement.add(agreement)
  }

  /// Analyzes all `recordings` that carry such sensors.
  ///
  /// - Throws: `IngestError` if one cannot be read.
  package init(of recordings: [ReferenceRecording], sensors: Sensors) throws {
    self.sensors = sensors
    for recording in recordings {
      let placements = recording.placements.filter { sensors.contain($0) }
      guard !placements.isEmpty else { continue }
      let streams = try RecordingReader().recording(at: recording.path, placements: placements)
      let result = GaitAnalysis()(streams)
      var agreement = Agreement()
      agreement.add(result.strides, against: recording, anyFoot: sensors == .lowerBack)
      add(agreement, to: recording.set)
      guard sensors == .feet else { continue }
      for (rule, errors) in EventRule.errors(of: result, recording: streams, reference: recording) {
        for (direction, error) in errors {
          rows[rows.count - 1].rules[rule, default: [:]][direction, default: RuleErrors()].add(error)
        }
      }
    }
  }
}
