import Foundation
import GaitMeasures
import GaitModel
import Testing

@testable import GaitReport

@Suite("The report")
struct ReportTests {
  /// An analyzed recording with strides in both directions.
  private func recording(
    _ name: String, subject: String? = "S01", startedAt: String? = nil, backwardSpeed: Double = 0.7,
    forwardSpeed: Double = 1.1,
    warnings: [GaitWarning] = [], directions: [Direction] = [.forward, .backward]
  ) -> AnalyzedRecording {
    var strides: [Stride] = []
    for (bout, direction) in directions.enumerated() {
      for k in 0..<20 {
        let duration = 1.2
        let end = Double(bout) * 60 + 2 + Double(k) * duration / 2
        var stride = Stride(
          foot: k % 2 == 0 ? .left : .right, number: k + 1, start: end - duration, finalContact: end - 0.45, end: end)
        stride.bout = bout + 1
        stride.direction = direction
        stride.directionConfidence = 0.99
        stride.length = (direction == .forward ? forwardSpeed : backwardSpeed) * duration + 0.01 * Double(k % 3)
        stride.contact = direction == .forward ? .heel : .toe
        stride.contactConfidence = 0.99
        stride.footPitchAtContact = direction == .forward ? 0.4 : -0.5
        strides.append(stride)
      }
    }
    let walk = GaitResult(strides: strides, warnings: warnings)
    let recording = Recording(
      name: name, details: RecordingDetails(subject: subject, startedAt: startedAt), sensors: [],
      inputs: [InputFile(file: "left_foot.csv", sha256: "00ff", format: "plain CSV")])
    return AnalyzedRecording(walk, of: recording, program: ProgramVersion(name: "RetroGait", version: "9.9"))
  }

  private func text(_ html: String) -> String {
    html.replacing(#/<[^>]*>/#, with: " ")
  }

  @Test("the first sentences say how many strides, how fast, and what touched first")
  func sentences() {
    let html = GaitReport(recordings: [
      recording("a", startedAt: "2026-01-05T10:00:00Z", backwardSpeed: 0.6),
      recording("b", startedAt: "2026-02-02T10:00:00Z", backwardSpeed: 0.8),
    ]).html()
    #expect(html.contains("In 2 sessions from 2026-01-05 to 2026-02-02, 24 forward strides and 24 backward strides"))
    #expect(
      html.contains(
        "On 2026-02-02, backward walking was at 0.81 m/s and forward walking at 1.11 m/s: the backward speed was 73 % "
          + "(95 % CI"))
    #expect(html.contains("The toes touched the ground first in 100 % of 12 backward and 0 % of 12 forward contacts"))
    #expect(html.contains("Of the sessions, 0 count for change; left out: 2 as a run-in."))
    let tooFew = "that these sessions can show: 0 sessions count after a run-in of 2, and a test needs 8."
    #expect(html.contains("No change of backward walking speed, stride length or toe-first share \(tooFew)"))
    #expect(html.contains("No change of forward walking speed or stride length \(tooFew)"))
  }

