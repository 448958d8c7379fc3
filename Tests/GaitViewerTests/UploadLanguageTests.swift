import Foundation
import GaitHistory
import GaitModel
import Testing

@testable import GaitViewer
@testable import PageLanguage

@Suite("Uploads and corrections in another language than English")
struct UploadLanguageTests {
  private typealias Samples = UploadSamples

  private static let german: [String: String?] = ["Accept-Language": "de"]

  /// A language that has no words: what is left of a page is names and numbers, or was forgotten.
  private static let blank = Language(code: "xx") { english in
    Template(
      Template(english).parts.map { part in
        switch part {
        case .words, .argument(_, .chosen): " "
        case .argument(let index, _): "{\(index + 1)}"
        }
      }.joined(separator: " "))
  }

  /// What a page shows and what it reads aloud, without its markup.
  private func words(_ html: String) -> [String] {
    let labels = html.matches(of: #/(?:aria-label|placeholder|title)="([^"]*)"/#).map { String($0.output.1) }
    let text = html.replacing(#/<code[\s\S]*?<\/code>/#, with: "").replacing(#/<[^>]*>/#, with: " ")
    return ([text] + labels).joined(separator: " ").split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  // MARK: A language without words

  private func corrections(_ language: Language) throws -> [String] {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "D1", day: "2026-09-01")
    try fixture.add("S02", session: "D1", day: "2026-09-01")
    var person = PersonAnnotation(
      diagnosisGroup: "G1", affectedSide: .left, comment: "n1", plan: TrainingPlan.presets["10x3x6"])
    person.goals = [.backwardSpeed: 0.9]
    person.prescriptions = [try #require(CalendarDay("2026-12-03")): "p1"]
    try fixture.store.annotate("S01", person)
    _ = try fixture.store.remove("S02")
    let facts = try fixture.store.personFacts(of: "S01")
    var session = try fixture.store.sessionFacts(of: "S01", session: "D1")
    var changed = session.facts
    (changed.pain, changed.aid) = (2, "a1")
    changed.recordings[0].surface = .treadmill
    _ = try fixture.store.correct(session, to: changed)
    session = try fixture.store.sessionFacts(of: "S01", session: "D1")
    let training = try fixture.store.trainingFacts(of: "S01")
    let plan = PlanForm(training, of: "S01", week: CalendarDay("2026-12-03"), today: nil, language: language)
    let move = MoveForm(session, language: language)
      .html(session.facts.recordings, sessions: ["D1"], formToken: "0")
    return [
      PersonForm(facts, language: language).html(groups: ["G1"], formToken: "0"),
      SessionForm(session, language: language).html(session, people: ["S01"], moving: move, formToken: "0"),
      plan.html(training, formToken: "0"),
      ChangesPage(person: "S01", changes: try fixture.store.changes(of: "S01"), formToken: "0", language: language)
        .html(),
      RemovedPage(removals: try fixture.store.removals(), formToken: "0", language: language).html(),
    ].map(\.html)
  }

  /// What becomes of uploads that a store is asked for, with the words of the store and the analysis left out.
  private func uploads(_ language: Language) async throws -> [String] {
    let fixture = try ViewerFixture()
    let table = try Samples.table("left_foot.csv", header: "c1,c2,c3,c4,c5,c6,c7")
    let (asking, _) = try await fixture.upload([("left_foot.csv", table)])
    guard case .asking(var questions) = await fixture.viewer.routes.uploads.state(of: asking) else {
      Issue.record("nothing is asked")
      return []
    }
    questions[0].tables[0].preview.reason = ""
    let (added, _) = try await fixture.upload([("left_foot.csv", try Samples.sample("left_foot.csv"))])
    guard case .done(let one) = await fixture.viewer.routes.uploads.state(of: added) else {
      Issue.record("nothing was added")
      return []
    }
    var several = one
    several.recordings.append(.init(name: "R2", result: .refused("no")))
    several.unused = [.init(file: "f1", reason: "no")]
    try fixture.store.keepLayout(of: ["c1"], mapping: "m", at: "2026-11-21T00:00:00Z")
    let states: [UploadDesk.State] = [
      .receiving, .waiting, .analyzing(.init(share: 0.5, recording: 1, count: 2)), .done(one), .done(several),
      .failed("no"),
    ]
    let pages = [
      UploadPage(formToken: "0", keptLayouts: 2, people: ["S01"], language: language).html(),
      KeptColumnsPage(layouts: try fixture.store.keptLayouts(), formToken: "0", language: language).html(),
      ColumnsPage(
        id: "0", question: questions[0], form: ColumnsForm(mapping: nil), details: UploadDetails(), formToken: "0",
        language: language
      ).html(),
    ]
    return (pages + states.map { UploadResultPage(id: "0", state: $0, language: language).html() }).map(\.html)
  }

  @Test("every word of a page comes from its language")
  func allWords() async throws {
    // The program, the names of the fixture, and text of the program, which has its own entries in a catalog.
    let texts =
      CorrectedFact.allCases.map(\.title) + GoalKind.allCases.map(\.title) + Placement.allCases.map(\.rawValue)
      + AffectedSide.allCases.map(\.rawValue) + Sex.allCases.map(\.rawValue)
      + [Surface.overground, .treadmill].map(\.rawValue) + ColumnsForm.timeUnits.map(\.1)
      + TrainingPlan.presets.values.map(\.name)
    let known = texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map { $0.lowercased() }
    let names = Set(["retrogait", "mrad", "left", "foot", "first"] + known)
    for page in try corrections(Self.blank) + (try await uploads(Self.blank)) {
      let left = words(page).map { $0.lowercased() }
        .filter { $0.count > 3 && $0.allSatisfy(\.isLetter) && !names.contains($0) }
      #expect(Set(left).sorted().isEmpty)
    }
  }

  @Test("text of the program that these pages show is in German")
  func texts() {
    let all =
      CorrectedFact.allCases.map(\.title) + GoalKind.allCases.map(\.title)
      + Placement.allCases.map { $0.rawValue.replacing("_", with: " ") } + AffectedSide.allCases.map(\.rawValue)
      + Sex.allCases.map(\.rawValue) + ColumnsForm.timeUnits.map(\.1) + TrainingPlan.presets.values.map(\.name)
    let same: Set = ["Name", "Plan"]
    #expect(Set(all.filter { Language.german.text($0) == $0 }).subtracting(same).sorted().isEmpty)
  }

  @Test(
    "what a form cannot take is said in German",
    arguments: [
      (HistoryError.outOfRange("year of birth", found: "x", expected: "a year such as 1958"), "Geburtsjahr: „x“"),
      (.outOfRange("pain", found: "11", expected: "0 (none) to 10"), "Schmerz: „11“"),
      (
        .outOfRange("plan, weeks", found: "x", expected: "1 to 104"),
        "Plan, Wochen: „x“ geht nicht; erwartet: 1 bis 104"
      ),
      (
        .outOfRange("goal of backward speed", found: "9", expected: "a number from 0.05 to 3 m/s"),
        "Ziel, Geschwindigkeit rückwärts: „9“ geht nicht; erwartet wird eine Zahl von 0,05 bis 3 m/s"
      ),
      (.nameTaken("S02", of: "person"), "Es gibt schon eine Person „S02“."),
      (.changedMeanwhile("session"), "Die Sitzung hat sich geändert, seit diese Seite geladen wurde."),
      (.unusableName("", of: "session"), "„“ ist als Name einer Sitzung nicht möglich."),
      (.ofRemoved("D1", kind: "session"), "Die Sitzung „D1“ ist selbst entfernt."),
      (.partOfAnalysis("surface", recording: "R1"), "R1: Der Untergrund gehört zur Auswertung"),
    ])
  func faults(error: HistoryError, words: String) {
    #expect(Language.german.text(error.description).hasPrefix(words))
  }

  // MARK: German uploads

  private func answer(_ fixture: ViewerFixture, _ target: String) async -> String {
    String(decoding: await fixture.answer(target, headers: Self.german).body, as: UTF8.self)
  }

  private func german(_ fixture: ViewerFixture, _ id: String) async throws -> UploadReport {
    try JSONDecoder().decode(
      UploadReport.self, from: Data(await answer(fixture, "/upload/status?id=\(id)").utf8))
  }

  @Test("an upload that succeeds says so in German")
  func good() async throws {
    let fixture = try ViewerFixture()
    let (id, _) = try await fixture.upload([("left_foot.csv", try Samples.sample("left_foot.csv"))])
    #expect(try await german(fixture, id).message.hasPrefix("Hinzugefügt zu S09, Sitzung first."))
    let page = await answer(fixture, "/upload/result?id=\(id)")
    #expect(page.contains("<html lang=\"de\">") && page.contains(">Sitzung öffnen</a>"))
  }

  @Test("an upload that fails says why in German, whatever language it was made in")
  func failed() async throws {
    let fixture = try ViewerFixture()
    let table = try Samples.lines("left_foot.csv")
    let accelerationOnly = table.map { $0.split(separator: ",").prefix(4).joined(separator: ",") }
    let cases: [(form: String, body: Data, words: String)] = [
      ("", try Samples.sample("left_foot.csv"), "Es ist keine Person genannt."),
      ("subject=S01&day=tomorrow", try Samples.sample("left_foot.csv"), "Der Tag ist „tomorrow“"),
      ("subject=S01", Data(), "left_foot.csv: gefunden: eine leere Datei; erwartet: eine Kopfzeile und Messwerte"),
      (
        "subject=S01", Data(accelerationOnly.joined(separator: "\n").utf8),
        "left_foot.csv: gefunden: keine Winkelgeschwindigkeit; erwartet: ein Gyroskop"
      ),
    ]
    for (form, body, words) in cases {
      let (id, report) = try await fixture.upload([("left_foot.csv", body)], form: form)
      #expect(report.state == "failed")
      let said = try await german(fixture, id).message
      #expect(said.hasPrefix(words), "\(said)")
      let page = await answer(fixture, "/upload/result?id=\(id)")
      #expect(page.contains("<h1>Es wurde nichts hinzugefügt</h1>"))
    }
  }

  @Test("a refused request is answered in German")
  func refused() async throws {
    let fixture = try ViewerFixture()
    let response = await fixture.answer("/upload/start?id=none", method: .post, headers: Self.german)
    #expect(String(decoding: response.body, as: UTF8.self).contains("gibt es nicht mehr"))
  }

  // MARK: The script

  @Test("the script has no words of its own, and the page has all that it needs")
  func script() async throws {
    let fixture = try ViewerFixture()
    let script = String(decoding: ViewerAssets.script, as: UTF8.self)
    let given = UploadWords(.german).all
    for name in given.keys { #expect(script.contains("words.\(name)"), "\(name)") }
    for word in ["leftOut", "placement", "remove", "unreadable", "refused", "sending"] {
      #expect(given[word]?.contains("{1}") == true, "\(word)")
    }
    let page = await answer(fixture, "/upload")
    #expect(page.contains("data-words=\"{&quot;analyzed&quot;:&quot;Analysiert&quot;"))
  }
}
