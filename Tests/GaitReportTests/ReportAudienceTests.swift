import Foundation
import GaitMeasures
import GaitModel
import Testing

@testable import GaitReport

@Suite("Reports for the patient's file and for the patient")
struct ReportAudienceTests {
  /// A session a week, each with 20 strides a way.
  private func recordings(_ speeds: [Double], directions: [Direction] = [.forward, .backward]) -> [AnalyzedRecording] {
    speeds.enumerated().compactMap { week, speed in
      guard let day = CalendarDay("2026-01-05")?.adding(days: 7 * week) else { return nil }
      var strides: [Stride] = []
      for (bout, direction) in directions.enumerated() {
        for k in 0..<20 {
          let end = Double(bout) * 60 + 2 + Double(k) * 0.6
          var stride = Stride(
            foot: k % 2 == 0 ? .left : .right, number: k + 1, start: end - 1.2, finalContact: end - 0.45, end: end)
          stride.bout = bout + 1
          stride.direction = direction
          stride.directionConfidence = 0.99
          stride.length = (direction == .forward ? 1.1 : speed) * 1.2 + 0.01 * Double(k % 3)
          stride.contact = direction == .forward ? .heel : .toe
          stride.contactConfidence = 0.99
          strides.append(stride)
        }
      }
      let details = RecordingDetails(subject: "S01", startedAt: "\(day)T10:00:00Z")
      return AnalyzedRecording(
        GaitResult(strides: strides), of: Recording(name: "w\(week + 10)", details: details, sensors: []),
        program: ProgramVersion(name: "RetroGait", version: "9.9"))
    }
  }

  private func words(_ recordings: [AnalyzedRecording], for audience: ReportAudience) -> String {
    GaitReport(people: PersonReport.people(of: recordings), audience: audience).html()
      .replacing(#/<style>[\s\S]*?<\/style>/#, with: "").replacing(#/<[^>]*>/#, with: " ").replacing(#/\s+/#, with: " ")
  }

  private static let rising: [Double] = (0..<12).map { (k: Int) -> Double in
    0.5 + 0.04 * Double(k) + 0.01 * Double(k * 7 % 3)
  }

  @Test("the patient reads in plain words what the sessions show, without intervals, tests or judgment")
  func patient() {
    let text = words(recordings(Self.rising), for: .patient)
    #expect(text.contains("We measured your walking 12 times: "))
    #expect(text.contains("double steps backward and "))
    #expect(text.contains(/On 2026-03-23 you walked backward at \d\.\d\d meters per second\./))
    #expect(text.contains(/Your walking backward became faster over 10 visits, by 0\.\d\d meters per second\./))
    #expect(text.contains("These visits cannot show whether your walking forward changed."))
    #expect(text.contains(/touched the ground first in (\d+) of \1 contacts\. When you walked forward, in 0 of \d+\./))
    #expect(!text.contains("may be exchanged"))
    for word in ["95 %", "CI", "likely", "better", "worse", "Theil"] { #expect(!text.contains(word), "\(word)") }
    #expect(text.contains("research software, not a medical device"))
  }

  @Test("where directions are not sure, the patient and the file are told that forward and backward may be exchanged")
  func doubt() {
    var unsure = recordings([0.7, 0.7])
    for k in unsure[0].strides.indices { unsure[0].strides[k].directionConfidence = 0.8 }
    #expect(words(unsure, for: .patient).contains("On this page, backward and forward may be exchanged."))
    #expect(words(unsure, for: .file).contains("forward and backward may be exchanged: the probability"))
  }

  @Test("nothing measured is said on every page, and so are sessions without a date on the page for the file")
  func nothing() {
    let none = recordings([0.7], directions: [])
    #expect(words(none, for: .file).contains("No forward or backward stride could be measured."))
    #expect(words(none, for: .patient).contains("Walking backward could not be measured."))
    var undated = recordings([0.7, 0.7])
    undated[0].summary.startedAt = nil
    #expect(words(undated, for: .file).contains("Not every session has a date;"))
  }

  @Test("a way that nobody walked could not be measured, and one visit shows no change")
  func little() {
    let text = words(recordings([0.7], directions: [.backward]), for: .patient)
    #expect(text.contains("Walking forward could not be measured."))
    #expect(text.contains("walking once:") && !text.contains("cannot show"))
  }

  @Test("the page for the file has the sentences and the change, and counts what was left out")
  func file() {
    let all = recordings(Self.rising)
    let text = words(all, for: .file)
    #expect(text.contains("Backward walking became faster: +0."))
    #expect(text.contains("Change over the sessions") && text.contains("backward walking was at"))
    let strides = all.flatMap(\.strides)
    #expect(text.contains("\(strides.count { $0.isCounted }) of \(strides.count) strides that were found enter"))
    #expect(!text.contains("All sessions"))
    #expect(words(all, for: .specialist).contains("All sessions"))
  }

  @Test("a hostile name does not end the style of the printed head")
  func printedHead() {
    var one = recordings([0.7])[0]
    one.summary.subject = "\"}</style><script>alert(1)</script>"
    let html = GaitReport(recordings: [one]).html()
    #expect(!html.contains("<script") && html.matches(of: /<\/style>/).count == 1)
  }
}