  @Test("it never judges and says that it is no medical device")
  func sober() {
    let words = text(GaitReport(recordings: [recording("a")]).html()).lowercased()
    for word in ["better", "worse", "improved", "normal", "healthy"] { #expect(!words.contains(word)) }
    #expect(words.contains("research software, not a medical device"))
  }

  @Test("it refers to nothing outside of itself")
  func selfContained() {
    let html = GaitReport(recordings: [recording("a"), recording("b")]).html()
    for pattern in ["http://", "https://", "src=", "url(", "@import", "<script"] { #expect(!html.contains(pattern)) }
  }

  @Test("a subject that looks like markup is only text")
  func escaping() {
    let html = GaitReport(recordings: [recording("x", subject: "<script>alert('1')</script>")]).html()
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
  }

  @Test("recordings without a date stand by name, and the report says so")
  func undated() {
    let html = GaitReport(recordings: [recording("b"), recording("a", startedAt: "2026-01-05")]).html()
    #expect(html.contains("Not every session has a date; they stand in the order of their names,"))
  }

  @Test("one direction alone leaves dashes and the reason")
  func oneDirection() {
    let html = GaitReport(recordings: [recording("a", directions: [.forward])]).html()
    #expect(html.contains("no backward stride was found"))
    #expect(html.contains("double support forward (both feet must carry a sensor)"))
  }

  @Test("that forward and backward may be exchanged is said before what rests on it")
  func doubt() throws {
    let sure = recording("a")
    var unsure = recording("b")
    for k in unsure.strides.indices { unsure.strides[k].directionConfidence = 0.8 }
    let html = GaitReport(recordings: [sure, unsure]).html()
    let words = "In 1 of 2 recordings forward and backward may be exchanged: the probability that a direction is right"
    let place = try #require(html.range(of: words))
    #expect(html.contains("is right is 80 % in the least certain one."))
    #expect(try place.lowerBound < #require(html.range(of: "backward walking was at")).lowerBound)
    #expect(!GaitReport(recordings: [sure]).html().contains("may be exchanged"))
  }

  @Test("what is missing in both directions for one reason is said once, first contact too")
  func missing() {
    var one = recording("a")
    for direction in ["forward", "backward"] {
      one.summary.directions[direction]?.contactCount = 0
      one.summary.directions[direction]?.notMeasured = ["foot_pitch_contact_deg": "a foot must carry a sensor"]
      one.summary.directions[direction]?.measures["foot_pitch_contact_deg"] = nil
      one.summary.contacts[direction] = nil
    }
    let words = text(GaitReport(recordings: [one]).html())
    #expect(words.contains("toe-first share (a foot must carry a sensor); foot pitch at contact (a foot must"))
    #expect(words.contains("Forward and backward, session a"))
    #expect(!words.contains(", not compared with the others"))
  }

  @Test("warnings and rejected strides are listed, once for all recordings that share them")
  func leftOut() {
    let warning = GaitWarning.foot(.leftFoot, .noStride)
    var rejected = recording("a", warnings: [warning])
    rejected.summary.rejected = ["no_foot_flat": 3]
    let html = GaitReport(recordings: [rejected, recording("b", warnings: [warning])]).html()
    #expect(html.contains("3 strides excluded, because the foot was not at rest before or after the swing."))
    #expect(html.contains("Every recording: left_foot: the sensor moved, but no stride of a walk was found."))
  }

  @Test("nothing measured makes a report without charts that says so")
  func empty() {
    let html = GaitReport(recordings: [recording("a", directions: [])]).html()
    #expect(html.contains("No forward or backward stride could be measured"))
    #expect(!html.contains("<svg"))
  }

  @Test("several people have a part each, with links to them")
  func people() {
    let html = GaitReport(recordings: [recording("a", subject: "Ada"), recording("b", subject: "Bob")]).html()
    #expect(html.contains("Walking of 2 people"))
    #expect(html.contains("<h1 id=\"person-41-64-61\">Ada</h1>"))
    #expect(html.contains("href=\"#person-42-6f-62\""))
  }

  /// Sessions a week apart with the given backward speeds.
  private func weeks(_ speeds: [Double]) -> [AnalyzedRecording] {
    speeds.enumerated().compactMap { k, speed in
      CalendarDay("2026-01-05")?.adding(days: 7 * k).map {
        recording("w\(k + 10)", startedAt: "\($0)T10:00:00Z", backwardSpeed: speed)
      }
    }
  }

  @Test("a steady rise over many sessions is called faster, with its amount and interval")
  func likelyReal() {
    let speeds: [Double] = (0..<12).map { (k: Int) -> Double in 0.5 + 0.04 * Double(k) + 0.01 * Double(k * 7 % 3) }
    let html = GaitReport(recordings: weeks(speeds)).html()
    #expect(
      html.contains(
        /Backward walking became faster: \+0\.3\d m\/s \(95 % CI \+0\.\d\d to \+0\.\d\d\) over 10 sessions\./))
    #expect(html.contains("Backward strides became longer: +0."))
    let words = text(html).replacing(#/\s+/#, with: " ")
    #expect(words.contains(/backward Walking speed, m\/s [\d.]+ → [\d.]+ \+0\.\d\d \([^)]+\) faster ?: consistent/))
    #expect(words.contains(/Stride length, m [\d.]+ → [\d.]+ \+0\.\d\d \([^)]+\) longer ?: consistent/))
    #expect(words.contains("the same in all sessions that count") && !words.contains("likely"))
    #expect(html.contains("Of the sessions, 10 count for change; left out: 2 as a run-in."))
    #expect(html.contains("In all 10 sessions that count, backward toe-first share was 100 %."))
    #expect(html.contains("class=\"pale\""))
    #expect(html.contains("class=\"band series-square\""))
  }

  @Test("the run-in is pale from the first session on, and stays so", arguments: [1, 2, 3])
  func paleRunIn(sessions: Int) {
    let html = GaitReport(recordings: weeks([Double](repeating: 0.7, count: sessions))).html()
    #expect(html.contains("class=\"pale\"") && html.contains("Pale: the first two sessions"))
  }

  @Test("what goes down is called slower, forward walking too, and no change is said with what could have been seen")
  func slower() throws {
    let speeds: [Double] = (0..<12).map { (k: Int) -> Double in 0.02 * Double(k) + 0.01 * Double(k * 7 % 3) }
    let recordings = weeks([Double](repeating: 0.7, count: 12)).indices.compactMap { k in
      CalendarDay("2026-01-05")?.adding(days: 7 * k).map {
        recording(
          "w\(k + 10)", startedAt: "\($0)T10:00:00Z", backwardSpeed: 0.7 + 0.02 * Double(k * 5 % 4),
          forwardSpeed: 1.3 - speeds[k])
      }
    }
    let person = try #require(PersonReport.people(of: recordings).first)
    let sentences = OpeningSentences(report: person).sentences
    #expect(
      sentences.contains {
        $0.contains(/Forward walking became slower: −0\.\d\d m\/s \(95 % CI .*\) over 10 sessions\./)
      })
    #expect(
      sentences.contains {
        $0.contains(
          /No change of backward walking speed that these 10 sessions can show: .*; they can show 0\.\d\d m\/s or more\./
        )
      })
  }

