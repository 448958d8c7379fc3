import GaitModel

/// Reads the samples of a text file by a layout.
struct TableReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  /// The memory of `bytes` if they are a file's.
  var pages: FilePages?

  /// What the sensors of `layouts`, which share one table, measured.
  func signals(_ layouts: [TextLayout]) throws(IngestError) -> [SensorSignals] {
    guard let dialect = layouts.first?.dialect else { return [] }
    var positions: Set<Int> = []
    for layout in layouts {
      positions.formUnion(layout.acceleration?.positions ?? [])
      positions.formUnion(layout.angularVelocity?.positions ?? [])
      switch layout.clock {
      case .column(let position, _, _, _): positions.insert(position)
      case .rate(_, let counter, _, _): if let counter { positions.insert(counter) }
      case .text: break
      }
    }
    let table = try CSVTable(bytes, dialect: dialect, positions: positions, file: file, pages: pages)
    let rows = table.columns.first?.value.count ?? 0
    var signals: [SensorSignals] = []
    for layout in layouts {
      let (time, origin) = try time(layout, table: table, rows: rows)
      signals.append(
        SensorSignals(
          time: time, origin: origin, acceleration: layout.acceleration.map { series($0, table) },
          angularVelocity: layout.angularVelocity.map { series($0, table) },
          accelerationUnit: layout.acceleration?.unit ?? "m_s2",
          angularVelocityUnit: layout.angularVelocity?.unit ?? "rad_s", content: layout.content, label: layout.label,
          declaredRate: layout.declaredRate, beginning: layout.beginning, warnings: layout.warnings,
          place: { [lines = table.lines] row in "line \(lines.line(ofRow: row))" }))
    }
    return signals
  }

  private func series(_ axes: TextLayout.Axes, _ table: CSVTable) -> TriaxialSeries {
    let columns = zip(axes.positions, axes.signs).map { position, sign in
      let column = table.columns[position] ?? []
      let factor = axes.factor * sign
      return factor == 1 ? column : column.map { $0 * factor }
    }
    return TriaxialSeries(x: columns[0], y: columns[1], z: columns[2])
  }

  /// Seconds of each row from the origin of the clock.
  private func time(
    _ layout: TextLayout, table: CSVTable, rows: Int
  ) throws(IngestError) -> ([Double], ClockOrigin) {
    switch layout.clock {
    case .column(let position, let factor, let wrap, let origin):
      let counts = unwrapped(table.columns[position] ?? [], at: wrap)
      guard case .unknown = origin else {
        // Differences first: seconds from 1970 leave no digits for microseconds once they are multiplied.
        let start = counts.first ?? 0
        return (counts.map { ($0 - start) * factor }, origin.advanced(by: start * factor))
      }
      return (counts.map { $0 * factor }, .unknown)
    case .text(let position):
      let column = try TextTimeColumn(bytes, dialect: layout.dialect, position: position, file: file, pages: pages)
      guard column.seconds.count == rows else {
        throw IngestError(
          .unusable, file: file, found: "\(column.seconds.count) times for \(rows) samples", expected: "one each",
          advice: "export the recording again")
      }
      return (column.seconds, column.origin)
    case .rate(let rate, let counter, let wrap, let origin):
      guard let counter else { return ((0..<rows).map { Double($0) / rate }, origin) }
      let counts = unwrapped(table.columns[counter] ?? [], at: wrap)
      let start = counts.first ?? 0
      return (counts.map { ($0 - start) / rate }, origin.advanced(by: start / rate))
    }
  }

  /// A counter that starts again at zero, as if it had gone on.
  private func unwrapped(_ counts: [Double], at wrap: Double?) -> [Double] {
    guard let wrap else { return counts }
    var laps = 0.0
    var last = -Double.infinity
    return counts.map { count in
      if count < last - wrap / 2 { laps += 1 }
      if !count.isNaN { last = count }
      return count + laps * wrap
    }
  }
}
