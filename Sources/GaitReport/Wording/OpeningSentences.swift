import GaitCharts
import GaitExport
import GaitMeasures
import GaitModel

/// What the first lines of a report say, made from the numbers with their doubt.
///
/// Differences are stated, never judged: whether a change is larger than a person's usual variation takes more than
/// the sessions' own intervals.
struct OpeningSentences {
  let course: Course

  var sentences: [String] { [extent, comparison, contacts, change].compactMap { $0 } }

  private var extent: String? {
    let count = course.recordings.count
    let forward = course.strides(.forward).count
    let backward = course.strides(.backward).count
    guard let first = course.recordings.first, let last = course.recordings.last else { return nil }
    let when: String
    if count == 1 {
      when = course.isDated ? "On \(course.label(of: first))" : "In one recording"
    } else {
      let period = course.isDated ? " from \(course.label(of: first)) to \(course.label(of: last))" : ""
      when = "In \(count) recordings\(period)"
    }
    return "\(when), \(PlainNumbers.count(forward, "forward stride")) and "
      + "\(PlainNumbers.count(backward, "backward stride")) were measured."
  }

  /// Backward beside forward in the last recording that has both.
  private var comparison: String? {
    guard let recording = course.recordings.last(where: { hasBoth($0, "speed_m_s") && hasBoth($0, "stride_length_m") }),
      let forward = course.measure("speed_m_s", .forward, of: recording),
      let backward = course.measure("speed_m_s", .backward, of: recording),
      let long = course.measure("stride_length_m", .forward, of: recording),
      let short = course.measure("stride_length_m", .backward, of: recording), forward.mean > 0, long.mean > 0
    else { return nil }
    let n = { (value: Double) in SVGMarkup.fixed(value, decimals: 2) }
    let when = course.recordings.count == 1 ? "Backward" : "On \(course.label(of: recording)), backward"
    return "\(when) walking was at \(n(backward.mean)) m/s\(interval(backward.ci95)) and forward walking at "
      + "\(n(forward.mean)) m/s\(interval(forward.ci95)); backward strides were "
      + "\(n(short.mean / long.mean)) times as long as forward ones."
  }

  private var contacts: String? {
    let parts = [Direction.backward, .forward].compactMap { direction -> String? in
      let known = course.strides(direction).filter { ($0.contactConfidence ?? 0) >= WalkSummary.leastConfidence }
        .compactMap(\.contact)
      guard !known.isEmpty else { return nil }
      let toes = known.filter { $0 == .toe }.count
      let share = PlainNumbers.percent(Double(toes) / Double(known.count))
      return "\(share) of \(known.count) \(direction.rawValue) contacts"
    }
    return parts.isEmpty ? nil : "The toes touched the ground first in \(parts.joined(separator: " and in "))."
  }

  /// From the first to the last recording, for as many as have backward speed.
  private var change: String? {
    let speeds = course.recordings.compactMap { course.measure("speed_m_s", .backward, of: $0) }
    guard speeds.count >= 2, let first = speeds.first, let last = speeds.last else { return nil }
    let difference = last.mean - first.mean
    let sign = difference < 0 ? "−" : "+"
    return "From the first to the last recording, backward speed differs by "
      + "\(sign)\(SVGMarkup.fixed(abs(difference), decimals: 2)) m/s; whether this exceeds the usual variation from day "
      + "to day is not tested here."
  }

  private func hasBoth(_ recording: AnalyzedRecording, _ id: String) -> Bool {
    course.measure(id, .forward, of: recording) != nil && course.measure(id, .backward, of: recording) != nil
  }

  private func interval(_ bounds: [Double]?) -> String {
    guard let bounds, bounds.count == 2 else { return "" }
    return " (95 % interval \(SVGMarkup.fixed(bounds[0], decimals: 2)) to \(SVGMarkup.fixed(bounds[1], decimals: 2)))"
  }
}
