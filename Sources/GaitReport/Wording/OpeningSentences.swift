import GaitHistory
import GaitMeasures
import GaitModel
import GaitStatistics
import NumberText

/// What the first lines of a report say, made from the statistics with their doubt.
///
/// Differences are stated, never judged.
package struct OpeningSentences {
  package let report: PersonReport

  package init(report: PersonReport) {
    self.report = report
  }

  /// How much was measured and what counts, then what changed, then backward beside forward walking.
  package var sentences: [String] {
    [extent, doubt, undated].compactMap { $0 } + changes + [comparison].compactMap { $0 }
  }

  /// What changed in backward walking, and what in forward walking; empty with one session.
  private var changes: [String] {
    guard report.course.sessions.count > 1 else { return [] }
    return [Direction.backward, .forward].compactMap { ChangeSentences(report.trend, $0).text }
  }

  private var extent: String? {
    let strides = report.steadyStrides()
    let sessions = report.course.sessions
    guard let first = sessions.first, let last = sessions.last else { return nil }
    let when: String
    if sessions.count == 1 {
      when = report.isDated ? "On \(report.label(of: first))" : "In one session"
    } else {
      let period = report.isDated ? " from \(report.label(of: first)) to \(report.label(of: last))" : ""
      when = "In \(sessions.count) sessions\(period)"
    }
    let count = { (direction: Direction) in strides.count { $0.direction == direction } }
    return "\(when), \(PlainNumbers.count(count(.forward), "forward stride")) and "
      + "\(PlainNumbers.count(count(.backward), "backward stride")) were measured." + (counted.map { " \($0)" } ?? "")
  }

  /// How many sessions count for change, and why the others do not.
  private var counted: String? {
    let sessions = report.trend.sessions
    guard report.course.sessions.count > 1 else { return nil }
    // Speed and length are what the sentences after this one speak of.
    let known = Set(TrackedMeasure.speedAndLength.map(\.id))
    let measures = report.trend.measures.filter { known.contains($0.measure.id) }
    let runIn = Set(measures.flatMap { $0.sessionNames.prefix($0.trend.runIn.count) }).count
    let counted = sessions.visits.count - runIn
    let visited = Set(sessions.visits.map(\.session))
    // A session that counts in part is not left out.
    let others = sessions.leftOut.filter { !visited.contains($0.session) }
    let reasons = Dictionary(grouping: others, by: \.reason.words).sorted { $0.key < $1.key }
    let left =
      (runIn > 0 ? ["\(runIn) as a run-in"] : []) + reasons.map { reason, of in "\(of.count) with \(reason)" }
    return "Of the sessions, \(counted) count\(counted == 1 ? "s" : "") for change"
      + (left.isEmpty ? "." : "; left out: \(left.joined(separator: "; ")).")
  }

  /// Below it forward and backward may be exchanged, as `analyze` warns; half of a recording's strides are less sure.
  private static let sureDirection = 0.9

  /// How sessions without a date stand, and that nothing is judged from them.
  private var undated: String? {
    report.isDated
      ? nil
      : "Not every session has a date; they stand in the order of their names, and change over time is judged only from "
        + "those with a date."
  }

  /// Whether forward and backward may be exchanged.
  var isDirectionDoubtful: Bool { doubt != nil }

  /// That which way was forward is not sure, before anything is said that rests on it.
  private var doubt: String? {
    let medians = report.recordings.compactMap { recording in
      let confidences = recording.strides
        .filter { $0.isValid && ($0.direction == .forward || $0.direction == .backward) }
        .compactMap(\.directionConfidence).sorted()
      return confidences.isEmpty ? nil : confidences[confidences.count / 2]
    }
    let unsure = medians.filter { $0 < Self.sureDirection }
    guard let least = unsure.min() else { return nil }
    let place =
      medians.count == 1 ? "" : "In \(unsure.count) of \(PlainNumbers.count(medians.count, "recording")) "
    return "\(place)forward and backward may be exchanged: the probability that a direction is right is "
      .capitalizedFirst + "\(PlainNumbers.fixed(100 * least, 0)) %"
      + (medians.count == 1 ? "." : " in the least certain one.")
  }

  /// Backward beside forward in the last session that has both.
  private var comparison: String? {
    guard let session = report.lastSession else { return nil }
    let compared = report.comparison(in: session)
    let measures = compared.measures
    let found = { (quantity: StrideQuantity) in measures.first { $0.measure.id == quantity.id }?.comparison }
    guard let speed = found(.speed) else { return toes(found(.toeFirst)) }
    let n = { (value: Double) in PlainNumbers.fixed(value, 2) }
    let when =
      report.course.sessions.count == 1
      ? "Backward" : "\(report.isDated ? "On" : "In") \(report.place(of: session)), backward"
    // Where conditions differ from session to session, a number without its own says little.
    let under = report.course.conditions.count > 1 ? compared.conditions.map { " (\($0.label))" } ?? "" : ""
    var sentence =
      "\(when) walking was at \(n(speed.backward.mean)) m/s and forward walking at \(n(speed.forward.mean)) m/s\(under)"
    if let ratio = speed.ratio { sentence += ": the backward speed was \(share(ratio)) of the forward speed" }
    if let length = found(.length)?.ratio { sentence += ", the backward stride \(share(length)) of the forward stride" }
    return sentence + ". " + (toes(found(.toeFirst)) ?? "")
  }

  /// A ratio in percent: "0.77 times as fast" can be read either way round.
  private func share(_ ratio: Estimate) -> String {
    let percent = { (value: Double) in PlainNumbers.fixed(100 * value, 0) }
    let bounds = ratio.interval.map {
      " (95 % CI \(percent($0.lowerBound)) to \(percent($0.upperBound)) %)"
    }
    return "\(percent(ratio.value)) %\(bounds ?? "")"
  }

  private func toes(_ share: PairedComparison?) -> String? {
    guard let share else { return nil }
    let percent = { (value: Double) in PlainNumbers.fixed(value, 0) + " %" }
    return "The toes touched the ground first in \(percent(share.backward.mean)) of \(share.backward.strides) backward "
      + "and \(percent(share.forward.mean)) of \(share.forward.strides) forward contacts."
  }
}
