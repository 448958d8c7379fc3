import GaitCharts
import GaitHistory
import GaitModel
import NumberText

/// Which chart shows what of a person's course.
package struct CourseFigures {
  package let report: PersonReport

  package init(report: PersonReport) {
    self.report = report
  }

  /// Forward and backward values of a measure, session by session, with the person's own baseline as a band.
  package func overTime(_ id: String) -> IntervalChart? {
    guard let measure = TrackedMeasure.named(id) else { return nil }
    let positions = report.positions
    let series = [(Direction.forward, SeriesMark.circle), (.backward, .square)].compactMap { direction, mark in
      let trend = report.trend.measures.first { $0.measure.id == id && $0.direction == direction }
      let counted = Set(trend.map { $0.sessionNames.suffix($0.trend.points.count) } ?? [])
      let points = zip(report.course.sessions, positions).compactMap { session, x -> IntervalChart.Point? in
        guard let value = report.walk(of: session)?.directions[direction]?.measures[id] else { return nil }
        return IntervalChart.Point(
          x: x, value: value.mean, interval: measure.interval(of: value), label: report.label(of: session),
          // Where nothing is judged, nothing is pale.
          isPale: !counted.isEmpty && !counted.contains(session.name))
      }
      return points.isEmpty
        ? nil
        : IntervalChart.Series(
          name: direction.rawValue, mark: mark, points: points, band: trend?.trend.detectableBand.map(measure.bounded))
    }
    guard !series.isEmpty else { return nil }
    let words = series.compactMap { one in
      one.points.last.map { last in
        "\(one.name) from \(PlainNumbers.fixed(one.points[0].value, measure.decimals)) to "
          + PlainNumbers.fixed(last.value, measure.decimals)
      }
    }
    var chart = IntervalChart(
      title: measure.title, unit: measure.unit,
      summary: "\(measure.title) in \(report.course.sessions.count) sessions: \(words.joined(separator: "; ")) "
        + "\(measure.unit).",
      series: series, labels: labels(positions), includesZero: measure.possible != nil)
    chart.decimals = measure.decimals
    chart.remarks = remarks(positions)
    (chart.goals, chart.summary) = (goals(id), chart.summary + goalSentence(id))
    chart.summary += Self.sentence(chart.remarks)
    chart.references = references(id)?.bands ?? []
    if !chart.references.isEmpty { chart.summary += " " + chart.references.map(\.title).joined(separator: " ") }
    return chart
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
      let band = "95 % of the people whom a study measured are within a grey band. "
      let line = "A broken grey line is the mean of people whose spread is not known. "
      return " Grey: reference values. \(drawn.contains { $0.band != nil } ? band : "")"
        + "\(drawn.contains { $0.band == nil } ? line : "")Studies: \(sources)."
    }
    guard report.course.person.sex != nil || report.course.person.birthYear != nil else { return "" }
    let lacks = Set(all.flatMap(\.lacks))
    // What somebody can state or change comes before what nobody can.
    let changeable = lacks.subtracting([.otherAges])
    let reasons = (changeable.contains { $0.words != nil } ? changeable : lacks).compactMap(\.words).sorted()
    return reasons.isEmpty ? "" : " No reference values: \(reasons.joined(separator: "; "))."
  }

  /// What lines, bands and pale points of `overTime` mean.
  package var legend: String {
    var legend = "Vertical lines show the 95 % CI of each session’s mean."
    if report.trend.measures.contains(where: { $0.trend.detectableBand != nil }) {
      legend +=
        " The band is the mean of the first three sessions that count, ± the smallest change of a single session "
        + "that measurement error does not explain"
      let sources = Set(report.trend.measures.compactMap(\.trend.error?.source)).filter(\.isBorrowed)
      let borrowed = sources.map(\.words).sorted()
      if !borrowed.isEmpty { legend += " (\(borrowed.joined(separator: "; ")))" }
      legend += "."
    }
    if report.trend.measures.contains(where: { !$0.trend.runIn.isEmpty && $0.trend.n > 0 }) {
      legend +=
        " Pale: the first two sessions, a run-in in which people learn the task, and sessions under other "
        + "conditions; they are not counted."
    }
    return legend + goalLegend + referenceLegend
  }

  /// Foot pitch at initial contact of all strides of one foot.
  package func pitchAtContact(_ side: Side) -> DistributionChart? {
    .pitchAtContact(
      of: report.steadyStrides().filter { $0.foot == side }, title: "\(side.rawValue.capitalizedFirst) foot")
  }

  /// Minutes of backward walking per week against the plan.
  package func dose() -> BarChart? {
    let weeks = report.dose.weeks
    guard !weeks.isEmpty else { return nil }
    let total = weeks.reduce(0) { $0 + $1.backward.minutes }
    return BarChart(
      title: "Backward walking per week", unit: "min, as far as recorded",
      summary: "\(PlainNumbers.fixed(total, 1)) minutes of backward walking in \(weeks.count) weeks.",
      bars: weeks.map { week in
        BarChart.Bar(
          label: week.label, value: week.backward.minutes,
          planned: week.planned.map { $0.low...$0.high })
      }, mark: .square)
  }

  /// First and last label, and those in between that have room.
  func labels(_ positions: [Double]) -> [(x: Double, text: String)] {
    var labels: [(x: Double, text: String)] = []
    for (session, x) in zip(report.course.sessions, positions) {
      let isLast = x == positions[positions.count - 1]
      if let previous = labels.last, x - previous.x < 0.18 {
        if isLast, labels.count > 1 { labels.removeLast() } else { continue }
      }
      labels.append((x, report.label(of: session)))
    }
    return zip(labels, AxisDates.shortened(labels.map(\.text))).map { ($0.x, $1) }
  }

  /// What is marked along the axis, each change once: ` Marked: aid: cane, 50 Hz.`; empty where nothing is.
  static func sentence(_ remarks: [(x: Double, text: String)]) -> String {
    var words: [String] = []
    for remark in remarks where words.last != remark.text { words.append(remark.text) }
    return words.isEmpty ? "" : " Marked: \(words.joined(separator: ", "))."
  }

  /// Sessions under other conditions than usual, and those from which on the sensors are not those of the session before.
  func remarks(_ positions: [Double]) -> [(x: Double, text: String)] {
    let usual = report.course.usualConditions
    let recordings = Dictionary(grouping: report.recordings) { $0.summary.sessionName }
    var before: SensorSetup?
    return zip(report.course.sessions, positions).compactMap { session, x in
      let sensors = SensorSetup(recordings[session.name] ?? [])
      let change = before.flatMap { sensors?.change(from: $0) }
      before = sensors ?? before
      if let usual, session[usual] == nil, let other = session.walks.first?.conditions {
        return (x, other.difference(from: usual))
      }
      return change.map { (x, $0) }
    }
  }
}

