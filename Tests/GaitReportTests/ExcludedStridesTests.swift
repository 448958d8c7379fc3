import GaitMeasures
import GaitModel
import Testing

@testable import GaitReport

@Suite("Excluded strides of a session")
struct ExcludedStridesTests {
  /// A recording whose strides have what enters or keeps each of them out, in turn.
  private func recording(_ name: String, _ changes: [(inout Stride) -> Void]) -> AnalyzedRecording {
    let strides = changes.enumerated().map { k, change in
      let end = 2 + Double(k) * 0.6
      var stride = Stride(
        foot: k % 2 == 0 ? .left : .right, number: k + 1, start: end - 1.2, finalContact: end - 0.45, end: end)
      (stride.bout, stride.direction, stride.directionConfidence, stride.length) = (1, .backward, 0.99, 0.8)
      change(&stride)
      return stride
    }
    var analyzed = AnalyzedRecording(
      GaitResult(strides: []), of: Recording(name: name, details: RecordingDetails(subject: "S01"), sensors: []),
      program: ProgramVersion(name: "RetroGait", version: "9.9"))
    analyzed.strides = strides
    return analyzed
  }

  private static func leaves(_ reason: LeftOutReason) -> (inout Stride) -> Void {
    { stride in
      stride.leftOut = reason
      if reason.isPlaceInWalk { stride.isSteady = false }
    }
  }

  @Test("every stride is counted once: in the means of a direction, or with one reason")
  func once() {
    let counts: (inout Stride) -> Void = { _ in }
    let rejected: (inout Stride) -> Void = { stride in
      (stride.rejectReason, stride.leftOut) = (.clipped, .notValid)
    }
    let first = recording(
      "a",
      [
        counts, counts, { $0.direction = .forward }, { $0.direction = .sideways }, rejected, rejected,
        Self.leaves(.turning), Self.leaves(.starting),
      ])
    let second = recording("b", [counts, rejected, Self.leaves(.turning)])
    let excluded = ExcludedStrides([first, second])
    #expect(excluded.found == 11)
    #expect(excluded.counted == [.backward: 3, .forward: 1])
    #expect(excluded.excluded == 7)
    #expect(excluded.found == excluded.excluded + excluded.counted.values.reduce(0, +))
    #expect(
      excluded.reasons == [
        .init(words: "excluded, because the sensor reached the end of its range", strides: 3, recordings: 2),
        .init(words: "at the start of a walk, not in means", strides: 1, recordings: 1),
        .init(words: "in turns, not in means", strides: 2, recordings: 2),
        .init(words: "sideways, not compared", strides: 1, recordings: 1),
      ])
    let html = ExclusionsSection([first, second]).html().html
    #expect(html.contains("4 of 11 strides that were found enter means: 3 backward, 1 forward. 7 do not."))
    #expect(html.contains("<td class=\"number\">2 of 2</td>"))
  }

  @Test("each reason of the analysis has words of its own")
  func words() {
    let reasons = LeftOutReason.allCases.filter { $0 != .notValid }
    let all = recording("a", reasons.map(Self.leaves))
    let excluded = ExcludedStrides([all])
    #expect(excluded.reasons.count == reasons.count && excluded.excluded == reasons.count)
    #expect(!excluded.reasons.contains { $0.words.template.contains("was not kept") })
  }

  @Test("without any stride nothing is excluded")
  func nothing() {
    #expect(ExcludedStrides([]).reasons.isEmpty)
    #expect(ExclusionsSection([recording("a", [])]).html().html.contains("0 of 0 strides that were found enter means"))
  }
}
