import FileDigest
import Foundation
import GRDB
import GaitMeasures
import GaitModel
import NumberText

/// SHA-256 of everything that an analysis found and of how it was made.
struct ResultsDigest {
  let text: String

  init(_ analyzed: AnalyzedRecording) {
    var hash = SHA256()
    if let json = try? analyzed.summary.json() { hash.update(data: json) }
    // As `strides.csv` of the first release, and later columns only where they hold something: so the results of an
    // earlier version are known again.
    let strides = analyzed.strides
    let columns = StrideQuantity.columns.enumerated().filter { place, quantity in
      place < HistorySchema.firstColumns || strides.contains { quantity.cell(of: $0) != .empty }
    }.map(\.element)
    var table = "recording,subject,session,\(columns.map(\.column).joined(separator: ","))\n"
    let name = CSVText.cell(analyzed.summary.recording)
    for stride in strides { table += "\(name),,,\(columns.map { $0.text(stride) }.joined(separator: ","))\n" }
    hash.update(data: Array(table.utf8))
    text = hash.hexadecimal()
  }
}

/// The rows that stand for one analyzed recording.
struct RecordingRows {
  let analyzed: AnalyzedRecording
  let digest: String
  let now: String

  init(_ analyzed: AnalyzedRecording, digest: String, now: String) {
    self.analyzed = analyzed
    self.digest = digest
    self.now = now
  }

  /// Inserts all rows and returns the recording's number.
  func insert(subject: String, session: String, _ db: Database) throws -> Int64 {
    try db.execute(sql: "INSERT INTO subject (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [subject])
    try db.execute(
      sql: """
        INSERT INTO session (subject_id, name) SELECT id, ? FROM current_subject WHERE name = ? ON CONFLICT DO NOTHING
        """, arguments: [session, subject])
    let id = try insertRecording(subject: subject, session: session, db)
    let summary = analyzed.summary
    for input in summary.inputs {
      try db.cachedStatement(sql: "INSERT INTO input VALUES (?, ?, ?, ?)")
        .execute(arguments: [id, input.file, input.sha256, input.format])
    }
    let json = String(decoding: try summary.json(), as: UTF8.self)
    try db.cachedStatement(sql: "INSERT INTO summary VALUES (?, ?)").execute(arguments: [id, json])
    for (direction, walk) in summary.directions.sorted(by: { $0.key < $1.key }) {
      try db.cachedStatement(
        sql: """
          INSERT INTO walk (recording_id, direction, strides, duration_s, distance_m, strides_walked)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [id, direction, walk.strides, walk.durationS, walk.distanceM, walk.stridesWalked])
    }
    for measure in RecordingMeasure.all(of: summary) {
      try db.cachedStatement(sql: "INSERT INTO measure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          id, measure.direction.rawValue, measure.measure, measure.n, measure.mean, measure.sd, measure.standardError,
          measure.interval?.lowerBound, measure.interval?.upperBound,
        ])
    }
    try insertStrides(recording: id, db)
    try Self.insert(analyzed.curves, recording: id, db)
    return id
  }

  private func insertRecording(subject: String, session: String, _ db: Database) throws -> Int64 {
    let summary = analyzed.summary
    let clock = summary.startedAt.flatMap(ClockTime.init)
    let settings = String(decoding: try Self.encoder.encode(summary.settings), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO recording (session_id, name, started_at, unix_s, day, has_zone, sensors, surface, belt_speed_m_s,
          incline_percent, height_m, duration_s, strides, program, version, settings, results_sha256, added_at)
        SELECT session.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        FROM current_session AS session JOIN current_subject AS subject ON subject.id = session.subject_id
        WHERE subject.name = ? AND session.name = ?
        """,
      arguments: [
        summary.recording, summary.startedAt, clock?.unixSeconds, clock?.day.description, clock?.zoneMinutes != nil,
        WalkConditions.Sensors(summary).rawValue, summary.surface?.rawValue, summary.beltSpeedMS,
        summary.inclinePercent, summary.heightM, summary.durationSeconds, analyzed.strides.count,
        summary.program.name, summary.program.version, settings, digest, now, subject, session,
      ])
    return db.lastInsertedRowID
  }

  private func insertStrides(recording: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: StrideSchema.insert)
    for stride in analyzed.strides {
      try statement.execute(arguments: StrideSchema.arguments(recording: recording, stride))
    }
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
