import GaitHistory
import GaitPages
import NumberText

/// What was removed, to be restored or erased.
struct RemovedPage {
  var removals: [Removal]
  var formToken: String

  static let title = "Removed"

  func html() -> Markup {
    let rows = removals.map { removal -> Markup in
      .row(
        "\(name(removal))",
        [
          // Second, so that it is in sight on a narrow screen.
          .cell(restore(removal)), .cell("\(removal.kind == .person ? "" : removal.subject)"),
          .number(removal.recordings), .number(removal.strides), .cell(.moment(removal.removedAt)),
          .cell(erase(removal)),
        ])
    }
    let table = PageTable(
      .label(Self.title), attributes: " class=\"kept\"",
      heads: [
        .head("What"), .head(""), .head("Person"), .numberHead("Recordings"), .numberHead("Strides"),
        .head("Removed on"), .head(""),
      ], rows: rows)
    let body: Markup = """
      <h1>\(Self.title)</h1>
      <p>What stands here counts nowhere: not on pages, in reports or in exports.</p>
      \(removals.isEmpty ? "<p class=\"lead\">Nothing is removed.</p>" : table.markup)
      """
    return PageFrame(
      title: Self.title, trail: [("People", PageLink(.people)), (Self.title, nil)], body: body
    ).html()
  }

  private func name(_ removal: Removal) -> String {
    switch removal.kind {
    case .person: "Person \(removal.subject)"
    case .session: "Session \(removal.session ?? "")"
    case .recording: "Recording \(removal.recording ?? "") of session \(removal.session ?? "")"
    }
  }

  private func restore(_ removal: Removal) -> Markup {
    PostForm(link: PageLink(.restore), formToken: formToken, hidden: [("id", String(removal.id))])
      .button("Restore", label: "Restore \(name(removal))")
  }

  private func erase(_ removal: Removal) -> Markup {
    let form = PostForm(link: PageLink(.erase), formToken: formToken, hidden: [("id", String(removal.id))])
    return """
      <details><summary>Erase …</summary><p>This cannot be undone. Backups still hold it.</p>\
      \(form.button("Erase for good", label: "Erase \(name(removal)) for good"))</details>
      """
  }
}

extension Markup {
  /// A moment such as `2026-11-21T08:00:00Z`, to the minute.
  static func moment(_ text: String) -> Markup {
    let parts = text.split(separator: "T", maxSplits: 1)
    let time = parts.count > 1 ? " \(parts[1].prefix(5))\(text.hasSuffix("Z") ? " UTC" : "")" : ""
    return "<time datetime=\"\(text)\">\(String(parts.first ?? ""))\(time)</time>"
  }
}
