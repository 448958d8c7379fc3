import GRDB

/// The tables and columns of corrections and removals.
///
/// A removed person, session or recording keeps its rows, with the number of the change that removed it, until it is
/// restored or erased. Its name may be given again, so names are unique among what is not removed.
enum CorrectionSchema {
  static func apply(to db: Database) throws {
    // SQLite looks at all views when a table gets another name.
    try HistorySchema.dropViews(db)
    for sql in [subject, session, change] { try db.execute(sql: sql) }
    try db.execute(
      sql: "ALTER TABLE recording ADD COLUMN removal_id INTEGER REFERENCES change (id) ON DELETE CASCADE")
    try db.execute(
      sql: "CREATE INDEX recording_removal ON recording (removal_id) WHERE removal_id IS NOT NULL")
    try HistorySchema.makeViews(db)
  }

  /// The other session of a recording that was moved.
  static func applyMoves(to db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE change ADD COLUMN other_session_id INTEGER REFERENCES session (id) ON DELETE SET NULL;
        CREATE INDEX change_other_session ON change (other_session_id) WHERE other_session_id IS NOT NULL;
        """)
  }

  private static let subject = """
    CREATE TABLE new_subject (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      diagnosis_group TEXT,
      affected_side TEXT CHECK (affected_side IN ('left', 'right', 'both', 'none')),
      comment TEXT,
      plan TEXT,
      sex TEXT CHECK (sex IN ('female', 'male')),
      birth_year INTEGER,
      removal_id INTEGER REFERENCES change (id) ON DELETE CASCADE
    ) STRICT;
    INSERT INTO new_subject (id, name, diagnosis_group, affected_side, comment, plan)
      SELECT id, name, diagnosis_group, affected_side, comment, plan FROM subject;
    DROP TABLE subject;
    ALTER TABLE new_subject RENAME TO subject;
    CREATE UNIQUE INDEX subject_name ON subject (name) WHERE removal_id IS NULL;
    CREATE INDEX subject_removal ON subject (removal_id) WHERE removal_id IS NOT NULL;
    """

  private static let session = """
    CREATE TABLE new_session (
      id INTEGER PRIMARY KEY,
      subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
      name TEXT NOT NULL CHECK (name <> ''),
      aid TEXT,
      pain REAL CHECK (pain BETWEEN 0 AND 10),
      comment TEXT,
      removal_id INTEGER REFERENCES change (id) ON DELETE CASCADE
    ) STRICT;
    INSERT INTO new_session (id, subject_id, name, aid, pain, comment)
      SELECT id, subject_id, name, aid, pain, comment FROM session;
    DROP TABLE session;
    ALTER TABLE new_session RENAME TO session;
    CREATE UNIQUE INDEX session_name ON session (subject_id, name) WHERE removal_id IS NULL;
    CREATE INDEX session_subject ON session (subject_id);
    CREATE INDEX session_removal ON session (removal_id) WHERE removal_id IS NOT NULL;
    """

  /// What was corrected, removed and restored, and when. Nobody's name is in the rows of somebody else, so that no trace of
  /// a person stays after an erasure. Numbers are never used twice.
  private static let change = """
    CREATE TABLE change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
      session_id INTEGER REFERENCES session (id) ON DELETE CASCADE,
      recording_id INTEGER REFERENCES recording (id) ON DELETE CASCADE,
      other_subject_id INTEGER REFERENCES subject (id) ON DELETE SET NULL,
      fact TEXT NOT NULL,
      before TEXT,
      after TEXT,
      changed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX change_subject ON change (subject_id);
    CREATE INDEX change_session ON change (session_id) WHERE session_id IS NOT NULL;
    CREATE INDEX change_recording ON change (recording_id) WHERE recording_id IS NOT NULL;
    CREATE INDEX change_other_subject ON change (other_subject_id) WHERE other_subject_id IS NOT NULL;
    """
}

/// The rows that count: neither removed nor, for recordings, replaced by a later analysis.
///
/// Readers take `current_subject`, `current_session` and `current_recording` in place of the tables, and `kept_recording`
/// where replaced analyses count too. The views belong to the connection, so a store of an earlier version that is only
/// read has them too.
enum CurrentRows {
  static func define(_ db: Database) throws {
    guard try db.tableExists("recording") else { return }
    let isEarlier = try !db.columns(in: "recording").contains { $0.name == "removal_id" }
    let notRemoved = isEarlier ? "true" : "removal_id IS NULL"
    let lacking = isEarlier ? ", NULL AS sex, NULL AS birth_year" : ""
    try db.execute(
      sql: """
        CREATE TEMP VIEW current_subject AS SELECT subject.*\(lacking) FROM main.subject WHERE \(notRemoved);
        CREATE TEMP VIEW current_session AS SELECT * FROM main.session WHERE \(notRemoved);
        CREATE TEMP VIEW kept_recording AS SELECT * FROM main.recording WHERE \(notRemoved);
        CREATE TEMP VIEW current_recording AS SELECT * FROM main.recording
          WHERE superseded_by IS NULL AND \(notRemoved);
        """)
  }
}
