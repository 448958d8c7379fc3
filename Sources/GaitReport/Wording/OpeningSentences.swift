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

  package var sentences: [String] { [extent, doubt, comparison].compactMap { $0 } + change }

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
      + "\(PlainNumbers.count(count(.backward), "backward stride")) were measured."
  }

  /// Below it forward and backward may be exchanged, as `analyze` warns; half of a recording's strides are less sure.
  private static let sureDirection = 0.9

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

  /// What the trends of the measures that were named beforehand say.
  private var change: [String] {
    let primary = report.trend.measures.filter(\.isPrimary)
    guard report.course.sessions.count > 1 else { return [] }
    guard !primary.isEmpty else { return [] }
    var sentences: [String] = []
    for verdict in [Trend.Verdict.likelyReal, .withinError] {
      for measure in primary where measure.trend.verdict == verdict && measure.trend.sameInAll == nil {
        sentences.append(Self.judged(measure))
      }
    }
    for measure in primary {
      guard let value = measure.trend.sameInAll else { continue }
      sentences.append(
        "In all \(PlainNumbers.count(measure.trend.n, "session")) that count, backward "
          + "\(measure.measure.title.lowercased()) was \(PlainNumbers.fixed(value, measure.measure.decimals)) "
          + "\(measure.measure.unit).")
    }
    let open = primary.filter { $0.trend.verdict == .cannotTell && $0.trend.sameInAll == nil }
    if !open.isEmpty { sentences.append(Self.notJudged(open)) }
    return sentences + [forwardChange].compactMap { $0 }
  }

  /// What forward speed did, if its interval excludes 0: a person who walks backward better and forward worse is not told
  /// by backward walking alone.
  private var forwardChange: String? {
    let forward = report.trend.measures.first { $0.direction == .forward && $0.measure.id == StrideQuantity.speed.id }
    guard let forward, let interval = forward.trend.interval, !interval.contains(0) else { return nil }
    if forward.trend.verdict == .likelyReal { return Self.judged(forward) }
    let change = forward.trend.change.map { " (so far \(Self.signed($0, forward)) \(forward.measure.unit))" } ?? ""
    return "Whether forward walking speed\(change) changes cannot be determined yet: \(forward.trend.reason.rawValue)."
  }

  private static func judged(_ measure: CourseTrend.MeasureTrend) -> String {
    let trend = measure.trend
    let change = trend.change.map { " by \(signed($0, measure)) \(measure.measure.unit)" } ?? ""
    let interval =
      trend.interval.map {
        " (95 % CI \(signed($0.lowerBound, measure)) to \(signed($0.upperBound, measure)))"
      } ?? ""
    let source =
      trend.verdict == .withinError || trend.test == nil
      ? measure.errorSource.map { " (\(Self.words(forError: $0)))" } ?? "" : ""
    var sentence =
      "The change of \(measure.direction.rawValue) \(measure.measure.title.lowercased())\(change)\(interval) over "
      + "\(PlainNumbers.count(trend.n, "session")) is \(trend.verdict.rawValue)\(source)"
    if trend.verdict == .likelyReal, let words = way(measure) { sentence += ": \(words)" }
    if trend.verdict == .withinError, let least = trend.minimalDetectableChange {
      sentence +=
        "; so many sessions show changes of \(PlainNumbers.fixed(least, measure.measure.decimals)) "
        + "\(measure.measure.unit) or more"
    }
    return sentence + "."
  }

  /// Which way a measure went, in a word that cannot be read the other way round.
  private static func way(_ measure: CourseTrend.MeasureTrend) -> String? {
    guard let change = measure.trend.change else { return nil }
    let words: [String: (up: String, down: String)] = [
      StrideQuantity.speed.id: ("faster", "slower"), StrideQuantity.length.id: ("longer", "shorter"),
      StrideQuantity.toeFirst.id: ("more often toes first", "less often toes first"),
    ]
    return words[measure.measure.id].map { change > 0 ? $0.up : $0.down }
  }

  /// `own 3 baseline sessions` or `borrowed: a study`, as part of a sentence.
  private static func words(forError source: String) -> String {
    "measurement error " + (source.hasPrefix("own ") ? "from the person’s \(source)" : source)
  }

  private static func notJudged(_ measures: [CourseTrend.MeasureTrend]) -> String {
    let names = measures.map { measure in
      let change = measure.trend.change.map { " (so far \(signed($0, measure)) \(measure.measure.unit))" } ?? ""
      return "backward \(measure.measure.title.lowercased())\(change)"
    }
    let list =
      names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1] : names[0]
    let n = measures.map(\.trend.n).max() ?? 0
    let runIn = measures.map(\.trend.runIn.count).max() ?? 0
    let counted =
      "\(PlainNumbers.count(n, "session")) count\(n == 1 ? "s" : "")"
      + (runIn > 0 ? " after a run-in of \(runIn)" : "")
    let reason =
      n < TrendSettings.fewestForTest
      ? "\(counted), and a test needs \(TrendSettings.fewestForTest)" : measures[0].trend.reason.rawValue
    return "Whether \(list) change\(measures.count == 1 ? "s" : "") cannot be determined yet: \(reason)."
  }

  private static func signed(_ value: Double, _ measure: CourseTrend.MeasureTrend) -> String {
    PlainNumbers.signed(value, measure.measure.decimals)
  }
}
