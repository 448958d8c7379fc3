import GaitHistory
import GaitModel
import GaitStatistics
import Testing

@testable import GaitReport

@Suite("Why sessions and people are not compared, in words")
struct ExclusionWordsTests {
  private let treadmill = WalkConditions(sensors: .feet, surface: .treadmill)
  private let cane = WalkConditions(sensors: .feet, surface: .overground, inclinePercent: 2, aid: "cane")

  @Test("a session is told what it lacks, and under which conditions it was walked")
  func sessions() {
    let words = { (reason: ComparableSessions.LeftOut.Reason) in reason.words }
    #expect(words(.noWalking) == "no walking")
    #expect(words(.noDate) == "no date")
    #expect(words(.otherConditions([treadmill])) == "other conditions: feet, treadmill")
    #expect(
      words(.otherConditions([treadmill, cane]))
        == "other conditions: feet, treadmill; feet, overground, incline 2 %, aid: cane")
    #expect(
      words(.partly(treadmill, strides: [.forward: 1, .backward: 24]))
        == "other conditions, in part: feet, treadmill (24 backward strides, 1 forward stride)")
  }

  @Test("a person is told what nobody else lacked")
  func people() {
    let words = { (reason: PersonExclusion) in reason.words }
    #expect(
      words(.notBothWays(under: treadmill, others: [cane]))
        == "not both ways in one session under these conditions (feet, treadmill); walked under other conditions: feet, "
        + "overground, incline 2 %, aid: cane")
    #expect(words(.notBothWays(under: nil, others: [])) == "not both ways in one session under these conditions")
    #expect(words(.noDatedSession(under: treadmill)) == "no dated session under these conditions (feet, treadmill)")
    #expect(words(.noDatedSession(under: nil)) == "no dated session under these conditions")
  }

  @Test("a session that cannot be compared with itself says which walking it has")
  func directions() {
    let words = { (reason: SessionComparison.Reason) in reason.words }
    #expect(words(.differentConditions) == "backward and forward walking were not under the same conditions")
    #expect(words(.only(.backward)) == "there is only backward walking that counts")
    #expect(words(.noWalking) == "there is no walking that counts")
  }

  @Test("a measurement error is the person's own, or that of a study by name")
  func errors() {
    let words = { (source: MeasurementError.Source) in source.words }
    #expect(words(.ownBaseline(sessions: 3)) == "own 3 baseline sessions")
    #expect(words(.ownSeries(sessions: 9)) == "own 9 sessions about their line")
    #expect(words(.borrowed("a study")) == "borrowed: a study")
    #expect(MeasurementError.Source.borrowed("a study").isBorrowed)
    #expect(!MeasurementError.Source.ownSeries(sessions: 9).isBorrowed)
  }
}
