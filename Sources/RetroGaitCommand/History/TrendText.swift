import GaitStatistics
import NumberText
import RetroGait

/// A person's course for a terminal of 80 columns.
struct TrendText {
  private let course: CourseTrend
  private let all: Bool

  private static let width = 78
  /// Least width of the column of names.
  private static let nameWidth = 24
  /// A longer name has a line of its own, so that values fit beside the others.
  private static let longestName = 30

  init(_ course: CourseTrend, all: Bool) {
    self.course = course
    self.all = all
  }

  var text: String {
    var lines = heading
    for direction in [Direction.backward, .forward] {
      let shown = course.measures.filter { $0.direction == direction && (all || $0.measure.isShownAlways) }
      guard !shown.isEmpty else { continue }
      lines += ["", direction.rawValue.uppercased()]
      let names = shown.map(\.measure.title.count).filter { $0 <= Self.longestName }
      let width = max(Self.nameWidth, (names.max() ?? 0) + 3)
      for measure in shown { lines += Self.lines(of: measure, nameWidth: width) }
    }
    lines += carryOver
    lines += remarks
    return lines.joined(separator: "\n")
  }

  private var heading: [String] {
    let visits = course.sessions.visits
    let days = visits.compactMap(\.day)
    var first = "\(PrintableText(course.subject)): \(PlainNumbers.count(visits.count, "comparable session"))"
    if let start = days.first, let end = days.last { first += start == end ? ", \(start)" : ", \(start) to \(end)" }
    var lines = [first]
    if let conditions = course.sessions.conditions { lines.append("Conditions: \(conditions.label)") }
    let runIn = course.measures.map(\.trend.runIn.count).max() ?? 0
    if runIn > 0 {
      let words = runIn == 1 ? "The first is" : "The first \(runIn) are"
      lines.append("\(words) a run-in: shown, not counted (--include-run-in counts \(runIn == 1 ? "it" : "them")).")
    }
    return lines
  }

  private static func lines(of measure: CourseTrend.MeasureTrend, nameWidth: Int) -> [String] {
    let trend = measure.trend
    let decimals = measure.measure.decimals
    let values = (trend.runIn + trend.points).map(\.value)
    let name = measure.measure.title + (measure.isPrimary ? " *" : "")
    let hasOwnLine = measure.measure.title.count > longestName
    var line =
      Self.padded(hasOwnLine ? "" : name, nameWidth)
      + Self.padded(
        Sparkline.text(values, most: 16, leastSpan: 2 * (trend.minimalDetectableChange ?? 0)), 18)
    let first = trend.first ?? values.first
    let last = trend.last ?? values.last
    if values.count > 1, trend.n != 1 { line += "\(PlainNumbers.fixed(first, decimals)) → " }
    line += PlainNumbers.fixed(last, decimals)
    if !measure.measure.unit.isEmpty { line += " \(measure.measure.unit)" }
    if hasOwnLine { line = "\(name)\n\(line)" }
    if trend.sameInAll != nil {
      return [line, "  \(PlainNumbers.count(trend.n, "session")): the same in all that count"]
    }
    let words = ChangeWords(measure)
    let amount = trend.change.map { change in
      "\(beside(trend))\(PlainNumbers.signed(change, decimals))\(interval(trend.interval, decimals))"
    }
    let third = "  \(words.reason ?? "")\(detectable(trend, decimals))"
    return [line] + wrapped("  \(tier(trend)): \(words.finding)\(amount ?? "")") + wrapped(third)
  }

  /// What stands between a finding and its amount: the change along the line is not quite last less first.
  private static func beside(_ trend: Trend) -> String {
    switch (trend.verdict == .likelyReal, trend.line == nil) {
    case (true, true): ", "
    case (true, false): ", by the line "
    case (false, true): "; so far "
    case (false, false): "; by the line "
    }
  }

  private static func tier(_ trend: Trend) -> String {
    if trend.n == 0, !trend.runIn.isEmpty { return "run-in only" }
    let sessions = PlainNumbers.count(trend.n, "session")
    return switch trend.tier {
    case .values: "\(sessions), values only"
    case .change: "\(sessions), first to last"
    case .slope: "\(sessions), slope"
    case .test: "\(sessions), slope and test"
    case .chart: "\(sessions), slope, test and chart"
    }
  }

