import Foundation
import GRDB
import GaitMeasures
import GaitModel

/// What became of a recording that was to be added.
public struct AddedRecording: Sendable, Equatable {
  public enum Outcome: String, Sendable, Equatable {
    /// It was not in the store before.
    case added
    /// The same results were in the store already; nothing was changed.
    case unchanged
    /// The same results were in the store already, added by an earlier version without curves or some quantities of
    /// their strides, which are there now.
    case completed
    /// It takes the place of an earlier analysis of the same walk, which stays readable but for the curves of its
    /// strides.
    case superseding
  }

  public var outcome: Outcome
  public var recording: String
  public var subject: String
  public var session: String
  /// What the user should know: a date that is still to come, other clock zones, two heights under one name, two recordings at the same time.
  public var warnings: [GaitWarning]
}

extension HistoryStore {
  /// Longest name of a person, session or recording.
  static let longestName = 200

  /// Adds an analyzed recording; adding it again changes nothing.
  ///
  /// - Parameters:
  ///   - analyzed: What the analysis has found; kept with the decimals of its files.
  ///   - subject: Whose it is, if `summary.json` does not say so or says it wrongly.
  ///   - now: The present time as ISO 8601 text, kept beside the recording.
  /// - Throws: `HistoryError` if nobody is named, if the same walk is there under another name, or if the store cannot
  ///   be written; the store is then as it was.
  @discardableResult
  public func add(
    _ analyzed: AnalyzedRecording, subject: String? = nil, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) -> AddedRecording {
    let analyzed = analyzed.rounded()
    let summary = analyzed.summary
    guard let person = (subject ?? summary.subject)?.trimmed, !person.isEmpty else {
      throw .noSubject(recording: summary.recording)
    }
    let session = summary.sessionName
    for (name, kind) in [(person, "person"), (session, "session"), (summary.recording, "recording")] {
      _ = try Self.usableName(name, of: kind)
    }
    let digest = ResultsDigest(analyzed).text
    return try write { db in
      let earlier = try Self.sameWalk(summary, db)
      // Where somebody put it by hand it stays, whatever the file says.
      let placed = try earlier.first { try Self.isPlacedByHand($0, db) }
      let (person, session) = placed.map { ($0.subject, $0.session) } ?? (person, session)
      if let known = try Self.sameResults(digest, subject: person, db) {
        let isCompleted = try !known.isSuperseded && Self.complete(known.id, with: analyzed, db)
        return AddedRecording(
          outcome: isCompleted ? .completed : .unchanged, recording: summary.recording, subject: person,
          session: known.session, warnings: [])
      }
      for walk in earlier where walk.subject != person || walk.session != session || walk.name != summary.recording {
        throw HistoryError.sameWalk(recording: summary.recording, known: walk.label)
      }
      var warnings = try Self.doubts(
        summary, subject: person, at: now, replacing: earlier.map(\.id), db)
      if let placed, placed.subject != summary.subject || placed.session != summary.sessionName {
        warnings.append(.placedByHand(subject: person, session: session))
      }
      let id = try RecordingRows(analyzed, digest: digest, now: now).insert(subject: person, session: session, db)
      for walk in earlier {
        try db.execute(sql: "UPDATE recording SET superseded_by = ? WHERE id = ?", arguments: [id, walk.id])
        // Nothing shows them any more, and they are most of a recording's bytes.
        try db.execute(sql: "DELETE FROM stride_curves WHERE recording_id = ?", arguments: [walk.id])
        try RecordingFacts.carry(from: walk.id, to: id, db)
      }
      if placed != nil {
        try StoredSummary.set("subject", to: person, ofRecording: id, db)
        try StoredSummary.set("session", to: session, ofRecording: id, db)
      }
      return AddedRecording(
        outcome: earlier.isEmpty ? .added : .superseding, recording: summary.recording, subject: person,
        session: session, warnings: warnings.map { .history($0) })
    }
  }

