import GaitHistory
import GaitPages

/// What was said of the columns of tables and is kept for the next of them.
struct KeptColumnsPage {
  var layouts: [KeptLayout]
  var formToken: String

  func html() -> Markup {
    let rows = layouts.map { layout -> Markup in
      .row(
        "\(layout.names.joined(separator: ", "))",
        [
          "<td class=\"note\"><code>\(layout.mapping)</code></td>", .cell("\(String(layout.keptAt.prefix(10)))"),
          .cell(forget(layout)),
        ])
    }
    let heads: [Markup] = [.head("Columns"), .head("Read as"), .head("Kept on"), .head("")]
    let table = PageTable(.label("Kept columns"), attributes: " class=\"kept\"", heads: heads, rows: rows)
    let body: Markup = """
      <h1>Kept columns</h1>
      <p>Tables with exactly these column names are read with these settings, which override format detection. \
      If you forget a setting, recordings that were read with it stay in the store.</p>
      \(layouts.isEmpty ? "<p class=\"lead\">Nothing is kept.</p>" : table.markup)
      """
    return PageFrame(
      title: "Kept columns",
      trail: [
        ("People", PageLink(.people)), ("Add recordings", PageLink(.upload)), ("Kept columns", nil),
      ], body: body
    ).html()
  }

  private func forget(_ layout: KeptLayout) -> Markup {
    let id = String(layout.id)
    return """
      <form method="post" action="\(PageLink(.forgetColumns))">\
      <input type="hidden" name="\(RequestGuard.formTokenField)" value="\(formToken)">\
      <input type="hidden" name="id" value="\(id)">\
      <button aria-label="Forget \(layout.names.prefix(3).joined(separator: ", ")) …">Forget</button></form>
      """
  }
}
