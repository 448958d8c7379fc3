import GaitModel

/// A table whose rows are in turn those of the accelerometer and of the gyroscope, as a column says.
struct QuantityRows {
  let axes: [Int]
  /// The column whose words tell the quantity.
  let column: Int
  let acceleration: (word: String, unit: SignalUnit)
  let angularVelocity: (word: String, unit: SignalUnit)

  /// - Returns: `nil` if no column says the quantity and its unit in the first rows.
  init?(opening: TextOpening, header: TableHeader, axes: ColumnGroups.Triad) {
    let rows = (header.firstRow..<max(header.firstRow, opening.lines.count)).map {
      opening.cells(ofLine: $0, delimiter: header.delimiter)
    }
    for column in header.names.indices where !axes.positions.contains(column) {
      let words = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }.uniqued()
      guard words.count >= 2, words.count < 20, words.allSatisfy({ TableHeader.number($0) == nil }) else { continue }
      // With an axis at its end, a word such as `accel_g` is read as a name of a column is.
      let named = words.map { word in (word: word, name: Self.name(word)) }
      guard let force = named.first(where: { $0.name.quantity == .acceleration }),
        let rate = named.first(where: { $0.name.quantity == .angularVelocity }), let forceUnit = force.name.unit,
        let rateUnit = rate.name.unit
      else { continue }
      self.axes = axes.positions
      self.column = column
      acceleration = (force.word, forceUnit)
      angularVelocity = (rate.word, rateUnit)
      return
    }
    return nil
  }

  private static func name(_ word: String) -> ColumnName {
    var name = ColumnName("x " + word)
    if name.unit == nil { name = ColumnName("x_" + word) }
    return name
  }

  func layouts(clock: TextLayout.Clock, dialect: CSVDialect) -> [TextLayout] {
    let units: [UnitEvidence] = [.words(column: dialect.header[column])]
    var force = TextLayout(dialect: dialect, clock: clock, units: units)
    force.acceleration = .of(axes, acceleration.unit)
    force.rows = [.init(position: column, word: acceleration.word)]
    var rate = TextLayout(dialect: dialect, clock: clock, units: units)
    rate.angularVelocity = .of(axes, angularVelocity.unit)
    rate.rows = [.init(position: column, word: angularVelocity.word)]
    return [force, rate]
  }
}
