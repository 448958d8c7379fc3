import Foundation
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import Testing

@testable import GaitViewer
@testable import PageLanguage

@Suite("The viewer in another language than English")
struct ViewerLanguageTests {
  private let fixture: ViewerFixture
  private static let days = (1...9).map { "2026-09-0\($0)" }

  /// A person who walked on nine days, with all that a page can show of a person, and another without backward walking.
  init() throws {
    fixture = try ViewerFixture()
    for (k, day) in Self.days.enumerated() {
      try fixture.add("S01", session: "D\(k + 1)", day: day, strides: 20, bout: 1) { Self.drawn($0) }
    }
    try fixture.add("S02", session: "D1", strides: 0)
    var annotation = PersonAnnotation(
      diagnosisGroup: "G1", affectedSide: .left, comment: "n1", plan: TrainingPlan.presets["10x3x6"])
    annotation.goals = [.backwardSpeed: 0.9]
    annotation.prescriptions = [try #require(CalendarDay("2026-12-03")): "p1"]
    try fixture.store.annotate("S01", annotation)
    try fixture.store.annotate("S01", session: "D3", SessionAnnotation(aid: "a1"))
    try fixture.store.annotate("S01", session: "D5", SessionAnnotation(pain: 2.5, comment: "n2"))
  }

  private static func drawn(_ stride: Stride) -> DrawnStride {
    let wave = (0..<StrideSignals.points).map { Float($0 % 7) }
    let path = (0..<StrideCurve.points).map { Double($0) / 100 }
    let start = stride.start ?? stride.finalContact
    return DrawnStride(
      signals: StrideSignals(
        foot: stride.foot, number: stride.number, start: start, end: stride.end, forward: wave, upward: wave,
        third: .pitchRate(wave), footFlat: [start + 0.1...start + 0.2], swing: start + 0.2...stride.end),
      path: StrideCurve(foot: stride.foot, number: stride.number, forward: path, height: path, pitch: path))
  }

  /// The pages as their routes make them, in a language that no browser can ask for.
  private func pages(_ language: Language) throws -> [String] {
    let store = fixture.store
    let course = try store.course(of: "S01")
    let recordings = try store.analyzedRecordings(of: "S01")
    let query = PeopleQuery(text: nil, group: nil, order: .look, limit: PeoplePage.linesPerPage, offset: 0)
    try store.refreshStatuses()
    var pages = [
      PeoplePage(
        list: try store.people(query), groups: try store.groups(), query: query, removals: 1, language: language
      ).html()
    ]
    pages += [nil, PersonPage.conditions(of: course).last].map {
      PersonPage(course: course, recordings: recordings, chosen: $0, language: language).html()
    }
    let (session, own) = try store.session("D1", of: "S01")
    for choice in ["", "stride=right-2", "stride=left-99"] {
      var page = SessionPage(
        person: "S01", session: session, recordings: own, choice: SessionPage.Choice(QueryParameters(choice)))
      page.language = language
      let (index, stride) = SessionPage.shown(of: own, page.choice)
      if let stride {
        page.drawn = try store.curves(of: stride.foot, stride.number, in: own[index])
        page.replay = try store.replay(around: stride, of: own[index])
        #expect(page.drawn != nil && page.replay != nil)
      }
      page.replayed = [try store.replayable(in: own[index])]
      pages.append(page.html())
    }
    // Several recordings in one session have tables of their own.
    pages.append(
      SessionPage(
        person: "S01", session: session, recordings: Array(recordings.prefix(2)),
        choice: SessionPage.Choice(recording: 1), language: language
      ).html())
    for (a, b) in [(0, 8), (5, 8), (2, 8)] {
      pages.append(
        ComparisonPage(course: course, a: course.sessions[a], b: course.sessions[b], language: language).html())
    }
    pages.append(LanguagePage(language: language, formToken: "0").html())
    pages.append(MessagePage(title: "T", message: "M", language: language).html())
    return pages.map(\.html)
  }

  /// What a page shows and what it reads aloud, without its markup.
  private func words(_ html: String) -> String {
    let labels = html.matches(of: #/(?:aria-label|placeholder|title)="([^"]*)"/#).map { String($0.output.1) }
    let text = html.replacing(#/<code[\s\S]*?<\/code>/#, with: "").replacing(#/<[^>]*>/#, with: " ")
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
    // The program, the file that the fixture names, and what languages are called by their speakers.
    let names = Set(["retrogait", "test", "left", "foot"] + Language.all.map { $0.ownName.lowercased() })
    for page in try pages(blank) {
      let left = words(page).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        .filter { $0.count > 3 && $0.allSatisfy(\.isLetter) && !names.contains($0) }
      #expect(Set(left).sorted().isEmpty)
    }
  }

  @Test("what a script writes on a page comes from the language of the page")
  func scripts() async throws {
    let target = "/session?person=S01&session=D1&stride=right-2"
    let german = await text(target, ["Accept-Language": "de"])
    #expect(german.contains("&quot;pause&quot;:&quot;Anhalten&quot;") && german.contains("rechter Fuß am Boden"))
    #expect(german.contains("<meta name=\"chart-values\" content=\"{1}: Werte\">"))
    let english = await text(target, [:])
    #expect(english.contains("&quot;pause&quot;:&quot;Pause&quot;") && english.contains("right foot on the ground"))
    let script = String(decoding: ViewerAssets.script, as: UTF8.self)
    #expect(script.contains("replay.dataset.words") && !script.contains("on the ground"))
  }

  // MARK: German

  private static let targets = [
    "/", "/person?id=S01", "/session?person=S01&session=D1", "/session?person=S01&session=D1&stride=right-2",
    "/compare?person=S01&a=D4&b=D9", "/units", "/person?id=nobody", "/nothing",
  ]

  private func text(_ target: String, _ headers: [String: String?]) async -> String {
    String(decoding: await fixture.answer(target, headers: headers).body, as: UTF8.self)
  }

  @Test("a German page says so and has German words", arguments: targets)
  func german(target: String) async {
    let page = await text(target, ["Accept-Language": "de-CH,de;q=0.9,en;q=0.8"])
    #expect(page.contains("<html lang=\"de\">") && page.contains("ist Forschungssoftware, kein Medizinprodukt."))
    #expect(page.contains(">Aufnahmen hinzufügen</a>") && !page.contains("Add recordings"))
    let english = await text(target, [:])
    #expect(english.contains("<html lang=\"en\">") && english.contains("is research software, not a medical device."))
  }

  @Test("a German page has German dates and decimal commas, and keeps the names of sessions")
  func numbers() async {
    let german = ["Accept-Language": "de"] as [String: String?]
    let person = await text("/person?id=S01", german)
    #expect(person.contains("9 Sitzungen, 1.9.2026 bis 9.9.2026") && person.contains(">D1</a>"))
    for target in ["/person?id=S01", "/session?person=S01&session=D1", "/compare?person=S01&a=D4&b=D9"] {
      let page = await text(target, german)
      #expect(page.contains(#/\d,\d\d <span class="interval">\(\d,\d\d bis \d,\d\d\)/#), "\(target)")
      #expect(!page.contains(#/>[−+]?\d+\.\d+ ?</#), "\(target)")
    }
    #expect(await text("/session?person=S01&session=D1", german).contains("S01, 1.9.2026, auf dem Boden"))
    #expect(await text("/person?id=S01", [:]).contains("9 sessions, 2026-09-01 to 2026-09-09"))
  }

  @Test("what is not there is named in German, with what is there")
  func missing() async {
    let page = await text("/person?id=nobody", ["Accept-Language": "de"])
    #expect(page.contains("In der Datenbank nicht gefunden: Person „nobody“. Bekannt: S01, S02."))
  }

  // MARK: Which language

  @Test(
    "a browser gets the first of its languages that there is; the cookie goes first, and what nobody knows is English",
    arguments: [
      (nil, nil, "en"), ("", nil, "en"), ("de", nil, "de"), ("DE-ch", nil, "de"), ("fr, de;q=0.5", nil, "de"),
      ("en-US,en;q=0.9,de;q=0.8", nil, "en"), ("fr", nil, "en"), ("*", nil, "en"), (";;,=", nil, "en"),
      ("de", "m/s:m:en", "en"), ("en", "km/h:cm:de", "de"), (nil, "m/s:m:de", "de"), (nil, "m/s:m:xx", "en"),
      ("de", "m/s:m:xx", "de"),
      // As an earlier version wrote it.
      ("de", "km/h:cm", "de"), (nil, "km/h:cm", "en"),
    ] as [(String?, String?, String)])
  func chosen(asked: String?, cookie: String?, code: String) async {
    let page = await text(
      "/person?id=S01", ["Accept-Language": asked, "Cookie": cookie.map { "a=b; retrogait-units=\($0)" }])
    #expect(page.contains("<html lang=\"\(code)\">"))
  }

  @Test("the language is chosen in a form, which stands at the one of the page", arguments: ["en", "de"])
  func form(code: String) async throws {
    let page = await text("/units", ["Accept-Language": code])
    var sent = try fixture.fields(page, action: "/units/choose")
    #expect(sent["language"] == code)
    for (language, kept) in [("de", "de"), ("en", "en"), ("xx", "en")] {
      sent["language"] = language
      let cookie = try #require(await fixture.send("/units/choose", sent).headers[.setCookie])
      #expect(cookie.hasPrefix("retrogait-units=m/s:m:\(kept);"))
    }
  }
}
