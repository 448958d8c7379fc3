import GaitExport
import GaitMeasures
import GaitModel

/// A stride of a recording, or the step that ends with it.
struct StrideRow: PartRow {
  var walk: TableWalk
  var stride: Stride

  static func columns(_ details: [TableColumn<TableWalk>]) -> [TableColumn<StrideRow>] {
    columns(StrideQuantity.columns.map { $0.tableColumn.of(\.stride) }, details)
  }

  static func rows(of walks: [TableWalk], _ filter: TableFilter) -> [StrideRow] {
    walks.flatMap { walk in
      walk.recording.strides.filter { filter.holds($0.direction) && (!filter.validOnly || $0.isValid) }
        .map { StrideRow(walk: walk, stride: $0) }
    }
  }

  // MARK: Steps

  /// What is known of a step; lengths of steps are not, since feet that are tracked one by one have no common origin.
  private static let stepQuantities: [StrideQuantity] = [
    .bout, .foot, .number, .end, .stepTime, .direction, .directionConfidence, .contact, .contactConfidence,
    .footPitchAtContact, .contactPeak, .valid, .steady, .leftOut, .segment,
  ]
  private static let stepStart = TableField(
    "start_s", .number(decimals: 4), unit: "s", "initial contact of the other foot that begins the step",
    isRequired: true)

  static func stepColumns(_ details: [TableColumn<TableWalk>]) -> [TableColumn<StrideRow>] {
    var own = stepQuantities.map { $0.tableColumn.of(\StrideRow.stride) }
    let end = own.firstIndex { $0.field.name == StrideQuantity.end.column } ?? 0
    own.insert(TableColumn(stepStart) { row in TableCell(row.stride.stepTime.map { row.stride.end - $0 }) }, at: end)
    return columns(own, details)
  }

  static func steps(of walks: [TableWalk], _ filter: TableFilter) -> [StrideRow] {
    rows(of: walks, filter).filter { $0.stride.stepTime != nil }
  }
}

/// A walking bout of a recording.
struct BoutRow: PartRow {
  var walk: TableWalk
  var row: BoutTable.Row

  static func columns(_ details: [TableColumn<TableWalk>]) -> [TableColumn<BoutRow>] {
    columns(BoutTable.rowColumns.map { $0.of(\.row) }, details)
  }

  static func rows(of walks: [TableWalk], _ filter: TableFilter) -> [BoutRow] {
    walks.flatMap { walk in
      bouts(of: walk).filter { filter.holds($0.bout.direction) }.map { BoutRow(walk: walk, row: $0) }
    }
  }

  /// The bouts that the strides were assigned to: results and stores keep the strides, and bouts are made of them.
  private static func bouts(of walk: TableWalk) -> [BoutTable.Row] {
    var members: [Int: [Stride]] = [:]
    for stride in walk.recording.strides {
      if let bout = stride.bout { members[bout, default: []].append(stride) }
    }
    let trunk = Dictionary(
      (walk.summary.trunk?.bouts ?? []).map { ($0.bout, $0) }, uniquingKeysWith: { first, _ in first })
    return members.sorted { $0.key < $1.key }.compactMap { number, strides -> BoutTable.Row? in
      guard var bout = WalkingBout(number: number, strides: strides) else { return nil }
      // Lengths that are too uncertain for a single stride are in the analysis' own distances, but are not kept.
      if walk.conditions.sensors == .lowerBack, strides.contains(where: { $0.isValid && $0.length == nil }) {
        bout.distance = nil
      }
      let motion = trunk[number].map { SummaryDocument.TrunkMotion(steps: $0.steps, measures: $0.measures) }
      return BoutTable.Row(bout, trunk: motion)
    }
  }
}

/// A turn of a recording.
struct TurnRow: PartRow {
  var walk: TableWalk
  var turn: Turn

  static func columns(_ details: [TableColumn<TableWalk>]) -> [TableColumn<TurnRow>] {
    columns(TurnTable.rowColumns.map { $0.of(\.turn) }, details)
  }

  static func rows(of walks: [TableWalk], _ filter: TableFilter) -> [TurnRow] {
    walks.flatMap { walk in
      TurnDetector().turns(in: walk.recording.strides)
        .filter { filter.holds($0.directionBefore ?? $0.directionAfter) }.map { TurnRow(walk: walk, turn: $0) }
    }
  }
}