extension DistributionChart {
  /// Foot pitch at initial contact, forward above backward; `nil` where it is of no stride.
  ///
  /// - Parameter title: What strides they are: `Left foot`.
  package static func pitchAtContact(of strides: [Stride], title: String) -> DistributionChart? {
    let values = { (direction: Direction) in
      strides.filter { $0.direction == direction }.compactMap(\.footPitchAtContact).map { $0 * 180 / .pi }
    }
    let (forward, backward) = (values(.forward), values(.backward))
    guard !forward.isEmpty || !backward.isEmpty else { return nil }
    return DistributionChart(
      title: "\(title) at contact", unit: "° to the ground, toes up positive",
      summary: "Distribution of the foot’s angle at contact: \(forward.count) forward and "
        + "\(backward.count) backward strides. Lines mark −5° and +5°, between which the foot lands flat.",
      upper: .init(name: "forward", mark: .circle, values: forward),
      lower: .init(name: "backward", mark: .square, values: backward), binWidth: 2.5, limits: [-5, 5],
      zones: ["toes first", "flat", "heel first"])
  }
}

extension WalkConditions {
  /// The first thing in which the conditions are not `usual`: `treadmill`, `aid: cane`.
  func difference(from usual: WalkConditions) -> String {
    if sensors != usual.sensors { return sensors == .lowerBack ? "lower back" : sensors.rawValue }
    if surface != usual.surface { return surface?.rawValue ?? "surface?" }
    if inclinePercent != usual.inclinePercent { return "incline \(inclinePercent ?? 0) %" }
    return aid.map { "aid: \(PrintableText($0))" } ?? "no aid"
  }
}
