import GaitMeasures
import GaitModel
import NumberText

/// Why a reference and strides could not be compared.
package enum EvaluationError: Error, Sendable, Equatable, CustomStringConvertible {
  case unreadable(path: String)
  /// A column that must be there is not.
  case noColumn(file: String, expected: String)
  case cell(file: String, line: Int, column: String, found: String, expected: String)
  /// The strides are of several recordings, and the reference does not name its own.
  case severalRecordings(file: String, count: Int)
  /// The reference and the strides have no recording in common.
  case nothingInCommon(reference: String, strides: String)

  package var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read as text; expected a table in CSV; check the path"
    case .noColumn(let file, let expected):
      "\(file), line 1: found no column \(expected); expected it in the header; see 'retrogait evaluate --help'"
    case .cell(let file, let line, let column, let found, let expected):
      "\(file), line \(line), column \(column): found '\(found)'; expected \(expected); correct the cell"
    case .severalRecordings(let file, let count):
      "\(file): found no column recording, and strides of \(count) recordings; expected one that names them; add the column"
    case .nothingInCommon(let reference, let strides):
      "\(reference): found no recording that \(strides) has too; expected the same names in the column recording; rename them"
    }
  }
}

/// The rows of a table by the name of their column.
struct EvaluationTable {
  let file: String
  let rows: [[String]]
  private let places: [String: Int]

  init(_ text: String, file: String) throws(EvaluationError) {
    // A byte order mark, which spreadsheets write.
    let rows = CSVText.rows(of: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    guard let header = rows.first else { throw .noColumn(file: file, expected: "foot") }
    self.file = file
    self.rows = Array(rows.dropFirst())
    places = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for (k, row) in self.rows.enumerated() where row.count != header.count {
      throw .cell(
        file: file, line: k + 2, column: header[min(row.count, header.count - 1)], found: "\(row.count) cells",
        expected: "\(header.count)")
    }
  }

  func has(_ column: String) -> Bool { places[column] != nil }

  /// `nil` for an empty cell, or where there is no such column.
  func text(_ column: String, _ row: Int) -> String? {
    guard let place = places[column], !rows[row][place].isEmpty else { return nil }
    return CSVText.text(ofCell: rows[row][place])
  }

  func number(_ column: String, _ row: Int) throws(EvaluationError) -> Double? {
    guard let text = text(column, row) else { return nil }
    guard let value = Double(text), value.isFinite else {
      throw .cell(file: file, line: row + 2, column: column, found: text, expected: "a number")
    }
    return value
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: String, _ row: Int, _: Word.Type
  ) throws(EvaluationError) -> Word? {
    guard let text = text(column, row) else { return nil }
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .cell(file: file, line: row + 2, column: column, found: text, expected: "one of \(known)")
    }
    return word
  }
}

/// A stride of a reference table, with whatever the other system measured of it.
struct EvaluationReference: Sendable {
  var recording: String?
  var foot: Side?
  /// Where the middle of the swing lies, or the initial contact.
  var window: ClosedRange<Double>
  var initialContact: Double?
  var finalContact: Double?
  var direction: Direction?
  var contact: FirstContact?
  /// By the column of the quantity, in its unit.
  var values: [String: Double]
}

/// The strides of a reference table.
struct EvaluationReferences: Sendable {
  var strides: [EvaluationReference] = []
  /// Whether windows hold the middle of a swing, and not its initial contact.
  var hasWindows: Bool
  var hasRecordings: Bool

  /// Quantities that are times, intervals or probabilities are not compared as measures.
  static let quantities: [StrideQuantity] = {
    let others = [StrideQuantity.start, .finalContact, .end, .lengthLow, .lengthHigh].map(\.column)
    return StrideQuantity.columns.filter { $0.isNumber && $0.unit != .probability && !others.contains($0.column) }
  }()

  /// - Parameter tolerance: Seconds by which an initial contact may differ, where there are no windows.
  init(_ text: String, file: String, tolerance: Double) throws(EvaluationError) {
    let table = try EvaluationTable(text, file: file)
    hasWindows = table.has("window_start_s") && table.has("window_end_s")
    hasRecordings = table.has("recording")
    let contact = ["initial_contact_s", "end_s"].first(where: table.has)
    guard hasWindows || contact != nil else { throw .noColumn(file: file, expected: "initial_contact_s") }
    let compared = Self.quantities.compactMap { quantity in
      [quantity.id, quantity.column].first(where: table.has).map { (quantity: quantity, column: $0) }
    }
    for row in table.rows.indices {
      var initialContact: Double?
      if let contact { initialContact = try table.number(contact, row) }
      var stride = EvaluationReference(
        recording: table.text("recording", row), foot: try table.word("foot", row, Side.self), window: 0...0,
        initialContact: initialContact, finalContact: try table.number("final_contact_s", row),
        direction: try table.word("direction", row, Direction.self),
        contact: try table.word("contact_type", row, FirstContact.self), values: [:])
      if hasWindows, let start = try table.number("window_start_s", row),
        let end = try table.number("window_end_s", row),
        start <= end
      {
        stride.window = start...end
      } else if !hasWindows, let initialContact {
        stride.window = initialContact - tolerance...initialContact + tolerance
      } else {
        let column = hasWindows ? "window_start_s" : contact ?? ""
        throw .cell(
          file: file, line: row + 2, column: column, found: table.text(column, row) ?? "nothing",
          expected: hasWindows ? "a start, and an end that is not before it" : "a time in seconds")
      }
      for (quantity, column) in compared { stride.values[quantity.column] = try table.number(column, row) }
      strides.append(stride)
    }
  }
}

/// A stride of `strides.csv`, with where it comes from.
struct EvaluationStride: Sendable {
  var recording: String
  var subject: String?
  var session: String?
  var stride: Stride

  /// The strides of `strides.csv`, of one recording or of many, as `analyze` and `export` write it.
  static func all(_ text: String, file: String) throws(EvaluationError) -> [EvaluationStride] {
    let table = try EvaluationTable(text, file: file)
    for column in ["recording", "foot", "end_s"] where !table.has(column) {
      throw .noColumn(file: file, expected: column)
    }
    let quantities = StrideQuantity.columns.filter { table.has($0.column) }
    var strides: [EvaluationStride] = []
    for row in table.rows.indices {
      var stride = Stride(foot: .left, number: 0, finalContact: 0, end: 0)
      for quantity in quantities {
        let cell = table.text(quantity.column, row) ?? ""
        guard quantity.put(cell, into: &stride) else {
          throw .cell(
            file: file, line: row + 2, column: quantity.column, found: cell, expected: "what 'retrogait analyze' writes"
          )
        }
      }
      strides.append(
        EvaluationStride(
          recording: table.text("recording", row) ?? "", subject: table.text("subject", row),
          session: table.text("session", row), stride: stride))
    }
    return strides
  }
}
