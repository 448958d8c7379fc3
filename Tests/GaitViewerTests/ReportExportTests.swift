import Foundation
import RetroGait
import Testing

@testable import GaitViewer

@Suite("Reports from the viewer")
struct ReportExportTests {
  @Test("the report for the specialist holds the text of the command methods, word for word")
  func methods() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07")
    try fixture.add("S01", session: "second", day: "2026-09-08")
    let text = MethodsText(try fixture.store.summaries(of: "S01")).text
    let report = try await fixture.text("/export/report.html?person=S01")
    let copied = try #require(report.components(separatedBy: "<div class=\"copy\">").dropFirst().first)
    let plain = copied.prefix(upTo: copied.range(of: "</div>")?.lowerBound ?? copied.endIndex)
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    #expect(plain == text)
    #expect(try await !fixture.text("/export/report.html?person=S01&for=patient").contains("class=\"copy\""))
  }
}
