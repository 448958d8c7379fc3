import GaitMeasures
import GaitModel

extension SummaryDocument {
  /// The session's own name, else the day, else the recording's name.
  package var sessionName: String {
    if let name = session?.trimmed, !name.isEmpty { return name }
    return startedAt.flatMap(ClockTime.init)?.day.description ?? recording
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
      let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}

extension PersonCourse {
  /// The course that analyzed recordings of one person make, without a store.
  public init(person: Person, recordings: [AnalyzedRecording]) {
    struct Key: Comparable {
      var time: Double
      var name: String

      static func < (a: Key, b: Key) -> Bool { (a.time, a.name) < (b.time, b.name) }
    }
    let groups = Dictionary(grouping: recordings) { $0.summary.sessionName }
    let ordered = groups.map { name, recordings in
      let times = recordings.compactMap { $0.summary.startedAt.flatMap(ClockTime.init)?.unixSeconds }
      return (key: Key(time: times.min() ?? .infinity, name: name), recordings: recordings)
    }.sorted { $0.key < $1.key }
    self.init(
      person: person,
      sessions: ordered.map { key, recordings in
        let sorted = recordings.sorted { $0.summary.recording < $1.summary.recording }
        var session = Session(
          name: key.name, day: sorted.compactMap { $0.summary.startedAt.flatMap(ClockTime.init)?.day }.min(), pain: nil,
          comment: nil, walks: [], versions: Set(sorted.map(\.summary.program.version)), recordings: sorted.count)
        for recording in sorted {
          session.add(
            DirectionWalk.byDirection(of: recording.summary), under: WalkConditions(of: recording.summary, aid: nil))
        }
        return session
      })
  }
}

extension PersonCourse.DirectionWalk {
  /// The walking of one recording.
  static func byDirection(of summary: SummaryDocument) -> [Direction: PersonCourse.DirectionWalk] {
    var walks: [Direction: PersonCourse.DirectionWalk] = [:]
    for direction in [Direction.forward, .backward] {
      guard let walk = summary.directions[direction.rawValue] else { continue }
      walks[direction] = PersonCourse.DirectionWalk(
        strides: walk.strides, walked: walk.stridesWalked ?? walk.strides, duration: walk.durationS,
        distance: walk.distanceM, measures: [:])
    }
    for measure in RecordingMeasure.all(of: summary) {
      walks[measure.direction]?.measures[measure.measure] = PersonCourse.SessionMeasure(
        n: measure.n, mean: measure.mean, standardError: measure.standardError, interval: measure.interval)
    }
    return walks
  }
}
