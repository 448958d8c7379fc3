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
    for layout in layouts { positions.formUnion(layout.numberPositions) }
    let table = try CSVTable(bytes, dialect: dialect, positions: positions, file: file, pages: pages)
    let rows = table.columns.first?.value.count ?? 0
    let words = try words(Set(layouts.flatMap { $0.rows.map(\.position) }), dialect: dialect)
    var signals: [SensorSignals] = []
    for declared in layouts {
      let selected = selected(declared.rows, words: words, rows: rows)
      let layout = withCounter(declared, table: table, selected: selected)
      let (time, origin) = try time(layout, table: table, rows: rows, selected: selected)
      // Columns of one table have one clock.
      let isShared = layouts.count > 1 && origin == .unknown
      signals.append(
        SensorSignals(
          time: time, origin: isShared ? .shared(layout.clock.name(in: dialect), 0) : origin,
          acceleration: layout.acceleration.map { series($0, table, selected) },
          angularVelocity: layout.angularVelocity.map { series($0, table, selected) },
          accelerationUnit: layout.acceleration?.unit ?? "m_s2",
          angularVelocityUnit: layout.angularVelocity?.unit ?? "rad_s", content: layout.content, label: layout.label,
          declaredRate: layout.declaredRate, beginning: layout.beginning, warnings: layout.warnings,
          columns: layout.names,
          place: Self.place(table.lines, selected)))
    }
    return signals
  }

  /// The layout with a column for its clock that turns out to count samples and to skip.
  private func withCounter(_ layout: TextLayout, table: CSVTable, selected: [Int]?) -> TextLayout {
    guard let position = layout.possibleCounter, case .rate(let rate, nil, _, let origin) = layout.clock,
      let skips = SampleCounter(Self.rows(selected, of: table.columns[position] ?? []))?.skips, skips.places > 0
    else { return layout }
    let header = layout.dialect.header
    let name = header.indices.contains(position) ? header[position] : "\(position + 1)"
    var layout = layout
    layout.clock = .rate(rate, counter: position, origin: origin)
    layout.warnings.append(
      .counterSkips(column: name, samples: skips.samples, places: skips.places, rate: rate))
    return layout
  }

  private static func place(_ lines: RowLines, _ selected: [Int]?) -> (Int) -> String {
    guard let selected else { return { row in "line \(lines.line(ofRow: row))" } }
    return { row in "line \(lines.line(ofRow: selected.indices.contains(row) ? selected[row] : row))" }
  }

  private func words(_ positions: Set<Int>, dialect: CSVDialect) throws(IngestError) -> [Int: WordColumn] {
    var words: [Int: WordColumn] = [:]
    for position in positions.sorted() {
      words[position] = try WordColumn(bytes, dialect: dialect, position: position, mostWords: .max, pages: pages)
    }
    return words
  }

  /// The rows that meet every condition; `nil` for all.
  private func selected(
    _ conditions: [TextLayout.RowCondition], words: [Int: WordColumn], rows: Int
  ) -> [Int]? {
    guard !conditions.isEmpty else { return nil }
    return (0..<rows).filter { row in
      conditions.allSatisfy { condition in words[condition.position]?.word(ofRow: row) == condition.word }
    }
  }

  private func series(_ axes: TextLayout.Axes, _ table: CSVTable, _ selected: [Int]?) -> TriaxialSeries {
    let columns = zip(axes.positions, axes.signs).map { position, sign in
      let column = Self.rows(selected, of: table.columns[position] ?? [])
      let factor = axes.factor * sign
      return factor == 1 ? column : column.map { $0 * factor }
    }
    return TriaxialSeries(x: columns[0], y: columns[1], z: columns[2])
  }

  /// Seconds of each row from the origin of the clock.
  private func time(
    _ layout: TextLayout, table: CSVTable, rows: Int, selected: [Int]?
  ) throws(IngestError) -> ([Double], ClockOrigin) {
    let rows = selected?.count ?? rows
    switch layout.clock {
    case .column(let position, let factor, let wrap, let origin):
      let counts = unwrapped(Self.rows(selected, of: table.columns[position] ?? []), at: wrap)
      guard case .unknown = origin else {
        // Differences first: seconds from 1970 leave no digits for microseconds once they are multiplied.
        let start = counts.first ?? 0
        return (counts.map { ($0 - start) * factor }, origin.advanced(by: start * factor))
      }
      return (counts.map { $0 * factor }, .unknown)
    case .text(let position, let order):
      let column = try TextTimeColumn(
        bytes, dialect: layout.dialect, position: position, file: file, order: order, pages: pages)
      let seconds = Self.rows(selected, of: column.seconds)
      guard seconds.count == rows else {
        throw IngestError(
          .unusable, file: file, found: "\(column.seconds.count) times for \(rows) samples", expected: "one each",
          advice: "export the recording again")
      }
      return (seconds, column.origin)
    case .rate(let rate, let counter, let wrap, let origin):
      guard let counter else { return ((0..<rows).map { Double($0) / rate }, origin) }
      let column = Self.rows(selected, of: table.columns[counter] ?? [])
      let counts = unwrapped(column, at: wrap ?? SampleCounter.wrap(of: column))
      // Counters of one station agree, so that their numbers are kept where nothing else is known of time.
      if case .unknown = origin { return (counts.map { $0 / rate }, origin) }
      let start = counts.first ?? 0
      return (counts.map { ($0 - start) / rate }, origin.advanced(by: start / rate))
    }
  }

  private static func rows(_ selected: [Int]?, of column: [Double]) -> [Double] {
    guard let selected else { return column }
    return selected.compactMap { column.indices.contains($0) ? column[$0] : nil }
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

extension TextLayout {
  /// The columns that are read as numbers: all but dates and times.
  fileprivate var numberPositions: Set<Int> {
    let all = positions.union(possibleCounter.map { [$0] } ?? [])
    guard case .text(let position, _) = clock else { return all }
    return all.subtracting([position])
  }
}

extension TextLayout.Clock {
  /// What the clock of several sensors in one table is called.
  fileprivate func name(in dialect: CSVDialect) -> String {
    switch self {
    case .column(let position, _, _, _), .text(let position, _): "the column \(dialect.header[position])"
    case .rate: "the rows of the table"
    }
  }
}
