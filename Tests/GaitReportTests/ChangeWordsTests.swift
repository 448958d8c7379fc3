import GaitMeasures
import GaitModel
import GaitStatistics
import Testing

@testable import GaitHistory
@testable import GaitReport

@Suite("A change in words")
struct ChangeWordsTests {
  private func measure(_ quantity: StrideQuantity) throws -> TrackedMeasure {
    try #require(TrackedMeasure.named(quantity.id))
  }

  /// A measure that rises by `step` from session to session, or falls.
  private func course(_ quantity: StrideQuantity, step: Double, sessions: Int = 12) throws -> CourseTrend.MeasureTrend {
    let points = (0..<sessions).map { (k: Int) -> TrendPoint in
      TrendPoint(day: 7 * Double(k), value: 1 + step * Double(k) + 0.001 * Double(k * 7 % 3))
    }
    let trend = Trend(points, error: MeasurementError(borrowed: 0.01, source: "a study"))
    return CourseTrend.MeasureTrend(
      measure: try measure(quantity), direction: .backward, isPrimary: true,
      sessionNames: points.indices.map { "\($0)" }, trend: trend)
  }

  @Test("a rise of speed is faster, a fall slower; strides become longer or shorter")
  func ways() throws {
    let words = { (quantity: StrideQuantity, step: Double) throws in
      ChangeWords(try self.course(quantity, step: step)).text
    }
    #expect(try words(.speed, 0.05) == "faster: consistent over sessions")
    #expect(try words(.speed, -0.05) == "slower: consistent over sessions")
    #expect(try words(.length, 0.05) == "longer: consistent over sessions")
    #expect(try words(.length, -0.05) == "shorter: consistent over sessions")
    #expect(try words(.duration, 0.05) == "longer: consistent over sessions")
    #expect(try words(.toeFirst, -0.05) == "less often toes first: consistent over sessions")
    #expect(try words(.cadence, 0.05) == "higher: consistent over sessions")
  }

  @Test("what is shown with the opposite sign is named the other way round")
  func reversed() throws {
    let rise = try course(.cadence, step: 0.05)
    #expect(ChangeWords(rise).finding == "higher" && ChangeWords(rise, isReversed: true).finding == "lower")
  }

  @Test("a change that is not likely real has no name, whatever its amount, and its reason beside it")
  func unnamed() throws {
    let few = ChangeWords(try course(.speed, step: 0.05, sessions: 7))
    #expect(few.text == "no change that these sessions can show: a test needs 8 sessions")
    let none = ChangeWords(try course(.speed, step: 0.05, sessions: 2))
    #expect(none.text == "no change that these sessions can show: a change needs 3 sessions")
    for verdict in [Trend.Verdict.withinError, .cannotTell] {
      #expect(ChangeWords(verdict, because: nil, change: 5, .speed).text == ChangeWords.noChange)
    }
  }

  @Test("no word judges, every measure has two of them, and every reason has its own")
  func words() {
    var said: [String] = []
    for measure in TrackedMeasure.all {
      let way = ChangeWay(measure)
      #expect(way(1) != way(-1), "\(measure.id)")
      said += [way(1), way(-1)]
    }
    let reasons = Trend.Reason.allCases.map(\.words)
    #expect(Set(reasons).count == Trend.Reason.allCases.count)
    for words in said + reasons {
      #expect(!words.contains("_") && !words.contains(/better|worse|improve|decline/), "\(words)")
    }
  }

  @Test("a list of people calls backward speed faster and slower as a report does")
  func status() {
    let status = { (verdict: Trend.Verdict, reason: Trend.Reason, change: Double?) in
      ChangeWords(CourseStatus(change: change, verdict: verdict, reason: reason, n: 9, findings: []))
    }
    #expect(status(.likelyReal, .consistent, 0.2).finding == "faster")
    #expect(status(.likelyReal, .consistent, -0.2).finding == "slower")
    #expect(status(.cannotTell, .notConsistent, -0.2).text == ChangeWords.noChange + ": not consistent over sessions")
  }
}
