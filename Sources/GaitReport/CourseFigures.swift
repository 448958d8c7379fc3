import GaitCharts
import GaitHistory
import GaitModel
import PageLanguage

/// Which chart shows what of a person's course.
package struct CourseFigures {
  package let report: PersonReport
  var language: Language { report.language }

  package init(report: PersonReport) {
    self.report = report
  }

  /// Forward and backward values of a measure, session by session, with the person's own baseline as a band.
  package func overTime(_ id: String) -> IntervalChart? {
    guard let measure = TrackedMeasure.named(id) else { return nil }
    let positions = report.positions
    let shown = measure.shown(in: language)
    let series = [(Direction.forward, SeriesMark.circle), (.backward, .square)].compactMap { direction, mark in
      let trend = report.trend.measures.first { $0.measure.id == id && $0.direction == direction }
      let counted = Set(trend.map { $0.sessionNames.suffix($0.trend.points.count) } ?? [])
      let runIn = Set(trend.map { $0.sessionNames.prefix($0.trend.runIn.count) } ?? [])
      let points = zip(report.course.sessions, positions).compactMap { session, x -> IntervalChart.Point? in
        guard let value = report.walk(of: session)?.directions[direction]?.measures[id] else { return nil }
        return IntervalChart.Point(
          x: x, value: shown.value(value.mean), interval: measure.interval(of: value).map(shown.range),
          label: report.fileLabel(of: session),
          // Where nothing is judged yet, the run-in is pale from its first session on.
          isPale: counted.isEmpty ? runIn.contains(session.name) : !counted.contains(session.name))
      }
      return points.isEmpty
        ? nil
        : IntervalChart.Series(
          name: language.text(direction.rawValue), mark: mark, points: points,
          band: trend?.trend.detectableBand.map { shown.range(measure.bounded($0)) })
    }
    guard !series.isEmpty else { return nil }
    let words = series.compactMap { one in
      one.points.last.map { last in
        let (first, last) = (one.points[0].value, last.value)
        return language(
          "\(one.name) from \(language.fixed(first, shown.decimals)) to \(language.fixed(last, shown.decimals))")
      }
    }
    let (title, unit) = (language.text(measure.title), shown.text)
    var chart = IntervalChart(
      title: title, unit: unit,
      summary: language(
        "\(title) in \(report.course.sessions.count) sessions: \(words.joined(separator: "; ")) \(unit)."),
      series: series, labels: labels(positions), includesZero: measure.possible != nil)
    chart.language = language
    chart.decimals = shown.decimals
    chart.remarks = remarks(positions)
    (chart.goals, chart.summary) = (goals(id), chart.summary + goalSentence(id))
    chart.summary += sentence(chart.remarks)
    chart.references = references(id)?.bands ?? []
    chart.summary += sentence(chart.references)
    return chart
  }

  /// What the reference bands are, each once, though a session under other conditions divides its band.
  private func sentence(_ references: [ReferenceBand]) -> String {
    let titles = references.map(\.title)
    return titles.indices.filter { titles.firstIndex(of: titles[$0]) == $0 }.map { " " + titles[$0] }.joined()
  }

  /// The reference values behind the chart of a measure.
  package func references(_ id: String) -> CourseReferences? {
    TrackedMeasure.named(id).map { CourseReferences(report, measure: $0) }
  }

  /// What grey bands and lines are, or why there are none though age or sex are known; empty if neither is.
  private var referenceLegend: String {
    let all = ChangeSection.measures.compactMap { references($0.id) }
    let drawn = all.flatMap(\.drawn)
    guard drawn.isEmpty else {
      let sources = Set(drawn.map(\.source.name)).sorted().joined(separator: "; ")
      var words = [language("Grey: reference values.")]
      if drawn.contains(where: { $0.band != nil }) {
        words.append(language("95 % of the people whom a study measured are within a grey band."))
      }
      if drawn.contains(where: { $0.band == nil }) {
        words.append(language("A broken grey line is the mean of people whose spread is not known."))
      }
      return " " + (words + [language("Studies: \(sources).")]).joined(separator: " ")
    }
    guard report.course.person.sex != nil || report.course.person.birthYear != nil else { return "" }
    let lacks = Set(all.flatMap(\.lacks))
    // What somebody can state or change comes before what nobody can.
    let changeable = lacks.subtracting([.otherAges])
    let reasons = (changeable.contains { $0.phrase != nil } ? changeable : lacks).compactMap(\.phrase)
    let words = reasons.sorted { $0.template < $1.template }.map { language($0) }
    return words.isEmpty ? "" : " " + language("No reference values: \(words.joined(separator: "; ")).")
  }

  /// What lines, bands and pale points of `overTime` mean.
  package var legend: String {
    var legend = language("Vertical lines show the 95 % CI of each session’s mean.")
    if report.trend.measures.contains(where: { $0.trend.detectableBand != nil }) {
      let sources = Set(report.trend.measures.compactMap(\.trend.error?.source)).filter(\.isBorrowed)
      let borrowed = sources.map(\.words).sorted()
      let source = borrowed.isEmpty ? "" : " (\(borrowed.map(language.text).joined(separator: "; ")))"
      legend +=
        " "
        + language(
          """
          The band is the mean of the first three sessions that count, ± the smallest change of a single session that \
          measurement error does not explain\(source).
          """)
    }
    if report.trend.measures.contains(where: { !$0.trend.runIn.isEmpty }) {
      legend +=
        " "
        + language(
          """
          Pale: the first two sessions, a run-in in which people learn the task, and sessions under other conditions; \
          they are not counted.
          """)
    }
    return legend + goalLegend + referenceLegend
  }

  /// Foot pitch at initial contact of all strides of one foot.
  package func pitchAtContact(_ side: Side) -> DistributionChart? {
    .pitchAtContact(
      of: report.steadyStrides().filter { $0.foot == side },
      title: side == .left ? language("Left foot") : language("Right foot"), in: language)
  }

  /// Minutes of backward walking per week against the plan.
  package func dose() -> BarChart? {
    let weeks = report.dose.weeks
    guard !weeks.isEmpty else { return nil }
    let total = weeks.reduce(0) { $0 + $1.backward.minutes }
    var chart = BarChart(
      title: language("Backward walking per week"), unit: language("min, as far as recorded"),
      summary: language("\(language.fixed(total, 1)) minutes of backward walking in \(weeks.count) weeks."),
      bars: weeks.map { week in
        BarChart.Bar(
          label: week.label, value: week.backward.minutes,
          planned: week.planned.map { $0.low...$0.high })
      }, mark: .square)
    chart.language = language
    return chart
  }

  /// First and last label, and those in between that have room.
  func labels(_ positions: [Double]) -> [(x: Double, text: String)] {
    var labels: [(x: Double, text: String)] = []
    for (session, x) in zip(report.course.sessions, positions) {
      let isLast = x == positions[positions.count - 1]
      if let previous = labels.last, x - previous.x < 0.18 {
        if isLast, labels.count > 1 { labels.removeLast() } else { continue }
      }
      labels.append((x, report.fileLabel(of: session)))
    }
    return zip(labels, AxisDates.shortened(labels.map(\.text), in: language)).map { ($0.x, $1) }
  }

  /// What is marked along the axis, each change once: ` Marked: aid: cane, 50 Hz.`; empty where nothing is.
  func sentence(_ remarks: [(x: Double, text: String)]) -> String {
    var words: [String] = []
    for remark in remarks where words.last != remark.text { words.append(remark.text) }
    return words.isEmpty ? "" : " " + language("Marked: \(words.joined(separator: ", ")).")
  }

  /// Sessions under other conditions than usual, and those from which on the sensors are not those of the session before.
  func remarks(_ positions: [Double]) -> [(x: Double, text: String)] {
    let usual = report.course.usualConditions
    let recordings = Dictionary(grouping: report.recordings) { $0.summary.sessionName }
    var before: SensorSetup?
    return zip(report.course.sessions, positions).compactMap { session, x in
      let sensors = SensorSetup(recordings[session.name] ?? [])
      let change = before.flatMap { sensors?.change(from: $0, in: language) }
      before = sensors ?? before
      if let usual, session[usual] == nil, let other = session.walks.first?.conditions {
        return (x, other.difference(from: usual, in: language))
      }
      return change.map { (x, $0) }
    }
  }
}

extension DistributionChart {
  /// Foot pitch at initial contact, forward above backward; `nil` where it is of no stride.
  ///
  /// - Parameter title: What strides they are: `Left foot`.
  package static func pitchAtContact(
    of strides: [Stride], title: String, in language: Language = .english
  ) -> DistributionChart? {
    let values = { (direction: Direction) in
      strides.filter { $0.direction == direction }.compactMap(\.footPitchAtContact).map { $0 * 180 / .pi }
    }
    let (forward, backward) = (values(.forward), values(.backward))
    guard !forward.isEmpty || !backward.isEmpty else { return nil }
    var chart = DistributionChart(
      title: language("\(title) at contact"), unit: language("° to the ground, toes up positive"),
      summary: language(
        """
        Distribution of the foot’s angle at contact: \(forward.count) forward and \(backward.count) backward strides. \
        Lines mark −5° and +5°, between which the foot lands flat.
        """),
      upper: .init(name: language("forward"), mark: .circle, values: forward),
      lower: .init(name: language("backward"), mark: .square, values: backward), binWidth: 2.5, limits: [-5, 5],
      zones: [language("toes first"), language("flat"), language("heel first")])
    chart.language = language
    return chart
  }
}
