import GaitMeasures
import GaitPages

/// The report on the walking of one or more people.
public struct GaitReport: Sendable {
  public var people: [PersonReport]
  public var audience: ReportAudience

  public init(people: [PersonReport], audience: ReportAudience = .specialist) {
    self.people = people
    self.audience = audience
  }

  /// The report on everybody whom `recordings` are of.
  public init(recordings: [AnalyzedRecording]) {
    self.init(people: PersonReport.people(of: recordings))
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    let pages = people.map { person -> Markup in
      switch audience {
      case .specialist: PersonPage(report: person).html()
      case .file: FilePage(report: person).html()
      case .patient: PatientPage(report: person).html()
      }
    }
    let title =
      people.count == 1 ? "Walking of \(people[0].course.person.name)" : "Walking of \(people.count) people"
    let links = people.map { "<a href=\"#\($0.anchor)\">\($0.course.person.name)</a>" as Markup }
    let contents: Markup = pages.count > 1 ? "<nav aria-label=\"People\">\(links.joined())</nav>" : .nothing
    let methods =
      audience == .patient ? ReportPage.footer : MethodsSection(recordings: people.flatMap(\.recordings)).html()
    let periods = people.count == 1 ? people[0].period.map { ", \($0)" } ?? "" : ""
    return ReportPage(
      title: title, printedTitle: title + periods, content: ([contents] + pages + [methods]).joined()
    ).html()
  }
}
