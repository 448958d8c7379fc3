import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import PageLanguage

/// The list of people, where every visit begins.
struct PeoplePage {
  static let linesPerPage = 50

  var list: PeopleList
  var groups: [String]
  var query: PeopleQuery
  /// How many removals can be undone.
  var removals = 0
  var language: Language = .english

  func html() -> Markup {
    let isFiltered = query.text != nil || query.group != nil
    var body: Markup = "<h1>\(language("People"))</h1>\n\(search)"
    if list.total == 0 {
      body += isFiltered ? noMatch : noPerson
    } else {
      body += table + pages
    }
    let removed: Markup =
      "<p class=\"soft\"><a href=\"\(PageLink(.removed))\">\(language("Removed (\(removals))"))</a></p>"
    body += "\(if: removals > 0, removed)"
    return PageFrame(title: language("People"), body: body, language: language).html()
  }

  private var noMatch: Markup {
    """
    <p class="lead">\(language("No person in the store matches.")) \
    <a href="\(PageLink(.people))">\(language("Show everybody"))</a></p>
    """
  }

  private var noPerson: Markup {
    let words = Markup.sentence([
      "<a href=\"\(PageLink(.upload))\">\(language("Add recordings"))</a>", "<code>retrogait history add</code>",
    ]) { parts in
      language("The store is empty. \(parts[0]), or use \(parts[1]).")
    }
    return "<p class=\"lead\">\(words)</p>"
  }

  private var search: Markup {
    let options = groups.map { group -> Markup in
      "<option value=\"\(group)\"\(if: group == query.group, " selected")>\(group)</option>"
    }
    let groupField: Markup =
      groups.isEmpty
      ? .nothing
      : "<label>\(language("Group")) <select name=\"group\"><option value=\"\">\(language("all"))</option>\(options.joined(""))</select></label>"
    let orders = PeopleQuery.Order.allCases.map { order -> Markup in
      "<option value=\"\(order.rawValue)\"\(if: order == query.order, " selected")>\(words(order))</option>"
    }
    return """
      <form class="search" method="get" action="/" role="search">
      <label>\(language("Name or group")) <input type="search" name="q" value="\(query.text ?? "")" autocomplete="off"></label>
      \(groupField)
      <label>\(language("Order")) <select name="order">\(orders.joined(""))</select></label>
      <button>\(language("Show"))</button></form>
      """
  }

  private func words(_ order: PeopleQuery.Order) -> String {
    switch order {
    case .name: language("name")
    case .recent: language("latest session first")
    case .change: language("slowed most first")
    case .look: language("needs a look first")
    }
  }

  private var table: Markup {
    let speeds = list.lines.map(Self.backwardSpeeds)
    let all = speeds.flatMap(\.self)
    let scale = all.min().flatMap { least in all.max().map { least...$0 } }
    return PageTable(
      .label(language("People")), attributes: " class=\"people\"",
      heads: [
        .head(language("Person")), .head(language("Group")), .numberHead(language("Sessions")),
        .head(language("Latest")), .head(language("Backward speed")), .numberHead(language.speedUnit.text),
        .head(language("Change of backward speed")), .head(language("Needs a look")),
      ], rows: zip(list.lines, speeds).map { row($0, $1, scale: scale) }
    ).markup + "<p class=\"soft\">\(lookNote)</p>"
  }

  private var lookNote: String {
    language(
      """
      A person needs a look if the latest session is below the band of the own first sessions, or if backward walking became \
      slower. So does one whose latest session has no stride that counts. The reason may be a bad day or a sensor.
      """)
  }

  /// Backward speed in the sessions that are comparable, m/s, in the order of time.
  private static func backwardSpeeds(_ line: PeopleList.Line) -> [Double] {
    ComparableSessions(line.course).visits.compactMap {
      $0.directions[.backward]?.measures[StrideQuantity.speed.id]?.mean
    }
  }

  /// - Parameters:
  ///   - values: Backward speed in sessions.
  ///   - scale: From the lowest to the highest backward speed on the page.
  private func row(
    _ line: PeopleList.Line, _ values: [Double], scale: ClosedRange<Double>?
  ) -> Markup {
    let person = line.person
    let words = StatusWords(status: line.status, language: language)
    let hasBackward = line.course.sessions.flatMap(\.walks).contains { ($0.directions[.backward]?.strides ?? 0) > 0 }
    let lack = hasBackward ? language("no date") : language("no backward walking")
    var spark: Markup = "<span class=\"soft\">\(lack)</span>"
    var latest: Markup = "–"
    if let first = values.first, let last = values.last {
      let number = language.fixed(first, language.speedUnit)
      let summary = language(
        "Backward speed in \(values.count, "session"): first \(number), latest \(language.speed(last))")
      spark = Markup(trusted: Sparkline(values: values, summary: summary, mark: .square, scale: scale).svg())
      latest = "\(language.fixed(last, language.speedUnit))"
    }
    return """
      <tr><th scope="row"><a href="\(PageLink.person(person.subject))">\(person.subject)</a></th>\
      <td>\(person.group ?? "")</td><td class="number">\(person.sessions)</td>\
      <td>\(person.lastDay.map(language.date) ?? language("no date"))</td><td>\(spark)</td>\
      <td class="number">\(latest)</td><td class="note">\(values.isEmpty ? "" : words.change)</td>\
      <td class="note look">\(words.look)</td></tr>
      """
  }

  private func link(page: Int) -> PageLink {
    PageLink(
      .people,
      [
        ("q", query.text), ("group", query.group), ("order", query.order == .name ? nil : query.order.rawValue),
        ("page", page > 1 ? String(page) : nil),
      ])
  }

  private var pages: Markup {
    let page = query.offset / Self.linesPerPage + 1
    let last = (list.total + Self.linesPerPage - 1) / Self.linesPerPage
    let range = language("\(query.offset + 1) to \(query.offset + list.lines.count) of \(list.total)")
    var links: [Markup] = []
    if page > 1 { links.append("<a rel=\"prev\" href=\"\(link(page: page - 1))\">\(language("previous"))</a>") }
    if page < last { links.append("<a rel=\"next\" href=\"\(link(page: page + 1))\">\(language("next"))</a>") }
    return "<p class=\"pages\"><span>\(range)</span> \(links.joined(" "))</p>"
  }
}
