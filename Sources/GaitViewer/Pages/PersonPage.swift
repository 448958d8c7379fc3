import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import GaitStatistics
import NumberText
import PageLanguage

/// One person's course.
struct PersonPage {
  var course: PersonCourse
  /// With their strides, in the order of time.
  var recordings: [AnalyzedRecording]
  /// Which walking is shown; `nil` for the conditions of most sessions.
  var chosen: WalkConditions?
  var language: Language = .english

  func html() -> Markup {
    let name = course.person.name
    var body: Markup = "<h1>\(name)</h1>\n\(about)"
    var whole = PersonReport(course: course, recordings: recordings)
    whole.language = language
    if let conditions = chosen ?? course.usualConditions {
      let report = conditions == course.usualConditions ? whole : report(of: conditions)
      body += opening(report, conditions) + changes(conditions) + sessionTable(conditions)
      body += SymmetrySection(report: report).html()
      // A plan asks for backward walking under whatever conditions.
      body += DoseSection(report: whole, today: .today).html()
    } else {
      body += "<p class=\"lead\">No session.</p>"
    }
    body += PlanSection(report: whole, today: .today).html()
    return PageFrame(
      title: name, trail: [("People", PageLink(.people)), (name, nil)], body: body + exports
    ).html()
  }

  /// The report of walking under other conditions than the usual ones.
  private func report(of conditions: WalkConditions) -> PersonReport {
    var shown = course
    shown.sessions = course.sessions.compactMap { session in
      guard let walk = session[conditions] else { return nil }
      var session = session
      session.walks = [walk]
      return session
    }
    let names = Set(shown.sessions.map(\.name))
    var report = PersonReport(
      course: shown, recordings: recordings.filter { names.contains($0.summary.session ?? "") })
    report.language = language
    return report
  }

  private func opening(_ report: PersonReport, _ conditions: WalkConditions) -> Markup {
    let charts = OpeningFigures(report: report, hasTables: false).html(
      empty: "No forward or backward stride could be measured.", between: conditionLinks(conditions))
    return "<section aria-label=\"Course\">\(charts)</section>"
  }