  private static func detectable(_ trend: Trend, _ decimals: Int) -> String {
    var parts: [String] = []
    if let detectable = trend.minimalDetectableChange {
      // These reasons end with its name.
      let isNamed = trend.reason == .belowDetectable || trend.reason == .beyondDetectable
      parts.append((isNamed ? "" : "smallest detectable change ") + PlainNumbers.fixed(detectable, decimals))
    }
    if let p = trend.adjustedP ?? trend.p, trend.test != nil {
      parts.append(p < 0.001 ? "p < 0.001" : "p \(PlainNumbers.fixed(p, 3))")
    }
    if let chart = trend.chart, !chart.beyond.isEmpty {
      parts.append("\(chart.beyond.count) beyond the chart's limits")
    }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  private static func interval(_ interval: ClosedRange<Double>?, _ decimals: Int) -> String {
    guard let interval else { return "" }
    return
      " (95\u{A0}%: \(PlainNumbers.signed(interval.lowerBound, decimals)) to \(PlainNumbers.signed(interval.upperBound, decimals)))"
  }

  private var carryOver: [String] {
    guard !course.carryOver.isEmpty else { return [] }
    var lines = ["", "FORWARD WALKING AGAINST RECORDED BACKWARD WALKING"]
    for carryOver in course.carryOver {
      let decimals = carryOver.measure.decimals
      lines += Self.wrapped(
        "\(carryOver.measure.title): \(PlainNumbers.signed(carryOver.change, decimals)) \(carryOver.measure.unit) over "
          + "\(PlainNumbers.short(carryOver.minutes)) min of backward walking"
          + "\(Self.interval(carryOver.interval, decimals)), \(carryOver.n) sessions")
    }
    return lines + ["Both change with time and with other things; this does not show a cause."]
  }

  private var remarks: [String] {
    var lines: [String] = [""]
    lines.append("* prespecified; all other p-values are Holm-corrected.")
    let shown = course.measures.filter { all || $0.measure.isShownAlways }
    let borrowed = Set(shown.compactMap(\.trend.error?.source).filter(\.isBorrowed).map(\.words)).sorted()
    if !borrowed.isEmpty { lines += Self.wrapped("Measurement error \(borrowed.joined(separator: "; ")).") }
    for left in course.sessions.leftOut {
      lines += Self.wrapped("Excluded: \(PrintableText(left.session)) (\(left.reason.words))")
    }
    if course.sessions.leftOut.contains(where: { $0.reason == .noDate }) {
      lines.append("Sessions without a date are ordered by name with --order name.")
    }
    if !course.sessions.versions.isEmpty {
      lines += Self.wrapped(
        "Analyzed by versions \(course.sessions.versions.joined(separator: ", ")); analyze all with one version before "
          + "you compare.")
    }
    return lines + ["Research software, not a medical device."]
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// Lines of at most `width` characters, not broken at a no-break space, which becomes a space; those after the first are indented like it and two spaces more.
  private static func wrapped(_ text: String) -> [String] {
    let indent = String(repeating: " ", count: text.prefix { $0 == " " }.count)
    var lines: [String] = []
    var line = indent
    for word in text.split(separator: " ") {
      let isStart = line.allSatisfy { $0 == " " }
      if !isStart, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent + "  " + word
      } else {
        line += (isStart ? "" : " ") + word
      }
    }
    return (lines + [line]).map { $0.replacing("\u{A0}", with: " ") }
  }
}

extension TrackedMeasure {
  /// Whether a course shows it unasked.
  fileprivate var isShownAlways: Bool { TrackedMeasure.prespecified.contains { $0.id == id } }
}

/// A course in one line of text: ▁▂▃▄▅▆▇█ from the lowest to the highest value.
enum Sparkline {
  private static let steps = Array("▁▂▃▄▅▆▇█")

  /// - Parameters:
  ///   - most: The last so many values are drawn.
  ///   - leastSpan: What the height spans at least, so that what measurement error explains does not look like a change.
  static func text(_ values: [Double], most: Int, leastSpan: Double = 0) -> String {
    let shown = values.suffix(most)
    guard var low = shown.min(), var high = shown.max() else { return "" }
    let lacking = max(0, leastSpan - (high - low))
    (low, high) = (low - lacking / 2, high + lacking / 2)
    return String(
      shown.map { value in
        guard high > low else { return steps[steps.count / 2] }
        return steps[min(Int((value - low) / (high - low) * Double(steps.count)), steps.count - 1)]
      })
  }
}
