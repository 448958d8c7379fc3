CREATE INDEX change_other_session ON change (other_session_id) WHERE other_session_id IS NOT NULL;

CREATE INDEX change_other_subject ON change (other_subject_id) WHERE other_subject_id IS NOT NULL;

CREATE INDEX change_recording ON change (recording_id) WHERE recording_id IS NOT NULL;

CREATE INDEX change_session ON change (session_id) WHERE session_id IS NOT NULL;

CREATE INDEX change_subject ON change (subject_id);

CREATE INDEX input_sha256 ON input (sha256);

CREATE INDEX recording_removal ON recording (removal_id) WHERE removal_id IS NOT NULL;

CREATE INDEX recording_results ON recording (results_sha256);

CREATE INDEX recording_session ON recording (session_id);

CREATE INDEX recording_superseded ON recording (superseded_by) WHERE superseded_by IS NOT NULL;

CREATE INDEX recording_time ON recording (unix_s) WHERE superseded_by IS NULL;

CREATE UNIQUE INDEX session_name ON session (subject_id, name) WHERE removal_id IS NULL;

CREATE INDEX session_removal ON session (removal_id) WHERE removal_id IS NOT NULL;

CREATE INDEX session_subject ON session (subject_id);

CREATE UNIQUE INDEX subject_name ON subject (name) WHERE removal_id IS NULL;

CREATE INDEX subject_removal ON subject (removal_id) WHERE removal_id IS NOT NULL;

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
, other_session_id INTEGER REFERENCES session (id) ON DELETE SET NULL) STRICT;

