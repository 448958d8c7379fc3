import GRDB
import GaitMeasures
import NumberText
import OutputFiles

/// A view of the store that becomes a table of text.
public enum StoreView: String, Sendable, CaseIterable {
  /// One row per stride.
  case strides
  /// One row per session, direction and conditions.
  case sessions
  /// One row per session, direction, conditions and measure.
  case trends

  /// What a table is sorted by, so that the same store gives the same bytes.
  fileprivate var order: String {
    switch self {
    case .strides: "subject, day, session COLLATE natural_order, recording COLLATE natural_order, end_s, foot, stride"
    case .sessions: "subject, day, session COLLATE natural_order, direction, sensors, surface, incline_percent"
    case .trends: "subject, day, session COLLATE natural_order, direction, measure, sensors, surface, incline_percent"
    }
  }
}

extension HistoryStore {
  /// Writes a view to a CSV file, in the form of `strides.csv`: an empty cell was not measured, `valid` and `steady` are
  /// `true` or `false`. A file that was there is replaced when the new one is complete.
  ///
  /// - Parameters:
  ///   - subject: Only this person; everybody where none is given.
  ///   - overwrite: Whether a file that is no such table is replaced.
  /// - Returns: The number of rows.
  /// - Throws: `HistoryError` if there is no such person, or the file cannot be written.
  @discardableResult
  public func export(
    _ view: StoreView, of subject: String? = nil, to path: String, overwrite: Bool = false
  ) throws(HistoryError) -> Int {
    do {
      let columns = try read { db in try db.columns(in: view.rawValue).map(\.name) }
      // Later versions may have more columns at the end.
      let mark = OutputFile.Mark.beginning(columns.prefix(3).joined(separator: ","))
      let writer = try OutputFile(path: path, mark: mark, overwrite: overwrite).open()
      let count = try rows(of: view, subject: subject, session: nil) { text in
        do throws(OutputError) {
          try writer.append(Array(text.utf8))
        } catch {
          throw HistoryError.notWritable(path: path, reason: error.reason)
        }
      }
      try writer.finish()
      return count
    } catch let error as HistoryError {
      throw error
    } catch let error as OutputError {
      throw .notWritable(path: path, reason: error.reason)
    } catch {
      throw HistoryError(error, path: self.path, writing: false)
    }
  }

  /// A view as the text of a CSV file; the same bytes as `export` writes.
  ///
  /// - Parameters:
  ///   - subject: Only this person; everybody where none is given.
  ///   - session: Only this session of the person.
  /// - Throws: `HistoryError` if there is no such person, or the store cannot be read.
  public func table(
    _ view: StoreView, of subject: String? = nil, session: String? = nil
  ) throws(HistoryError) -> String {
    var table = ""
    try rows(of: view, subject: subject, session: session) { table += $0 }
    return table
  }

  /// Bytes that are gathered before they are given on.
  private static let pieceSize = 1 << 16

  /// Gives the text of a view on, piece by piece.
  ///
  /// - Returns: The number of rows.
  @discardableResult
  private func rows(
    of view: StoreView, subject: String?, session: String?, _ take: (String) throws -> Void
  ) throws(HistoryError) -> Int {
    if let subject {
      let known = try subjects()
      guard known.contains(subject) else { throw .unknown(subject, of: "person", known: known) }
    }
    let filters = [("subject", subject), ("session", session)].filter { $0.1 != nil }
    let condition = filters.map { "\($0.0) = :\($0.0)" }.joined(separator: " AND ")
    return try read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT * FROM \(view.rawValue) \(filters.isEmpty ? "" : "WHERE \(condition)") ORDER BY \(view.order)
          """, arguments: StatementArguments(Dictionary(uniqueKeysWithValues: filters)))
      let columns = try db.columns(in: view.rawValue).map(\.name)
      var text = columns.joined(separator: ",") + "\n"
      var count = 0
      while let row = try cursor.next() {
        for (k, column) in columns.enumerated() {
          if k > 0 { text += "," }
          text += Self.cell(row[k] as DatabaseValue, column)
        }
        text += "\n"
        count += 1
        if text.utf8.count >= Self.pieceSize {
          try take(text)
          text = ""
        }
      }
      try take(text)
      return count
    }
  }

  private static let truths = Set(StrideQuantity.columns.filter(\.isTruth).map(\.column))

  private static func cell(_ value: DatabaseValue, _ column: String) -> String {
    switch value.storage {
    case .int64(let number): truths.contains(column) ? (number == 0 ? "false" : "true") : String(number)
    case .double(let number): CSVText.number(number, decimals: decimals(of: column))
    case .string(let text): CSVText.cell(text)
    case .null, .blob: ""
    }
  }

  private static let means: Set = ["mean", "standard_error", "ci95_low", "ci95_high"]

  /// As many as in `strides.csv`; means have one more.
  private static func decimals(of column: String) -> Int {
    StrideQuantity.named(column)?.unit.fileDecimals ?? (means.contains(column) ? 5 : 4)
  }
}
