import GaitMeasures
import GaitPages

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
    let links = pages.map { "<a href=\"#\($0.anchor)\">\($0.report.course.person.name)</a>" as Markup }
    let contents: Markup = pages.count > 1 ? "<nav aria-label=\"People\">\(links.joined())</nav>" : .nothing
    let methods = MethodsSection(recordings: people.flatMap(\.recordings)).html()
    return ReportPage(title: title, content: ([contents] + pages.map { $0.html() } + [methods]).joined()).html()
  }
}
