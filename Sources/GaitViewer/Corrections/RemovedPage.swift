import GaitHistory
import GaitPages
import PageLanguage

/// What was removed, to be restored or erased.
struct RemovedPage {
  var removals: [Removal]
  var formToken: String
  var language: Language = .english

  func html() -> Markup {
    let title = language("Removed")
    let rows = removals.map { removal -> Markup in
      .row(
        "\(name(removal))",
        [
          // Second, so that it is in sight on a narrow screen.
          .cell(restore(removal)), .cell("\(removal.kind == .person ? "" : removal.subject)"),
          .number(removal.recordings), .number(removal.strides), .cell(.moment(removal.removedAt, in: language)),
          .cell(erase(removal)),
        ])
    }
    let table = PageTable(
      .label(title), attributes: " class=\"kept\"",
      heads: [
        .head(language("What")), .head(""), .head(language("Person")), .numberHead(language("Recordings")),
        .numberHead(language("Strides")), .head(language("Removed on")), .head(""),
      ], rows: rows)
    let body: Markup = """
      <h1>\(title)</h1>
      <p>\(language("What stands here counts nowhere: not on pages, in reports or in exports."))</p>
      \(removals.isEmpty ? "<p class=\"lead\">\(language("Nothing is removed."))</p>" : table.markup)
      """
    return PageFrame(
      title: title, trail: [(language("People"), PageLink(.people)), (title, nil)], body: body, language: language
    ).html()
  }

  private func name(_ removal: Removal) -> String {
    switch removal.kind {
    case .person: language("Person \(removal.subject)")
    case .session: language("Session \(removal.session ?? "")")
    case .recording: language("Recording \(removal.recording ?? "") of session \(removal.session ?? "")")
    }
  }

  private func restore(_ removal: Removal) -> Markup {
    PostForm(link: PageLink(.restore), formToken: formToken, hidden: [("id", String(removal.id))])
      .button(language("Restore"), label: language("Restore \(name(removal))"))
  }

  private func erase(_ removal: Removal) -> Markup {
    let form = PostForm(link: PageLink(.erase), formToken: formToken, hidden: [("id", String(removal.id))])
    return """
      <details><summary>\(language("Erase …"))</summary>\
      <p>\(language("This cannot be undone. Backups still hold it."))</p>\
      \(form.button(language("Erase for good"), label: language("Erase \(name(removal)) for good")))</details>
      """
  }
}

extension Markup {
  /// A moment such as `2026-11-21T08:00:00Z`, to the minute.
  static func moment(_ text: String, in language: Language) -> Markup {
    let parts = text.split(separator: "T", maxSplits: 1)
    let time = parts.count > 1 ? " \(parts[1].prefix(5))\(text.hasSuffix("Z") ? " UTC" : "")" : ""
    return "<time datetime=\"\(text)\">\(language.date(String(parts.first ?? "")))\(time)</time>"
  }
}
