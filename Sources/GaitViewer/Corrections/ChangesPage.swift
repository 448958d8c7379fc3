import GaitHistory
import GaitPages

/// What was changed of a person.
struct ChangesPage {
  var person: String
  var changes: [StoredChange]
  var formToken: String

  func html() -> Markup {
    // A move within the person stands once, at the place moved to.
    let rows = changes.filter { $0.fact != .movedTo || $0.otherSubject != person }.map { change -> Markup in
      .row(
        .moment(change.changedAt),
        [
          .cell("\(place(change))\(if: change.canBeUndone, undo(change))"), .cell("\(change.fact.title)"),
          .cell(Self.value(change.before, of: change)),
          .cell(after(change)),
        ])
    }
    let table = PageTable(
      .label("Changes"), attributes: " class=\"kept\"",
      heads: [.head("When"), .head("Of"), .head("What"), .head("Before"), .head("After")], rows: rows)
    let canRestore = changes.contains { $0.canBeRestored }
    let restore: Markup = "<p><a href=\"\(PageLink(.removed))\">Restore what was removed</a></p>"
    let body: Markup = """
      <h1>Changes of \(person)</h1>
      <p>What was corrected, moved, removed or restored, and when. Who did it is not recorded. The latest name and the latest \
      move can be undone.</p>
      \(if: canRestore, restore)
      \(changes.isEmpty ? "<p class=\"lead\">Nothing was changed.</p>" : table.markup)
      """
    return PageFrame(
      title: "Changes of \(person)",
      trail: [("People", PageLink(.people)), (person, .person(person)), ("Changes", nil)],
      body: body
    ).html()
  }

  private func place(_ change: StoredChange) -> String {
    var parts: [String] = []
    if let recording = change.recording { parts.append("recording \(recording)") }
    if let session = change.session { parts.append("session \(session)") }
    return parts.isEmpty ? "the person" : parts.joined(separator: " of ")
  }

  private static func value(_ text: String?, of change: StoredChange) -> Markup {
    switch change.fact {
    case .movedTo, .movedFrom, .removed, .restored, .erased: .nothing
    case .plan, .goal, .prescription:
      text.map { Markup(text: words($0, of: change.fact)) } ?? "<span class=\"soft\">none</span>"
    default: text.map(Markup.init(text:)) ?? "<span class=\"soft\">not stated</span>"
    }
  }

  /// A plan stands in the list in words, everything else as it was written.
  private static func words(_ text: String, of fact: CorrectedFact) -> String {
    fact == .plan ? TrainingPlan(json: text)?.inWords ?? text : text
  }

  /// What stands there now; of a move the other person, and of a recording's move the other session.
  private func after(_ change: StoredChange) -> Markup {
    guard [.movedTo, .movedFrom].contains(change.fact) else { return Self.value(change.after, of: change) }
    let other = change.otherSubject.map { name -> Markup in
      name == person ? .nothing : "<a href=\"\(PageLink(.changes, [("person", name)]))\">\(name)</a>"
    }
    let session = change.otherSession.map { name -> Markup in "session \(name)" }
    return [other ?? "a person who was erased", session].compactMap { $0 }.filter { !$0.isEmpty }.joined(", ")
  }

  private func undo(_ change: StoredChange) -> Markup {
    PostForm(link: PageLink(.undo), formToken: formToken, hidden: [("id", String(change.id))])
      .button("Undo", label: "Undo: \(change.fact.title) of \(place(change)), \(change.changedAt)")
  }
}
