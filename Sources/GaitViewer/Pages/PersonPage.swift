import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import GaitStatistics
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
      body += "<p class=\"lead\">\(language("No session."))</p>"
    }
    body += PlanSection(report: whole, today: .today).html()
    return PageFrame(
      title: name, trail: [(language("People"), PageLink(.people)), (name, nil)], body: body + exports,
      language: language
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
      empty: language("No forward or backward stride could be measured."), between: conditionLinks(conditions))
    return "<section aria-label=\"\(language("Course"))\">\(charts)</section>"
  }

  private var about: Markup {
    let person = course.person
    let known: [(title: String, value: String?)] = [
      (language("Group"), person.diagnosisGroup),
      (language("Affected side"), person.affectedSide.map { language.text($0.rawValue) }),
      (language("Sex"), person.sex.map { language.text($0.rawValue) }),
      (language("Year of birth"), person.birthYear.map(String.init)),
      (language("Plan"), person.plan.map { $0.hasOwnName ? $0.name : $0.inNumbers(in: language) }),
      (language("Notes"), person.comment),
    ]
    let facts = known.compactMap { title, value -> Markup? in
      value.map { "<div><dt>\(title)</dt><dd>\($0)</dd></div>" }
    }
    let days = course.sessions.compactMap(\.day).map { language.date($0.description) }
    var period = language("\(course.sessions.count, "session")")
    if let first = days.first, let last = days.last {
      period += ", " + (first == last ? first : language("\(first) to \(last)"))
    }
    let links: Markup = """
      <a href="\(PageLink(.editPerson, [("person", person.name)]))">\(language("Edit"))</a> \
      <a href="\(PageLink(.editPlan, [("person", person.name)]))">\(language("Plan"))</a> \
      <a href="\(PageLink(.changes, [("person", person.name)]))">\(language("Changes"))</a>
      """
    return """
      <p class="soft">\(period) <span class="exports">\(links)</span></p>\(facts.isEmpty ? .nothing : "<dl class=\"facts\">\(facts.joined(""))</dl>")
      """
  }

  /// Walking under other conditions is not comparable and has charts of its own.
  private func conditionLinks(_ shown: WalkConditions) -> Markup {
    let all = Self.conditions(of: course)
    guard all.count > 1 else { return "<p class=\"soft\">\(shown.label(in: language))</p>" }
    let links = all.enumerated().map { k, conditions -> Markup in
      let link = PageLink.person(course.person.name).with("conditions", String(k + 1))
      return .choice(conditions.label(in: language), "\(link)", isChosen: conditions == shown)
    }
    return """
      <p class="soft">\(language("Walking under different conditions is not compared. Shown:"))</p>\
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
      let file = session.day?.description
      let day = file.map(language.date) ?? language("no date")
      let note = note(session, conditions)
      return """
        <tr\(if: !note.isEmpty, " class=\"noted\"")><th scope="row"\(if: !note.isEmpty, " rowspan=\"2\"")>\
        <a href="\(PageLink.session(session.name, of: name))">\(session.name)</a>\
        \(if: file != session.name, " <span class=\"soft\">\(day)</span>")</th>\
        <td class="pick">\(pick("a", session, session.name == earliest && course.sessions.count > 1))\
        \(pick("b", session, k == course.sessions.count - 1))</td>\(cells.joined(""))\
        \(if: hasPain, "<td>\(session.pain.map(language.short) ?? "")</td>")</tr>\
        \(if: !note.isEmpty, noteRow(note, columns: 1 + cells.count + (hasPain ? 1 : 0)))
        """
    }
    let groups = TrackedMeasure.prespecified.map { shown -> Markup in
      .groupHead("\(language.text(shown.title)), \(shown.shown(in: language).text)", columns: 2)
    }
    let directions = TrackedMeasure.prespecified.flatMap { _ in
      [Markup.head(language("backward")), .head(language("forward"))]
    }
    let pain: Markup = "<th scope=\"col\" rowspan=\"2\">\(language("Pain"))</th>"
    let table = PageTable(
      .heading("sessions"), attributes: " class=\"sessions\"",
      head: """
        <tr><th scope="col" rowspan="2">\(language("Session"))</th>\
        <th scope="col" rowspan="2" class="pick">\(language("Compare"))</th>\
        \(groups.joined(""))\(if: hasPain, pain)</tr><tr>\(directions.joined(""))</tr>
        """,
      body: "<tbody>\(rows.joined())</tbody>")
    return """
      <section aria-labelledby="sessions"><h2 id="sessions">\(language("Sessions"))</h2>
      <form method="get" action="\(PageLink(.compare))"><input type="hidden" name="person" value="\(name)">
      \(table.markup)
      \(if: course.sessions.count > 1, "<p><button>\(language("Compare A and B"))</button></p>")</form>
      <p class="soft">\(language("Means with their 95 % CI."))</p></section>
      """
  }

  /// What the sessions say about a change, and how sure that is.
  private func changes(_ conditions: WalkConditions) -> Markup {
    let trend = CourseTrend(course, conditions: conditions)
    let carriedWords = language(
      """
      Forward walking compared with the backward walking recorded before. Both change with time; this does not show a cause:
      """)
    let leftWords = language("Sessions that are not compared (\(trend.sessions.leftOut.count))")
    let left = trend.sessions.leftOut.map { "<li>\($0.session): \(language.text($0.reason.words))</li>" as Markup }
    let carried = trend.carryOver.map { carryOver -> Markup in
      let unit = carryOver.measure.shown(in: language)
      let bounds = carryOver.interval.map {
        let (low, high) = (language.signed($0.lowerBound, unit), language.signed($0.upperBound, unit))
        return " (95 %: \(language("\(low) to \(high)")))"
      }
      let change = "\(language.signed(carryOver.change, unit)) \(unit.text)"
      let words = language(
        """
        Forward, \(language.inSentence(carryOver.measure.title)): \(change) over \
        \(language.fixed(carryOver.minutes, 1)) min of recorded backward walking
        """)
      return "<li>\(words)\(bounds ?? "")</li>"
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
    <span class="wide">\(language("\(session.name) as")) </span>\(choice.uppercased())</label>
    """
  }

  /// What was noted of a session, below its values: a column for it would not fit beside them.
  private func noteRow(_ note: String, columns: Int) -> Markup {
    "<tr class=\"notes\"><td colspan=\"\(columns)\"><div class=\"note\" dir=\"auto\">\(note)</div></td></tr>"
  }

  private func note(_ session: PersonCourse.Session, _ conditions: WalkConditions) -> String {
    var notes: [String] = []
    if session[conditions] == nil {
      let conditions = session.walks.map { $0.conditions.label(in: language) }.joined(separator: "; ")
      notes.append(language("other conditions: \(conditions)"))
    }
    if let comment = session.comment { notes.append(comment) }
    return notes.joined(separator: ". ")
  }

  private var exports: Markup {
    let name = course.person.name
    let files: [(path: PageLink.Path, audience: String?, words: String)] = [
      (.exportReport, nil, language("Report (HTML)")),
      (.exportReport, "file", language("One page for the file")),
      (.exportReport, "patient", language("For the patient")),
      (.exportStrides, nil, language("All strides (CSV)")),
      (.exportSessions, nil, language("Sessions (CSV)")),
      (.exportTrends, nil, language("Means (CSV)")),
      (.exportJSON, nil, language("Everything (JSON)")),
    ]
    let links = files.map { path, audience, words -> Markup in
      "<a href=\"\(PageLink(path, [("person", name), ("for", audience)]))\" download>\(words)</a>"
    }
    return """
      <section aria-labelledby="export"><h2 id="export">\(language("Export"))</h2>\
      <p class="exports">\(links.joined(" "))</p></section>
      """
  }
}
