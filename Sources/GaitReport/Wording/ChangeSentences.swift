import GaitHistory
import GaitMeasures
import GaitModel
import GaitStatistics
import PageLanguage

/// What the sessions show of a change in one direction of walking, in sentences that cannot be read the other way round.
///
/// A change is faster, slower, longer, shorter, more often or less often toes first, or none that these sessions can show.
struct ChangeSentences {
  private let direction: Direction
  /// The measures of the sentences, in their order.
  private let measures: [CourseTrend.MeasureTrend]
  private let language: Language

  init(_ trend: CourseTrend, _ direction: Direction, in language: Language = .english) {
    self.direction = direction
    self.language = language
    let shown = direction == .backward ? TrackedMeasure.prespecified : TrackedMeasure.speedAndLength
    measures = shown.compactMap { measure in
      trend.measures.first { $0.direction == direction && $0.measure.id == measure.id }
    }
  }

  /// All sentences as one text; `nil` without a measure.
  var text: String? {
    let sentences = changed + same + unchanged + open
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func measures(_ verdict: Trend.Verdict) -> [CourseTrend.MeasureTrend] {
    measures.filter { $0.trend.verdict == verdict && $0.trend.sameInAll == nil }
  }

  /// `Backward walking became faster: +0.30 m/s (95 % CI +0.20 to +0.40) over 9 sessions.`
  private var changed: [String] {
    measures(.likelyReal).map { measure in
      let change = language("\(change(measure)) over \(measure.trend.n, "session")")
      return "\(way(measure)): \(change)\(borrowed(measure))."
    }
  }

  /// `In all 8 sessions that count, backward toe-first share was 100 %.`
  private var same: [String] {
    measures.compactMap { measure in
      measure.trend.sameInAll.map { value in
        language(
          """
          In all \(measure.trend.n, "session") that count, \(name(measure)) was \
          \(fixed(value, measure)) \(unit(measure)).
          """)
      }
    }
  }

  /// `No change of forward walking speed that these 8 sessions can show: +0.03 m/s (…); they can show 0.06 m/s or more.`
  private var unchanged: [String] {
    measures(.withinError).map { measure in
      let least =
        measure.trend.minimalDetectableChange.map {
          "; " + language("they can show \(fixed($0, measure)) \(unit(measure)) or more")
        } ?? ""
      return "\(noChange(measure)): \(change(measure))\(least)\(borrowed(measure))."
    }
  }

  /// The measures of which nothing can be told yet, those of one reason together.
  private var open: [String] {
    let all = measures(.cannotTell)
    let tooFew = all.filter { $0.trend.n < TrendSettings.fewestForTest }
    let others = all.filter { $0.trend.n >= TrendSettings.fewestForTest }
    return (tooFew.isEmpty ? [] : [self.tooFew(tooFew)])
      + others.map { measure in
        let soFar = language("so far \(change(measure)), \(measure.trend.reason.words(in: language)).")
        return "\(noChange(measure)): \(soFar)"
      }
  }

  private func tooFew(_ measures: [CourseTrend.MeasureTrend]) -> String {
    let names = measures.map { measure in
      let name = language.inSentence(measure.measure.title)
      let soFar = measure.trend.change.map { language("so far \(signed($0, measure)) \(unit(measure))") }
      return name + (soFar.map { " (\($0))" } ?? "")
    }
    let list =
      names.count > 1
      ? language("\(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])") : names[0]
    let n = measures.map(\.trend.n).max() ?? 0
    let runIn = measures.map(\.trend.runIn.count).max() ?? 0
    let counted =
      runIn > 0
      ? language("\(n, "session counts", "sessions count") after a run-in of \(runIn)")
      : language("\(n, "session counts", "sessions count")")
    return language(
      """
      No change of \(language.text(direction.rawValue)) \(list) that these sessions can show: \(counted), and a test needs \
      \(TrendSettings.fewestForTest).
      """)
  }

  private func noChange(_ measure: CourseTrend.MeasureTrend) -> String {
    language("No change of \(name(measure)) that these \(measure.trend.n, "session") can show")
  }

  /// What walking, strides or contacts became.
  private func way(_ measure: CourseTrend.MeasureTrend) -> String {
    let name = language.text(direction.rawValue)
    let way = ChangeWords(measure, in: language).finding
    let words =
      switch measure.measure.id {
      case StrideQuantity.speed.id: language("\(name) walking became \(way)")
      case StrideQuantity.length.id: language("\(name) strides became \(way)")
      case StrideQuantity.toeFirst.id: language("\(name) contacts were \(way)")
      default: language("\(name) \(language.inSentence(measure.measure.title)) became \(way)")
      }
    return words.capitalizedFirst
  }

  /// `backward walking speed`
  private func name(_ measure: CourseTrend.MeasureTrend) -> String {
    language("\(language.text(direction.rawValue)) \(language.inSentence(measure.measure.title))")
  }

  private func unit(_ measure: CourseTrend.MeasureTrend) -> String { measure.measure.shown(in: language).text }

  /// `+0.30 m/s (95 % CI +0.20 to +0.40)`
  private func change(_ measure: CourseTrend.MeasureTrend) -> String {
    let trend = measure.trend
    let amount = trend.change.map { "\(signed($0, measure)) \(unit(measure))" } ?? language("amount unknown")
    let interval = trend.interval.map {
      language("95 % CI \(signed($0.lowerBound, measure)) to \(signed($0.upperBound, measure))")
    }
    return amount + (interval.map { " (\($0))" } ?? "")
  }

  /// Whose measurement error the sentence rests on, if not on the person's own.
  private func borrowed(_ measure: CourseTrend.MeasureTrend) -> String {
    guard case .borrowed(let source) = measure.trend.error?.source else { return "" }
    return " (\(language("measurement error of \(language.text(source))")))"
  }

  private func fixed(_ value: Double, _ measure: CourseTrend.MeasureTrend) -> String {
    language.fixed(value, measure.measure.shown(in: language))
  }

  private func signed(_ value: Double, _ measure: CourseTrend.MeasureTrend) -> String {
    language.signed(value, measure.measure.shown(in: language))
  }
}
