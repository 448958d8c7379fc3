import GaitMeasures
import GaitModel
import NumberText

/// `bouts.csv`: one row per walking bout, sorted by start.
public struct BoutTable: Sendable {
  /// The columns, of which later versions may add to the end; those of the trunk are empty without a sensor on the
  /// lower back.
  public static let columns = ["recording"] + rowColumns.map(\.field.name)

  /// A bout and how the trunk moved in it.
  public struct Row: Sendable {
    public var bout: WalkingBout
    /// `nil` without a sensor on the lower back, or where it saw too few steps of the bout.
    public var trunk: SummaryDocument.TrunkMotion?

    public init(_ bout: WalkingBout, trunk: SummaryDocument.TrunkMotion?) {
      self.bout = bout
      self.trunk = trunk
    }
  }

  /// The columns behind the recording's name.
  public static let rowColumns: [TableColumn<Row>] = walking + trunkColumns + later

  private static let walking: [TableColumn<Row>] =
    [
      TableColumn(
        TableField(
          "bout", .whole, "number of the walking bout, from 1", possible: 1...Double.infinity, isRequired: true)
      ) { TableCell($0.bout.number) },
      TableColumn(TableField("start_s", seconds, unit: "s", "first contact", isRequired: true)) {
        TableCell($0.bout.start)
      },
      TableColumn(TableField("end_s", seconds, unit: "s", "last contact", isRequired: true)) { TableCell($0.bout.end) },
      TableColumn(
        TableField(
          "direction", .text, "direction of all its strides", words: Direction.allCases.map(\.rawValue),
          isRequired: true)
      ) { TableCell($0.bout.direction.rawValue) },
      TableColumn(
        TableField(
          "strides", .whole, "number of strides, of both feet", possible: 1...Double.infinity, isRequired: true)
      ) { TableCell($0.bout.strides) },
      TableColumn(
        TableField(
          "distance_m", .number(decimals: 3), unit: "m",
          "way walked, mean of the feet; empty where more than half of the strides have no length",
          possible: 0...Double.infinity)
      ) { TableCell($0.bout.distance) },
      TableColumn(mean(of: .speed)) { TableCell($0.bout.speed) },
      TableColumn(mean(of: .cadence)) { TableCell($0.bout.cadence) },
      TableColumn(
        TableField("trunk_steps", .whole, "steps that the measures of the trunk rest on", possible: 0...Double.infinity)
      ) { TableCell($0.trunk?.steps) },
    ]

  private static let trunkColumns: [TableColumn<Row>] = TrunkMeasureDefinition.all
    .filter { $0.id != TrunkMeasureDefinition.inclination.id }.map(trunk)

  /// Those of later versions.
  private static let later: [TableColumn<Row>] =
    [
      TableColumn(
        TableField(
          StrideQuantity.segment.column, .text,
          "name of the segment in which all of its strides lie; empty where there is none")
      ) { TableCell($0.bout.segment) },
      trunk(TrunkMeasureDefinition.inclination),
    ]

  private static func trunk(_ measure: TrunkMeasureDefinition) -> TableColumn<Row> {
    TableColumn(
      TableField(
        measure.id, .number(decimals: 4), unit: measure.unit, measure.title, method: measure.method,
        source: measure.source)
    ) { TableCell($0.trunk?.measures[measure.id]) }
  }

  private static let seconds = TableField.Kind.number(decimals: 4)

  /// The mean over a bout of what its strides have.
  private static func mean(of quantity: StrideQuantity) -> TableField {
    var field = quantity.tableColumn.field
    field.definition = "mean over its valid strides of: \(field.definition)"
    return field
  }

  /// The table of `bouts` as text.
  public static func text(of bouts: [WalkingBout], recording: String) -> String {
    let name = CSVText.cell(recording)
    var text = columns.joined(separator: ",") + "\n"
    for bout in bouts {
      let row = Row(bout, trunk: bout.trunk.map { SummaryDocument.TrunkMotion($0) })
      text += "\(name),\(TableColumn.csv(rowColumns, row))\n"
    }
    return text
  }
}
