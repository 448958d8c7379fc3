import GaitMeasures
import GaitModel
import NumberText

/// `bouts.csv`: one row per walking bout, sorted by start.
public struct BoutTable: Sendable {
  /// The columns, of which later versions may add to the end; those of the trunk are empty without a sensor on the
  /// lower back.
  public static let columns =
    [
      "recording", "bout", "start_s", "end_s", "direction", "strides", "distance_m",
      StrideQuantity.speed.column, StrideQuantity.cadence.column, "trunk_steps",
    ] + TrunkMeasureDefinition.all.map(\.id) + [StrideQuantity.segment.column]

  /// The table of `bouts` as text.
  public static func text(of bouts: [WalkingBout], recording: String) -> String {
    let name = CSVText.cell(recording)
    var text = columns.joined(separator: ",") + "\n"
    for bout in bouts {
      let cells = [
        name, String(bout.number), CSVText.number(bout.start, decimals: 4), CSVText.number(bout.end, decimals: 4),
        bout.direction.rawValue, String(bout.strides), CSVText.number(bout.distance, decimals: 3),
        CSVText.number(bout.speed, decimals: 4), CSVText.number(bout.cadence, decimals: 2),
        bout.trunk.map { String($0.steps) } ?? "",
      ]
      let trunk = TrunkMeasureDefinition.all.map { measure in
        CSVText.number(bout.trunk.flatMap(measure.value), decimals: 4)
      }
      text += (cells + trunk + [CSVText.cell(bout.segment)]).joined(separator: ",")
      text += "\n"
    }
    return text
  }
}
