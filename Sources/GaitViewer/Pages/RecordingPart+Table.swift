import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import PageLanguage

extension RecordingPart {
  /// All strides of a recording, in the order that the URL asks for.
  var table: Markup {
    let column = StrideQuantity.shown.first { $0.column == choice.sort } ?? .end
    let chosen = recording.strides.filter { choice.direction == nil || $0.direction == choice.direction }
    let sorted = column.sorted(chosen, descending: choice.isDescending)
    let pageCount = max(1, (sorted.count + Self.rowsPerPage - 1) / Self.rowsPerPage)
    let page = min(choice.page, pageCount)
    let shown = sorted.dropFirst((page - 1) * Self.rowsPerPage).prefix(Self.rowsPerPage)
    let (id, title) = (id("strides"), language("Strides"))
    guard !recording.strides.isEmpty else {
      return "<section><h2>\(title)</h2><p>\(language("No stride was found."))</p></section>"
    }
    guard listsStrides else {
      let words = language("List the \(recording.strides.count, "stride") of this recording")
      return "<section><h2>\(title)</h2><p class=\"pages\"><a href=\"\(link)#\(id)\">\(words)</a></p></section>"
    }
    let table = PageTable(
      .heading(id), isTall: true, attributes: " class=\"strides\"\(if: pageCount == 1, " data-sortable")",
      heads: [.head(language("Stride"))] + StrideQuantity.shown.map(heading), rows: shown.map(row))
    return """
      <section aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
      \(directionLinks)
      \(table.markup)
      \(pages(page, of: pageCount, strides: sorted.count))
      </section>
      """
  }

  private var directionLinks: Markup {
    let all: [Direction?] = [nil] + Direction.allCases.map(Optional.some)
    let links = all.compactMap { direction -> Markup? in
      let count = recording.strides.count { direction == nil || $0.direction == direction }
      guard count > 0 else { return nil }
      let name = direction.map { language.text($0.rawValue.replacing("_", with: " ")) } ?? language("all")
      let words = "\(name) (\(count))"
      let target = link.with("direction", direction?.rawValue)
      return .choice(words, "\(target)#\(id("strides"))", isChosen: direction == choice.direction)
    }
    let label = language("Direction") + (isOnly ? "" : ", \(recording.summary.recording)")
    return "<ul class=\"choices\" aria-label=\"\(label)\">\(links.joined(""))</ul>"
  }

  private func heading(_ column: StrideQuantity) -> Markup {
    let isSorted = column.column == choice.sort
    let target = link.with("sort", column.column).with("order", isSorted && !choice.isDescending ? "down" : nil)
    let state: Markup =
      isSorted ? "aria-sort=\"\(choice.isDescending ? "descending" : "ascending")\"" : .nothing
    return """
      <th scope="col"\(if: column.isNumber, " class=\"number\"") \(state)>\
      <a href="\(target)#\(id("strides"))">\(column.head(in: language))</a></th>
      """
  }

  private func row(_ stride: Stride) -> Markup {
    let name = StrideDetail.name(stride)
    let isChosen = name == choice.stride
    let cells = StrideQuantity.shown.map { column -> Markup in
      let rank: Markup = column.rank(stride).map { " data-rank=\"\(String($0))\"" } ?? .nothing
      return "<td\(if: column.isNumber, " class=\"number\"")\(rank)>\(column.shown(stride, in: language))</td>"
    }
    return """
      <tr\(if: isChosen, " class=\"chosen\"")><th scope="row">\
      <a href="\(link.with("page", choice.page > 1 ? String(choice.page) : nil).with("stride", name))#stride"\(if: isChosen, " aria-current=\"true\"")>\
      \(language.text(stride.foot.rawValue)) \(stride.number)</a></th>\(cells.joined(""))</tr>
      """
  }

  private func pages(_ page: Int, of count: Int, strides: Int) -> Markup {
    guard count > 1 else { return .nothing }
    var links: [Markup] = []
    if page > 1 {
      links.append(
        "<a rel=\"prev\" href=\"\(link.with("page", String(page - 1)))#\(id("strides"))\">\(language("previous"))</a>")
    }
    if page < count {
      links.append(
        "<a rel=\"next\" href=\"\(link.with("page", String(page + 1)))#\(id("strides"))\">\(language("next"))</a>")
    }
    return "<p class=\"pages\">\(language("Page \(page) of \(count), \(strides) strides")) \(links.joined(" "))</p>"
  }

  /// What was noticed about the signals, and what was left out.
  var quality: Markup {
    let summary = recording.summary
    let notes = NoticedSection.noticed(in: recording, language).map { "<li>\($0)</li>" as Markup }
    let sensors = summary.sensors.map { sensor in
      Markup.row(
        "\(language.text(sensor.placement.rawValue).replacing("_", with: " "))",
        [
          .number(sensor.samplingRateHz, 1, in: language), .number(sensor.samples), .number(sensor.gaps.count),
          .number(sensor.clippedSamples), .number(sensor.alignmentConfidence.map { 100 * $0 }, 0),
        ])
    }
    let heads = [
      "Hz", language("Samples"), language("Gaps"), language("Clipped samples"), language("Sure of its front, %"),
    ].map(Markup.numberHead)
    let table = PageTable(.heading(id("quality")), heads: [.head(language("Sensor"))] + heads, rows: sensors)
    let inputs = summary.inputs.map { "<li>\($0.file): <code>\($0.sha256)</code></li>" as Markup }
    return """
      <section aria-labelledby="\(id("quality"))"><h2 id="\(id("quality"))">\(language("Quality"))</h2>
      \(if: notes.isEmpty, "<p>\(language("No warnings, and no strides excluded."))</p>")\
      \(if: !notes.isEmpty, "<ul>\(notes.joined())</ul>")
      \(table.markup)
      <details><summary>\(language("Input files and their SHA-256"))</summary><ul>\(inputs.joined())</ul>
      <p>\(language("Analyzed by \(summary.program.name) \(summary.program.version)."))</p></details></section>
      """
  }
}
