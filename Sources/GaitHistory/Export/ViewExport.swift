import Foundation
import GRDB
import GaitExport

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
    case .strides: "subject, day, session, recording, end_s, foot, stride"
    case .sessions: "subject, day, session, direction, sensors, surface, incline_percent"
    case .trends: "subject, day, session, direction, measure, sensors, surface, incline_percent"
    }
  }
}

extension HistoryStore {
  /// Writes a view to a CSV file, in the form of `strides.csv`: an empty cell was not measured, `valid` and `steady` are
  /// `true` or `false`. A file that was there is replaced when the new one is complete.
  ///
  /// - Parameter subject: Only this person; everybody where none is given.
  /// - Returns: The number of rows.
  /// - Throws: `HistoryError` if there is no such person, or the file cannot be written.
  @discardableResult
  public func export(_ view: StoreView, of subject: String? = nil, to path: String) throws(HistoryError) -> Int {
    if let subject {
      let known = try subjects()
      guard known.contains(subject) else { throw .unknown(subject, of: "person", known: known) }
    }
    let beside = "\(path).part"
    do throws(HistoryError) {
      let rows = try write(view, of: subject, to: path, beside: beside)
      guard rename(beside, path) == 0 else { throw HistoryError.notWritable(path: path, reason: systemWords(errno)) }
      return rows
    } catch {
      try? FileManager.default.removeItem(atPath: beside)
      throw error
    }
  }

  /// Bytes that are gathered before they are written.
  private static let pieceSize = 1 << 16

  private func write(
    _ view: StoreView, of subject: String?, to path: String, beside: String
  ) throws(HistoryError) -> Int {
    guard let output = fopen(beside, "wb") else { throw .notWritable(path: path, reason: systemWords(errno)) }
    var isOpen = true
    defer { if isOpen { fclose(output) } }
    let rows = try read { db in
      let filter = subject == nil ? "" : "WHERE subject = :subject"
      let cursor = try Row.fetchCursor(
        db, sql: "SELECT * FROM \(view.rawValue) \(filter) ORDER BY \(view.order)",
        arguments: subject.map { ["subject": $0] } ?? StatementArguments())
      let columns = try db.columns(in: view.rawValue).map(\.name)
      var text = columns.joined(separator: ",") + "\n"
      var count = 0
      func flush() throws {
        let bytes = Array(text.utf8)
        guard fwrite(bytes, 1, bytes.count, output) == bytes.count else {
          throw HistoryError.notWritable(path: path, reason: systemWords(errno))
        }
        text = ""
      }
      while let row = try cursor.next() {
        for (k, column) in columns.enumerated() {
          if k > 0 { text += "," }
          text += Self.cell(row[k] as DatabaseValue, column)
        }
        text += "\n"
        count += 1
        if text.utf8.count >= Self.pieceSize { try flush() }
      }
      try flush()
      return count
    }
    isOpen = false
    guard fclose(output) == 0 else { throw .notWritable(path: path, reason: systemWords(errno)) }
    return rows
  }

  private static let truths: Set = ["valid", "steady"]

  private static func cell(_ value: DatabaseValue, _ column: String) -> String {
    switch value.storage {
    case .int64(let number): truths.contains(column) ? (number == 0 ? "false" : "true") : String(number)
    case .double(let number): CSVText.number(number, decimals: decimals(of: column))
    case .string(let text): CSVText.cell(text)
    case .null, .blob: ""
    }
  }

  /// As many as in `strides.csv`; means have one more.
  private static func decimals(of column: String) -> Int {
    if column.hasSuffix("_deg") || column.hasSuffix("_m_s2") || column.hasSuffix("_steps_min") { return 2 }
    if column.hasSuffix("_confidence") { return 3 }
    return column == "mean" || column == "standard_error" ? 5 : 4
  }
}

private func systemWords(_ number: Int32) -> String { String(cString: strerror(number)) }
