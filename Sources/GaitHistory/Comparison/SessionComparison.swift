import GaitMeasures
import GaitModel
import GaitStatistics

/// Backward against forward walking of one person in one session.
public struct SessionComparison: Sendable {
  public var subject: String
  public var session: String
  /// Of the recordings compared; `nil` where nothing could be compared.
  public var conditions: WalkConditions?
  public var measures: [Measure]
  /// Why nothing is compared.
  public var reason: Reason?

  /// Why backward and forward walking of a session cannot be compared.
  public enum Reason: Sendable, Hashable {
    /// Both were walked, but not under the same conditions.
    case differentConditions
    /// Only strides of this direction count.
    case only(Direction)
    /// No stride counts.
    case noWalking
  }

  /// One measure in both directions.
  public struct Measure: Sendable {
    public var measure: TrackedMeasure
    public var comparison: PairedComparison
  }

  /// Compares the strides of `recordings`, all of one session.
  ///
  /// Only strides under the same surface, incline and sensors are compared with each other; where a session has several,
  /// those under which most strides of the rarer direction were made.
  public init(subject: String, session: String, aid: String?, recordings: [AnalyzedRecording]) {
    self.subject = subject
    self.session = session
    measures = []
    let groups = Dictionary(grouping: recordings) { WalkConditions(of: $0.summary, aid: aid) }
    let candidates = groups.map { conditions, recordings in
      (conditions: conditions, steady: Self.steady(recordings))
    }
    let rarer = { (steady: [Direction: [[Stride]]]) in
      min(steady[.backward]?.joined().count ?? 0, steady[.forward]?.joined().count ?? 0)
    }
    guard
      let best = candidates.max(by: {
        (rarer($0.steady), $1.conditions.label) < (rarer($1.steady), $0.conditions.label)
      }), rarer(best.steady) > 0
    else {
      let directions = Set(candidates.flatMap { $0.steady.filter { !$0.value.isEmpty }.keys })
      reason =
        directions.count > 1
        ? .differentConditions : directions.first.map { .only($0) } ?? .noWalking
      return
    }
    conditions = best.conditions
    for measure in TrackedMeasure.ofStrides {
      let values = { (direction: Direction) in
        (best.steady[direction] ?? []).map { $0.compactMap(measure.value) }.filter { !$0.isEmpty }
      }
      if let comparison = PairedComparison(backward: values(.backward), forward: values(.forward)) {
        measures.append(Measure(measure: measure, comparison: comparison))
      }
    }
  }

  /// Strides of steady walking that count, by direction and bout.
  static func steady(_ recordings: [AnalyzedRecording]) -> [Direction: [[Stride]]] {
    var found: [Direction: [[Stride]]] = [:]
    for recording in recordings {
      let counted = recording.strides.filter(\.isCounted)
      for direction in [Direction.forward, .backward] {
        let bouts = Dictionary(grouping: counted.filter { $0.direction == direction }) { $0.bout ?? 0 }
        found[direction, default: []] += bouts.keys.sorted().compactMap { bouts[$0] }
      }
    }
    return found
  }
}

extension WalkConditions {
  /// The conditions of an analyzed recording.
  init(of summary: SummaryDocument, aid: String?) {
    self.init(
      sensors: Sensors(summary), surface: summary.surface,
      inclinePercent: summary.inclinePercent.flatMap { Int(exactly: $0.rounded()) }, aid: aid)
  }
}

extension HistoryStore {
  /// Compares backward with forward walking in one session of a person.
  ///
  /// - Parameter session: The session's name; the last one in which the person walked, if `nil`.
  /// - Throws: `HistoryError` if there is no such person or session or the store cannot be read.
  public func comparison(of subject: String, session: String? = nil) throws(HistoryError) -> SessionComparison {
    let course = try course(of: subject)
    let known = course.sessions.map(\.name)
    guard let name = session ?? (course.sessions.last { $0.day != nil } ?? course.sessions.last)?.name,
      let visit = course.sessions.first(where: { $0.name == name })
    else { throw .unknown(session ?? "", of: "session", known: known) }
    return SessionComparison(
      subject: subject, session: name, aid: visit.walks.first?.conditions.aid,
      recordings: try analyzedRecordings(of: subject, session: name))
  }
}
