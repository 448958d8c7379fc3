import GaitMeasures
import GaitModel
import NumberText

/// `turns.csv`: one row per turn of 45° or more, sorted by start.
public struct TurnTable: Sendable {
  /// The columns, of which later versions may add to the end; angles are positive to the left.
  public static let columns = ["recording"] + rowColumns.map(\.field.name)

  /// The columns behind the recording's name.
  public static let rowColumns: [TableColumn<Turn>] = [
    TableColumn(
      TableField("turn", .whole, "number of the turn, from 1", possible: 1...Double.infinity, isRequired: true)
    ) { TableCell($0.number) },
    TableColumn(TableField("start_s", seconds, unit: "s", "first swing that turns", isRequired: true)) {
      TableCell($0.start)
    },
    TableColumn(
      TableField("end_s", seconds, unit: "s", "contact that ends the last swing that turns", isRequired: true)
    ) { TableCell($0.end) },
    TableColumn(
      TableField(
        "angle_deg", .number(decimals: 1), unit: "°",
        "change of heading, positive to the left; of the foot that turned more in the air", isRequired: true)
    ) { TableCell($0.angle * 180 / .pi) },
    TableColumn(
      TableField(
        "steps", .whole, "number of steps in it; empty where one foot was seen alone", possible: 0...Double.infinity)
    ) { TableCell($0.steps) },
    TableColumn(
      TableField("duration_s", seconds, unit: "s", "end_s − start_s", possible: 0...Double.infinity, isRequired: true)
    ) { TableCell($0.duration) },
    TableColumn(
      TableField(
        "direction", .text, "of walking before it, or after it where nothing was walked before", words: directions)
    ) { TableCell(($0.directionBefore ?? $0.directionAfter)?.rawValue) },
    TableColumn(TableField("direction_after", .text, "of walking after it", words: directions)) {
      TableCell($0.directionAfter?.rawValue)
    },
  ]

  private static let seconds = TableField.Kind.number(decimals: 4)
  private static let directions = Direction.allCases.map(\.rawValue)

  /// The table of `turns` as text.
  public static func text(of turns: [Turn], recording: String) -> String {
    let name = CSVText.cell(recording)
    return columns.joined(separator: ",") + "\n"
      + turns.map { "\(name),\(TableColumn.csv(rowColumns, $0))\n" }.joined()
  }
}
