import GaitExport
import GaitMeasures
import GaitModel
import Testing

@testable import GaitReport

@Suite("The report")
struct ReportTests {
  /// An analyzed recording with strides in both directions.
  private func recording(
    _ name: String, subject: String? = "S01", startedAt: String? = nil, backwardSpeed: Double = 0.7,
    warnings: [String] = [], directions: [Direction] = [.forward, .backward]
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
        stride.length = (direction == .forward ? 1.1 : backwardSpeed) * duration + 0.01 * Double(k % 3)
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
    let document = SummaryDocument(
      recording: recording, result: walk, summary: WalkSummary(walk), settings: .null,
      program: ProgramVersion(name: "RetroGait", version: "9.9"))
    return AnalyzedRecording(summary: document, strides: strides)
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
    #expect(html.contains("In 2 recordings from 2026-01-05 to 2026-02-02, 32 forward strides and 32 backward strides"))
    #expect(html.contains("On 2026-02-02, backward walking was at 0.81 m/s (95 % interval"))
    #expect(
      html.contains("The toes touched the ground first in 100 % of 32 backward contacts and in 0 % of 32 forward"))
    #expect(html.contains("differs by +0.20 m/s; whether this exceeds the usual variation"))
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
    #expect(html.contains("Not every recording has a date; they stand in the order of their names."))
  }

  @Test("one direction alone leaves dashes and the reason")
  func oneDirection() {
    let html = GaitReport(recordings: [recording("a", directions: [.forward])]).html()
    #expect(html.contains("no backward stride was found"))
    #expect(html.contains("double support forward: both feet must carry a sensor"))
  }

  @Test("warnings and rejected strides are listed, once for all recordings that share them")
  func leftOut() {
    var rejected = recording("a", warnings: ["left_foot: something."])
    rejected.summary.rejected = ["no_foot_flat": 3]
    let html = GaitReport(recordings: [rejected, recording("b", warnings: ["left_foot: something."])]).html()
    #expect(html.contains("3 strides left out, because the foot was not at rest before or after the swing."))
    #expect(html.contains("Every recording: left_foot: something."))
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

  @Test("the same recordings give the same bytes")
  func deterministic() {
    let recordings = [recording("a", startedAt: "2026-01-05"), recording("b", startedAt: "2026-01-12")]
    #expect(GaitReport(recordings: recordings).html() == GaitReport(recordings: recordings.reversed()).html())
  }
}
