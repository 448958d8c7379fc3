import GRDB
import GaitMeasures
import GaitModel

extension PersonCourse.Session {
  /// The session that its recordings make, pooled as `HistoryStore.course(of:)` pools them.
  ///
  /// - Parameters:
  ///   - recordings: In the order of time.
  ///   - aid: Cane, walker, orthosis, as annotated.
  ///   - pain: 0 (none) to 10.
  public init(
    name: String, recordings: [AnalyzedRecording], aid: String? = nil, pain: Double? = nil, comment: String? = nil
  ) {
    self.init(
      name: name, day: recordings.compactMap { $0.summary.startedAt.flatMap(ClockTime.init)?.day }.min(), pain: pain,
      comment: comment, walks: [], versions: Set(recordings.map(\.summary.program.version)),
      recordings: recordings.count)
    for recording in recordings {
      let conditions = WalkConditions(of: recording.summary, aid: aid)
      add(PersonCourse.DirectionWalk.byDirection(of: recording.summary), under: conditions)
    }
  }
}

extension HistoryStore {
  /// One session of a person with its recordings and their strides, in the order of time. The person's other sessions are not
  /// read.
  ///
  /// - Returns: The session has the means that `course(of:)` gives it.
  /// - Throws: `HistoryError` if there is no such person or session, or the store cannot be read.
  public func session(
    _ name: String, of subject: String
  ) throws(HistoryError) -> (session: PersonCourse.Session, recordings: [AnalyzedRecording]) {
    let row = try read { db in
      let id = try Self.sessionIDs(subject, session: name, db).first
      return try Row.fetchOne(db, sql: "SELECT aid, pain, comment FROM current_session WHERE id = ?", arguments: [id])
    }
    let recordings = try analyzedRecordings(of: subject, session: name)
    let session = PersonCourse.Session(
      name: name, recordings: recordings, aid: row?["aid"], pain: row?["pain"], comment: row?["comment"])
    return (session, recordings)
  }
}
