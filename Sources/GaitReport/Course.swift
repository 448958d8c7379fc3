import GaitExport
import GaitMeasures
import GaitModel

/// One person's recordings in the order in which they were made.
struct Course {
  /// The person's name, or the recording's where none is given.
  let name: String
  let recordings: [AnalyzedRecording]
  /// Whether every recording has a date; if not, they are ordered by name.
  let isDated: Bool

  /// The courses of all people, by name.
  static func courses(of recordings: [AnalyzedRecording]) -> [Course] {
    let groups = Dictionary(grouping: recordings) { $0.summary.subject ?? $0.summary.recording }
    return groups.keys.sorted().map { Course(name: $0, recordings: groups[$0] ?? []) }
  }

  init(name: String, recordings: [AnalyzedRecording]) {
    self.name = name
    isDated = recordings.allSatisfy { $0.summary.startedAt != nil }
    let isDated = isDated
    self.recordings = recordings.sorted { a, b in
      let key = { (r: AnalyzedRecording) in ((isDated ? r.summary.startedAt : nil) ?? "", r.summary.recording) }
      return key(a) < key(b)
    }
  }

  /// `2026-09-07` of `2026-09-07T09:00:00Z`, or the session's or recording's name.
  func label(of recording: AnalyzedRecording) -> String {
    if isDated, let start = recording.summary.startedAt { return String(start.prefix(10)) }
    return recording.summary.session ?? recording.summary.recording
  }

  /// Day and month only, for the axes of charts.
  func shortLabel(of recording: AnalyzedRecording) -> String {
    let label = label(of: recording)
    return isDated ? String(label.dropFirst(5)) : label
  }

  /// Position of each recording along the axis of time, 0 to 1.
  var positions: [Double] {
    let count = recordings.count
    guard count > 1 else { return [0.5] }
    let days = recordings.compactMap { isDated ? CalendarDay($0.summary.startedAt ?? "")?.number : nil }
    if days.count == count, let first = days.first, let last = days.last, last > first {
      return days.map { Double($0 - first) / Double(last - first) }
    }
    return (0..<count).map { Double($0) / Double(count - 1) }
  }

  func measure(_ id: String, _ direction: Direction, of recording: AnalyzedRecording) -> SummaryDocument.Measure? {
    recording.summary.directions[direction.rawValue]?.measures[id]
  }

  /// All strides that count, of one direction.
  func strides(_ direction: Direction) -> [Stride] {
    recordings.flatMap { SteadyWalking().steady($0.strides) }.filter {
      $0.isValid && $0.direction == direction && ($0.directionConfidence ?? 0) >= WalkSummary.leastConfidence
    }
  }
}
