import GaitCharts
import GaitExport

/// The report on the walking of one or more people.
public struct GaitReport: Sendable {
  public var people: [PersonReport]

  public init(people: [PersonReport]) {
    self.people = people
  }

  /// The report on everybody whom `recordings` are of.
  public init(recordings: [AnalyzedRecording]) {
    people = PersonReport.people(of: recordings)
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    let pages = people.map(PersonPage.init)
    let title =
      people.count == 1 ? "Walking of \(people[0].course.person.name)" : "Walking of \(people.count) people"
    var contents = ""
    if pages.count > 1 {
      let links = pages.map { page in
        "<a href=\"#\(page.anchor)\">\(SVGMarkup.escaped(page.report.course.person.name))</a>"
      }
      contents = "<nav aria-label=\"People\">\(links.joined(separator: "\n"))</nav>"
    }
    let methods = MethodsSection(recordings: people.flatMap(\.recordings)).html()
    return ReportPage(
      title: title, content: ([contents] + pages.map { $0.html() } + [methods]).joined(separator: "\n")
    ).html()
  }
}
