import Foundation
import GRDB
import GaitMeasures
import GaitModel

extension RecordingRows {
  /// Inserts the curves of the strides.
  static func insert(_ curves: [DrawnStride], recording: Int64, _ db: Database) throws {
    guard !curves.isEmpty else { return }
    let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO stride_curves VALUES (?, ?, ?, ?, ?)")
    for stride in curves {
      try statement.execute(arguments: [
        recording, stride.foot.rawValue, stride.number, stride.signals.start, Data(StrideBlob(stride).bytes),
      ])
    }
  }
}

extension HistoryStore {
  /// The curves of a stride of a recording that `analyzedRecordings` gave; `nil` where none were kept with it.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func curves(
    of foot: Side, _ number: Int, in recording: AnalyzedRecording
  ) throws(HistoryError) -> DrawnStride? {
    guard let id = recording.numberInStore else { return nil }
    return try read { db in
      // A store that an earlier version made and nobody has written to since has no such table.
      guard try db.tableExists("stride_curves") else { return nil }
      let row = try Row.fetchOne(
        db, sql: "SELECT start_s, curves FROM stride_curves WHERE recording_id = ? AND foot = ? AND stride = ?",
        arguments: [id, foot.rawValue, number])
      return row.flatMap { row in
        StrideBlob(bytes: Array(row["curves"] as Data)).stride(foot: foot, number: number, start: row["start_s"])
      }
    }
  }

  /// The curves of the strides of a foot whose numbers are within `numbers`, as far as they were kept, ascending.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func curves(
    of foot: Side, _ numbers: ClosedRange<Int>, in recording: AnalyzedRecording
  ) throws(HistoryError) -> [DrawnStride] {
    guard let id = recording.numberInStore else { return [] }
    return try read { db in
      guard try db.tableExists("stride_curves") else { return [] }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT stride, start_s, curves FROM stride_curves
          WHERE recording_id = ? AND foot = ? AND stride BETWEEN ? AND ? ORDER BY stride
          """,
        arguments: [id, foot.rawValue, numbers.lowerBound, numbers.upperBound])
      return rows.compactMap { row in
        StrideBlob(bytes: Array(row["curves"] as Data)).stride(
          foot: foot, number: row["stride"], start: row["start_s"])
      }
    }
  }

  /// Whether the curves of any stride were kept with a recording that `analyzedRecordings` gave.
  ///
  /// - Throws: `HistoryError` if the store cannot be read.
  public func hasCurves(_ recording: AnalyzedRecording) throws(HistoryError) -> Bool {
    guard let id = recording.numberInStore else { return false }
    return try read { db in
      guard try db.tableExists("stride_curves") else { return false }
      return try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM stride_curves WHERE recording_id = ?)", arguments: [id]) ?? false
    }
  }
}
