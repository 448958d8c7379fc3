import GaitModel
import NumberText

/// `events.csv`: one row per event of a foot, sorted by time.
public struct EventTable: Sendable {
  public static let columns = ["recording", "foot", "time_s", "event", "contact_type"]

  /// The table of `events` as text.
  public static func text(of events: [GaitEvent], recording: String) -> String {
    let name = CSVText.cell(recording)
    var text = columns.joined(separator: ",") + "\n"
    for event in events {
      text += "\(name),\(event.foot.rawValue),\(CSVText.number(event.time, decimals: 4)),\(event.kind.rawValue),"
      text += (event.contact?.rawValue ?? "") + "\n"
    }
    return text
  }
}
