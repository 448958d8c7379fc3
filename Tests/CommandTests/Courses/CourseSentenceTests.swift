import Foundation
import RetroGait
import Testing

@Suite("What a report says of a course follows from strides.csv")
struct CourseSentenceTests {
  /// What a report has to say of the change of speed.
  private static let changes: [String: [String]] = [
    "improving": ["Backward walking became faster: +"],
    "unchanged": ["No change of backward walking speed that these", "; they can show"],
    "worsening": ["Backward walking became slower: −"],
    "limp": ["No change of backward walking speed that these", "; they can show"],
    "mixed conditions": ["No change of backward walking speed", "a test needs 8"],
  ]

  @Test("every sentence, every number in a table and every chart's description", arguments: SimulatedCourse.all)
  func sentences(course: SimulatedCourse) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "course-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let html = try course.write(to: folder)
    let days = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("20") }.sorted()
    let sessions = try days.map { try WrittenStrides(folder, day: $0) }
    try #require(sessions.count == SimulatedCourse.sessions)
    let truth = CourseTruth(
      sessions: sessions, usual: sessions.indices.filter { !course.onTreadmill.contains($0) }.map { sessions[$0] })
    let report = ReadReport(html)

    let sentences = report.paragraphs.flatMap(CourseTruth.sentences)
    for sentence in sentences {
      let isTrue = truth.accounts(for: sentence) || truth.accountsForWalk(sentence) || truth.accountsForSides(sentence)
      #expect(isTrue, "\(course.name): \(sentence)")
    }
    // The check itself can fail: another number, or a sentence that nobody knows, is not accounted for.
    let speeds = try #require(sentences.first { $0.contains("backward walking was at 0.") })
    #expect(!truth.accounts(for: speeds.replacing("walking was at 0.", with: "walking was at 1.")))
    let extent = try #require(sentences.first { $0.contains("were measured") })
    #expect(!truth.accounts(for: extent.replacing(/\d+ forward/, with: "7 forward")))
    #expect(!truth.accounts(for: "Walking got better.") && !truth.accountsForWalk("Walking got better."))
    let values = (0..<9).map(Double.init)
    for words in ["slower: consistent over sessions", "faster: likely", "no change that these sessions can show"] {
      #expect(!truth.accountsForMeaning(words, change: [0.3, 0.2, 0.4], detectable: 0.1, counted: values))
    }
    #expect(!truth.accountsForWalk("3 m in 9.00 s (8.90 to 9.10), 0.33 m/s, 6 steps."))
    for item in report.items {
      #expect(truth.accountsForItem(item) || truth.accountsForWalkItem(item), "\(course.name): \(item)")
    }
    #expect(report.charts.count >= 7)
    for chart in report.charts {
      #expect(truth.accountsForSideChart(chart) ?? truth.accountsForChart(chart), "\(course.name): \(chart)")
    }
    let sides = try #require(report.charts.first { $0.hasPrefix("Step time, forward, in ") })
    #expect(truth.accountsForSideChart(sides.replacing("left from 0.", with: "left from 1.")) == false)
    var checked = 0
    for (heading, rows) in report.rows {
      for row in rows {
        let known =
          truth.accountsForRow(row, under: heading) ?? truth.accountsForWalkRow(row, under: heading)
          ?? truth.accountsForSideRow(row, under: heading)
        guard let isTrue = known else { continue }
        #expect(isTrue, "\(course.name), \(heading): \(row)")
        checked += 1
      }
    }
    // 11 sessions, 6 changes, 9 measures both ways, 3 of both sides, 11 weeks, the ratios to forward.
    #expect(checked >= 40)
    let wanted = try #require(Self.changes[course.name])
    #expect(report.paragraphs.contains { text in wanted.allSatisfy(text.contains) })
    let limp = try #require(sessions.last?.asymmetry("step_time_s", "forward"))
    #expect(course.limps == (abs(limp) > 5))
  }
}
