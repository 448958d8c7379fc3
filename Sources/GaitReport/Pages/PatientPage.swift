import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitStatistics
import PageLanguage

/// One printed page in plain words for the person who walked.
///
/// It has no interval and no test. What they allow to say is said, and what they do not allow is said too.
struct PatientPage {
  let report: PersonReport
  private var language: Language { report.language }

  func html() -> Markup {
    let words = sentences.map { "<p class=\"lead\">\($0)</p>" as Markup }
    let chart = CourseFigures(report: report).overTime(StrideQuantity.speed.id).map { chart -> Markup in
      // Bands need an explanation that is not plain.
      var plain = chart
      plain.references = []
      for k in plain.series.indices { plain.series[k].band = nil }
      return "\(.figure(plain.svg()))<p>\(legend)</p>"
    }
    return """
      <section class="plain"><h1 id="\(report.anchor)">\(report.course.person.name)</h1>
      <p class="soft">\(report.period ?? "")</p>\(words.joined())\(chart ?? .nothing)\(NextWeek(report: report).html())<p>\(caution)</p></section>
      """
  }

  private var legend: String {
    language(
      """
      Each mark is one visit: squares for walking backward, circles for walking forward. Higher is faster. A visit with a \
      pale mark is not compared with the others.
      """)
  }

  private var caution: String {
    language("This page describes how you walked. What it means for you is a question for the person who treats you.")
  }

  private var doubt: String {
    language(
      "The sensors did not show surely which way was forward. On this page, backward and forward may be exchanged.")
  }

  private var sentences: [String] {
    let strides = report.steadyStrides()
    let count = { (direction: Direction) in strides.count { $0.direction == direction } }
    let sessions = report.course.sessions.count
    let (backward, forward) = (count(.backward), count(.forward))
    let visits =
      sessions == 1
      ? language(
        "We measured your walking once: \(backward) double steps backward and \(forward) double steps forward.")
      : language(
        """
        We measured your walking \(sessions) times: \(backward) double steps backward and \(forward) double steps forward.
        """)
    let doubt = OpeningSentences(report: report).isDirectionDoubtful ? [self.doubt] : []
    return [visits] + doubt + [Direction.backward, .forward].flatMap(course) + [toes].compactMap { $0 }
  }

  /// How fast the person walked at the latest visit, and what the visits show of a change.
  private func course(_ direction: Direction) -> [String] {
    let speed = report.trend.measures.first { $0.direction == direction && $0.measure.id == StrideQuantity.speed.id }
    guard let speed, let latest = (speed.trend.runIn + speed.trend.points).last, let name = speed.sessionNames.last,
      let session = report.course.sessions.first(where: { $0.name == name })
    else { return [language("Walking \(language.text(direction.rawValue)) could not be measured.")] }
    let (way, place) = (language.text(direction.rawValue), report.place(of: session))
    let (perSecond, perHour) = (language.fixed(latest.value, 2), language.fixed(latest.value, Self.perHour))
    let now =
      report.isDated
      ? language(
        """
        On \(place) you walked \(way) at \(perSecond) meters per second. That is \(perHour) kilometers per hour.
        """)
      : language(
        """
        In \(place) you walked \(way) at \(perSecond) meters per second. That is \(perHour) kilometers per hour.
        """)
    guard report.course.sessions.count > 1 else { return [now] }
    return [now + " " + change(speed.trend, direction)]
  }

  /// Two speeds stand beside each other here, whatever unit is chosen.
  private static let perHour = PageUnits(speed: .kilometersPerHour)
    .shown(PageUnits.Speed.metersPerSecond.rawValue, decimals: 1)

  private func change(_ trend: Trend, _ direction: Direction) -> String {
    let way = language.text(direction.rawValue)
    guard trend.verdict == .likelyReal, let change = trend.change else {
      return language("These visits cannot show whether your walking \(way) changed.")
    }
    if language.units.speed == .kilometersPerHour {
      let perHour = language.fixed(abs(change), language.speedUnit)
      return language(
        """
        Your walking \(way) became \(ChangeWay.speed(change, in: language)) over \(trend.n, "visit"), by \
        \(perHour) kilometers per hour.
        """)
    }
    return language(
      """
      Your walking \(way) became \(ChangeWay.speed(change, in: language)) over \(trend.n, "visit"), by \
      \(language.fixed(abs(change), 2)) meters per second.
      """)
  }

  /// What touched the ground first in the latest session.
  private var toes: String? {
    guard let session = report.lastSession,
      let share = report.comparison(in: session).measures.first(where: {
        $0.measure.id == StrideQuantity.toeFirst.id
      })?.comparison
    else { return nil }
    let count = { (percent: Double, contacts: Int) in language.fixed(percent / 100 * Double(contacts), 0) }
    let (backward, forward) = (share.backward, share.forward)
    return language(
      """
      When you walked backward, your toes touched the ground first in \(count(backward.mean, backward.strides)) of \
      \(backward.strides) contacts. When you walked forward, in \(count(forward.mean, forward.strides)) of \
      \(forward.strides).
      """)
  }
}
