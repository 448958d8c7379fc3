import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import NumberText

/// The list of people, where every visit begins.
struct PeoplePage {
  static let linesPerPage = 50

  var list: PeopleList
  var groups: [String]
  var query: PeopleQuery
  /// How many removals can be undone.
  var removals = 0

  func html() -> Markup {
    let isFiltered = query.text != nil || query.group != nil
    var body: Markup = "<h1>People</h1>\n\(search)"
    if list.total == 0 {
      body +=
        isFiltered
        ? "<p class=\"lead\">No person in the store matches. <a href=\"\(PageLink(.people))\">Show everybody</a></p>"
        : """
        <p class="lead">The store is empty. <a href="\(PageLink(.upload))">Add recordings</a>, or use \
        <code>retrogait history add</code>.</p>
        """
    } else {
      body += table + pages
    }
    let removed: Markup = "<p class=\"soft\"><a href=\"\(PageLink(.removed))\">Removed (\(removals))</a></p>"
    body += "\(if: removals > 0, removed)"
    return PageFrame(title: "People", body: body).html()
  }

  private var search: Markup {
    let options = groups.map { group -> Markup in
      "<option value=\"\(group)\"\(if: group == query.group, " selected")>\(group)</option>"
    }
    let groupField: Markup =
      groups.isEmpty
      ? .nothing
      : "<label>Group <select name=\"group\"><option value=\"\">all</option>\(options.joined(""))</select></label>"
    let isRecent = query.order == .recent
    return """
      <form class="search" method="get" action="/" role="search">
      <label>Name or group <input type="search" name="q" value="\(query.text ?? "")" autocomplete="off"></label>
      \(groupField)
      <label>Order <select name="order"><option value="name">name</option>\
      <option value="recent"\(if: isRecent, " selected")>latest session first</option></select></label>
      <button>Show</button></form>
      """
  }

  private var table: Markup {
    let trends = list.lines.map { line in
      CourseTrend(line.course).measures.first { $0.direction == .backward && $0.measure.id == StrideQuantity.speed.id }
    }
    let scale = trends.compactMap { $0?.trend.extent }.reduce(nil) { $0?.extended(to: $1) ?? $1 }
    return PageTable(
      .label("People"), attributes: " class=\"people\"",
      heads: [
        .head("Person"), .head("Group"), .numberHead("Sessions"), .head("Latest"), .head("Backward speed"),
        .numberHead("m/s"), .head("Change of backward speed"),
      ], rows: zip(list.lines, trends).map { row($0, $1, scale: scale) }
    ).markup
  }

  /// - Parameters:
  ///   - trend: Of backward speed.
  ///   - scale: From the lowest to the highest backward speed on the page.
  private func row(
    _ line: PeopleList.Line, _ trend: CourseTrend.MeasureTrend?, scale: ClosedRange<Double>?
  ) -> Markup {
    let person = line.person
    let values = trend.map { $0.trend.runIn + $0.trend.points } ?? []
    let hasBackward = line.course.sessions.flatMap(\.walks).contains { ($0.directions[.backward]?.strides ?? 0) > 0 }
    var spark: Markup = "<span class=\"soft\">\(hasBackward ? "no date" : "no backward walking")</span>"
    var latest: Markup = "–"
    if let first = values.first, let last = values.last {
      let words =
        "Backward speed in \(PlainNumbers.count(values.count, "session")): "
        + "first \(PlainNumbers.fixed(first.value, 2)), latest \(PlainNumbers.fixed(last.value, 2)) m/s"
      spark = Markup(trusted: Sparkline(values: values.map(\.value), summary: words, mark: .square, scale: scale).svg())
      latest = "\(PlainNumbers.fixed(last.value, 2))"
    }
    return """
      <tr><th scope="row"><a href="\(PageLink.person(person.subject))">\(person.subject)</a></th>\
      <td>\(person.group ?? "")</td><td class="number">\(person.sessions)</td>\
      <td>\(person.lastDay ?? "no date")</td><td>\(spark)</td>\
      <td class="number">\(latest)</td><td class="note">\(trend.map { TrendWords($0).status } ?? "")</td></tr>
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
    let range = "\(query.offset + 1) to \(query.offset + list.lines.count) of \(list.total)"
    var links: [Markup] = []
    if page > 1 { links.append("<a rel=\"prev\" href=\"\(link(page: page - 1))\">previous</a>") }
    if page < last { links.append("<a rel=\"next\" href=\"\(link(page: page + 1))\">next</a>") }
    return "<p class=\"pages\"><span>\(range)</span> \(links.joined(" "))</p>"
  }
}
