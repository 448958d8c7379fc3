import GaitStatistics
import RetroGait
import Testing

@Suite("Codes of a trend")
struct TrendCodeTests {
  @Test("History.md lists every verdict, and every reason beside the words that people read")
  func documented() throws {
    let lines = try Document(file: Document.articles.appending(path: "History.md")).lines()
    for verdict in Trend.Verdict.allCases {
      #expect(lines.contains { $0.hasPrefix("| `\(verdict.rawValue)` | ") }, "\(verdict.rawValue)")
    }
    for reason in Trend.Reason.allCases {
      #expect(lines.contains("| `\(reason.rawValue)` | \(reason.words) |"), "\(reason.rawValue)")
    }
  }
}
