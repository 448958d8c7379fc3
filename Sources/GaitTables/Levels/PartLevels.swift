import GaitExport
import GaitMeasures
import GaitModel

/// The tables with a row for part of a recording: their own columns, and the rows of one recording.
enum PartLevels {
  static let strides = StrideQuantity.columns.map(\.tableColumn)

  static func strides(of walk: TableWalk, _ filter: TableFilter) -> [Stride] {
    walk.recording.strides.filter { filter.holds($0.direction) && (!filter.validOnly || $0.isValid) }
  }

  // MARK: Steps

  /// What is known of a step; lengths of steps are not, since feet that are tracked one by one have no common origin.
  static let steps: [TableColumn<Stride>] =
    [StrideQuantity.bout, .foot, .number].map(\.tableColumn) + [stepStart]
    + [
      StrideQuantity.end, .stepTime, .direction, .directionConfidence, .contact, .contactConfidence,
      .footPitchAtContact,
      .contactPeak, .valid, .steady, .leftOut, .segment,
    ].map(\.tableColumn)

  private static let stepStart = TableColumn<Stride>(
    TableField(
      "start_s", .number(decimals: 4), unit: "s", "initial contact of the other foot that begins the step",
      isRequired: true)
  ) { stride in TableCell(stride.stepTime.map { stride.end - $0 }) }

  static func steps(of walk: TableWalk, _ filter: TableFilter) -> [Stride] {
    strides(of: walk, filter).filter { $0.stepTime != nil }
  }

  // MARK: Bouts

  /// The bouts that the strides were assigned to: results and stores keep the strides, and bouts are made of them.
  static func bouts(of walk: TableWalk, _ filter: TableFilter) -> [BoutTable.Row] {
    var members: [Int: [Stride]] = [:]
    for stride in walk.recording.strides {
      if let bout = stride.bout { members[bout, default: []].append(stride) }
    }
    let trunk = Dictionary(
      (walk.summary.trunk?.bouts ?? []).map { ($0.bout, $0) }, uniquingKeysWith: { first, _ in first })
    return members.sorted { $0.key < $1.key }.compactMap { number, strides -> BoutTable.Row? in
      guard var bout = WalkingBout(number: number, strides: strides), filter.holds(bout.direction) else { return nil }
      // Lengths that are too uncertain for a single stride are in the analysis' own distances, but are not kept.
      if walk.conditions.sensors == .lowerBack, strides.contains(where: { $0.isValid && $0.length == nil }) {
        bout.distance = nil
      }
      let motion = trunk[number].map { SummaryDocument.TrunkMotion(steps: $0.steps, measures: $0.measures) }
      return BoutTable.Row(bout, trunk: motion)
    }
  }

  // MARK: Turns

  static func turns(of walk: TableWalk, _ filter: TableFilter) -> [Turn] {
    TurnDetector().turns(in: walk.recording.strides)
      .filter { filter.holds($0.directionBefore ?? $0.directionAfter) }
  }
}
