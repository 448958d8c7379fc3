import GaitHistory
import GaitMeasures
import GaitModel
import GaitStatistics
import PageLanguage

/// What the first lines of a report say, made from the statistics with their doubt.
///
/// Differences are stated, never judged.
package struct OpeningSentences {
  package let report: PersonReport
  private var language: Language { report.language }

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
    return [Direction.backward, .forward].compactMap { ChangeSentences(report.trend, $0, in: language).text }
  }

  private var extent: String? {
    let strides = report.steadyStrides()
    let sessions = report.course.sessions
    guard let first = sessions.first, let last = sessions.last else { return nil }
    let when: String
    if sessions.count == 1 {
      when = report.isDated ? language("On \(report.label(of: first))") : language("In one session")
    } else if report.isDated {
      when = language("In \(sessions.count) sessions from \(report.label(of: first)) to \(report.label(of: last))")
    } else {
      when = language("In \(sessions.count) sessions")
    }
    let count = { (direction: Direction) in strides.count { $0.direction == direction } }
    let measured = language(
      """
      \(when), \(count(.forward), "forward stride") and \(count(.backward), "backward stride") were measured.
      """)
    return measured + (counted.map { " \($0)" } ?? "")
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
      (runIn > 0 ? [language("\(runIn) as a run-in")] : [])
      + reasons.map { reason, of in language("\(of.count) with \(language.text(reason))") }
    let count = language("Of the sessions, \(counted, "counts", "count") for change")
    return count + (left.isEmpty ? "." : "; " + language("left out: \(left.joined(separator: "; "))."))
  }

  /// Below it forward and backward may be exchanged, as `analyze` warns; half of a recording's strides are less sure.
  private static let sureDirection = 0.9

  /// How sessions without a date stand, and that nothing is judged from them.
  private var undated: String? {
    report.isDated
      ? nil
      : language(
        """
        Not every session has a date; they stand in the order of their names, and change over time is judged only from \
        those with a date.
        """)
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
    let percent = "\(language.fixed(100 * least, 0)) %"
    guard medians.count > 1 else {
      return language(
        "Forward and backward may be exchanged: the probability that a direction is right is \(percent).")
    }
    return language(
      """
      In \(unsure.count) of \(medians.count, "recording") forward and backward may be exchanged: the probability that a \
      direction is right is \(percent) in the least certain one.
      """)
  }

  /// Backward beside forward in the last session that has both.
  private var comparison: String? {
    guard let session = report.lastSession else { return nil }
    let compared = report.comparison(in: session)
    let measures = compared.measures
    let found = { (quantity: StrideQuantity) in measures.first { $0.measure.id == quantity.id }?.comparison }
    guard let speed = found(.speed) else { return toes(found(.toeFirst)) }
    let speeds = (language.speed(speed.backward.mean), language.speed(speed.forward.mean))
    // Where conditions differ from session to session, a number without its own says little.
    let conditions = report.course.conditions.count > 1 ? compared.conditions : nil
    let under = conditions.map { " (\($0.label(in: language)))" } ?? ""
    var sentence =
      if report.course.sessions.count == 1 {
        language("Backward walking was at \(speeds.0) and forward walking at \(speeds.1)\(under)")
      } else if report.isDated {
        language(
          """
          On \(report.place(of: session)), backward walking was at \(speeds.0) and forward walking at \(speeds.1)\
          \(under)
          """)
      } else {
        language(
          """
          In \(report.place(of: session)), backward walking was at \(speeds.0) and forward walking at \(speeds.1)\
          \(under)
          """)
      }
    if let ratio = speed.ratio {
      sentence += ": " + language("the backward speed was \(share(ratio)) of the forward speed")
    }
    if let length = found(.length)?.ratio {
      sentence += ", " + language("the backward stride \(share(length)) of the forward stride")
    }
    return sentence + ". " + (toes(found(.toeFirst)) ?? "")
  }

  /// A ratio in percent: "0.77 times as fast" can be read either way round.
  private func share(_ ratio: Estimate) -> String {
    let percent = { (value: Double) in language.fixed(100 * value, 0) }
    let bounds = ratio.interval.map {
      " (\(language("95 % CI \(percent($0.lowerBound)) to \(percent($0.upperBound)) %")))"
    }
    return "\(percent(ratio.value)) %\(bounds ?? "")"
  }

  private func toes(_ share: PairedComparison?) -> String? {
    guard let share else { return nil }
    let percent = { (value: Double) in language.fixed(value, 0) + " %" }
    return language(
      """
      The toes touched the ground first in \(percent(share.backward.mean)) of \(share.backward.strides) backward and \
      \(percent(share.forward.mean)) of \(share.forward.strides) forward contacts.
      """)
  }
}
