import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import GaitStatistics
import PageLanguage

/// Two sessions of a person side by side.
struct ComparisonPage {
  var course: PersonCourse
  var a: PersonCourse.Session
  var b: PersonCourse.Session
  var language: Language = .english

  func html() -> Markup {
    let name = course.person.name
    let shared = a.walks.map(\.conditions).filter { b[$0] != nil }
    var body: Markup = """
      <h1>\(language("\(a.name) and \(b.name)"))</h1><p class="soft">\(name)</p>
      \(chooser)
      """
    if shared.isEmpty {
      body += """
        <p class="lead">\(differ)</p>
        """
    }
    let runIn = CourseTrend(course).runIn
    for session in [a, b] where runIn.contains(session.name) {
      body += """
        <p>\(learning(session))</p>
        """
    }
    for conditions in shared { body += table(conditions) }
    if !shared.isEmpty {
      body += "<p class=\"soft\">\(note)</p>"
    }
    return PageFrame(
      title: language("\(a.name) and \(b.name) of \(name)"),
      trail: [(language("People"), PageLink(.people)), (name, .person(name)), (language("Comparison"), nil)],
      body: body, language: language
    ).html()
  }

  private var differ: String {
    language(
      """
      The two sessions cannot be compared: in \(a.name) the conditions were \(words(a)), in \(b.name) \(words(b)).
      """)
  }

  private func learning(_ session: PersonCourse.Session) -> String {
    language(
      """
      \(session.name) is one of the first sessions, a run-in in which people learn the task. A change since then may be \
      learning.
      """)
  }

  private var note: String {
    language(
      """
      Means with their 95 % CI. The interval of a difference covers how strides vary within the two sessions, not how a \
      person varies from day to day. The smallest detectable change covers that: two sessions of a person who does not \
      change differ by less than it in 95 of 100 pairs. It is borrowed from studies if the person’s own sessions are too few.
      """)
  }

  private func words(_ session: PersonCourse.Session) -> String {
    let labels = session.walks.map { $0.conditions.label(in: language) }
    return labels.isEmpty ? language("not known") : labels.joined(separator: " \(language("and")) ")
  }

  private var chooser: Markup {
    let options = { (chosen: String) in
      course.sessions.map { session -> Markup in
        "<option\(if: session.name == chosen, " selected") value=\"\(session.name)\">\(session.name)</option>"
      }.joined("")
    }
    return """
      <form class="search" method="get" action="\(PageLink(.compare))">
      <input type="hidden" name="person" value="\(course.person.name)">
      <label>A <select name="a">\(options(a.name))</select></label>
      <label>B <select name="b">\(options(b.name))</select></label><button>\(language("Compare"))</button></form>
      """
  }

  /// All that a walk has a mean of.
  private var measures: [(id: String, head: Markup, unit: ShownUnit)] {
    StrideQuantity.all.filter { $0.mean != nil }.map { ($0.id, $0.head(in: language), $0.shown(in: language)) }
      + TrackedMeasure.ofWalks.map { ($0.id, $0.head(in: language), $0.shown(in: language)) }
  }

  private func table(_ conditions: WalkConditions) -> Markup {
    let trend = CourseTrend(course, conditions: conditions)
    let rows = [Direction.backward, .forward].map { direction -> Markup in
      let (x, y) = (a[conditions]?.directions[direction], b[conditions]?.directions[direction])
      let changes = SessionChange.all(direction, from: x, to: y, trend: trend, group: course.person.diagnosisGroup)
      let measures = self.measures.compactMap { id, head, unit -> Markup? in
        let (first, second) = (x?.measures[id], y?.measures[id])
        guard first != nil || second != nil else { return nil }
        return .row(
          head,
          [
            .cell(.mean(first, unit, of: id, in: language)), .cell(.mean(second, unit, of: id, in: language)),
            .cell(difference(first, second, unit)),
          ] + judgment(changes[id], first != nil && second != nil, unit))
      }
      guard !measures.isEmpty else { return .nothing }
      return """
        <tbody><tr><th scope="rowgroup" colspan="6" class="group">\
        \(group(direction, x?.strides ?? 0, y?.strides ?? 0))</th></tr>\(measures.joined())</tbody>
        """
    }
    let heads =
      [language("Measure"), a.name, b.name, language("Difference"), language("What it means")].map(Markup.head)
      .joined("") + .numberHead(language("Smallest detectable"))
    let label = conditions.label(in: language)
    let table = PageTable(
      .label(language("Comparison, \(label)")), attributes: " class=\"pair\"", head: "<tr>\(heads)</tr>",
      body: rows.joined())
    return "<section><h2>\(label)</h2>\(table.markup)</section>"
  }

  private func group(_ direction: Direction, _ first: Int, _ second: Int) -> String {
    language("\(language.text(direction.rawValue)): \(first) and \(second) strides")
  }

  /// The difference against what measurement error explains.
  ///
  /// - Parameter areBoth: Whether both sessions have the measure.
  private func judgment(_ change: SessionChange?, _ areBoth: Bool, _ unit: ShownUnit) -> [Markup] {
    guard let change else {
      let unknown = "<td class=\"note\">\(SessionChange.unknown(in: language))</td>" as Markup
      return [areBoth ? unknown : .cell(.dash), .number(.dash)]
    }
    return [
      "<td class=\"note\">\(change.words(in: language))</td>", .number(change.minimalDetectable, unit, in: language),
    ]
  }

  private func difference(
    _ x: PersonCourse.SessionMeasure?, _ y: PersonCourse.SessionMeasure?, _ unit: ShownUnit
  ) -> Markup {
    guard let x, let y else { return .dash }
    let change = y.change(from: x)
    return .change(change.value, change.interval, unit, in: language)
  }
}

extension PersonCourse {
  /// The session that a comparison begins with unless another is chosen: the first after the run-in, if another follows.
  var earliestCompared: Session? {
    let runIn = CourseTrend(self).runIn
    let counted = sessions.filter { !runIn.contains($0.name) }
    return counted.count > 1 ? counted[0] : sessions.first
  }
}