CREATE TABLE column_layout (
  id INTEGER PRIMARY KEY,
  names TEXT NOT NULL UNIQUE CHECK (json_valid(names)),
  mapping TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;

CREATE TABLE course_status (
  subject_id INTEGER PRIMARY KEY REFERENCES subject (id) ON DELETE CASCADE,
  rules INTEGER NOT NULL,
  change_m_s REAL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  sessions INTEGER NOT NULL,
  findings TEXT NOT NULL CHECK (json_valid(findings)),
  look INTEGER NOT NULL CHECK (look IN (0, 1)),
  last_s REAL
) STRICT;

CREATE TABLE goal (
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  direction TEXT NOT NULL,
  measure TEXT NOT NULL,
  value REAL NOT NULL CHECK (value > 0),
  PRIMARY KEY (subject_id, direction, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE TABLE input (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  PRIMARY KEY (recording_id, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  direction TEXT NOT NULL,
  measure TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  mean REAL NOT NULL,
  sd REAL,
  standard_error REAL, ci95_low REAL, ci95_high REAL,
  PRIMARY KEY (recording_id, direction, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE prescription (
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  week TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (subject_id, week)
) STRICT, WITHOUT ROWID;

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
, removal_id INTEGER REFERENCES change (id) ON DELETE CASCADE) STRICT;

CREATE TABLE "session" (
  id INTEGER PRIMARY KEY,
  subject_id INTEGER NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  aid TEXT,
  pain REAL CHECK (pain BETWEEN 0 AND 10),
  comment TEXT,
  removal_id INTEGER REFERENCES change (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE stride (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  bout INTEGER,
  foot TEXT NOT NULL,
  stride INTEGER NOT NULL,
  start_s REAL,
  final_contact_s REAL NOT NULL,
  end_s REAL NOT NULL,
  direction TEXT,
  direction_confidence REAL,
  length_m REAL,
  contact_type TEXT,
  contact_confidence REAL,
  foot_pitch_contact_deg REAL,
  foot_pitch_off_deg REAL,
  clearance_m REAL,
  lateral_excursion_m REAL,
  elevation_m REAL,
  turn_deg REAL,
  contact_peak_m_s2 REAL,
  reject_reason TEXT,
  double_support_s REAL,
  step_length_m REAL,
  step_width_m REAL,
  length_low_m REAL,
  length_high_m REAL,
  steady INTEGER NOT NULL CHECK (steady IN (0, 1)),
  step_time_s REAL,
  left_out TEXT,
  segment TEXT,
  foot_pitch_range_deg REAL,
  PRIMARY KEY (recording_id, foot, stride)
) STRICT, WITHOUT ROWID;

CREATE TABLE stride_curves (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  foot TEXT NOT NULL,
  stride INTEGER NOT NULL,
  start_s REAL NOT NULL,
  curves BLOB NOT NULL,
  PRIMARY KEY (recording_id, foot, stride)
) STRICT, WITHOUT ROWID;

CREATE TABLE "subject" (
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

CREATE TABLE summary (
  recording_id INTEGER PRIMARY KEY REFERENCES recording (id) ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE walk (
  recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
  direction TEXT NOT NULL,
  strides INTEGER NOT NULL,
  duration_s REAL NOT NULL,
  distance_m REAL, strides_walked INTEGER,
  PRIMARY KEY (recording_id, direction)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER status_of_recording_delete_old AFTER DELETE ON recording BEGIN
  DELETE FROM course_status
  WHERE subject_id IN (SELECT subject_id FROM session WHERE id = OLD.session_id);
END;

CREATE TRIGGER status_of_recording_insert_new AFTER INSERT ON recording BEGIN
  DELETE FROM course_status
  WHERE subject_id IN (SELECT subject_id FROM session WHERE id = NEW.session_id);
END;

CREATE TRIGGER status_of_recording_update_new AFTER UPDATE ON recording BEGIN
  DELETE FROM course_status
  WHERE subject_id IN (SELECT subject_id FROM session WHERE id = NEW.session_id);
END;

CREATE TRIGGER status_of_recording_update_old AFTER UPDATE ON recording BEGIN
  DELETE FROM course_status
  WHERE subject_id IN (SELECT subject_id FROM session WHERE id = OLD.session_id);
END;

CREATE TRIGGER status_of_session_delete_old AFTER DELETE ON session BEGIN
  DELETE FROM course_status WHERE subject_id = OLD.subject_id;
END;

CREATE TRIGGER status_of_session_insert_new AFTER INSERT ON session BEGIN
  DELETE FROM course_status WHERE subject_id = NEW.subject_id;
END;

CREATE TRIGGER status_of_session_update_new AFTER UPDATE ON session BEGIN
  DELETE FROM course_status WHERE subject_id = NEW.subject_id;
END;

CREATE TRIGGER status_of_session_update_old AFTER UPDATE ON session BEGIN
  DELETE FROM course_status WHERE subject_id = OLD.subject_id;
END;

CREATE TRIGGER status_of_subject_update AFTER UPDATE ON subject BEGIN
  DELETE FROM course_status WHERE subject_id = NEW.id;
END;

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
  WHERE recording.superseded_by IS NULL AND recording.removal_id IS NULL
  GROUP BY session.id, walk.direction, recording.surface, round(recording.incline_percent), recording.sensors;

CREATE VIEW strides AS
  SELECT subject.name AS subject, session.name AS session, recording.name AS recording, recording.day AS day,
    stride.bout,
    stride.foot,
    stride.stride,
    stride.start_s,
    stride.final_contact_s,
    stride.end_s,
    stride.direction,
    stride.direction_confidence,
    stride.length_m,
    end_s - start_s AS duration_s,
    final_contact_s - start_s AS stance_s,
    end_s - final_contact_s AS swing_s,
    length_m / nullif(end_s - start_s, 0) AS speed_m_s,
    120 / nullif(end_s - start_s, 0) AS cadence_steps_min,
    stride.contact_type,
    stride.contact_confidence,
    stride.foot_pitch_contact_deg,
    stride.foot_pitch_off_deg,
    stride.clearance_m,
    stride.lateral_excursion_m,
    stride.elevation_m,
    stride.turn_deg,
    stride.contact_peak_m_s2,
    reject_reason IS NULL AS valid,
    stride.reject_reason,
    stride.double_support_s,
    stride.step_length_m,
    stride.step_width_m,
    stride.length_low_m,
    stride.length_high_m,
    stride.steady,
    stride.step_time_s,
    stride.left_out,
    stride.segment,
    stride.foot_pitch_range_deg
  FROM stride JOIN recording ON recording.id = stride.recording_id
    JOIN session ON session.id = recording.session_id JOIN subject ON subject.id = session.subject_id
  WHERE recording.superseded_by IS NULL AND recording.removal_id IS NULL;

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
  WHERE recording.superseded_by IS NULL AND recording.removal_id IS NULL
  GROUP BY session.id, measure.direction, measure.measure, recording.surface, round(recording.incline_percent),
    recording.sensors;
