import Testing

@testable import GaitHistory
@testable import GaitViewer

@Suite("The words of a person's status in the list")
struct StatusWordsTests {
  @Test("a change that the sessions show has its amount, any other has none")
  func change() {
    let faster = CourseStatus(change: 0.09, verdict: .likelyReal, reason: .consistent, n: 9, findings: [])
    #expect(StatusWords(status: faster).change == "faster: +0.09 m/s" && StatusWords(status: faster).look.isEmpty)
    let slower = CourseStatus(
      change: -0.2, verdict: .likelyReal, reason: .consistent, n: 9, findings: [.slower(-0.2)])
    #expect(StatusWords(status: slower).change == "slower: −0.20 m/s")
    #expect(StatusWords(status: slower).look.html == "<strong>▼ slower</strong>: backward −0.20 m/s")
    let same = CourseStatus(change: 0.01, verdict: .withinError, reason: .belowDetectable, n: 9, findings: [])
    #expect(StatusWords(status: same).change == "no change that these sessions can show")
    let open = CourseStatus(change: 0.2, verdict: .cannotTell, reason: .tooFewForTest, n: 6, findings: [])
    #expect(StatusWords(status: open).change == "no change that these sessions can show: a test needs 8 sessions")
    let learning = CourseStatus(change: nil, verdict: .cannotTell, reason: .tooFewForChange, n: 0, findings: [])
    #expect(StatusWords(status: learning).change == "run-in only")
  }
}
