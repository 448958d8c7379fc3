import FileDigest
import Foundation
import GRDB
import GaitExport
import GaitMeasures
import GaitModel

/// SHA-256 of everything that an analysis found and of how it was made.
struct ResultsDigest {
  let text: String

  init(_ analyzed: AnalyzedRecording) {
    var hash = SHA256()
    if let json = try? analyzed.summary.json() { hash.update(data: json) }
    let table = StrideTable.text(
      of: analyzed.strides, recording: analyzed.summary.recording, details: RecordingDetails())
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
        INSERT INTO session (subject_id, name) SELECT id, ? FROM subject WHERE name = ? ON CONFLICT DO NOTHING
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
      try db.cachedStatement(sql: "INSERT INTO walk VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [id, direction, walk.strides, walk.durationS, walk.distanceM])
    }
    for measure in RecordingMeasure.all(of: summary) {
      try db.cachedStatement(sql: "INSERT INTO measure VALUES (?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          id, measure.direction.rawValue, measure.measure, measure.n, measure.mean, measure.sd, measure.standardError,
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
        FROM session JOIN subject ON subject.id = session.subject_id WHERE subject.name = ? AND session.name = ?
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
    let degrees = 180 / Double.pi
    let marks = [String](repeating: "?", count: 26).joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "INSERT INTO stride VALUES (\(marks))")
    for (stride, isSteady) in zip(analyzed.strides, SteadyWalking().isSteady(analyzed.strides)) {
      try statement.execute(arguments: [
        recording, stride.foot.rawValue, stride.number, stride.bout, isSteady, stride.start, stride.finalContact,
        stride.end, stride.direction?.rawValue, stride.directionConfidence, stride.length, stride.contact?.rawValue,
        stride.contactConfidence, stride.footPitchAtContact.map { $0 * degrees },
        stride.footPitchAtRelease.map { $0 * degrees }, stride.clearance, stride.lateralExcursion, stride.elevation,
        stride.turn.map { $0 * degrees }, stride.contactPeak, stride.doubleSupport, stride.stepLength,
        stride.stepWidth, stride.rejectReason?.rawValue, stride.lengthInterval?.lowerBound,
        stride.lengthInterval?.upperBound,
      ])
    }
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
