import GaitMeasures
import GaitModel

/// `measures.csv`: one row per measure of forward and backward walking, of the whole recording and of its segments.
///
/// What was not measured has a row without a value, and the reason.
public struct MeasureTable: Sendable {
  /// The columns, of which later versions may add to the end.
  public static let columns = rowColumns.map(\.field.name)

  /// A measure and the recording that it is of.
  public struct Row: Sendable {
    public var recording: String
    public var measured: MeasuredValue

    public init(recording: String, measured: MeasuredValue) {
      self.recording = recording
      self.measured = measured
    }
  }

  /// What `quality` can be.
  public enum Quality: String, CaseIterable, Sendable {
    case measured
    /// A value without an interval: a count or a sum, or a mean of too few strides.
    case noInterval = "no_interval"
    case notMeasured = "not_measured"

    init(_ measured: MeasuredValue) {
      self = measured.value == nil ? .notMeasured : measured.interval == nil ? .noInterval : .measured
    }
  }

  /// The whole recording, as `scope` names it; a segment is named `segment:` and its name.
  static let wholeRecording = "recording"
  private static let decimals = TableField.Kind.number(decimals: 5)

  public static let rowColumns: [TableColumn<Row>] = [
    TableColumn(TableField("recording", .text, "name of the recording", isRequired: true)) {
      TableCell($0.recording)
    },
    TableColumn(
      TableField("scope", .text, "`\(wholeRecording)`, or `segment:` and the name of a segment", isRequired: true)
    ) { TableCell($0.measured.segment.map { "segment:\($0)" } ?? wholeRecording) },
    TableColumn(
      TableField(
        "direction", .text, "direction of walking; what compares both stands under `backward`",
        words: ["forward", "backward"], isRequired: true)
    ) { TableCell($0.measured.direction.rawValue) },
    TableColumn(
      TableField("measure", .text, "name of the measure; `retrogait measures` lists them all", isRequired: true)
    ) { TableCell($0.measured.measure) },
    TableColumn(TableField("value", decimals, "value, in the unit of the measure; empty where it was not measured")) {
      TableCell($0.measured.value)
    },
    TableColumn(TableField("unit", .text, "unit of the measure; empty for a number without one")) {
      TableCell($0.measured.unit)
    },
    TableColumn(
      TableField(
        "n", .whole, "number of strides, contacts, turns, steps or bouts that the value rests on",
        possible: 0...Double.infinity, isRequired: true)
    ) { TableCell($0.measured.n) },
    TableColumn(TableField("ci_low", decimals, "lower limit of the 95 % interval of the value")) {
      TableCell($0.measured.interval?.lowerBound)
    },
    TableColumn(TableField("ci_high", decimals, "upper limit of the 95 % interval of the value")) {
      TableCell($0.measured.interval?.upperBound)
    },
    TableColumn(
      TableField(
        "quality", .text,
        "`measured`, `no_interval` (a count or a sum, or too few strides for an interval), or `not_measured`",
        words: Quality.allCases.map(\.rawValue), isRequired: true)
    ) { TableCell(Quality($0.measured).rawValue) },
    TableColumn(TableField("reason", .text, "what the measure would have needed; empty where it was measured")) {
      TableCell($0.measured.notMeasured)
    },
  ]

  /// The table of what `summary` has as text.
  public static func text(of summary: SummaryDocument) -> String {
    var text = columns.joined(separator: ",") + "\n"
    for measured in MeasuredValue.all(of: summary) {
      text += TableColumn.csv(rowColumns, Row(recording: summary.recording, measured: measured)) + "\n"
    }
    return text
  }
}
