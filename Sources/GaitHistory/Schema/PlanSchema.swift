import GRDB

/// The tables of what a clinician sets for a person besides the plan, which is a column of `subject`.
///
/// Both go with the person. A removed person keeps them until the erasure.
enum PlanSchema {
  static func apply(to db: Database) throws {
    for sql in [goal, prescription] { try db.execute(sql: sql) }
  }

  /// `direction` and `measure` are as in the table of measures.
  private static let goal = """
    CREATE TABLE goal (
      subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
      direction TEXT NOT NULL,
      measure TEXT NOT NULL,
      value REAL NOT NULL CHECK (value > 0),
      PRIMARY KEY (subject_id, direction, measure)
    ) STRICT, WITHOUT ROWID;
    """

  /// `week` is the Monday: `2026-11-30`.
  private static let prescription = """
    CREATE TABLE prescription (
      subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
      week TEXT NOT NULL,
      text TEXT NOT NULL CHECK (text <> ''),
      PRIMARY KEY (subject_id, week)
    ) STRICT, WITHOUT ROWID;
    """
}
