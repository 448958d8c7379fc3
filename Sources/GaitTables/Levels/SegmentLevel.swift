import GaitExport
import GaitMeasures
import GaitModel

/// The walking of one segment of a recording in one direction.
struct SegmentRow {
  var segment: SummaryDocument.SegmentMeasures
  var direction: Direction
  /// By the measure's name.
  var measures: [String: MeasuredValue]

  init(_ segment: SummaryDocument.SegmentMeasures, _ direction: Direction) {
    self.segment = segment
    self.direction = direction
    measures = Dictionary(
      MeasuredValue.all(of: segment, direction).map { ($0.measure, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `nil` where nobody walked that way.
  var walk: SummaryDocument.DirectionMeasures? { segment.directions[direction.rawValue] }
}

/// The table of segments: a row for each segment and direction, also where nobody walked, so that none is lost.
enum SegmentLevel {
  private typealias Column = TableColumn<SegmentRow>

  static func rows(of walk: TableWalk, _ filter: TableFilter) -> [SegmentRow] {
    let directions: [Direction] = [.forward, .backward].filter { filter.holds($0) }
    return (walk.summary.segments ?? []).flatMap { segment in directions.map { SegmentRow(segment, $0) } }
  }

  static let columns: [TableColumn<SegmentRow>] = place + amounts + StrideQuantity.all.flatMap(measure)

  private static let place: [Column] = [
    Column(TableField(StrideQuantity.segment.column, .text, "name of the segment", isRequired: true)) {
      TableCell($0.segment.name)
    },
    Column(TableField("start_s", seconds, unit: "s", "start of the segment, as given", isRequired: true)) {
      TableCell($0.segment.startS)
    },
    Column(TableField("end_s", seconds, unit: "s", "end of the segment, as given", isRequired: true)) {
      TableCell($0.segment.endS)
    },
    Column(
      TableField("direction", .text, "direction of walking", words: ["forward", "backward"], isRequired: true)
    ) { TableCell($0.direction.rawValue) },
  ]

  private static let amounts: [Column] = [
    Column(
      TableField(
        "strides", .whole, "number of strides that enter means; 0 where nobody walked this way", possible: positive,
        isRequired: true)
    ) { TableCell($0.walk?.strides ?? 0) },
    Column(
      TableField("strides_walked", .whole, "number of all strides of a sure direction", possible: positive)
    ) { $0.walk.map { TableCell($0.stridesWalked) } ?? .whole(0) },
    Column(
      TableField(
        "walked_s", seconds, unit: "s", "time walked, in bouts or not", possible: positive, isRequired: true)
    ) { TableCell($0.walk?.durationS ?? 0) },
    Column(
      TableField(
        "distance_m", .number(decimals: 4), unit: "m",
        "way walked, in bouts or not; empty where no stride has a length",
        possible: positive)
    ) { TableCell($0.walk?.distanceM) },
  ]

  private static let seconds = TableField.Kind.number(decimals: 4)
  private static let positive = 0...Double.infinity

  /// Mean, number and 95 % interval of what strides have.
  private static func measure(_ quantity: StrideQuantity) -> [Column] {
    guard let mean = quantity.mean else { return [] }
    var field = quantity.tableColumn.field
    field.name = mean.id
    field.kind = .number(decimals: 5)
    field.definition = "\(quantity.title), mean over the strides that enter means"
    field.possible = mean.isShare ? 0...100 : field.possible
    field.isRequired = false
    field.since = TableField.sinceExport
    let id = mean.id
    let limit = { (end: String, which: String) in
      TableField(
        "\(id)_ci95_\(end)", .number(decimals: 5), unit: field.unit, "\(which) limit of the 95 % interval of \(id)")
    }
    return [
      Column(field) { TableCell($0.measures[id]?.value) },
      Column(
        TableField(
          "\(id)_n", .whole, "number of strides or contacts that \(id) rests on", possible: positive, isRequired: true)
      ) { TableCell($0.measures[id]?.n ?? 0) },
      Column(limit("low", "lower")) { TableCell($0.measures[id]?.interval?.lowerBound) },
      Column(limit("high", "upper")) { TableCell($0.measures[id]?.interval?.upperBound) },
    ]
  }
}
