import GaitHistory
import GaitModel
import GaitPages
import GaitReport
import PageLanguage

/// Where a person's plan, goals and the prescription of a week are set. One form holds all of it, so that nothing that was
/// typed is lost by saving another part.
struct PlanForm {
  /// As text, as the form shows and sends it.
  private var values: [String: String]
  /// The person's name in the store.
  let person: String
  private let id: String
  private let revision: String
  /// The Monday of the prescription that is edited; empty for a new one.
  private let editedWeek: String
  /// With the units of the goals.
  private let language: Language

  private static let names =
    ["plan_name", "start", "weeks", "sessions", "minutes", "last_minutes", "week_minutes", "week", "text"]
    + GoalKind.allCases.map(field)

  private static func field(_ kind: GoalKind) -> String { "goal_\(kind.rawValue.replacing(":", with: "_"))" }

  /// Of the training as it is.
  ///
  /// - Parameters:
  ///   - week: Which week's prescription is shown; of next week where `nil`.
  ///   - preset: The plan that is filled in, if another one than the person's.
  init(
    _ seen: Editable<TrainingFacts>, of person: String, week: CalendarDay?, preset: TrainingPlan? = nil,
    today: CalendarDay?, language: Language
  ) {
    self.person = person
    self.language = language
    id = String(seen.id)
    revision = String(seen.revision)
    let plan = PlanText(preset ?? seen.facts.plan)
    let week = week?.monday ?? today?.nextMonday
    let prescription = seen.facts.prescriptions.first { $0.week == week }
    editedWeek = prescription?.week.description ?? ""
    values = [
      // A plan with a name begins on the day that was set before.
      "plan_name": plan.name, "start": plan.start.nonEmpty ?? PlanText(seen.facts.plan).start, "weeks": plan.weeks,
      "sessions": plan.sessionsPerWeek, "minutes": plan.minutesPerSession, "last_minutes": plan.lastMinutesPerSession,
      "week_minutes": plan.minutesPerWeek, "week": week?.description ?? "", "text": prescription?.text ?? "",
    ]
    for kind in GoalKind.allCases {
      let field = GoalField(kind: kind, language: language)
      values[Self.field(kind)] = seen.facts.goals[kind].map(field.text) ?? ""
    }
  }

