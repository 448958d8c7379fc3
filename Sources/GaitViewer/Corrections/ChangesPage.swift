import GaitHistory
import GaitPages
import GaitReport
import PageLanguage

/// What was changed of a person.
struct ChangesPage {
  var person: String
  var changes: [StoredChange]
  var formToken: String
  var language: Language = .english

  func html() -> Markup {
    // A move within the person stands once, at the place moved to.
    let rows = changes.filter { $0.fact != .movedTo || $0.otherSubject != person }.map { change -> Markup in
      .row(
        .moment(change.changedAt, in: language),
        [
          .cell("\(place(change))\(if: change.canBeUndone, undo(change))"),
          .cell("\(language.text(change.fact.title))"),
          .cell(value(change.before, of: change)),
          .cell(after(change)),
        ])
    }
    let table = PageTable(
      .label(language("Changes")), attributes: " class=\"kept\"",
      heads: [
        .head(language("When")), .head(language("Of")), .head(language("What")), .head(language("Before")),
        .head(language("After")),
      ], rows: rows)
    let canRestore = changes.contains { $0.canBeRestored }
    let restore: Markup = "<p><a href=\"\(PageLink(.removed))\">\(language("Restore what was removed"))</a></p>"
    let title = language("Changes of \(person)")
    let about = language(
      """
      What was corrected, moved, removed or restored, and when. Who did it is not recorded. The latest name and the latest \
      move can be undone.
      """)
    let body: Markup = """
      <h1>\(title)</h1>
      <p>\(about)</p>
      \(if: canRestore, restore)
      \(changes.isEmpty ? "<p class=\"lead\">\(language("Nothing was changed."))</p>" : table.markup)
      """
    return PageFrame(
      title: title,
      trail: [
        (language("People"), PageLink(.people)), (person, .person(person)), (language("Changes"), nil),
      ],
      body: body, language: language
    ).html()
  }

  private func place(_ change: StoredChange) -> String {
    switch (change.recording, change.session) {
    case (let recording?, let session?): language("recording \(recording) of session \(session)")
    case (let recording?, nil): language("recording \(recording)")
    case (nil, let session?): language("session \(session)")
    case (nil, nil): language("the person")
    }
  }

  private func value(_ text: String?, of change: StoredChange) -> Markup {
    switch change.fact {
    case .movedTo, .movedFrom, .removed, .restored, .erased: .nothing
    default:
      text.map { Markup(text: words($0, of: change.fact)) }
        ?? "<span class=\"soft\">\(nothing(of: change.fact))</span>"
    }
  }

  /// Stands where there was nothing, or is nothing now.
  private func nothing(of fact: CorrectedFact) -> String {
    switch fact {
    case .plan: language("no plan")
    case .goal: language("no goal")
    case .prescription: language("no prescription")
    default: language("not stated")
    }
  }

  /// A plan stands in the list in words, what a person chose or counted in the language, everything else as it was written.
  private func words(_ text: String, of fact: CorrectedFact) -> String {
    switch fact {
    case .plan: TrainingPlan(json: text)?.inWords(in: language) ?? text
    // `backward speed 0.9 m/s`
    case .affectedSide, .sex, .surface, .goal: language.text(text)
    case .pain, .inclinePercent: language.number(text)
    case .startedAt: moment(text)
    // `2026-11-30: 10 min by the rail`
    case .prescription: language.date(String(text.prefix(10))) + text.dropFirst(10)
    default: text
    }
  }

  /// A day, or a day and a time with all that was written of it: `2026-09-08T09:30:12Z`.
  private func moment(_ text: String) -> String {
    let day = String(text.prefix(10))
    guard language.date(day) != day else { return text }
    let time = text.dropFirst(10).replacing("T", with: " ").replacing("Z", with: " UTC")
    return language.date(day) + time
  }

  /// What stands there now; of a move the other person, and of a recording's move the other session.
  private func after(_ change: StoredChange) -> Markup {
    guard [.movedTo, .movedFrom].contains(change.fact) else { return value(change.after, of: change) }
    let other = change.otherSubject.map { name -> Markup in
      name == person ? .nothing : "<a href=\"\(PageLink(.changes, [("person", name)]))\">\(name)</a>"
    }
    let session = change.otherSession.map { name -> Markup in "\(language("session \(name)"))" }
    let erased: Markup = "\(language("a person who was erased"))"
    return [other ?? erased, session].compactMap { $0 }.filter { !$0.isEmpty }.joined(", ")
  }

  private func undo(_ change: StoredChange) -> Markup {
    let what = language.text(change.fact.title)
    return PostForm(link: PageLink(.undo), formToken: formToken, hidden: [("id", String(change.id))])
      .button(language("Undo"), label: language("Undo: \(what) of \(place(change)), \(moment(change.changedAt))"))
  }
}
