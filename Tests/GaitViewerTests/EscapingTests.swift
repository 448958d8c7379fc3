import Foundation
import GaitHistory
import GaitModel
import Testing

@testable import GaitViewer

@Suite("Text from files and requests stays text")
struct EscapingTests {
  private static let names = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "a&amp;b<!--",
    "=cmd|' /C calc'!A0", "../../etc/passwd", "a b+c%26d=1&id=2#x", "Žofie 🚶", "</title></svg></style>",
  ]

  @Test("a name does nothing in any page, and its links lead to its page", arguments: names)
  func hostileName(_ name: String) async throws {
    let fixture = try ViewerFixture()
    try fixture.add(name, session: name, day: "2026-09-07")
    try fixture.add(name, session: "second", day: "2026-09-08")
    var annotation = PersonAnnotation(diagnosisGroup: name, comment: name, plan: TrainingPlan.presets["10x3x6"])
    annotation.plan?.name = name
    for day in ["2026-09-07", "2099-09-07"].compactMap({ CalendarDay($0) }) { annotation.prescriptions[day] = name }
    try fixture.store.annotate(name, annotation)
    try fixture.store.annotate(name, session: name, SessionAnnotation(aid: name, comment: name))
    // A recording that goes to a session of another person and back names both in the changes.
    let seen = try fixture.store.sessionFacts(of: name, session: name)
    let number = try #require(seen.facts.recordings.first?.id)
    _ = try fixture.store.move(recording: number, from: seen, to: name, of: "\(name)y")
    let move = try #require(try fixture.store.changes(of: "\(name)y").first { $0.canBeUndone })
    try fixture.store.undo(move.id)
    let encoded = QueryParameters.encoded(name)
    for target in [
      "/", "/?q=\(encoded)", "/?group=\(encoded)", "/person?id=\(encoded)",
      "/session?person=\(encoded)&session=\(encoded)", "/session?person=\(encoded)&session=\(encoded)&stride=left-1",
      "/session/replay.json?person=\(encoded)&session=\(encoded)&stride=left-1",
      "/session/replay.json?person=\(encoded)&session=\(encoded)x",
      "/compare?person=\(encoded)", "/compare?person=\(encoded)&a=\(encoded)&b=\(encoded)",
      "/person/edit?person=\(encoded)", "/person/plan?person=\(encoded)",
      "/person/plan?person=\(encoded)&week=2026-09-07", "/export/report.html?person=\(encoded)",
      "/session/edit?person=\(encoded)&session=\(encoded)",
      "/changes?person=\(encoded)", "/upload", "/units", "/person?id=\(encoded)x",
      "/session?person=\(encoded)&session=\(encoded)x", "/\(encoded)",
    ] {
      let page = try await fixture.text(target)
      #expect(!page.contains("<script>alert"))
      #expect(!page.contains("<img"))
      #expect(!page.contains("onmouseover='"))
      #expect(!page.contains("<!--"))
      #expect(page.components(separatedBy: "</title></svg>").count == 1)
    }
    let list = try await fixture.text("/")
    #expect(list.contains("href=\"/person?id=\(encoded)\""))
    #expect(await fixture.answer("/person?id=\(encoded)").statusCode == .ok)
    #expect(await fixture.answer("/session?person=\(encoded)&session=\(encoded)").statusCode == .ok)
  }

  @Test("a name that a spreadsheet takes for a formula stays text in the exports")
  func formula() async throws {
    let fixture = try ViewerFixture()
    let name = "=cmd|' /C calc'!A0"
    try fixture.add(name, session: "+1", day: "2026-09-07")
    for target in ["/export/strides.csv?person=", "/export/sessions.csv?person="] {
      let table = try await fixture.text(target + QueryParameters.encoded(name))
      #expect(table.contains("'=cmd|"))
      #expect(!table.contains(",=cmd") && !table.contains("\n=cmd") && !table.contains(",+1,"))
    }
  }

  @Test("a file's name in a header is ours, whatever the person is called")
  func headerInjection() async throws {
    let fixture = try ViewerFixture()
    let name = "a\r\nSet-Cookie: x=1"
    try fixture.add(name, session: "first")
    let answer = await fixture.answer("/export/strides.csv?person=\(QueryParameters.encoded(name))")
    #expect(answer.statusCode == .ok)
    #expect(answer.headers[.contentDisposition] == "attachment; filename=\"strides.csv\"")
  }

  @Test(
    "a query is decoded as browsers encode it",
    arguments: [
      ("a=1&b=two+words%21", "b", "two words!"), ("a=%E2%82%AC", "a", "€"), ("a=1&a=2", "a", "1"),
      ("a=b=c", "a", "b=c"),
      ("a=%", "a", "%"), ("a=%zz", "a", "%zz"), ("a=%4", "a", "%4"), ("x%3Dy=1", "x=y", "1"),
    ])
  func query(_ encoded: String, _ name: String, _ value: String) {
    #expect(QueryParameters(encoded)[name] == value)
  }

  @Test("what is encoded for a URL is decoded to the same", arguments: names)
  func roundTrip(_ text: String) {
    #expect(QueryParameters("a=\(QueryParameters.encoded(text))")["a"] == text)
  }
}