  @Test("the sessions of each condition are counted, and the last one's condition stands beside its numbers")
  func mixedConditions() throws {
    var recordings = weeks([0.6, 0.6, 0.6, 0.9, 0.9])
    for k in recordings.indices { recordings[k].summary.surface = k < 3 ? .overground : .treadmill }
    let html = GaitReport(recordings: recordings).html()
    #expect(html.contains("5 sessions · 3 of them other, overground · 2 of them other, treadmill"))
    #expect(html.contains(/backward walking was at 0\.91 m\/s and forward walking at 1\.11 m\/s \(other, treadmill\)/))
  }

  @Test("what left and right differ by from the spread of strides follows from these strides")
  func spreadOfStrides() throws {
    let strides = recording("a").strides.filter { $0.isCounted && $0.direction == .forward }
    let walked = WalkedAmount(.forward, strides: strides, bouts: [])
    let own = DirectionSummary(.forward, strides: strides, walked: walked)
    let length = try #require(own.measures["stride_length_m"])
    let half = 1.96 * (try #require(length.cvPercent)) * (2 / (Double(length.n) / 2)).squareRoot()
    let words = try #require(SymmetrySection.spread(own))
    #expect(length.n == 12 && words.contains("with 12 strides of both feet"))
    #expect(words.contains("below \((half * 10).rounded() / 10) %"))
  }

  @Test("the change of forward and backward walking is told in one table, with its doubt and what measurement explains")
  func changes() {
    let html = GaitReport(recordings: weeks([0.6, 0.6, 0.7, 0.7, 0.7, 0.8, 0.8])).html()
    let words = text(html).replacing(#/\s+/#, with: " ")
    #expect(words.contains("Change over the sessions"))
    #expect(words.contains(/backward Walking speed, m\/s 0\.71 → 0\.81 \+0\.\d\d \(\S+ to \S+\) no change that/))
    #expect(words.contains(/no change that these sessions can show ?: a test needs 8 sessions/))
    #expect(words.contains(/forward Walking speed, m\/s 1\.11 → 1\.11 0\.00/))
    #expect(words.contains("One odd session hardly moves this line"))
    #expect(words.contains("measurement error borrowed: forward walking"))
    // One session has no change.
    #expect(!GaitReport(recordings: [recording("a")]).html().contains("Change over the sessions"))
  }

  @Test("values stand behind every chart as a table")
  func tables() {
    let html = GaitReport(recordings: weeks([0.6, 0.7, 0.8])).html()
    #expect(html.matches(of: /<details class="values">/).count == 3)
    #expect(html.contains(/<th scope="row">2026-01-19<\/th><td class="number">1\.11/))
  }

  @Test("sessions on a treadmill are marked and not compared with those overground")
  func conditions() {
    var recordings = weeks([0.6, 0.6, 0.6, 0.9])
    for k in recordings.indices { recordings[k].summary.surface = k == 3 ? .treadmill : .overground }
    let html = GaitReport(recordings: recordings).html()
    #expect(html.contains("class=\"remark\""))
    #expect(html.contains("Session 2026-01-26, not compared with the others: other conditions: other, treadmill."))
  }

  @Test("a chart marks the session from which on the sensors are others, once, and says so in its words")
  func sensors() throws {
    var recordings = weeks([0.6, 0.6, 0.6, 0.6])
    for k in recordings.indices {
      let json = """
        {"placement": "left_foot", "sampling_rate_hz": \(k < 2 ? 100 : 50), "jitter_ms": 0, "samples": 1, "gaps": [],
        "clipped_samples": 0}
        """
      recordings[k].summary.sensors = [try JSONDecoder().decode(SummaryDocument.Sensor.self, from: Data(json.utf8))]
    }
    let html = GaitReport(recordings: recordings).html()
    let charts = html.matches(of: /<details class="values">/).count
    #expect(charts > 0 && html.matches(of: /class="remark"/).count == charts)
    #expect(html.matches(of: /Marked: 50 Hz\./).count == charts)
  }

  @Test("a reader points at a session in a chart and sees its values, without a script")
  func values() {
    let html = GaitReport(recordings: weeks([0.6, 0.7])).html()
    #expect(html.contains(/aria-label="2026-01-05, m\/s: forward 1\.11[^"]*; backward 0\.61[^"]*"/))
    #expect(html.contains(".point:hover .value") && !html.contains("<script"))
  }

  @Test("a share of contacts stays within 0 and 100 %")
  func shares() {
    let html = GaitReport(recordings: weeks([0.6, 0.6])).html()
    // All backward contacts are toe-first, so that an interval about 100 % is cut off there.
    #expect(html.contains(/100 <span class="interval">\(\d+ to 100\)/))
    #expect(html.contains(/0 <span class="interval">\(0 to \d+\)/))
  }

  @Test("mean paths and pitch of the feet are drawn where a recording has them")
  func curves() {
    var one = recording("a")
    #expect(!GaitReport(recordings: [one]).html().contains("How the feet move"))
    let points = (0..<StrideCurve.points).map { Double($0) / Double(StrideCurve.points - 1) }
    one.summary.curves = [Direction.forward, .backward].map { direction in
      SummaryDocument.Curve(
        foot: .left, direction: direction, n: 8, forwardM: points.map { direction == .forward ? $0 : -$0 },
        heightM: points.map { 0.2 * $0 * (1 - $0) }, heightSDM: points.map { _ in 0.01 },
        footPitchDeg: points.map { -40 * $0 * (1 - $0) }, footPitchSDDeg: nil)
    }
    let html = GaitReport(recordings: [one]).html()
    #expect(html.contains("Left foot from the side"))
    #expect(html.contains("up to 5.0 cm high, pitch −10° to 0°"))
    #expect(!html.contains("Right foot from the side"))
  }

  @Test("thirty sessions stay far below a megabyte and a half")
  func size() {
    let html = GaitReport(recordings: weeks((0..<30).map { (k: Int) -> Double in 0.6 + 0.005 * Double(k) })).html()
    #expect(html.utf8.count < 1_500_000)
  }

  @Test(
    "two sessions side by side: change against the minimal detectable change, and different conditions are not compared"
  )
  func pair() throws {
    var recordings = weeks([0.6, 0.7])
    let person = try #require(PersonReport.people(of: recordings).first)
    let html = SessionPairReport(person: person, first: "2026-01-05", second: "2026-01-12").html()
    #expect(html.contains("<td>no change that these sessions can show</td>"))
    #expect(html.contains("<td>no change that these sessions can show: measurement error unknown</td>"))
    #expect(html.contains("+0.10") && !html.contains("<td>faster</td>"))
    let far = weeks([0.6, 1.0])
    let fast = try #require(PersonReport.people(of: far).first)
    let rise = SessionPairReport(person: fast, first: "2026-01-05", second: "2026-01-12").html()
    #expect(rise.contains("<td>faster</td>") && rise.contains("<td>longer</td>") && !rise.contains("<td>slower</td>"))
    let fall = SessionPairReport(person: fast, first: "2026-01-12", second: "2026-01-05").html()
    #expect(fall.contains("<td>slower</td>") && fall.contains("<td>shorter</td>") && !fall.contains("<td>faster</td>"))
    recordings[1].summary.surface = .treadmill
    let other = try #require(PersonReport.people(of: recordings).first)
    #expect(
      SessionPairReport(person: other, first: "2026-01-05", second: "2026-01-12").html().contains(
        "the conditions differ"))
  }

  @Test("the same recordings give the same bytes")
  func deterministic() {
    let recordings = [recording("a", startedAt: "2026-01-05"), recording("b", startedAt: "2026-01-12")]
    #expect(GaitReport(recordings: recordings).html() == GaitReport(recordings: recordings.reversed()).html())
  }
}
