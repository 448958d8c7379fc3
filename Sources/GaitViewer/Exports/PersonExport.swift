import Foundation
import GaitExport
import GaitHistory
import GaitMeasures
import GaitModel
import GaitReport
import NumberText

/// What is known of a person as files for other programs.
struct PersonExport {
  var course: PersonCourse
  var recordings: [AnalyzedRecording]

  /// All strides in one table, with the columns of `strides.csv`.
  func strides() -> String {
    var text = ""
    for (k, recording) in recordings.enumerated() {
      let summary = recording.summary
      let details = RecordingDetails(subject: summary.subject, session: summary.session)
      let table = StrideTable.text(of: recording.strides, recording: summary.recording, details: details)
      text += k == 0 ? table : String(table.drop { $0 != "\n" }.dropFirst())
    }
    return text.isEmpty ? StrideTable.columns.joined(separator: ",") + "\n" : text
  }

  /// One row per session, conditions, direction and measure.
  func sessions() -> String {
    var text = "subject,session,day,sensors,surface,incline_percent,aid,direction,measure,n,mean,standard_error\n"
    for session in course.sessions {
      for walk in session.walks {
        for direction in [Direction.backward, .forward] {
          for (id, measure) in (walk.directions[direction]?.measures ?? [:]).sorted(by: { $0.key < $1.key }) {
            let cells = [
              CSVText.cell(course.person.name), CSVText.cell(session.name), session.day?.description ?? "",
              walk.conditions.sensors.rawValue, walk.conditions.surface?.rawValue ?? "",
              walk.conditions.inclinePercent.map(String.init) ?? "", CSVText.cell(walk.conditions.aid),
              direction.rawValue, CSVText.cell(id), String(measure.n), CSVText.number(measure.mean, decimals: 5),
              CSVText.number(measure.standardError, decimals: 5),
            ]
            text += cells.joined(separator: ",") + "\n"
          }
        }
      }
    }
    return text
  }

  /// The summaries of all recordings as a JSON array.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(recordings.map(\.summary))
  }

  func report() -> String { GaitReport(people: [PersonReport(course: course, recordings: recordings)]).html() }
}
