import GaitExport
import GaitHistory
import GaitMeasures
import GaitModel

extension SessionRow {
  private typealias Column = TableColumn<SessionRow>

  static func rows(of walks: [TableWalk], _ filter: TableFilter) -> [SessionRow] {
    rows(of: walks).filter { filter.holds($0.direction) }
  }

  static func columns(_ details: [TableColumn<TableWalk>]) -> [TableColumn<SessionRow>] {
    let own: [Column] = [
      Column(
        TableField("recordings", .whole, "number of recordings", possible: 1...Double.infinity, isRequired: true)
      ) { TableCell($0.walks.count) },
      Column(
        TableField(
          "strides", .whole, "number of strides that enter means", possible: 0...Double.infinity, isRequired: true)
      ) { TableCell($0.walk.strides) },
      Column(
        TableField(
          "duration_s", .number(decimals: 4), unit: "s", "time walked, in bouts or not", possible: 0...Double.infinity,
          isRequired: true)
      ) { TableCell($0.walk.duration) },
      Column(
        TableField(
          "distance_m", .number(decimals: 4), unit: "m",
          "way walked, in bouts or not; empty where no stride has a length",
          possible: 0...Double.infinity)
      ) { TableCell($0.walk.distance) },
      WalkColumns.comment.common.of(\.walks),
      Column(
        TableField(
          "strides_walked", .whole, "number of all strides of a sure direction", possible: 0...Double.infinity,
          isRequired: true)
      ) { TableCell($0.walk.walked) },
    ]
    let conditions: [Column] =
      [startedAt, directionColumn, WalkColumns.surface.common.of(\.walks), incline]
      + [WalkColumns.sensors, WalkColumns.aid, WalkColumns.pain, WalkColumns.group, WalkColumns.affectedSide]
      .map { $0.common.of(\.walks) }
    return identity + conditions + own
      + rest(details, without: identity + conditions + own)
  }

  /// The first columns of tables with a row for a session.
  static let identity: [TableColumn<SessionRow>] =
    [WalkColumns.subject, WalkColumns.session].map { $0.common.of(\.walks) } + [
      TableColumn(TableField("day", .day, "first day of its recordings, each on its own clock")) { TableCell($0.day) }
    ]
  static let directionColumn = TableColumn<SessionRow>(
    TableField("direction", .text, "direction of walking", words: ["forward", "backward"], isRequired: true)
  ) { TableCell($0.direction.rawValue) }
  static let incline = TableColumn<SessionRow>(
    TableField(
      "incline_percent", .number(decimals: nil), unit: "%", "slope of the ground in whole percent, positive uphill")
  ) { TableCell($0.conditions?.inclinePercent.map(Double.init)) }
  private static let startedAt = TableColumn<SessionRow>(
    TableField("started_at", .text, "start of its first recording in ISO 8601, as given")
  ) { TableCell($0.startedAt) }

  /// The columns of every table that do not stand among the first ones.
  static func rest(
    _ details: [TableColumn<TableWalk>], without first: [TableColumn<SessionRow>]
  ) -> [TableColumn<SessionRow>] {
    let names = Set(first.map(\.field.name))
    return (WalkColumns.conditions + details).filter { !names.contains($0.field.name) }.map { column in
      column.field.name == startedAt.field.name ? startedAt : column.common.of(\.walks)
    }
  }
}

extension MeasureRow {
  private typealias Column = TableColumn<MeasureRow>

  static func rows(of walks: [TableWalk], _ filter: TableFilter) -> [MeasureRow] {
    SessionRow.rows(of: walks, filter).flatMap { session in
      session.walk.measures.sorted { $0.key < $1.key }.map { MeasureRow(session: session, measure: $0, value: $1) }
    }
  }

  static func columns(_ details: [TableColumn<TableWalk>]) -> [TableColumn<MeasureRow>] {
    let conditions = [
      WalkColumns.surface.common.of(\SessionRow.walks), SessionRow.incline,
      WalkColumns.sensors.common.of(\.walks), WalkColumns.aid.common.of(\.walks),
    ]
    let first = SessionRow.identity + [SessionRow.directionColumn]
    let own: [Column] = [
      Column(
        TableField(
          "n", .whole, "number of strides, contacts, turns or steps", possible: 1...Double.infinity, isRequired: true)
      ) { TableCell($0.value.n) },
      mean("mean", "mean, in the unit of the measure", isRequired: true) { $0.value.mean },
      mean("standard_error", "standard error of the mean; empty where there are too few strides") {
        $0.value.standardError
      },
      mean("ci95_low", "lower limit of the 95 % interval of the mean") { $0.value.interval?.lowerBound },
      mean("ci95_high", "upper limit of the 95 % interval of the mean") { $0.value.interval?.upperBound },
    ]
    let measure: [Column] = [
      Column(
        TableField(
          "measure", .text, "name of the measure; the dictionary has a row for each", words: definitions.map(\.name),
          isRequired: true)
      ) { TableCell($0.measure) }
    ]
    let unit: [Column] = [
      Column(TableField("unit", .text, "unit of the measure; empty for a number without one")) { row in
        TableCell(units[row.measure])
      }
    ]
    return first.map { $0.of(\.session) } + measure + conditions.map { $0.of(\.session) } + own + unit
      + SessionRow.rest(details, without: first + conditions).map { $0.of(\.session) }
  }

  private static func mean(
    _ name: String, _ definition: String, isRequired: Bool = false, _ value: @escaping @Sendable (MeasureRow) -> Double?
  ) -> Column {
    Column(TableField(name, .number(decimals: 5), definition, isRequired: isRequired)) { TableCell(value($0)) }
  }

  /// What each measure is.
  static let definitions: [TableField] =
    StrideQuantity.all.compactMap { quantity in
      quantity.mean.map { mean in
        var field = quantity.tableColumn.field
        field.name = mean.id
        field.definition = quantity.title
        field.isRequired = false
        return field
      }
    }
    + WalkQuantity.tracked.map { quantity in
      TableField(
        quantity.id, .number(decimals: 5), unit: quantity.unit, quantity.title, possible: quantity.possible,
        method: quantity.method, source: quantity.source)
    }

  private static let units = Dictionary(definitions.map { ($0.name, $0.unit) }, uniquingKeysWith: { first, _ in first })
}