  private var about: Markup {
    let person = course.person
    var facts: [Markup] = []
    if let group = person.diagnosisGroup { facts.append("<div><dt>Group</dt><dd>\(group)</dd></div>") }
    if let side = person.affectedSide { facts.append("<div><dt>Affected side</dt><dd>\(side.rawValue)</dd></div>") }
    if let sex = person.sex { facts.append("<div><dt>Sex</dt><dd>\(sex.rawValue)</dd></div>") }
    if let year = person.birthYear { facts.append("<div><dt>Year of birth</dt><dd>\(year)</dd></div>") }
    if let plan = person.plan { facts.append("<div><dt>Plan</dt><dd>\(plan.name)</dd></div>") }
    if let comment = person.comment { facts.append("<div><dt>Notes</dt><dd>\(comment)</dd></div>") }
    let days = course.sessions.compactMap(\.day)
    var period = PlainNumbers.count(course.sessions.count, "session")
    if let first = days.first, let last = days.last {
      period += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    let links: Markup = """
      <a href="\(PageLink(.editPerson, [("person", person.name)]))">Edit</a> \
      <a href="\(PageLink(.editPlan, [("person", person.name)]))">Plan</a> \
      <a href="\(PageLink(.changes, [("person", person.name)]))">Changes</a>
      """
    return """
      <p class="soft">\(period) <span class="exports">\(links)</span></p>\(facts.isEmpty ? .nothing : "<dl class=\"facts\">\(facts.joined(""))</dl>")
      """
  }

  /// Walking under other conditions is not comparable and has charts of its own.
  private func conditionLinks(_ shown: WalkConditions) -> Markup {
    let all = Self.conditions(of: course)
    guard all.count > 1 else { return "<p class=\"soft\">\(shown.label)</p>" }
    let links = all.enumerated().map { k, conditions -> Markup in
      let link = PageLink.person(course.person.name).with("conditions", String(k + 1))
      return .choice(conditions.label, "\(link)", isChosen: conditions == shown)
    }
    return """
      <p class="soft">Walking under different conditions is not compared. Shown:</p>\
      <ul class="choices">\(links.joined(""))</ul>
      """
  }

  /// All conditions of the course in the order of their first session, as the links number them.
  static func conditions(of course: PersonCourse) -> [WalkConditions] {
    course.sessions.flatMap(\.walks).reduce(into: []) { all, walk in
      if !all.contains(walk.conditions) { all.append(walk.conditions) }
    }
  }

  private func sessionTable(_ conditions: WalkConditions) -> Markup {
    let name = course.person.name
    let hasPain = course.sessions.contains { $0.pain != nil }
    let earliest = course.earliestCompared?.name
    let rows = course.sessions.enumerated().map { k, session -> Markup in
      let directions = session[conditions]?.directions ?? [:]
      let cells = TrackedMeasure.prespecified.flatMap { shown in
        [Direction.backward, .forward].map { direction -> Markup in
          let measure = directions[direction]?.measures[shown.id]
          return .cell(.mean(measure, of: shown, in: language))
        }
      }
      let day = session.day?.description ?? "no date"
      let note = note(session, conditions)
      return """
        <tr\(if: !note.isEmpty, " class=\"noted\"")><th scope="row"\(if: !note.isEmpty, " rowspan=\"2\"")>\
        <a href="\(PageLink.session(session.name, of: name))">\(session.name)</a>\
        \(if: day != session.name, " <span class=\"soft\">\(day)</span>")</th>\
        <td class="pick">\(pick("a", session, session.name == earliest && course.sessions.count > 1))\
        \(pick("b", session, k == course.sessions.count - 1))</td>\(cells.joined(""))\
        \(if: hasPain, "<td>\(session.pain.map(PlainNumbers.short) ?? "")</td>")</tr>\
        \(if: !note.isEmpty, noteRow(note, columns: 1 + cells.count + (hasPain ? 1 : 0)))
        """
    }
    let groups = TrackedMeasure.prespecified.map { shown -> Markup in
      .groupHead("\(shown.title), \(shown.shown(in: language).text)", columns: 2)
    }
    let directions = TrackedMeasure.prespecified.flatMap { _ in [Markup.head("backward"), .head("forward")] }
    let table = PageTable(
      .heading("sessions"), attributes: " class=\"sessions\"",
      head: """
        <tr><th scope="col" rowspan="2">Session</th><th scope="col" rowspan="2" class="pick">Compare</th>\
        \(groups.joined(""))\(if: hasPain, "<th scope=\"col\" rowspan=\"2\">Pain</th>")</tr><tr>\(directions.joined(""))</tr>
        """,
      body: "<tbody>\(rows.joined())</tbody>")
    return """
      <section aria-labelledby="sessions"><h2 id="sessions">Sessions</h2>
      <form method="get" action="\(PageLink(.compare))"><input type="hidden" name="person" value="\(name)">
      \(table.markup)
      \(if: course.sessions.count > 1, "<p><button>Compare A and B</button></p>")</form>
      <p class="soft">Means with their 95 % CI.</p></section>
      """
  }

  /// What the sessions say about a change, and how sure that is.
  private func changes(_ conditions: WalkConditions) -> Markup {
    let trend = CourseTrend(course, conditions: conditions)
    let carriedWords =
      "Forward walking compared with the backward walking recorded before. Both change with time; this does not show a cause:"
    let leftWords = "Sessions that are not compared (\(trend.sessions.leftOut.count))"
    let left = trend.sessions.leftOut.map { "<li>\($0.session): \($0.reason.words)</li>" as Markup }
    let carried = trend.carryOver.map { carryOver -> Markup in
      let unit = carryOver.measure.shown(in: language)
      let bounds = carryOver.interval.map {
        " (95 %: \(language.signed($0.lowerBound, unit)) to \(language.signed($0.upperBound, unit)))"
      }
      return """
        <li>Forward, \(carryOver.measure.title.lowercased()): \(language.signed(carryOver.change, unit)) \
        \(unit.text) over \(PlainNumbers.fixed(carryOver.minutes, 1)) min of recorded backward walking\
        \(bounds ?? "")</li>
        """
    }
    return ChangeSection(trend: trend, in: language).html(
      """
      \(if: !carried.isEmpty, "<p>\(carriedWords)</p><ul>\(carried.joined())</ul>")\
      \(if: !left.isEmpty, "<details><summary>\(leftWords)</summary><ul>\(left.joined())</ul></details>")
      """)
  }

  private func pick(_ choice: String, _ session: PersonCourse.Session, _ isChosen: Bool) -> Markup {
    """
    <label><input type="radio" name="\(choice)" value="\(session.name)"\(if: isChosen, " checked")> \
    <span class="wide">\(session.name) as </span>\(choice.uppercased())</label>
    """
  }

  /// What was noted of a session, below its values: a column for it would not fit beside them.
  private func noteRow(_ note: String, columns: Int) -> Markup {
    "<tr class=\"notes\"><td colspan=\"\(columns)\"><div class=\"note\" dir=\"auto\">\(note)</div></td></tr>"
  }

  private func note(_ session: PersonCourse.Session, _ conditions: WalkConditions) -> String {
    var notes: [String] = []
    if session[conditions] == nil {
      notes.append("other conditions: \(session.walks.map(\.conditions.label).joined(separator: "; "))")
    }
    if let comment = session.comment { notes.append(comment) }
    return notes.joined(separator: ". ")
  }

  private var exports: Markup {
    let name = course.person.name
    let links: [Markup] = [
      "<a href=\"\(PageLink(.exportReport, [("person", name)]))\" download>Report (HTML)</a>",
      "<a href=\"\(PageLink(.exportReport, [("person", name), ("for", "file")]))\" download>One page for the file</a>",
      "<a href=\"\(PageLink(.exportReport, [("person", name), ("for", "patient")]))\" download>For the patient</a>",
      "<a href=\"\(PageLink(.exportStrides, [("person", name)]))\" download>All strides (CSV)</a>",
      "<a href=\"\(PageLink(.exportSessions, [("person", name)]))\" download>Sessions (CSV)</a>",
      "<a href=\"\(PageLink(.exportTrends, [("person", name)]))\" download>Means (CSV)</a>",
      "<a href=\"\(PageLink(.exportJSON, [("person", name)]))\" download>Everything (JSON)</a>",
    ]
    return
      "<section aria-labelledby=\"export\"><h2 id=\"export\">Export</h2><p class=\"exports\">\(links.joined(" "))</p></section>"
  }
}
