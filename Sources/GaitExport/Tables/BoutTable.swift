import GaitModel

/// `bouts.csv`: one row per walking bout, sorted by start.
public struct BoutTable: Sendable {
  public static let columns = [
    "recording", "bout", "start_s", "end_s", "direction", "strides", "distance_m", "speed_m_s", "cadence_steps_min",
  ]

  /// The table of `bouts` as text.
  public static func text(of bouts: [WalkingBout], recording: String) -> String {
    let name = CSVText.cell(recording)
    var text = columns.joined(separator: ",") + "\n"
    for bout in bouts {
      text += [
        name, String(bout.number), CSVText.number(bout.start, decimals: 4), CSVText.number(bout.end, decimals: 4),
        bout.direction.rawValue, String(bout.strides), CSVText.number(bout.distance, decimals: 3),
        CSVText.number(bout.speed, decimals: 4), CSVText.number(bout.cadence, decimals: 2),
      ].joined(separator: ",")
      text += "\n"
    }
    return text
  }
}
