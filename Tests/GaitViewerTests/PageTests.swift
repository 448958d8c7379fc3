import Foundation
import GaitHistory
import GaitMeasures
import GaitModel
import Testing

@testable import GaitViewer

@Suite("The viewer's pages")
struct PageTests {
  @Test("an empty store says what to do")
  func empty() async throws {
    #expect(try await ViewerFixture().text("/").contains("The store is empty"))
  }

  @Test("people are found by name and group, a page at a time")
  func people() async throws {
    let fixture = try ViewerFixture()
    for k in 100..<160 { try fixture.add("P\(k)", session: "first", day: "2026-09-\(10 + k % 20)", strides: 4) }
    try fixture.store.annotate("P107", PersonAnnotation(diagnosisGroup: "knee OA"))
    let rows = { (target: String) async throws -> Int in
      try await fixture.text(target).components(separatedBy: "<tr><th scope=\"row\">").count - 1
    }
    #expect(try await rows("/") == PeoplePage.linesPerPage)
    #expect(try await rows("/?page=2") == 10)
    #expect(try await rows("/?page=3") == 10)
    #expect(try await rows("/?q=p11") == 10)
    #expect(try await rows("/?q=KNEE") == 1)
    #expect(try await rows("/?group=knee+OA") == 1)
    #expect(try await rows("/?q=%25") == 0)
    #expect(try await rows("/?page=-1&order=nonsense") == PeoplePage.linesPerPage)
    let recent = try await fixture.text("/?order=recent")
    let (first, later) = (try #require(recent.range(of: "P119<")), try #require(recent.range(of: "P110<")))
    #expect(first.lowerBound < later.lowerBound)
  }

  @Test("who needs a look stands first in that order, with the reason beside the name")
  func needsALook() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("A", session: "2026-09-07", day: "2026-09-07")
    try fixture.add("B", session: "2026-09-07", day: "2026-09-07")
    try fixture.add("B", session: "2026-09-09", day: "2026-09-09", strides: 0)
    let byLook = try await fixture.text("/?order=look")
    #expect(byLook.contains("<strong>nothing measured</strong> in session 2026-09-09"))
    let (first, second) = (try #require(byLook.range(of: ">B</a>")), try #require(byLook.range(of: ">A</a>")))
    #expect(first.lowerBound < second.lowerBound)
    #expect(byLook.contains("<option value=\"look\" selected>"))
    // What changes is seen at once.
    try fixture.store.annotate("B", PersonAnnotation(diagnosisGroup: "knee"), at: "2026-11-21T00:00:00Z")
    #expect(try await fixture.text("/?order=change").contains("nothing measured"))
  }

  @Test(
    "a number in an address that counts nothing shows the nearest page, and ends nothing",
    arguments: ["0", "-1", "7", "x", "", "9223372036854775807", "-9223372036854775808"])
  func numbers(_ number: String) async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07")
    for target in ["/?page=", "/person?id=S01&conditions=", "/session?person=S01&session=first&recording="] {
      #expect(await fixture.answer(target + number).statusCode == .ok, "\(target)")
    }
    #expect(await fixture.answer("/session?person=S01&session=first&page=\(number)").statusCode == .ok)
  }

