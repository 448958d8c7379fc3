import GaitMeasures
import GaitModel
import GaitReference
import GaitStatistics
import Synchronization
import Testing

@testable import GaitHistory
@testable import GaitReport
@testable import PageLanguage

@Suite("A report in another language than English")
struct GermanReportTests {
  /// A person who walked both ways on each day, with a plan and goals, so that most sections have words.
  private func report(_ name: String = "S01", days: Int = 9) throws -> PersonReport {
    let recordings = (0..<days).map { day in
      var strides: [Stride] = []
      for (bout, direction) in [Direction.backward, .forward, .sideways].enumerated() {
        for k in 0..<24 {
          let end = Double(bout) * 60 + 2 + Double(k) * 0.6
          var stride = Stride(
            foot: k % 2 == 0 ? .left : .right, number: k + 1, start: end - 1.2, finalContact: end - 0.45, end: end)
          (stride.bout, stride.direction, stride.directionConfidence) = (bout + 1, direction, 0.99)
          stride.length = 0.8 + 0.02 * Double(day) + 0.001 * Double(k % 5)
          stride.footPitchAtContact = direction == .backward ? -0.2 : 0.3
          (stride.contact, stride.contactConfidence) = (direction == .backward ? .toe : .heel, 0.95)
          if k == 5 { stride.rejectReason = .clipped }
          strides.append(stride)
        }
      }
      let details = RecordingDetails(
        subject: name, startedAt: "2026-09-\(10 + 2 * day)T10:00:00Z", surface: .overground)
      let sensors = [Placement.leftFoot, .rightFoot].map {
        SensorFindings(placement: $0, samples: 9_000, timing: SampleTiming(rate: 100, jitter: 0, gaps: []))
      }
      return AnalyzedRecording(
        GaitResult(strides: strides, sensors: sensors), of: Recording(name: "R\(day)", details: details, sensors: []),
        program: ProgramVersion(name: "RetroGait", version: "9.9"))
    }
    var person = PersonCourse.Person(name: name)
    person.affectedSide = .left
    person.sex = .female
    person.birthYear = 1950
    for kind in GoalKind.allCases { person.goals[kind] = 0.9 }
    return PersonReport(course: PersonCourse(person: person, recordings: recordings), recordings: recordings)
  }

  private func pages(_ language: Language) throws -> [String] {
    let person = try report()
    let other = try report("S02", days: 2)
    let courses = [person, other].map(\.course)
    var pages = ReportAudience.allCases.map { audience in
      GaitReport(people: [person], audience: audience, language: language).html()
    }
    pages.append(GaitReport(people: [person, other], language: language).html())
    pages.append(
      GroupReport(
        comparison: PeopleComparison(group: "G01", courses: courses), people: [person, other], language: language
      )
      .html())
    let names = person.course.sessions.map(\.name)
    pages.append(SessionPairReport(person: person, first: names[0], second: names[8], language: language).html())
    return pages
  }

  /// What a page shows and what it reads aloud, without its markup.
  private func words(_ html: String) -> String {
    let labels = html.matches(of: #/aria-label="([^"]*)"/#).map { String($0.output.1) }
    let text = html.replacing(#/<style>[\s\S]*?<\/style>/#, with: "").replacing(#/<code>[\s\S]*?<\/code>/#, with: "")
      .replacing(#/<[^>]*>/#, with: " ")
    return text + " " + labels.joined(separator: " ")
  }

  @Test("every word of a page comes from its language")
  func allWords() throws {
    // A language that has no words: what is left is names and numbers, or was forgotten.
    let blank = Language(code: "xx") { english in
      Template(
        Template(english).parts.map { part in
          switch part {
          case .words, .argument(_, .chosen): " "
          case .argument(let index, _): "{\(index + 1)}"
          }
        }.joined(separator: " "))
    }
    let sources = ReferenceValue.all.map { $0.source.name + " " + $0.source.doi }.joined(separator: " ")
    let names = Set(sources.lowercased().split { !$0.isLetter }.map(String.init)).union(["retrogait"])
    for page in try pages(blank) {
      let left = words(page).lowercased().split { !$0.isLetter }.map(String.init)
        .filter { $0.count > 3 && !names.contains($0) }
      #expect(Set(left).sorted().isEmpty)
    }
  }

  @Test("a German page lacks no German words")
  func german() throws {
    let lacking = Mutex<Set<String>>([])
    let german = Language.german
    let recorder = Language(code: "de") { english in
      let template = Language.germanCatalog.template(english)
      if template == nil, german.text(english) == english { _ = lacking.withLock { $0.insert(english) } }
      return template
    }
    _ = try pages(recorder)
    // Sources of methods and units are the same in both languages.
    let left = lacking.withLock { $0 }.filter { words in
      words.contains(#/[A-Za-z]{4,}/#) && !words.contains(#/doi |PubMed|PMC|NINDS|RetroGait|R\d| et al\./#)
    }
    #expect(left.sorted().isEmpty)
  }

  @Test("a German page says so, has German dates and decimal commas, and is known as a report of the program")
  func form() throws {
    for page in try pages(.german) {
      #expect(page.contains("<html lang=\"de\">"))
      #expect(page.contains("RetroGait ist Forschungssoftware, kein Medizinprodukt."))
      #expect(page.prefix(4096).contains("RetroGait is research software, not a medical device."))
    }
    let patient = try #require(try pages(.german)[safe: ReportAudience.allCases.firstIndex(of: .patient)])
    #expect(patient.contains("26.9.2026"))
    #expect(patient.contains(#/\d,\d\d Metern pro Sekunde/#))
    #expect(patient.contains("Doppelschritte rückwärts"))
  }

  @Test("without a language a page is in English")
  func english() throws {
    let page = GaitReport(people: [try report()], audience: .file).html()
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains("<h2>Change over the sessions</h2>") && page.contains("2026-09-26"))
  }

  @Test("titles, units, methods and reasons of every measure are in German")
  func measures() {
    let strides = StrideQuantity.averaged + StrideQuantity.prespecified
    let ofStrides = strides.flatMap { quantity in
      [quantity.title] + [quantity.mean?.method, quantity.mean?.requirement].compactMap(\.self)
    }
    let ofWalks = WalkQuantity.all.flatMap { [$0.title, $0.requirement] }
    let tracked = TrackedMeasure.all.map(\.title) + GoalKind.allCases.map(\.title)
    let studies =
      PublishedTime.all.map(\.population) + PublishedChange.all.map(\.population)
      + ReferenceValue.all.flatMap { [$0.population, $0.group, $0.setting.method, $0.source.origin] }
    let all = ofStrides + ofWalks + tracked + studies + WalkQuantity.groups.map(\.title)
    #expect(Set(all.filter { Language.german.text($0) == $0 }).sorted().isEmpty)
    for reason in Trend.Reason.allCases { #expect(reason.words(in: .german) != reason.words) }
    for lack in ReferenceQuestion.Lack.allCases {
      guard let phrase = lack.phrase else { continue }
      #expect(Language.german(phrase) != Language.english(phrase))
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int?) -> Element? {
    index.flatMap { indices.contains($0) ? self[$0] : nil }
  }
}
