import GRDB
import GaitMeasures

/// The tables of a store and how they came to be.
///
/// A migration that has been released keeps its effect; a later one follows it. The table and the view of strides are
/// those of `StrideSchema` from the start, and each length that the list of their quantities has had since is a migration.
enum HistorySchema {
  /// Stands in the file's header, so that a store is told from other SQLite files: `RtGt` in ASCII.
  static let applicationID = 0x5274_4774

  /// Columns of strides in the first release; there are only ever more.
  static let firstColumns = 31

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 people, sessions, recordings, strides") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: tables)
      try db.execute(sql: StrideSchema.table)
    }
    migrator.registerMigration("2 curves of strides, recordings by time") { db in
      try db.execute(sql: curves)
      try db.execute(sql: "CREATE INDEX recording_time ON recording (unix_s) WHERE superseded_by IS NULL")
    }
    migrator.registerMigration("3 no curves of analyses that were replaced") { db in
      try db.execute(
        sql: """
          DELETE FROM stride_curves
          WHERE recording_id IN (SELECT id FROM recording WHERE superseded_by IS NOT NULL)
          """)
    }
    migrator.registerMigration("4 intervals of stride lengths", migrate: completeStrides)
    migrator.registerMigration("5 intervals of means") { db in
      try db.execute(sql: meanIntervals)
    }
    migrator.registerMigration("6 layouts of tables") { db in
      try db.execute(sql: columnLayouts)
    }
    for count in firstColumns...StrideQuantity.columns.count {
      migrator.registerMigration("strides of \(count) columns", migrate: completeStrides)
    }
    migrator.registerMigration("7 corrections and removals", migrate: CorrectionSchema.apply)
    migrator.registerMigration("8 statuses of people", migrate: StoredStatus.apply)
    migrator.registerMigration("9 goals and prescriptions", migrate: PlanSchema.apply)
    migrator.registerMigration("10 recordings that move", migrate: CorrectionSchema.applyMoves)
    return migrator
  }

  /// Adds the columns of strides that an earlier version did not have, and makes the views anew.
  private static func completeStrides(_ db: Database) throws {
    try StrideSchema.addColumns(db)
    if try !db.columns(in: "walk").contains(where: { $0.name == "strides_walked" }) {
      try db.execute(sql: "ALTER TABLE walk ADD COLUMN strides_walked INTEGER")
    }
    try dropViews(db)
    try makeViews(db)
  }

  static func dropViews(_ db: Database) throws {
    for view in StoreView.allCases { try db.execute(sql: "DROP VIEW IF EXISTS \(view.rawValue)") }
  }

  static func makeViews(_ db: Database) throws {
    try db.execute(sql: StrideSchema.view)
    try db.execute(sql: views)
  }

  /// Which rows of `recording` the views hold; those of removed sessions and people are removed themselves.
  static let isCurrent = "recording.superseded_by IS NULL AND recording.removal_id IS NULL"

  /// Everything hangs on a person: removing one removes the sessions, recordings and strides.
  ///
  /// A recording that was analyzed again stays, with the number of the one that took its place, but without its curves.
  private static let tables = """
    CREATE TABLE subject (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      diagnosis_group TEXT,
      affected_side TEXT CHECK (affected_side IN ('left', 'right', 'both', 'none')),
      comment TEXT,
      plan TEXT
    ) STRICT;

    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
      name TEXT NOT NULL CHECK (name <> ''),
      aid TEXT,
      pain REAL CHECK (pain BETWEEN 0 AND 10),
      comment TEXT,
      UNIQUE (subject_id, name)
    ) STRICT;

    CREATE TABLE recording (
      id INTEGER PRIMARY KEY,
      session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      started_at TEXT,
      unix_s REAL,
      day TEXT,
      has_zone INTEGER NOT NULL CHECK (has_zone IN (0, 1)),
      sensors TEXT NOT NULL CHECK (sensors IN ('feet', 'lower_back', 'other')),
      surface TEXT,
      belt_speed_m_s REAL,
      incline_percent REAL,
      height_m REAL,
      duration_s REAL NOT NULL,
      strides INTEGER NOT NULL,
      program TEXT NOT NULL,
      version TEXT NOT NULL,
      settings TEXT NOT NULL,
      results_sha256 TEXT NOT NULL,
      added_at TEXT NOT NULL,
      superseded_by INTEGER REFERENCES recording (id) ON DELETE SET NULL
    ) STRICT;
    CREATE INDEX recording_session ON recording (session_id);
    CREATE INDEX recording_superseded ON recording (superseded_by) WHERE superseded_by IS NOT NULL;
    CREATE INDEX recording_results ON recording (results_sha256);

    CREATE TABLE input (
      recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
      file TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      format TEXT NOT NULL,
      PRIMARY KEY (recording_id, file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX input_sha256 ON input (sha256);

    CREATE TABLE summary (
      recording_id INTEGER PRIMARY KEY REFERENCES recording (id) ON DELETE CASCADE,
      json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE walk (
      recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
      direction TEXT NOT NULL,
      strides INTEGER NOT NULL,
      duration_s REAL NOT NULL,
      distance_m REAL,
      PRIMARY KEY (recording_id, direction)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE measure (
      recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
      direction TEXT NOT NULL,
      measure TEXT NOT NULL,
      n INTEGER NOT NULL CHECK (n > 0),
      mean REAL NOT NULL,
      sd REAL,
      standard_error REAL,
      PRIMARY KEY (recording_id, direction, measure)
    ) STRICT, WITHOUT ROWID;
    """

  /// One small blob per stride (`StrideBlob`), so that a page of one stride reads no other; apart from `stride`, so that
  /// everything else is as fast as without curves.
  private static let curves = """
    CREATE TABLE stride_curves (
      recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
      foot TEXT NOT NULL,
      stride INTEGER NOT NULL,
      start_s REAL NOT NULL,
      curves BLOB NOT NULL,
      PRIMARY KEY (recording_id, foot, stride)
    ) STRICT, WITHOUT ROWID;
    """

  /// The interval of each mean: as the summary has it, else that of its standard error.
  private static let meanIntervals = """
    ALTER TABLE measure ADD COLUMN ci95_low REAL;
    ALTER TABLE measure ADD COLUMN ci95_high REAL;
    UPDATE measure SET (ci95_low, ci95_high) = (
      SELECT json_extract(json, path || '[0]'), json_extract(json, path || '[1]')
      FROM (SELECT json, '$.directions.' || measure.direction || '.measures.' || measure.measure || '.ci95' AS path
        FROM summary WHERE summary.recording_id = measure.recording_id));
    UPDATE measure SET ci95_low = max(0, mean - 1.96 * standard_error), ci95_high = min(100, mean + 1.96 * standard_error)
      WHERE measure = '\(StrideQuantity.toeFirst.id)';
    """

  /// What the columns of tables hold that say it themselves in no way that is known: the names as a JSON array, and the
  /// mapping as `--map` takes it.
  private static let columnLayouts = """
    CREATE TABLE column_layout (
      id INTEGER PRIMARY KEY,
      names TEXT NOT NULL UNIQUE CHECK (json_valid(names)),
      mapping TEXT NOT NULL,
      kept_at TEXT NOT NULL
    ) STRICT;
    """

  /// Sessions and means, for researchers as `StrideSchema.view`. Walks are joined as in `WalkConditions` (inclines to whole
  /// percent), and standard errors as in `PersonCourse.SessionMeasure`.
  private static let views = """
    CREATE VIEW sessions AS
      SELECT subject.name AS subject, session.name AS session, min(recording.day) AS day,
        min(recording.started_at) AS started_at, walk.direction, recording.surface,
        round(recording.incline_percent) AS incline_percent, recording.sensors, session.aid, session.pain,
        subject.diagnosis_group, subject.affected_side,
        count(*) AS recordings, sum(walk.strides) AS strides, sum(walk.duration_s) AS duration_s,
        sum(walk.distance_m) AS distance_m, session.comment,
        sum(coalesce(walk.strides_walked, walk.strides)) AS strides_walked
      FROM recording JOIN session ON session.id = recording.session_id JOIN subject ON subject.id = session.subject_id
        JOIN walk ON walk.recording_id = recording.id
      WHERE \(isCurrent)
      GROUP BY session.id, walk.direction, recording.surface, round(recording.incline_percent), recording.sensors;

    CREATE VIEW trends AS
      SELECT subject.name AS subject, session.name AS session, min(recording.day) AS day, measure.direction,
        measure.measure, recording.surface, round(recording.incline_percent) AS incline_percent, recording.sensors,
        session.aid,
        sum(measure.n) AS n, sum(measure.n * measure.mean) / sum(measure.n) AS mean,
        sqrt(sum(measure.n * measure.n * measure.standard_error * measure.standard_error)
          / sum(CASE WHEN measure.standard_error IS NOT NULL THEN measure.n END) / sum(measure.n)) AS standard_error,
        CASE WHEN count(measure.ci95_low) = count(*) THEN
          (sum(measure.n * measure.mean) - sqrt(sum(pow(measure.n * (measure.mean - measure.ci95_low), 2)))) / sum(measure.n)
        END AS ci95_low,
        CASE WHEN count(measure.ci95_high) = count(*) THEN
          (sum(measure.n * measure.mean) + sqrt(sum(pow(measure.n * (measure.ci95_high - measure.mean), 2)))) / sum(measure.n)
        END AS ci95_high
      FROM measure JOIN recording ON recording.id = measure.recording_id
        JOIN session ON session.id = recording.session_id JOIN subject ON subject.id = session.subject_id
      WHERE \(isCurrent)
      GROUP BY session.id, measure.direction, measure.measure, recording.surface, round(recording.incline_percent),
        recording.sensors;
    """
}
