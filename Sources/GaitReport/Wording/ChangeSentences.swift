import GaitHistory
import GaitMeasures
import GaitModel
import GaitStatistics
import NumberText

/// What the sessions show of a change in one direction of walking, in sentences that cannot be read the other way round.
///
/// A change is faster, slower, longer, shorter, more often or less often toes first, or none that these sessions can show.
struct ChangeSentences {
  private let direction: Direction
  /// The measures of the sentences, in their order.
  private let measures: [CourseTrend.MeasureTrend]

  init(_ trend: CourseTrend, _ direction: Direction) {
    self.direction = direction
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
      "\(way(measure)): \(Self.change(measure)) over \(PlainNumbers.count(measure.trend.n, "session"))"
        + "\(Self.borrowed(measure))."
    }
  }

  /// `In all 8 sessions that count, backward toe-first share was 100 %.`
  private var same: [String] {
    measures.compactMap { measure in
      measure.trend.sameInAll.map { value in
        "In all \(PlainNumbers.count(measure.trend.n, "session")) that count, \(name(measure)) was "
          + "\(PlainNumbers.fixed(value, measure.measure.decimals)) \(measure.measure.unit)."
      }
    }
  }

  /// `No change of forward walking speed that these 8 sessions can show: +0.03 m/s (…); they can show 0.06 m/s or more.`
  private var unchanged: [String] {
    measures(.withinError).map { measure in
      let least =
        measure.trend.minimalDetectableChange.map {
          "; they can show \(PlainNumbers.fixed($0, measure.measure.decimals)) \(measure.measure.unit) or more"
        } ?? ""
      return "No change of \(name(measure)) that these \(PlainNumbers.count(measure.trend.n, "session")) can show: "
        + "\(Self.change(measure))\(least)\(Self.borrowed(measure))."
    }
  }

  /// The measures of which nothing can be told yet, those of one reason together.
  private var open: [String] {
    let all = measures(.cannotTell)
    let tooFew = all.filter { $0.trend.n < TrendSettings.fewestForTest }
    let others = all.filter { $0.trend.n >= TrendSettings.fewestForTest }
    return (tooFew.isEmpty ? [] : [Self.tooFew(tooFew, direction)])
      + others.map { measure in
        "No change of \(name(measure)) that these \(PlainNumbers.count(measure.trend.n, "session")) can show: "
          + "so far \(Self.change(measure)), \(measure.trend.reason.words)."
      }
  }

  private static func tooFew(_ measures: [CourseTrend.MeasureTrend], _ direction: Direction) -> String {
    let names = measures.map { measure in
      measure.measure.title.lowercased()
        + (measure.trend.change.map { " (so far \(signed($0, measure)) \(measure.measure.unit))" } ?? "")
    }
    let list = names.count > 1 ? names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1] : names[0]
    let n = measures.map(\.trend.n).max() ?? 0
    let runIn = measures.map(\.trend.runIn.count).max() ?? 0
    let counted =
      "\(PlainNumbers.count(n, "session")) count\(n == 1 ? "s" : "")" + (runIn > 0 ? " after a run-in of \(runIn)" : "")
    return "No change of \(direction.rawValue) \(list) that these sessions can show: \(counted), and a test needs "
      + "\(TrendSettings.fewestForTest)."
  }

  /// What walking, strides or contacts became.
  private func way(_ measure: CourseTrend.MeasureTrend) -> String {
    let name = direction.rawValue.capitalizedFirst
    let way = ChangeWords(measure).finding
    return switch measure.measure.id {
    case StrideQuantity.speed.id: "\(name) walking became \(way)"
    case StrideQuantity.length.id: "\(name) strides became \(way)"
    case StrideQuantity.toeFirst.id: "\(name) contacts were \(way)"
    default: "\(name) \(measure.measure.title.lowercased()) became \(way)"
    }
  }

  private func name(_ measure: CourseTrend.MeasureTrend) -> String {
    "\(direction.rawValue) \(measure.measure.title.lowercased())"
  }

  /// `+0.30 m/s (95 % CI +0.20 to +0.40)`
  private static func change(_ measure: CourseTrend.MeasureTrend) -> String {
    let trend = measure.trend
    let amount = trend.change.map { "\(signed($0, measure)) \(measure.measure.unit)" } ?? "amount unknown"
    let interval = trend.interval.map {
      " (95 % CI \(signed($0.lowerBound, measure)) to \(signed($0.upperBound, measure)))"
    }
    return amount + (interval ?? "")
  }

  /// Whose measurement error the sentence rests on, if not on the person's own.
  private static func borrowed(_ measure: CourseTrend.MeasureTrend) -> String {
    guard case .borrowed(let source) = measure.trend.error?.source else { return "" }
    return " (measurement error of \(source))"
  }

  private static func signed(_ value: Double, _ measure: CourseTrend.MeasureTrend) -> String {
    PlainNumbers.signed(value, measure.measure.decimals)
  }
}