  /// As it was sent, in the units of the page that it was sent from.
  init(_ form: QueryParameters, language: Language) {
    self.language = language.with(LanguageCookie.units(speed: form["speed_unit"], length: form["length_unit"]))
    person = form["person"] ?? ""
    id = form["row"] ?? ""
    revision = form["revision"] ?? ""
    editedWeek = form["edited_week"] ?? ""
    values = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, form[$0] ?? "") })
  }

  /// Whether it was made of the training as it is now.
  func isOf(_ seen: Editable<TrainingFacts>) -> Bool { id == String(seen.id) && revision == String(seen.revision) }

  /// How the training shall be.
  ///
  /// - Throws: `HistoryError.outOfRange` where a field cannot be read, or its value cannot be.
  func facts(_ seen: Editable<TrainingFacts>) throws(HistoryError) -> TrainingFacts {
    var facts = seen.facts
    var plan = PlanText()
    plan.name = value("plan_name")
    plan.start = value("start")
    plan.weeks = value("weeks")
    plan.sessionsPerWeek = value("sessions")
    plan.minutesPerSession = value("minutes")
    plan.lastMinutesPerSession = value("last_minutes")
    plan.minutesPerWeek = value("week_minutes")
    facts.plan = plan == PlanText(facts.plan) ? facts.plan : try plan.plan()
    for kind in GoalKind.allCases {
      let field = GoalField(kind: kind, language: language)
      facts.goals[kind] = try field.value(value(Self.field(kind)), seen: seen.facts.goals[kind])
    }
    facts.prescriptions.removeAll { $0.week.description == editedWeek }
    if let text = value("text").nonEmpty {
      guard let day = CalendarDay(value("week")) else {
        throw .outOfRange("week", found: value("week"), expected: "a day of the week, such as 2026-11-30")
      }
      facts.prescriptions.append(try Prescription(week: day, text: text))
      facts.prescriptions.sort { $0.week < $1.week }
    }
    return facts
  }

  private func value(_ name: String) -> String { values[name] ?? "" }

  private func field(_ name: String, _ title: String) -> FormField { FormField(name, title, value(name)) }

  private func amount(_ name: String, _ title: String) -> Markup {
    field(name, title).input(attributes: " size=\"8\" maxlength=\"24\"")
  }

  /// - Parameter seen: The training as it is, for the list of what is prescribed.
  func html(_ seen: Editable<TrainingFacts>, formToken: String, problem: String? = nil) -> Markup {
    let form = PostForm(
      link: PageLink(.correctPlan), formToken: formToken,
      hidden: [
        ("person", person), ("row", id), ("revision", revision), ("edited_week", editedWeek),
        ("speed_unit", language.units.speed.rawValue), ("length_unit", language.units.length.rawValue),
      ]
    ).html(
      """
      <fieldset><legend>\(language("Plan of backward walking"))</legend>\(presets)
      <div class="fields">
      \(field("start", language("First day")).input(type: "date"))
      \(field("weeks", language("Weeks")).input(attributes: " inputmode=\"numeric\" maxlength=\"3\" size=\"6\""))
      \(amount("sessions", language("Sessions per week")))
      \(amount("minutes", language("Minutes per session")))
      \(amount("last_minutes", language("Minutes per session in the last week")))
      \(amount("week_minutes", language("Or minutes per week")))
      \(field("plan_name", language("Name (optional)")).input(attributes: " maxlength=\"200\""))
      </div><p class="soft">\(aboutAmounts)</p></fieldset>
      <fieldset><legend>\(language("Goals"))</legend><div class="fields">\(goals.joined())</div>
      <p class="soft">\(language("The charts show a goal as a thin line. An empty field is no goal."))</p></fieldset>
      <fieldset><legend>\(legend)</legend><div class="fields">
      \(field("week", language("The week of")).input(type: "date", attributes: " aria-describedby=\"about-week\""))
      \(field("text", language("Text")).lines(attributes: " dir=\"auto\" maxlength=\"\(Prescription.longestText)\""))
      </div><p class="soft" id="about-week">\(aboutWeeks)</p>\(anotherWeek(seen))</fieldset>
      <p class="soft">\(language("A former text stays in the list of changes until the person is erased."))</p>
      <p><button>\(language("Save"))</button></p>
      """)
    let title = language("Plan of \(person)")
    return PageFrame(
      title: title,
      trail: [(language("People"), PageLink(.people)), (person, .person(person)), (language("Plan"), nil)],
      body: """
        <h1>\(title)</h1>
        \(FormProblem(sentence: problem).markup)
        \(form)\(weeks(seen))
        """, language: language
    ).html()
  }

  private var aboutAmounts: String {
    language(
      """
      An amount is a number, or a range such as 2-3. Without a first day, the first session is it. To remove the plan, \
      empty all its fields.
      """)
  }

  private var aboutWeeks: String {
    language(
      """
      A week is from Monday to Sunday. Choose any of its days. To remove a prescription, empty its text. The report shows \
      it.
      """)
  }

  /// Links that fill in plans from studies.
  private var presets: Markup {
    let links = TrainingPlan.presets.sorted { $0.key < $1.key }.map { key, plan -> Markup in
      "<a href=\"\(PageLink(.editPlan, [("person", person), ("preset", key)]))\">\(language.text(plan.name))</a>"
    }
    return "<p class=\"soft\">\(language("Fill in a plan from a study:")) \(links.joined("; "))</p>"
  }

  private var goals: [Markup] {
    GoalKind.allCases.map { kind in
      let field = field(Self.field(kind), GoalField(kind: kind, language: language).title)
      return field.input(attributes: " inputmode=\"decimal\" maxlength=\"12\" size=\"8\"")
    }
  }

  private var legend: String {
    editedWeek.isEmpty ? language("New prescription") : language("Prescription of \(language.date(editedWeek))")
  }

  /// Beside a prescription that is edited, a link to the next week that has none: another date would move the text.
  private func anotherWeek(_ seen: Editable<TrainingFacts>) -> Markup {
    guard var week = CalendarDay(editedWeek)?.nextMonday else { return .nothing }
    let taken = Set(seen.facts.prescriptions.map(\.week))
    while taken.contains(week), week < week.nextMonday { week = week.nextMonday }
    let link = PageLink(.editPlan, [("person", person), ("week", week.description)])
    let title = language("New prescription for the week of \(language.date(week.description))")
    return "<p><a href=\"\(link)\">\(title)</a></p>"
  }

  /// All prescriptions in the order of weeks, each with a link that opens it.
  private func weeks(_ seen: Editable<TrainingFacts>) -> Markup {
    let all = seen.facts.prescriptions
    guard !all.isEmpty else { return .nothing }
    let rows = all.map { prescription -> Markup in
      let week = prescription.week.description
      let link = PageLink(.editPlan, [("person", person), ("week", week)])
      return .row(
        "<a href=\"\(link)\">\(language.date(week))</a>",
        [.cell("<div class=\"written\" dir=\"auto\">\(prescription.text)</div>")])
    }
    let table = PageTable(
      .heading("weeks"), attributes: " class=\"dates weeks\"",
      heads: [.head(language("Week from")), .head(language("Prescribed"))], rows: rows)
    return """
      <section aria-labelledby="weeks"><h2 id="weeks">\(language("Prescriptions"))</h2>
      \(table.markup)<p class="soft">\(language("Open a week to change its text."))</p></section>
      """
  }
}
