import GaitModel

/// Columns that say in each row which sensor it is of.
///
/// Rows of several sensors are never mixed: they are read apart where the words name placements, and refused otherwise.
struct RowLabels {
  let opening: TextOpening
  let pages: FilePages?

  /// Words of a header that name what tells sensors apart.
  private static let sensorWords: Set = [
    "sensor", "device", "imu", "node", "placement", "limb", "foot", "side", "mac", "serial", "bodypart", "dongle",
    "deviceid", "sensorid", "devicename", "sensorname",
  ]
  /// Words of a header that do so beside one of those.
  private static let sideWords: Set = ["id", "name", "no", "nr", "number", "label", "address", "serial", "type", "tag"]
  /// Different words beyond which a column names no sensors.
  private static let mostWords = 64
  /// Share of rows with another word than the row above, beyond which rows of several kinds alternate: five a second at
  /// 100 Hz, as no person changes what they do.
  private static let alternating = 0.05
  /// Share of the rows that each of two words has at least where they alternate.
  private static let fewest = 0.05

  /// The layouts, each split by the words of columns that tell sensors apart.
  ///
  /// - Throws: `IngestError` if rows are of several sensors, and it is not known which is which.
  func separated(_ layouts: [TextLayout]) throws(IngestError) -> [TextLayout] {
    guard let dialect = layouts.first?.dialect else { return layouts }
    var layouts = layouts
    let used = layouts.reduce(into: Set<Int>()) { used, layout in
      used.formUnion(layout.positions)
      used.formUnion(layout.rows.map(\.position))
    }
    for position in candidates(dialect, used) {
      guard
        let column = try WordColumn(
          opening.bytes, dialect: dialect, position: position, mostWords: Self.mostWords, pages: pages)
      else { continue }
      let words = column.words.filter { !Self.isMissing($0) }
      guard words.count > 1 else { continue }
      let placements = words.map { PlacementLabel.placement(in: $0) }
      if placements.contains(where: { $0 != nil }) {
        layouts = split(layouts, position, zip(words, placements).map { ($0, $1) }, dialect)
      } else if namesSensors(dialect.header[position]) || alternates(column) {
        throw refusal(layouts, position, words, dialect)
      }
    }
    return layouts
  }

  private func candidates(_ dialect: CSVDialect, _ used: Set<Int>) -> [Int] {
    let delimiter = Character(UnicodeScalar(dialect.delimiter))
    let first = opening.lineIndex(ofByte: dialect.firstDataByte)
    let rows = (first..<max(first, opening.lines.count)).map { opening.cells(ofLine: $0, delimiter: delimiter) }
    return dialect.header.indices.filter { position in
      guard !used.contains(position) else { return false }
      if namesSensors(dialect.header[position]) { return true }
      let cells = rows.compactMap { $0.indices.contains(position) ? $0[position] : nil }.filter { !Self.isMissing($0) }
      return !cells.isEmpty && cells.allSatisfy { TableHeader.number($0) == nil && ClockText($0) == nil }
    }
  }

  private static func isMissing(_ word: String) -> Bool { MissingValue.isOne(word) }

  private func namesSensors(_ name: String) -> Bool {
    let words = ColumnName.words(of: name).filter { !Self.sideWords.contains($0) }
    return words.count == 1 && Self.sensorWords.contains(words[0])
      || Self.sensorWords.contains(words.joined()) && !words.isEmpty
  }

  private func alternates(_ column: WordColumn) -> Bool {
    let rows = Double(max(1, column.rowCount))
    let frequent = column.counts.count { Double($0) >= Self.fewest * rows }
    return Double(column.changes) >= Self.alternating * rows && frequent > 1
  }

  private func split(
    _ layouts: [TextLayout], _ position: Int, _ words: [(word: String, placement: Placement?)], _ dialect: CSVDialect
  ) -> [TextLayout] {
    let unknown = words.filter { $0.placement == nil }.map(\.word)
    var split = layouts.flatMap { layout in
      words.filter { $0.placement != nil }.map { word, _ in
        var part = layout
        part.rows.append(.init(position: position, word: word))
        part.label = word
        return part
      }
    }
    if !unknown.isEmpty, !split.isEmpty {
      split[0].warnings.append(.unplacedRows(Array(unknown.prefix(8)), column: dialect.header[position]))
    }
    return split
  }

  private func refusal(
    _ layouts: [TextLayout], _ position: Int, _ words: [String], _ dialect: CSVDialect
  ) -> IngestError {
    let shown = words.prefix(8).map { "'\($0.prefix(20))'" }.joined(separator: ", ") + (words.count > 8 ? ", …" : "")
    let common = layouts.first.map { MapProposal.text(of: $0) } ?? ""
    let rows = zip(["left_foot", "right_foot"], words).map { placement, word in
      "\(placement).rows=\(position + 1):\(word.contains(" ") ? "\"\(word)\"" : word)"
    }
    return IngestError(
      .unusable, file: opening.file,
      place: "column \(dialect.header[position].isEmpty ? "\(position + 1)" : dialect.header[position])",
      found: "the words \(shown): rows of several sensors or kinds in one table",
      expected: "rows of one sensor, or words that name the placement of each",
      advice: "assign rows to sensors, for instance --map '\(common) \(rows.joined(separator: " "))'; "
        + "rows=all takes all rows as one sensor")
  }
}

/// Words that stand where a sample is missing.
enum MissingValue {
  /// In small letters; `1.#qnan` and `-nan(ind)` are what C libraries write, `#n/a` is a spreadsheet's.
  static let words: Set<String> = [
    "", "nan", "na", "n/a", "null", "none", "nil", "#n/a", "#na", "#value!", "#num!", "#div/0!", "#null!", "#ref!",
    "-nan", "+nan", "nan(ind)", "-nan(ind)", "nan(snan)", "-nan(snan)", "nanq", "nans", "1.#qnan", "-1.#qnan", "1.#ind",
    "-1.#ind", "1.#qnan0", "-1.#ind0", "1.#ind00", "-1.#ind00", "1.#qnan00", "-1.#qnan00", "1.#snan", "<na>", "missing",
    "-", "--", "?", ".", "nd", "n.a.", "undefined", "nat", "no data",
  ]

  /// Whether a cell, in any case of its letters, holds no sample.
  static func isOne(_ cell: String) -> Bool { words.contains(cell) || words.contains(cell.lowercased()) }
}
