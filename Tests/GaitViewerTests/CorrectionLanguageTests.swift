import Foundation
import GaitModel
import Testing

@testable import GaitHistory
@testable import GaitViewer
@testable import PageLanguage

@Suite("Correcting in another language than English")
struct CorrectionLanguageTests {
  private let fixture: ViewerFixture
  private static let now = "2026-11-21T08:00:00Z"

  init() throws {
    fixture = try Self.fixture()
  }

  private static func fixture() throws -> ViewerFixture {
    let fixture = try ViewerFixture()
    for (session, day) in [("a1", "2026-09-07T09:30:12Z"), ("a2", "2026-09-09"), ("a3", "2026-09-10")] {
      try fixture.add("S01", session: session, day: day)
    }
    try fixture.add("Dr. A. Roe", session: "b1", day: "2026-09-10")
    return fixture
  }

  /// Lets everything happen that a page can list.
  private func change() throws {
    let store = fixture.store
    var person = try store.personFacts(of: "S01").facts
    (person.affectedSide, person.sex, person.birthYear, person.comment) = (.left, .female, 1958, "left")
    try store.correct(try store.personFacts(of: "S01"), to: person, at: Self.now)
    var annotation = PersonAnnotation(plan: TrainingPlan.presets["growing"])
    annotation.goals = [.backwardSpeed: 0.905, .forwardLength: 1.25]
    annotation.prescriptions = [try #require(CalendarDay("2026-11-30")): "rod"]
    try store.annotate("S01", annotation, at: Self.now)
    let session = try store.sessionFacts(of: "S01", session: "a1")
    var facts = session.facts
    facts.pain = 2.5
    facts.recordings[0].surface = .treadmill
    facts.recordings[0].inclinePercent = 1.5
    facts.recordings[0].startedAt = "2026-09-08T09:30:12Z"
    try store.correct(session, to: facts, at: Self.now)
    let moved = try store.sessionFacts(of: "S01", session: "a2")
    let recording = try #require(moved.facts.recordings.first?.id)
    try store.move(recording: recording, from: moved, to: "a1", of: "S01", at: Self.now)
    let given = try store.sessionFacts(of: "S01", session: "a3")
    var others = given.facts
    others.subject = "S02"
    try store.correct(given, to: others, at: Self.now)
    try store.remove(recording: recording, at: Self.now)
    try store.remove("S02", session: "a3", at: Self.now)
    try store.remove("Dr. A. Roe", at: Self.now)
  }

  private func text(_ response: ViewerResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  private func page(_ target: String, _ language: String, of fixture: ViewerFixture) async -> String {
    text(await fixture.answer(target, headers: ["Accept-Language": language]))
  }

  /// A form as a browser of that language has loaded it, sent by that browser with some other values.
  private func send(
    _ values: [String: String], to action: String, from target: String, _ language: String, of fixture: ViewerFixture
  ) async throws -> ViewerResponse {
    let html = await page(target, language, of: fixture)
    let fields = try fixture.fields(html, action: action).merging(values) { $1 }
    let body = fields.map { "\($0.key)=\(QueryParameters.encoded($0.value))" }.joined(separator: "&")
    return await fixture.answer(
      action, method: .post, headers: ["X-RetroGait-Token": nil, "Accept-Language": language], body: Data(body.utf8))
  }

  /// What a page shows and what it reads aloud, without its markup.
  private func words(_ html: String) -> String {
    let labels = html.matches(of: #/(?:aria-label|title|placeholder)="([^"]*)"/#).map { String($0.output.1) }
    return html.replacing(#/<[^>]*>/#, with: " ") + " " + labels.joined(separator: " ")
  }

  @Test("every word of a page comes from its language")
  func allWords() throws {
    try change()
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
    let routes = CorrectionRoutes(store: fixture.store, formToken: "", language: blank)
    let pages: [(PageLink.Path, String)] = [
      (.editPerson, "person=S01"), (.editSession, "person=S01&session=a1"), (.editPlan, "person=S01"),
      (.editPlan, "person=S01&week=2026-11-30"), (.changes, "person=S01"), (.changes, "person=S02"), (.removed, ""),
    ]
    for (path, query) in pages {
      let left = words(text(try routes.page(path, QueryParameters(query)))).lowercased().split { !$0.isLetter }
        .map(String.init).filter { $0.count > 3 && !["retrogait", "left"].contains($0) }
      #expect(Set(left).sorted().isEmpty, "\(path) \(query)")
    }
  }

  @Test("the list of changes has German fields, values and dates, and what people typed as they typed it")
  func changes() async throws {
    try change()
    let list = await page("/changes?person=S01", "de", of: fixture)
    for words in [
      "<h1>Änderungen von S01</h1>",
      "<td>Betroffene Seite</td><td><span class=\"soft\">nicht angegeben</span></td><td>links</td>",
      "<td>weiblich</td>", "<td>auf dem Boden</td><td>auf dem Laufband</td>",
      "<td>Geschwindigkeit rückwärts 0,905 m/s</td>",
      "<td>Doppelschrittlänge vorwärts 1,25 m</td>", "<td>2,5</td>", "<td>1,5</td>", "<td>1958</td>",
      "<td>7.9.2026 09:30:12 UTC</td><td>8.9.2026 09:30:12 UTC</td>", "<td>30.11.2026: rod</td>",
      ">21.11.2026 08:00 UTC<",
      "2–3-mal pro Woche", "<span class=\"soft\">kein Plan</span>",
      "<td>Verschoben von</td><td></td><td>Sitzung a2</td>",
      // A note that is a word of the program stays a note.
      "<td>Notizen</td><td><span class=\"soft\">nicht angegeben</span></td><td>left</td>",
    ] {
      #expect(list.contains(words), "\(words)")
    }
    let english = await page("/changes?person=S01", "en", of: fixture)
    #expect(english.contains("<td>backward speed 0.905 m/s</td>") && english.contains("<td>2026-11-30: rod</td>"))
    #expect(english.contains("<td>2026-09-07T09:30:12Z</td>") && english.contains("<td>left</td>"))
  }

  @Test("a form sends the same in German, and what it sends is stored the same")
  func same() async throws {
    let forms = [
      (
        "/person/edit?person=S01", "/person/correct",
        ["side": "left", "sex": "female", "birth_year": "1958", "comment": "links"]
      ),
      (
        "/session/edit?person=S01&session=a1", "/session/correct",
        ["pain": "2,5", "incline_0": "1.5", "surface_0": "treadmill", "time_0": "10:00"]
      ),
      (
        "/person/plan?person=S01", "/person/plan/correct",
        ["weeks": "6", "sessions": "2-3", "minutes": "7,5", "goal_backward_speed": "0,9", "text": "rod"]
      ),
    ]
    let other = try Self.fixture()
    for (target, action, values) in forms {
      let (german, english) = (await page(target, "de", of: fixture), await page(target, "en", of: fixture))
      #expect(try fixture.fields(german, action: action) == fixture.fields(english, action: action))
      #expect(german.contains("<html lang=\"de\">") && german != english)
      for (fixture, language) in [(fixture, "de"), (other, "en")] {
        #expect(try await send(values, to: action, from: target, language, of: fixture).statusCode == .seeOther)
      }
    }
    let (german, english) = (fixture.store, other.store)
    #expect(try german.personFacts(of: "S01").facts == english.personFacts(of: "S01").facts)
    #expect(try german.personFacts(of: "S01").facts.affectedSide == .left)
    #expect(
      try german.sessionFacts(of: "S01", session: "a1").facts == english.sessionFacts(of: "S01", session: "a1").facts)
    #expect(try german.sessionFacts(of: "S01", session: "a1").facts.pain == 2.5)
    #expect(try german.trainingFacts(of: "S01").facts == english.trainingFacts(of: "S01").facts)
    #expect(try german.trainingFacts(of: "S01").facts.plan != nil)
    let kept = try [german, english].map { try $0.changes(of: "S01").map { [$0.fact.rawValue, $0.before, $0.after] } }
    #expect(kept[0] == kept[1])
  }

  @Test("a German form with an impossible pain comes back with a German sentence")
  func pain() async throws {
    let target = "/session/edit?person=S01&session=a1"
    let answer = try await send(["pain": "11"], to: "/session/correct", from: target, "de", of: fixture)
    #expect(answer.statusCode == .badRequest)
    let sentence = "Schmerz: „11,0“ geht nicht; erwartet wird eine Zahl von 0 (keiner) bis 10"
    #expect(text(answer).contains("role=\"alert\"><p>\(sentence)</p>") && text(answer).contains("value=\"11\""))
  }

  private typealias Form = (target: String, action: String)
  private static let person = Form("/person/edit?person=S01", "/person/correct")
  private static let session = Form("/session/edit?person=S01&session=a1", "/session/correct")
  private static let move = Form("/session/edit?person=S01&session=a1", "/recording/move")
  private static let plan = Form("/person/plan?person=S01&preset=10x3x6", "/person/plan/correct")

  private static let refused: [(String, String, [String: String])] = [
    (
      person,
      [["birth_year": "ca. 1950"], ["birth_year": "1700"], ["name": "Dr. A. Roe"], ["name": " "]]
    ),
    (
      session,
      [
        ["pain": "ca. 3"], ["pain": "-1"], ["day_0": "2199-01-01"], ["day_0": "7.9.26"], ["incline_0": "steep"],
        ["incline_0": "90"], ["name": "a2"], ["subject": ""],
      ]
    ),
    (move, [["to_session": "a1"], ["to_session": ""], ["to_session": "a2", "to_person": ""]]),
    (
      plan,
      [
        ["weeks": "many"], ["weeks": "0"], ["sessions": "-1"], ["sessions": "71"], ["minutes": "ten"],
        ["last_minutes": "x"], ["week_minutes": "30"], ["minutes": ""], ["minutes": "10000"], ["start": "2026-02-30"],
        ["plan_name": String(repeating: "x", count: 201)], ["goal_backward_speed": "9"],
        ["goal_forward_length": "long"], ["week": "", "text": "rod"], ["week": "1026-11-30", "text": "rod"],
        ["text": String(repeating: "x", count: Prescription.longestText + 1)],
      ]
    ),
  ].flatMap { (form: Form, values: [[String: String]]) in values.map { (form.target, form.action, $0) } }

  @Test("every value that no form takes has a German sentence", arguments: refused)
  func refusal(target: String, action: String, fields: [String: String]) async throws {
    var fields = fields
    if action == Self.move.action {
      let id = try fixture.store.sessionFacts(of: "S01", session: "a1").facts.recordings.first?.id
      fields["recording"] = String(try #require(id))
    }
    let answer = try await send(fields, to: action, from: target, "de", of: fixture)
    #expect(answer.statusCode == .badRequest)
    let sentence = try #require(text(answer).firstMatch(of: #/role="alert"><p>([^<]*)<\/p>/#)?.output.1)
    let english = #/found|expected|number|nothing|choose|a day|a year|week |goal|characters|at most|_/#
    #expect(!sentence.contains(english), "\(sentence)")
    #expect(try fixture.store.changes(of: "S01").isEmpty)
  }

  @Test("what somebody else changed meanwhile, and names of nobody, are answered in German")
  func messages() async throws {
    let (target, action) = Self.person
    let late = try await send(["revision": "7"], to: action, from: target, "de", of: fixture)
    #expect(late.statusCode == .conflict && text(late).contains("seit diese Seite geladen wurde"))
    #expect(text(late).contains("Die Person hat sich geändert") && !text(late).contains("has changed"))
    // A list with a name such as "Dr. A. Roe" is not told from several sentences.
    _ = try fixture.store.remove("Dr. A. Roe", session: nil)
    let nobody = await page("/person/edit?person=nobody", "de", of: fixture)
    #expect(nobody.contains("In der Datenbank nicht gefunden: Person „nobody“."))
  }
}