  @Test("a person without backward walking is listed without a course")
  func noCourse() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", strides: 0)
    let page = try await fixture.text("/")
    #expect(page.contains("no backward walking"))
    #expect(try await fixture.text("/person?id=S01").contains("No forward or backward stride could be measured"))
    #expect(try await fixture.text("/session?person=S01&session=first").contains("No stride was found"))
    // Who walked backward on an unknown day has no course either, but did walk backward.
    let undated = try ViewerFixture()
    try undated.add("S01", session: "first")
    #expect(try await !undated.text("/").contains("no backward walking"))
  }

  @Test("strides stand in the order that the address asks for, empty values last in both orders")
  func sorting() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", strides: 8)
    let lengths = { (order: String) async throws -> [Double] in
      let page = try await fixture.text("/session?person=S01&session=first&sort=length_m\(order)")
      let table = page.components(separatedBy: "<tbody>").last { $0.contains("data-rank") } ?? ""
      return table.components(separatedBy: "<tr").dropFirst().compactMap { row in
        row.components(separatedBy: "data-rank=\"").dropFirst(4).first.flatMap { Double($0.prefix { $0 != "\"" }) }
      }
    }
    let up = try await lengths("")
    #expect(up.count == 8 && up == up.sorted())
    #expect(try await lengths("&order=down") == up.reversed().sorted(by: >))
    let column = try #require(StrideQuantity.shown.first { $0.column == "length_m" })
    var strides = [
      Stride(foot: .left, number: 1, finalContact: 0.5, end: 1),
      Stride(foot: .left, number: 2, finalContact: 1.5, end: 2),
    ]
    strides[1].length = 1
    #expect(column.sorted(strides, descending: false).map(\.number) == [2, 1])
    #expect(column.sorted(strides, descending: true).map(\.number) == [2, 1])
  }

  @Test("a stride of a foot shows its measures, events, signals and path, each figure with words and values")
  func stride() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first") { stride in
      let wave = (0..<StrideSignals.points).map { Float($0 % 7) }
      let path = (0..<StrideCurve.points).map { Double($0) / 100 }
      let start = stride.start ?? stride.finalContact
      return DrawnStride(
        signals: StrideSignals(
          foot: stride.foot, number: stride.number, start: start, end: stride.end, forward: wave, upward: wave,
          third: .pitchRate(wave), footFlat: [start + 0.1...start + 0.2], swing: start + 0.2...stride.end),
        path: StrideCurve(foot: stride.foot, number: stride.number, forward: path, height: path, pitch: path))
    }
    let page = try await fixture.text("/session?person=S01&session=first&stride=right-2")
    #expect(page.contains("Stride 2 of the right foot"))
    #expect(page.contains("toe first (90 % sure)"))
    for title in ["Path from the side", "Foot pitch", "Acceleration forward", "Acceleration upward", "Pitch rate"] {
      #expect(page.contains("<title>\(title)</title><desc>"))
    }
    // The contact before, the final contact and the contact that ends it, in each of three signals.
    #expect(page.components(separatedBy: "class=\"remark\"").count >= 1 + 9)
    #expect(page.contains("class=\"shade\""))
    #expect(
      page.contains("<summary>Values of the signals</summary>")
        && page.contains("<summary>Values of the path</summary>"))
    #expect(page.contains("<td class=\"number\">40.0</td>"))
    #expect(
      try await fixture.text("/session?person=S01&session=first&stride=left-99").contains("no stride with that number"))
  }

  @Test("a stride of the lower back shows the trunk's acceleration and no path")
  func trunkStride() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first") { stride in
      let wave = (0..<StrideSignals.points).map { Float($0 % 7) }
      return DrawnStride(
        signals: StrideSignals(
          foot: stride.foot, number: stride.number, start: stride.start ?? 0, end: stride.end, forward: wave,
          upward: wave, third: .leftward(wave)))
    }
    let page = try await fixture.text("/session?person=S01&session=first&stride=right-2")
    #expect(page.contains("<title>Acceleration to the left</title>"))
    #expect(!page.contains("Path from the side") && !page.contains("Values of the path"))
  }

  @Test("a stride whose curves were not kept says so and what to do")
  func strideWithoutCurves() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first")
    let page = try await fixture.text("/session?person=S01&session=first&stride=right-2")
    #expect(page.contains("No curves were kept with this session; add it again to see them"))
    #expect(!page.contains("Acceleration forward"))
    // Of a very long recording, the curves of the only the curves of the first strides.
    try fixture.add("S02", session: "first") { stride in
      guard stride.number == 1 else { return nil }
      let none = [Float](repeating: 0, count: StrideSignals.points)
      return DrawnStride(
        signals: StrideSignals(
          foot: stride.foot, number: 1, start: 0, end: 1, forward: none, upward: none, third: .leftward(none)))
    }
    #expect(
      try await fixture.text("/session?person=S02&session=first&stride=right-2").contains(
        "only the curves of the first strides"))
  }

  @Test("a session shows the strides and the mean speed of each segment, and no section where there are none")
  func segments() async throws {
    let fixture = try ViewerFixture()
    // Contacts are at 2, 3.1, 4.2 s and so on: strides 1 to 6 lie in the first part, and 8 to 16 in the second.
    let segments = [Segment(name: "<rail>", start: 0, end: 8), Segment(name: "dual task", start: 8, end: 20)]
    try fixture.add("S01", session: "first", segments: segments)
    try fixture.add("S01", session: "second")
    let page = try await fixture.text("/session?person=S01&session=first")
    let section = try #require(page.split(separator: "<h2>Segments</h2>").last?.split(separator: "</section>").first)
    #expect(section.contains("1 stride lies in no segment"))
    let summary = try #require(try fixture.store.summaries(of: "S01").first { $0.session == "first" })
    let parts = try #require(summary.segments)
    #expect(parts.map(\.strides) == [6, 9])
    let rows = section.split(separator: "<tr>").filter { $0.contains("scope=\"row\"") }
    #expect(rows.count == 2 && rows[0].contains("&lt;rail&gt;") && rows[1].contains("dual task"))
    for (row, part) in zip(rows, parts) {
      let backward = try #require(part.directions["backward"])
      let speed = try #require(backward.measures["speed_m_s"]?.mean)
      #expect(row.contains(">\(backward.strides)</td>") && row.contains(String(format: "%.2f", speed)), "\(row)")
    }
    #expect(try await !fixture.text("/session?person=S01&session=second").contains("Segments</h2>"))
  }

  @Test("a session shows what is known of its whole walk, and what is not measured with the reason")
  func wholeWalk() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", strides: 24)
    let page = try await fixture.text("/session?person=S01&session=first")
    let section = try #require(page.split(separator: "<h2>The whole walk").last?.split(separator: "</section>").first)
    #expect(section.contains("Time walked, s") && section.contains("not measured, with the reasons</summary>"))
    #expect(section.contains("Both directions must have a mean of walking speed"))
  }

  @Test("a direction that nobody walked is named as such, and strides that count stand beside all")
  func missingDirection() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", strides: 16)
    let page = try await fixture.text("/session?person=S01&session=first")
    #expect(page.contains("no forward walking was found"))
    #expect(page.contains("<td>8 of 16</td>"))
  }

  @Test("a comparison begins after the run-in unless it is asked for, and then says so")
  func runIn() async throws {
    let fixture = try ViewerFixture()
    for day in 7...11 { try fixture.add("S01", session: "day \(day)", day: "2026-09-\(day < 10 ? "0" : "")\(day)") }
    let page = try await fixture.text("/compare?person=S01")
    #expect(page.contains("<h1>day 9 and day 11</h1>") && !page.contains("a run-in in which people learn"))
    let early = try await fixture.text("/compare?person=S01&a=day%207&b=day%2011")
    #expect(early.contains("day 7 is one of the first sessions, a run-in in which people learn the task"))
  }

  @Test("sessions under different conditions are not compared")
  func conditions() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07")
    try fixture.add("S01", session: "second", day: "2026-09-08")
    let page = try await fixture.text("/compare?person=S01&a=first&b=second")
    #expect(page.contains("<th scope=\"col\">Difference</th>"))
    #expect(page.contains("none in the decimals shown") && page.contains("Smallest detectable"))
    try fixture.store.annotate("S01", session: "second", SessionAnnotation(aid: "cane"))
    let other = try await fixture.text("/compare?person=S01&a=first&b=second")
    #expect(other.contains("cannot be compared"))
    #expect(!other.contains("Difference"))
    #expect(try await fixture.text("/person?id=S01").contains("Walking under different conditions is not compared"))
  }

  @Test(
    "what is not there is not found, in words",
    arguments: [
      "/person?id=nobody", "/person", "/session?person=S01&session=nothing", "/session?person=nobody&session=first",
      "/session/replay.json?person=nobody&session=first",
      "/compare?person=S01&a=first&b=nothing", "/export/strides.csv?person=nobody", "/nothing", "/assets/",
    ])
  func missing(_ target: String) async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first")
    let answer = await fixture.answer(target)
    #expect(answer.statusCode == .notFound)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("<h1>Not found</h1>"))
  }

  @Test("a request for the head of a page gets its length and nothing else")
  func head() async throws {
    let fixture = try ViewerFixture()
    let page = await fixture.answer("/")
    let head = await fixture.answer("/", method: .head)
    #expect(head.statusCode == .ok)
    #expect(head.body.isEmpty)
    #expect(head.headers[.contentLength] == String(page.body.count))
  }

  @Test("what was noted of a session stands below its values, and pain keeps its decimal")
  func notes() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07")
    try fixture.add("S01", session: "second", day: "2026-09-08")
    try fixture.store.annotate("S01", session: "first", SessionAnnotation(pain: 2.5, comment: "no rail"))
    let page = try await fixture.text("/person?id=S01")
    let rows = page.components(separatedBy: "<tr")
    let noted = try #require(rows.firstIndex { $0.contains(">first</a>") })
    #expect(rows[noted].contains("<th scope=\"row\" rowspan=\"2\">"))
    #expect(rows[noted].contains("<td>2.5</td>"))
    // As wide as the row above without its head, so that nothing of it is cut.
    let cells = rows[noted].components(separatedBy: "<td").count - 1
    #expect(rows[noted + 1].contains("<td colspan=\"\(cells)\">") && rows[noted + 1].contains(">no rail</div>"))
    let other = try #require(rows.first { $0.contains(">second</a>") })
    #expect(!other.contains("rowspan"))
  }

  @Test("exports hold every stride once, under one heading")
  func exports() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07", strides: 8)
    try fixture.add("S01", session: "second", day: "2026-09-08", strides: 6)
    let table = try await fixture.text("/export/strides.csv?person=S01")
    #expect(table.split(separator: "\n").count == 1 + 14)
    #expect(table.components(separatedBy: "final_contact_s").count == 2)
    #expect(try await fixture.text("/export/strides.csv?person=S01&session=second").split(separator: "\n").count == 7)
    // The tables of `retrogait export`, with all conditions.
    for (target, first) in [("strides", "recording"), ("sessions", "day"), ("trends", "day")] {
      let header = try await fixture.text("/export/\(target).csv?person=S01").prefix { $0 != "\n" }
      #expect(header.hasPrefix("subject,session,\(first),") && header.contains(",program_version,"), "\(target)")
    }
    #expect(table.contains(",TRUE,") && !table.contains(",true,"))
    #expect(try await fixture.text("/export/report.html?person=S01").hasPrefix("<!DOCTYPE html>"))
  }

  @Test("everything as JSON has the person, plan, goals, prescriptions, sessions, results and changes")
  func everything() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07", strides: 8)
    try fixture.add("S01", session: "second", day: "2026-09-08", strides: 6)
    var annotation = PersonAnnotation(
      diagnosisGroup: "knee OA", affectedSide: .left, comment: "no rail", plan: TrainingPlan.presets["10x3x6"])
    annotation.goals = [.backwardSpeed: 0.9]
    annotation.prescriptions = [try #require(CalendarDay("2026-12-03")): "ten minutes"]
    try fixture.store.annotate("S01", annotation)
    try fixture.store.annotate("S01", session: "second", SessionAnnotation(aid: "cane", pain: 2.5))
    let json = Data(try await fixture.text("/export/person.json?person=S01").utf8)
    let all = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(all["name"] as? String == "S01" && all["group"] as? String == "knee OA")
    #expect(all["affected_side"] as? String == "left" && all["notes"] as? String == "no rail" && all["sex"] == nil)
    #expect((all["recordings"] as? [Any])?.count == 2)
    let plan = try #require(all["plan"] as? [String: Any])
    #expect(plan["weeks"] as? Int == 6 && plan["sessions_per_week"] as? Double == 3)
    let goals = try #require(all["goals"] as? [[String: Any]])
    #expect(goals.count == 1 && goals[0]["measure"] as? String == GoalKind.backwardSpeed.measure.id)
    #expect(goals[0]["unit"] as? String == "m/s")
    #expect(goals[0]["direction"] as? String == "backward" && goals[0]["value"] as? Double == 0.9)
    // A week begins on Monday.
    let prescriptions = try #require(all["prescriptions"] as? [[String: String]])
    #expect(prescriptions == [["week": "2026-11-30", "text": "ten minutes"]])
    let sessions = try #require(all["sessions"] as? [[String: Any]])
    #expect(sessions.map { $0["name"] as? String } == ["first", "second"] && sessions[0]["aid"] == nil)
    #expect(sessions[1]["aid"] as? String == "cane" && sessions[1]["pain"] as? Double == 2.5)
    let changes = try #require(all["changes"] as? [[String: String]])
    #expect(changes.contains { $0["fact"] == "aid" && $0["session"] == "second" && $0["after"] == "cane" })
    #expect(changes.contains { $0["fact"] == "goal" && $0["after"] == "backward speed 0.9 m/s" })
    #expect(changes.allSatisfy { $0["changed_at"] != nil })
    #expect(await fixture.answer("/export/person.json?person=nobody").statusCode == .notFound)
  }
}
