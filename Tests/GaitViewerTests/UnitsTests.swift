import Foundation
import GaitHistory
import Testing

@testable import GaitViewer

@Suite("Units that a browser remembers")
struct UnitsTests {
  private let fixture: ViewerFixture
  private static let cookie = "a=b; retrogait-units=km/h:cm"

  init() throws {
    fixture = try ViewerFixture()
    for (session, day) in [("first", "2026-09-07"), ("second", "2026-09-09")] {
      try fixture.add("S01", session: session, day: day)
    }
    var annotation = PersonAnnotation()
    annotation.goals = [.backwardSpeed: 0.9, .backwardLength: 1.25]
    try fixture.store.annotate("S01", annotation)
  }

  private func text(_ target: String, cookie: String? = Self.cookie) async -> String {
    String(decoding: await fixture.answer(target, headers: ["Cookie": cookie]).body, as: UTF8.self)
  }

  @Test("are chosen by a form with a token, and stand on every page with numbers")
  func chosen() async throws {
    let page = try await fixture.text("/units")
    var sent = try fixture.fields(page, action: "/units/choose")
    #expect(sent["speed"] == "m/s" && sent["length"] == "m")
    sent.merge(["speed": "km/h", "length": "cm"]) { $1 }
    let answer = await fixture.send("/units/choose", sent)
    let cookie = try #require(answer.headers[.setCookie])
    #expect(answer.statusCode == .seeOther && cookie.hasPrefix("retrogait-units=km/h:cm:en;"))
    #expect(cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly"))
    let kept = String(cookie.prefix { $0 != ";" })
    #expect(await text("/units", cookie: kept).contains("<option value=\"km/h\" selected>"))
    for target in [
      "/", "/person?id=S01", "/session?person=S01&session=first", "/session?person=S01&session=first&stride=left-4",
      "/compare?person=S01&a=first&b=second", "/person/plan?person=S01", "/export/report.html?person=S01",
    ] {
      let shown = await text(target, cookie: kept)
      #expect(shown.contains("km/h") && !shown.contains("speed, m/s"), "\(target)")
      #expect(target == "/" || (shown.contains(" cm") && !shown.contains("length, m<")), "\(target)")
      // A page is kept for each choice: the next browser has its own.
      let plain = await text(target, cookie: nil)
      #expect(plain.contains("m/s") && !plain.contains("km/h"), "\(target)")
    }
  }

  @Test(
    "are chosen on the way: the form leads back to the page that it was reached from, and to no other site",
    arguments: [
      ("http://127.0.0.1:8080/person?id=a%26b+c", "/person?id=a%26b%20c"), ("http://127.0.0.1:8080/", "/"),
      ("http://127.0.0.1:8080/person/correct", "/units"), ("https://evil.example/person?id=S01", "/units"),
      ("http://127.0.0.1:8080//evil.example", "/units"), ("", "/units"),
    ])
  func back(referer: String, target: String) async throws {
    let page = await fixture.answer("/units", headers: ["Referer": referer])
    let sent = try fixture.fields(String(decoding: page.body, as: UTF8.self), action: "/units/choose")
    #expect(await fixture.send("/units/choose", sent).headers[.location] == target)
    for origin in ["//evil.example", "https://evil.example/", "/units/choose", "/person?id=a\r\nSet-Cookie: x=1"] {
      let answer = await fixture.send("/units/choose", sent.merging(["origin": origin]) { $1 })
      let location = try #require(answer.headers[.location])
      #expect(location == "/units" || location.hasPrefix("/person?id=a%0D%0A"), "\(location)")
    }
  }

  @Test("change no table and no document for other programs")
  func files() async throws {
    for target in ["strides.csv", "sessions.csv", "trends.csv", "person.json"].map({ "/export/\($0)?person=S01" }) {
      #expect(await text(target) == text(target, cookie: nil), "\(target)")
    }
  }

  @Test(
    "that nobody knows are those of files",
    arguments: ["retrogait-units=", "retrogait-units=mph:ft", "retrogait-units", "retrogait-units=<script>:x", ";;="])
  func unknown(cookie: String) async {
    let page = await text("/person?id=S01", cookie: cookie)
    #expect(page.contains("Walking speed, m/s") && page.contains("Stride length, m") && !page.contains("<script>"))
  }

  @Test("hold for the goals of a form: what is typed is converted once, and an untouched form changes nothing")
  func goals() async throws {
    let page = await text("/person/plan?person=S01")
    #expect(page.contains("Backward speed, km/h") && page.contains("Backward stride length, cm"))
    var sent = try fixture.fields(page, action: "/person/plan/correct")
    #expect(sent["goal_backward_speed"] == "3.24" && sent["goal_backward_length"] == "125")
    let changes = try fixture.store.changes(of: "S01")
    #expect(await fixture.send("/person/plan/correct", sent).statusCode == .seeOther)
    #expect(try fixture.store.changes(of: "S01") == changes)

    // Sent from a browser that has other units by now: those of the form hold.
    sent = try fixture.fields(await text("/person/plan?person=S01"), action: "/person/plan/correct")
    sent.merge(["goal_backward_speed": "3,6", "goal_forward_length": "130"]) { $1 }
    #expect(await fixture.send("/person/plan/correct", sent).statusCode == .seeOther)
    let goals = try fixture.store.trainingFacts(of: "S01").facts.goals
    #expect(abs((goals[.backwardSpeed] ?? 0) - 1) < 1e-9 && abs((goals[.forwardLength] ?? 0) - 1.3) < 1e-9)
    #expect(goals[.backwardLength] == 1.25)
    #expect(await text("/person?id=S01").contains(">goal 3.60</text>"))

    sent = try fixture.fields(await text("/person/plan?person=S01"), action: "/person/plan/correct")
    sent["goal_backward_speed"] = "30"
    let refused = await fixture.send("/person/plan/correct", sent)
    let words = String(decoding: refused.body, as: UTF8.self)
    #expect(
      refused.statusCode == .badRequest && words.contains("from 0.18 to 10.8 km/h") && words.contains("value=\"30\""))
  }
}
