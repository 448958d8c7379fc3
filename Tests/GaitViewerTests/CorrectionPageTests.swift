import Foundation
import GaitHistory
import Testing

@testable import GaitViewer

@Suite("Correcting, removing and restoring in the browser")
struct CorrectionPageTests {
  private let fixture: ViewerFixture

  init() throws {
    fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07T09:30:12Z")
    try fixture.add("S01", session: "second", day: "2026-09-09")
    try fixture.add("S02", session: "first", day: "2026-09-10")
  }

  private func fields(_ page: String, action: String) throws -> [String: String] {
    try fixture.fields(page, action: action)
  }

  private func send(_ action: String, _ fields: [String: String]) async -> ViewerResponse {
    await fixture.send(action, fields)
  }

  private func text(_ response: ViewerResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test("a form that is sent as it came changes nothing")
  func untouched() async throws {
    let person = try await fixture.text("/person/edit?person=S01")
    #expect(await send("/person/correct", try fields(person, action: "/person/correct")).statusCode == .seeOther)
    for session in ["first", "second"] {
      let page = try await fixture.text("/session/edit?person=S01&session=\(session)")
      #expect(await send("/session/correct", try fields(page, action: "/session/correct")).statusCode == .seeOther)
    }
    #expect(try fixture.store.changes(of: "S01").isEmpty)
  }

  @Test("a person is corrected and found under the new name, with the change on the page of changes")
  func person() async throws {
    var sent = try fields(try await fixture.text("/person/edit?person=S01"), action: "/person/correct")
    sent.merge(["name": "Maria & Söhne", "side": "left", "sex": "female", "birth_year": "1958", "comment": "a\nb"]) {
      $1
    }
    let answer = await send("/person/correct", sent)
    #expect(answer.statusCode == .seeOther)
    let target = try #require(answer.headers[.location])
    let page = try await fixture.text(target)
    #expect(page.contains("<h1>Maria &amp; Söhne</h1>") && page.contains("<dd>1958</dd>"))
    let changes = try await fixture.text("/changes?person=\(QueryParameters.encoded("Maria & Söhne"))")
    #expect(changes.contains("<td>S01</td><td>Maria &amp; Söhne</td>"))
    // The same form once more is of an earlier state.
    let late = await send("/person/correct", sent)
    #expect(late.statusCode == .conflict)
    #expect(text(late).contains("has changed since this page was loaded"))
  }

  @Test("a session's day, time, person and notes are corrected; the zone and untouched seconds stay")
  func session() async throws {
    var sent = try fields(try await fixture.text("/session/edit?person=S01&session=first"), action: "/session/correct")
    #expect(sent["day_0"] == "2026-09-07" && sent["time_0"] == "09:30")
    sent.merge(["day_0": "2026-09-08", "aid": "cane", "pain": "2,5", "incline_0": "3", "surface_0": "treadmill"]) { $1 }
    #expect(await send("/session/correct", sent).statusCode == .seeOther)
    var facts = try fixture.store.sessionFacts(of: "S01", session: "first").facts
    #expect(facts.recordings[0].startedAt == "2026-09-08T09:30:12Z")
    #expect(facts.aid == "cane" && facts.pain == 2.5 && facts.recordings[0].inclinePercent == 3)

    sent = try fields(try await fixture.text("/session/edit?person=S01&session=first"), action: "/session/correct")
    sent.merge(["time_0": "11:05", "subject": "S03", "name": "moved"]) { $1 }
    let answer = await send("/session/correct", sent)
    #expect(answer.headers[.location] == "/session?person=S03&session=moved")
    facts = try fixture.store.sessionFacts(of: "S03", session: "moved").facts
    #expect(facts.recordings[0].startedAt == "2026-09-08T11:05Z")
    let link = "<td><a href=\"/changes?person=S03\">S03</a></td>"
    #expect(try await fixture.text("/changes?person=S01").contains("<td>Moved to</td><td></td>\(link)"))
  }

  @Test(
    "what cannot be is refused above the form, which keeps what was written",
    arguments: [
      ("birth_year", "nineteen"), ("birth_year", "1700"), ("name", "S02"), ("name", " "),
      ("name", String(repeating: "مرحبا", count: 41)),
    ])
  func refusedPerson(_ field: String, _ value: String) async throws {
    var sent = try fields(try await fixture.text("/person/edit?person=S01"), action: "/person/correct")
    sent["comment"] = "keep me"
    sent[field] = value
    let answer = await send("/person/correct", sent)
    #expect(answer.statusCode == .badRequest)
    #expect(text(answer).contains("role=\"alert\"") && text(answer).contains("keep me"))
    #expect(try fixture.store.changes(of: "S01").isEmpty)
  }

  @Test(
    "what cannot be of a session is refused above the form",
    arguments: [
      ("pain", "much"), ("pain", "11"), ("day_0", "2199-01-01"), ("day_0", "7.9.26"), ("incline_0", "steep"),
      ("incline_0", "90"), ("name", "second"), ("subject", ""),
    ])
  func refusedSession(_ field: String, _ value: String) async throws {
    var sent = try fields(try await fixture.text("/session/edit?person=S01&session=first"), action: "/session/correct")
    sent[field] = value
    let answer = await send("/session/correct", sent)
    #expect(answer.statusCode == .badRequest)
    #expect(text(answer).contains("role=\"alert\""))
    #expect(try fixture.store.changes(of: "S01").isEmpty)
  }

  @Test("a removed session is restored from the page of what was removed, or erased")
  func removal() async throws {
    let page = try await fixture.text("/session/edit?person=S01&session=first")
    #expect(await send("/remove", try fields(page, action: "/remove")).headers[.location] == "/removed")
    #expect(await fixture.answer("/session?person=S01&session=first").statusCode == .notFound)
    #expect(try await fixture.text("/").contains("Removed (1)"))
    let removed = try await fixture.text("/removed")
    #expect(removed.contains("Session first"))
    #expect(await send("/restore", try fields(removed, action: "/restore")).statusCode == .seeOther)
    #expect(await fixture.answer("/session?person=S01&session=first").statusCode == .ok)
    #expect(try !(await fixture.text("/")).contains("Removed ("))
    // A second window still shows the button.
    #expect(await send("/restore", try fields(removed, action: "/restore")).statusCode == .conflict)

    let person = try await fixture.text("/person/edit?person=S02")
    _ = await send("/remove", try fields(person, action: "/remove"))
    #expect(try fixture.store.subjects() == ["S01"])
    let list = try await fixture.text("/removed")
    #expect(await send("/erase", try fields(list, action: "/erase")).statusCode != .conflict)
    #expect(try fixture.store.removals().isEmpty)
  }

  @Test("a recording goes to another session by its form, and comes back by the button of the change")
  func moveRecording() async throws {
    let page = try await fixture.text("/session/edit?person=S01&session=first")
    #expect(page.contains("<option value=\"second\">"))
    var sent = try fields(page, action: "/recording/move")
    #expect(sent["to_person"] == "S01")
    let number = try #require(try fixture.store.sessionFacts(of: "S01", session: "first").facts.recordings.first?.id)
    sent["recording"] = String(number)
    for (field, value) in [("to_session", "first"), ("to_session", " "), ("to_person", "")] {
      var wrong = sent.merging(["to_session": "second"]) { $1 }
      wrong[field] = value
      let answer = await send("/recording/move", wrong)
      #expect(answer.statusCode == .badRequest && text(answer).contains("role=\"alert\""), "\(field) \(value)")
    }
    sent["to_session"] = "second"
    #expect(await send("/recording/move", sent).headers[.location] == "/session?person=S01&session=second")
    #expect(try fixture.store.sessionFacts(of: "S01", session: "second").facts.recordings.count == 2)
    #expect(await fixture.answer("/session?person=S01&session=first").statusCode == .notFound)
    // The same form once more is of an earlier state.
    #expect(await send("/recording/move", sent).statusCode == .conflict)

    let changes = try await fixture.text("/changes?person=S01")
    #expect(changes.contains("<td>Moved from</td><td></td><td>session first</td>"))
    // Within a person the move stands once.
    #expect(!changes.contains("Moved to"))
    let undo = try fields(changes, action: "/changes/undo")
    #expect(await send("/changes/undo", undo).headers[.location] == "/changes?person=S01")
    #expect(await fixture.answer("/session?person=S01&session=first").statusCode == .ok)
    #expect(try fixture.store.sessionFacts(of: "S01", session: "second").facts.recordings.count == 1)
    #expect(await send("/changes/undo", undo).statusCode == .conflict)
  }

  @Test("a person who was renamed by mistake has the former name again by the button of the change")
  func undoName() async throws {
    var sent = try fields(try await fixture.text("/person/edit?person=S01"), action: "/person/correct")
    sent["name"] = "S10"
    _ = await send("/person/correct", sent)
    let undo = try fields(try await fixture.text("/changes?person=S10"), action: "/changes/undo")
    #expect(await send("/changes/undo", undo).headers[.location] == "/changes?person=S01")
    #expect(await fixture.answer("/person?id=S01").statusCode == .ok)
    #expect(await fixture.answer("/person?id=S10").statusCode == .notFound)
  }

  @Test(
    "nothing is changed without the token of the form",
    arguments: [
      "/person/correct", "/person/plan/correct", "/session/correct", "/recording/move", "/changes/undo",
      "/units/choose", "/remove", "/restore", "/erase",
    ])
  func token(_ action: String) async throws {
    #expect(await send(action, ["person": "S01", "id": "1"]).statusCode == .forbidden)
    #expect(await send(action, ["person": "S01", "id": "1", "token": "0"]).statusCode == .forbidden)
    #expect(try fixture.store.subjects() == ["S01", "S02"])
  }

  @Test("numbers of rows that are none, and names of nobody, are answered with words")
  func nonsense() async throws {
    let token = fixture.viewer.routes.requestGuard.formToken.text
    for (action, fields) in [
      ("/restore", ["id": "x"]), ("/erase", ["id": "-1"]), ("/remove", ["recording": "99999999999999999999"]),
      ("/person/correct", ["person": "nobody"]), ("/session/correct", ["person": "S01", "session": "none"]),
      ("/person/correct", ["person": "S01", "row": "7", "revision": "0"]),
    ] {
      #expect(
        await send(action, fields.merging(["token": token]) { $1 }).statusCode == .conflict, "\(action) \(fields)")
    }
    #expect(await send("/remove", ["person": "nobody", "token": token]).statusCode == .notFound)
    #expect(await fixture.answer("/person/edit?person=nobody").statusCode == .notFound)
    #expect(await fixture.answer("/session/edit?person=S01&session=none").statusCode == .notFound)
    #expect(await fixture.answer("/changes").statusCode == .notFound)
  }
}
