import GRDB
import GaitMeasures
import GaitModel

/// The table and the view of strides, made from `StrideQuantity.columns`.
enum StrideSchema {
  /// What the table keeps, beside the number of the recording.
  private static let kept = StrideQuantity.columns.filter { if case .kept = $0.content { true } else { false } }

  static let table = """
    CREATE TABLE stride (
      recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    \(kept.map { "  \(definition(of: $0)),\n" }.joined())\
      PRIMARY KEY (recording_id, foot, stride)
    ) STRICT, WITHOUT ROWID;
    """

  /// For researchers who open the store with the `sqlite3` shell, R or Python: current analyses only, the columns of
  /// `strides.csv` in their order.
  static let view = """
    CREATE VIEW strides AS
      SELECT subject.name AS subject, session.name AS session, recording.name AS recording, recording.day AS day,
    \(StrideQuantity.columns.map { "    \(selection(of: $0))" }.joined(separator: ",\n"))
      FROM stride JOIN recording ON recording.id = stride.recording_id
        JOIN session ON session.id = recording.session_id JOIN subject ON subject.id = session.subject_id
      WHERE \(HistorySchema.isCurrent);
    """

  /// Takes the recording's number, then what `arguments` gives.
  static let insert = """
    INSERT INTO stride (recording_id, \(kept.map(\.column).joined(separator: ", ")))
    VALUES (?\(String(repeating: ", ?", count: kept.count)))
    """

  static func arguments(recording: Int64, _ stride: Stride) -> StatementArguments {
    StatementArguments([recording.databaseValue] + kept.map { value(of: $0, stride) })
  }

  /// The strides of a recording in the order of time, without those that are none of ours.
  ///
  /// A store of an earlier version that was not written to since lacks some columns.
  static func strides(ofRecording recording: Int64, _ db: Database) throws -> [Stride] {
    let statement = try db.cachedStatement(
      sql: "SELECT * FROM stride WHERE recording_id = ? ORDER BY end_s, foot, stride")
    // To look a column up by its name in every row takes longer than to read the row.
    let fields = kept.compactMap { quantity -> (quantity: StrideQuantity, kind: StrideQuantity.Kind, index: Int?)? in
      guard case .kept(let kind, _) = quantity.content else { return nil }
      return (quantity, kind, statement.columnNames.firstIndex(of: quantity.column))
    }
    var strides: [Stride] = []
    let rows = try Row.fetchCursor(statement, arguments: [recording])
    while let row = try rows.next() {
      var stride = Stride(foot: .left, number: 0, finalContact: 0, end: 0)
      let isOurs = fields.allSatisfy { field in
        let value: DatabaseValue = field.index.map { row[$0] } ?? .null
        return field.quantity.put(cell(value, field.kind), into: &stride)
      }
      if isOurs { strides.append(stride) }
    }
    return strides
  }

  /// Adds the columns that a store of an earlier version lacks.
  static func addColumns(_ db: Database) throws {
    let known = Set(try db.columns(in: "stride").map(\.name))
    for quantity in kept where !known.contains(quantity.column) {
      try db.execute(sql: "ALTER TABLE stride ADD COLUMN \(definition(of: quantity))")
    }
  }

  /// Writes what strides of the recording lack and `strides` have: quantities that an earlier version did not keep.
  ///
  /// - Returns: Whether there were any.
  static func complete(_ recording: Int64, with strides: [Stride], _ db: Database) throws -> Bool {
    let lacking = try kept.filter { quantity in
      guard strides.contains(where: { quantity.cell(of: $0) != .empty }) else { return false }
      return try Int.fetchOne(
        db, sql: "SELECT 1 FROM stride WHERE recording_id = ? AND \(quantity.column) IS NOT NULL LIMIT 1",
        arguments: [recording]) == nil
    }
    guard !lacking.isEmpty, !strides.isEmpty else { return false }
    let statement = try db.cachedStatement(
      sql: """
        UPDATE stride SET \(lacking.map { "\($0.column) = ?" }.joined(separator: ", "))
        WHERE recording_id = ? AND foot = ? AND stride = ?
        """)
    for stride in strides {
      let keys = [recording.databaseValue, stride.foot.rawValue.databaseValue, stride.number.databaseValue]
      try statement.execute(arguments: StatementArguments(lacking.map { value(of: $0, stride) } + keys))
    }
    return true
  }

  private static func definition(of quantity: StrideQuantity) -> String {
    guard case .kept(let kind, let isRequired) = quantity.content else { return "" }
    let type =
      switch kind {
      case .number: "REAL"
      case .count, .truth: "INTEGER"
      case .word, .name: "TEXT"
      }
    let check = kind == .truth ? " CHECK (\(quantity.column) IN (0, 1))" : ""
    return "\(quantity.column) \(type)\(isRequired ? " NOT NULL" : "")\(check)"
  }

  private static func selection(of quantity: StrideQuantity) -> String {
    if case .derived(let sql) = quantity.content { "\(sql) AS \(quantity.column)" } else { "stride.\(quantity.column)" }
  }

  private static func value(of quantity: StrideQuantity, _ stride: Stride) -> DatabaseValue {
    switch quantity.cell(of: stride) {
    case .empty: .null
    case .number(let number): number.databaseValue
    case .count(let count): count.databaseValue
    case .word(let word): word.databaseValue
    case .truth(let truth): truth.databaseValue
    }
  }

  private static func cell(_ value: DatabaseValue, _ kind: StrideQuantity.Kind) -> StrideCell {
    switch (kind, value.storage) {
    case (.number, .double(let number)): .number(number)
    case (.count, .int64(let count)): .count(Int(count))
    case (.word, .string(let word)), (.name, .string(let word)): .word(word)
    case (.truth, .int64(let truth)): .truth(truth != 0)
    default: .empty
    }
  }
}
