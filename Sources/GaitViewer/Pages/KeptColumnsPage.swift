import GaitHistory
import GaitPages
import PageLanguage

/// What was said of the columns of tables and is kept for the next of them.
struct KeptColumnsPage {
  var layouts: [KeptLayout]
  var formToken: String
  var language: Language = .english

  func html() -> Markup {
    let rows = layouts.map { layout -> Markup in
      .row(
        "\(layout.names.joined(separator: ", "))",
        [
          "<td class=\"note\"><code>\(layout.mapping)</code></td>",
          .cell("\(language.date(String(layout.keptAt.prefix(10))))"),
          .cell(forget(layout)),
        ])
    }
    let title = language("Kept columns")
    let heads: [Markup] = [
      .head(language("Columns")), .head(language("Read as")), .head(language("Kept on")), .head(""),
    ]
    let table = PageTable(.label(title), attributes: " class=\"kept\"", heads: heads, rows: rows)
    let about = language(
      """
      Tables with exactly these column names are read with these settings, which override format detection. If you forget \
      a setting, recordings that were read with it stay in the store.
      """)
    let body: Markup = """
      <h1>\(title)</h1>
      <p>\(about)</p>
      \(layouts.isEmpty ? "<p class=\"lead\">\(language("Nothing is kept."))</p>" : table.markup)
      """
    return PageFrame(
      title: title,
      trail: [
        (language("People"), PageLink(.people)), (language("Add recordings"), PageLink(.upload)), (title, nil),
      ], body: body, language: language
    ).html()
  }

  private func forget(_ layout: KeptLayout) -> Markup {
    let id = String(layout.id)
    let label = language("Forget \(layout.names.prefix(3).joined(separator: ", ")) …")
    return """
      <form method="post" action="\(PageLink(.forgetColumns))">\
      <input type="hidden" name="\(RequestGuard.formTokenField)" value="\(formToken)">\
      <input type="hidden" name="id" value="\(id)">\
      <button aria-label="\(label)">\(language("Forget"))</button></form>
      """
  }
}
