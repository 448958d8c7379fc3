import PageLanguage

/// A table that scrolls sideways where the screen is too narrow for it.
package struct PageTable {
  /// What a screen reader calls the table.
  package enum Name {
    case label(String)
    /// The identifier of the heading above it.
    case heading(String)
  }

  package let markup: Markup

  /// - Parameters:
  ///   - isTall: Whether it also scrolls up and down, below its head.
  ///   - attributes: Further attributes of the `table` element, beginning with a space.
  ///   - head: Rows of column heads.
  ///   - body: Groups of rows.
  package init(_ name: Name, isTall: Bool = false, attributes: Markup = .nothing, head: Markup, body: Markup) {
    let named: Markup =
      switch name {
      case .label(let text): "aria-label=\"\(text)\""
      case .heading(let id): "aria-labelledby=\"\(id)\""
      }
    markup = """
      <div class="scroll\(if: isTall, " tall")" tabindex="0" role="region" \(named)><table\(attributes)>
      <thead>\(head)</thead>
      \(body)</table></div>
      """
  }

  /// A table with one row of column heads.
  package init(_ name: Name, isTall: Bool = false, attributes: Markup = .nothing, heads: [Markup], rows: [Markup]) {
    self.init(
      name, isTall: isTall, attributes: attributes, head: "<tr>\(heads.joined(""))</tr>",
      body: "<tbody>\(rows.joined())</tbody>")
  }
}

/// Parts of tables.
extension Markup {
  package static func head(_ title: String) -> Markup { "<th scope=\"col\">\(title)</th>" }
  package static func numberHead(_ title: String) -> Markup { "<th scope=\"col\" class=\"number\">\(title)</th>" }
  package static func groupHead(_ title: String, columns: Int) -> Markup {
    "<th scope=\"colgroup\" colspan=\"\(columns)\">\(title)</th>"
  }

  /// A row with its head.
  package static func row(_ head: Markup, _ cells: [Markup]) -> Markup {
    "<tr><th scope=\"row\">\(head)</th>\(cells.joined(""))</tr>"
  }

  package static func cell(_ content: Markup) -> Markup { "<td>\(content)</td>" }
  package static func number(_ content: Markup) -> Markup { "<td class=\"number\">\(content)</td>" }
  package static func number(_ n: Int) -> Markup { .number("\(n)") }
  package static func number(_ value: Double?, _ decimals: Int, in language: Language = .english) -> Markup {
    .number("\(language.fixed(value, decimals))")
  }

  /// A value in the program's unit, as it is shown.
  package static func number(_ value: Double?, _ unit: ShownUnit, in language: Language) -> Markup {
    .number("\(language.fixed(value, unit))")
  }
}
