import GaitMeasures
import GaitModel
import NumberText

/// `turns.csv`: one row per turn of 45° or more, sorted by start.
public struct TurnTable: Sendable {
  /// The columns, of which later versions may add to the end; angles are positive to the left.
  public static let columns = [
    "recording", "turn", "start_s", "end_s", "angle_deg", "steps", "duration_s", "direction", "direction_after",
  ]

  /// The table of `turns` as text.
  public static func text(of turns: [Turn], recording: String) -> String {
    let name = CSVText.cell(recording)
    let seconds = { (value: Double) in CSVText.number(value, decimals: 4) }
    var text = columns.joined(separator: ",") + "\n"
    for turn in turns {
      let cells = [
        name, String(turn.number), seconds(turn.start), seconds(turn.end),
        CSVText.number(turn.angle * 180 / .pi, decimals: 1), turn.steps.map(String.init) ?? "", seconds(turn.duration),
        (turn.directionBefore ?? turn.directionAfter)?.rawValue ?? "", turn.directionAfter?.rawValue ?? "",
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }
}