  /// The session that has these very results already, superseded or not.
  private static func sameResults(
    _ digest: String, subject: String, _ db: Database
  ) throws -> (id: Int64, session: String, isSuperseded: Bool)? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT recording.id, session.name, recording.superseded_by FROM kept_recording AS recording
          JOIN current_session AS session ON session.id = recording.session_id
          JOIN current_subject AS subject ON subject.id = session.subject_id
        WHERE recording.results_sha256 = ? AND subject.name = ?
        """, arguments: [digest, subject]
    ).map { ($0["id"], $0["name"], ($0["superseded_by"] as Int64?) != nil) }
  }

  /// Adds what an earlier version did not keep: curves to a recording that has none, and quantities of its strides;
  /// whether there was any.
  private static func complete(_ recording: Int64, with analyzed: AnalyzedRecording, _ db: Database) throws -> Bool {
    let needsCurves =
      try !analyzed.curves.isEmpty
      && Int.fetchOne(db, sql: "SELECT 1 FROM stride_curves WHERE recording_id = ? LIMIT 1", arguments: [recording])
        == nil
    if needsCurves { try RecordingRows.insert(analyzed.curves, recording: recording, db) }
    let isCompleted = try StrideSchema.complete(recording, with: analyzed.strides, db)
    return needsCurves || isCompleted
  }

  private struct KnownWalk {
    var id: Int64
    var name: String
    var subject: String
    var session: String
    var owner: ChangeLog.Owner
    var label: String { "'\(PrintableText(name))' of \(PrintableText(subject)), session \(PrintableText(session))" }
  }

  /// Current recordings that share a sensor file with `summary`.
  private static func sameWalk(_ summary: SummaryDocument, _ db: Database) throws -> [KnownWalk] {
    var found: [Int64: KnownWalk] = [:]
    for input in summary.inputs where input.isOfSensor {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT recording.id, recording.name, subject.name AS subject, session.name AS session,
            session.id AS session_id, subject.id AS subject_id
          FROM input JOIN current_recording AS recording ON recording.id = input.recording_id
            JOIN current_session AS session ON session.id = recording.session_id
            JOIN current_subject AS subject ON subject.id = session.subject_id
          WHERE input.sha256 = ? AND \(InputFile.isOfSensorSQL)
          """, arguments: [input.sha256])
      for row in rows {
        found[row["id"]] = KnownWalk(
          id: row["id"], name: row["name"], subject: row["subject"], session: row["session"],
          owner: .init(subject: row["subject_id"], session: row["session_id"]))
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  /// Whether a user has given the walk's session or person the name that it has, or moved the session.
  private static func isPlacedByHand(_ walk: KnownWalk, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM change WHERE session_id = ? AND fact IN (?, ?))
          OR EXISTS (SELECT 1 FROM change WHERE subject_id = ? AND fact = ?)
        """,
      arguments: [
        walk.owner.session, CorrectedFact.sessionName.rawValue, CorrectedFact.movedFrom.rawValue, walk.owner.subject,
        CorrectedFact.personName.rawValue,
      ]) ?? false
  }

  /// Two heights of one person that differ by more than this are two people, or a mistake.
  private static let largestHeightDifference = 0.03  // m; a day's change of height is 0.02 m

  /// What makes it doubtful that all recordings under the name are of one person and on one clock.
  private static func doubts(
    _ summary: SummaryDocument, subject: String, at now: String, replacing: [Int64], _ db: Database
  ) throws -> [HistoryWarning] {
    var doubts: [HistoryWarning] = []
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT recording.id, recording.name, recording.height_m, recording.unix_s, recording.duration_s,
          recording.has_zone, recording.started_at
        FROM current_recording AS recording JOIN current_session AS session ON session.id = recording.session_id
          JOIN current_subject AS subject ON subject.id = session.subject_id
        WHERE subject.name = ?
        """, arguments: [subject]
    ).filter { !replacing.contains($0["id"]) }
    if let height = summary.heightM,
      let other = rows.compactMap({ $0["height_m"] as Double? }).first(where: {
        abs($0 - height) > largestHeightDifference
      })
    {
      doubts.append(.heightsDiffer(here: height, before: other))
    }
    guard let clock = summary.startedAt.flatMap(ClockTime.init) else { return doubts }
    if let tomorrow = ClockTime(now)?.day.adding(days: 1), clock.day > tomorrow {
      doubts.append(.dateInFuture(clock.day))
    }
    if clock.secondsOfDay != nil {
      let start = clock.unixSeconds
      for row in rows {
        guard let other = row["unix_s"] as Double?, (row["has_zone"] as Bool) == (clock.zoneMinutes != nil),
          start < other + (row["duration_s"] as Double), other < start + summary.durationSeconds
        else { continue }
        doubts.append(.sameTime(recording: PrintableText(row["name"] as String).description))
        break
      }
    }
    let zones = rows.compactMap { (row: Row) in (row["started_at"] as String?).flatMap(ClockTime.init)?.zoneMinutes }
    if let zone = clock.zoneMinutes, zone != 0, let other = zones.first(where: { $0 != zone }) {
      doubts.append(.clockZonesDiffer(here: zone, before: other))
    }
    return doubts
  }
}
