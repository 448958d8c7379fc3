import GRDB
import GaitMeasures
import GaitModel

/// What can be corrected of a recording.
///
/// Heights, belt speeds and the sides of sensors are not among it: lengths rest on them, and only an analysis of the files
/// can take them into account.
public struct RecordingFacts: Sendable, Equatable {
  /// The number of the row.
  public let id: Int64
  public let name: String
  public let sensors: WalkConditions.Sensors
  public let strides: Int
  /// ISO 8601; `nil` where nobody said when.
  public var startedAt: String?
  /// Kept as it is where the sensor is on the lower back: how its strides are measured rests on it.
  public var surface: Surface?
  /// Positive uphill.
  public var inclinePercent: Double?
}

extension RecordingFacts {
  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    sensors = (row["sensors"] as String?).flatMap(WalkConditions.Sensors.init) ?? .other
    strides = row["strides"]
    startedAt = row["started_at"]
    surface = (row["surface"] as String?).flatMap(Surface.init)
    inclinePercent = row["incline_percent"]
  }

  /// - Throws: `HistoryError` where a value cannot be.
  func check(at now: String) throws(HistoryError) {
    if let startedAt {
      guard let clock = ClockTime(startedAt) else {
        throw .outOfRange("day", found: startedAt, expected: "a day such as 2026-09-07, and a time such as 09:00")
      }
      // Where the recording was made it may be tomorrow already.
      if let tomorrow = ClockTime(now)?.day.adding(days: 1), clock.day > tomorrow {
        throw .outOfRange("day", found: startedAt, expected: "a day that is not to come")
      }
    }
    if let inclinePercent, !HistoryStore.inclines.contains(inclinePercent) {
      throw .outOfRange("incline", found: "\(inclinePercent)", expected: "-50 to 50 percent")
    }
  }

  /// Writes what can be corrected into the row and into the document of the results.
  func write(to session: ChangeLog.Owner, _ log: ChangeLog) throws {
    var owner = session
    owner.recording = id
    let changed = try log.set(
      [(.startedAt, startedAt), (.surface, surface?.rawValue), (.inclinePercent, inclinePercent)], of: owner)
    if !changed.isEmpty { try follow(changed, log.db) }
  }

  /// Brings everything that rests on the changed facts in line with them.
  private func follow(_ changed: Set<CorrectedFact>, _ db: Database) throws {
    if changed.contains(.startedAt) {
      let clock = startedAt.flatMap(ClockTime.init)
      try db.execute(
        sql: "UPDATE recording SET unix_s = ?, day = ?, has_zone = ? WHERE id = ?",
        arguments: [clock?.unixSeconds, clock?.day.description, clock?.zoneMinutes != nil, id])
      try StoredSummary.set("started_at", to: startedAt, ofRecording: id, db)
    }
    if changed.contains(.surface) { try StoredSummary.set("surface", to: surface?.rawValue, ofRecording: id, db) }
    if changed.contains(.inclinePercent) {
      try StoredSummary.set("incline_percent", to: inclinePercent, ofRecording: id, db)
      try StoredSummary.leaveOut(
        WalkQuantity.restingOnIncline.map(\.id),
        because: "the incline was corrected after the analysis; analyze the recording again", ofRecording: id, db)
    }
  }
}

extension RecordingFacts {
  /// Takes what was corrected of an earlier analysis of the same walk over to a later one.
  static func carry(from earlier: Int64, to later: Int64, _ db: Database) throws {
    // A move can be undone also after the walk was analyzed again.
    try db.execute(
      sql: "UPDATE change SET recording_id = ? WHERE recording_id = ? AND fact IN (?, ?)",
      arguments: [later, earlier, CorrectedFact.movedTo.rawValue, CorrectedFact.movedFrom.rawValue])
    let names = try String.fetchAll(
      db, sql: "SELECT DISTINCT fact FROM change WHERE recording_id = ?", arguments: [earlier])
    let facts = Set(names.compactMap(CorrectedFact.init)).intersection([.startedAt, .surface, .inclinePercent])
    guard !facts.isEmpty,
      let before = try Row.fetchOne(db, sql: "SELECT * FROM recording WHERE id = ?", arguments: [earlier]),
      let row = try Row.fetchOne(db, sql: "SELECT * FROM recording WHERE id = ?", arguments: [later])
    else { return }
    let (corrected, analyzed) = (RecordingFacts(before), RecordingFacts(row))
    var new = analyzed
    if facts.contains(.startedAt) { new.startedAt = corrected.startedAt }
    if facts.contains(.surface) { new.surface = corrected.surface }
    if facts.contains(.inclinePercent) { new.inclinePercent = corrected.inclinePercent }
    try db.execute(
      sql: "UPDATE recording SET started_at = ?, surface = ?, incline_percent = ? WHERE id = ?",
      arguments: [new.startedAt, new.surface?.rawValue, new.inclinePercent, later])
    // What the later analysis has right by itself takes nothing away.
    try new.follow(new.differences(from: analyzed), db)
    try db.execute(sql: "UPDATE change SET recording_id = ? WHERE recording_id = ?", arguments: [later, earlier])
  }

  private func differences(from other: RecordingFacts) -> Set<CorrectedFact> {
    var facts: Set<CorrectedFact> = []
    if startedAt != other.startedAt { facts.insert(.startedAt) }
    if surface != other.surface { facts.insert(.surface) }
    if inclinePercent != other.inclinePercent { facts.insert(.inclinePercent) }
    return facts
  }
}
