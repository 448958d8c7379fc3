import GaitMeasures
import GaitPages
import PageLanguage

/// The report on the walking of one or more people.
public struct GaitReport: Sendable {
  public var people: [PersonReport]
  public var audience: ReportAudience
  /// A text on the methods for copying, in the report for a specialist; `MethodsText` of the library writes one.
  public var methods: String?
  public var language: Language

  public init(
    people: [PersonReport], audience: ReportAudience = .specialist, methods: String? = nil,
    language: Language = .english
  ) {
    self.people = people
    self.audience = audience
    self.methods = methods
    self.language = language
  }

  /// The report on everybody whom `recordings` are of.
  public init(recordings: [AnalyzedRecording]) {
    self.init(people: PersonReport.people(of: recordings))
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    let people = people.map { person in
      var person = person
      person.language = language
      return person
    }
    let pages = people.map { person -> Markup in
      switch audience {
      case .specialist: PersonPage(report: person).html()
      case .file: FilePage(report: person).html()
      case .patient: PatientPage(report: person).html()
      }
    }
    let title =
      people.count == 1
      ? language("Walking of \(people[0].course.person.name)") : language("Walking of \(people.count) people")
    let links = people.map { "<a href=\"#\($0.anchor)\">\($0.course.person.name)</a>" as Markup }
    let contents: Markup =
      pages.count > 1 ? "<nav aria-label=\"\(language("People"))\">\(links.joined())</nav>" : .nothing
    let methods =
      audience == .patient
      ? ReportPage.footer(language)
      : MethodsSection(
        recordings: people.flatMap(\.recordings), text: audience == .specialist ? methods : nil,
        printsDefinitions: audience == .specialist, references: ReferenceDetails.all(of: people),
        language: language
      ).html()
    let periods = people.count == 1 ? people[0].period.map { ", \($0)" } ?? "" : ""
    return ReportPage(
      title: title, printedTitle: title + periods, content: ([contents] + pages + [methods]).joined(),
      language: language
    ).html()
  }
}
