import GaitModel
import Testing

@testable import GaitMeasures
@testable import GaitReport

@Suite("The whole walk in reports")
struct WholeWalkTests {
  /// Strides of both feet that follow each other, the first from standing: 1 m each, two a second.
  private func walk(_ direction: Direction, from start: Double, strides count: Int, shortStride: Int? = nil) -> [Stride]
  {
    (0..<count).map { k in
      let release = start + 0.5 * Double(k)
      let isShort = k == shortStride
      var stride = Stride(
        foot: k % 2 == 0 ? .right : .left, number: k / 2 + 1, start: k < 2 ? nil : release - 0.6,
        finalContact: release, end: release + (isShort ? 0.25 : 0.4))
      stride.direction = direction
      stride.directionConfidence = 0.99
      stride.length = (k == 0 ? 0.5 : isShort ? 0.6 : 1) + 0.01 * Double(k % 3)
      stride.lengthInterval = (stride.length ?? 0) - 0.05...(stride.length ?? 0) + 0.05
      return stride
    }
  }

  private func recording(
    _ strides: [Stride], name: String = "a", day: String = "2026-01-05", incline: Double? = nil
  ) -> AnalyzedRecording {
    let details = RecordingDetails(
      subject: "S01", session: day, startedAt: "\(day)T10:00:00Z", surface: .overground, inclinePercent: incline)
    var analyzed = AnalyzedRecording(
      GaitResult(strides: strides), of: Recording(name: name, details: details, sensors: []),
      program: ProgramVersion(name: "RetroGait", version: "9.9"))
    let found = IrregularityDetector()(strides)
    analyzed.summary.stridesToLookAt = SummaryDocument.LookAt(found)
    return analyzed
  }

  private func text(_ html: String) -> String {
    html.replacing(#/<[^>]*>/#, with: " ").replacing(#/\s+/#, with: " ").replacing("&#39;", with: "'")
  }

  @Test("each measure of the list stands in the section: with its value, or folded away with the reason")
  func complete() throws {
    let walk = recording(walk(.backward, from: 4, strides: 24))
    let html = WholeWalkSection(walk).html().html
    let folds = html.split(separator: "<details>")
    let (table, folded) = (text(String(folds[0])), text(String(try #require(folds.last))))
    try #require(folds.count == 2 && folded.contains("not measured, with the reasons"))
    for quantity in WalkQuantity.all where quantity.directions.contains(.backward) {
      // The heading of the group stands for what all ratios end in.
      let name = quantity.title.replacing(WholeWalkSection.ratioWords, with: "")
      let head = quantity.unit.isEmpty ? name : "\(name), \(quantity.unit)"
      if let found = quantity(walk.summary, .backward) {
        #expect(table.contains("\(head) ") && table.contains("n \(found.n)"), "\(quantity.id)")
      } else {
        #expect(folded.contains("\(quantity.title) (backward)"), "\(quantity.id)")
        #expect(!table.contains("\(head) "), "\(quantity.id)")
      }
    }
    #expect(folded.contains("Both directions must have a mean of walking speed: Walking speed, backward in percent"))
    #expect(!folded.contains("(forward"))
  }

  @Test("a walk test stands beside published times of the same start, without a verdict")
  func tests() throws {
    let html = WholeWalkSection(recording(walk(.backward, from: 4, strides: 14))).html().html
    let words = text(html)
    // A step of 0.5 m takes 0.5 s; the sixth crosses 3 m.
    let block = try #require(words.split(separator: "First 3 m backward, from standing").last.map(String.init))
    #expect(block.contains("m/s, 6 steps.") && block.contains("Measurement error alone stays below 1.57 s"))
    for time in PublishedTime.all(of: .threeMetersBackward) {
      #expect(block.contains(time.population) && block.contains(time.source))
    }
    #expect(block.contains("They are context, and no verdict on a person. A stopwatch starts at the command"))
    // The rolling test of the same walk has no published times of a standing start.
    let rolling = try #require(html.split(separator: "<h3>").first { $0.hasPrefix("3 m backward, rolling start") })
    #expect(!rolling.contains("tend to be") && rolling.contains("0.07 m/s"))
  }

  @Test("strides to look at link to the stride, and are not called near falls")
  func lookAt() throws {
    let odd = recording(walk(.backward, from: 4, strides: 60, shortStride: 31))
    try #require(odd.summary.stridesToLookAt?.strides.isEmpty == false)
    let html = LookAtSection(odd) { "/there?stride=\($0.foot.rawValue)-\($0.stride)#stride" }.html().html
    #expect(html.contains("<a href=\"/there?stride=left-16#stride\">left 16</a>"))
    let words = text(html)
    #expect(words.contains("swing ended early and short") && words.contains(" 19.8 "))
    #expect(words.contains("This is not a count of near falls."))
    // A report has no page of a stride.
    #expect(!GaitReport(recordings: [odd]).html().contains("/there?"))
    let even = text(LookAtSection(recording(walk(.backward, from: 4, strides: 60))) { _ in "" }.html().html)
    #expect(even.contains("None differs") && !even.contains("near fall"))
    let short = text(LookAtSection(recording(walk(.backward, from: 4, strides: 8))) { _ in "" }.html().html)
    #expect(short.contains("No walk was long enough."))
  }

  @Test("what the last session lacks comes from the session before it, which is named with its slope")
  func earlierSession() {
    func both(from start: Double) -> [Stride] {
      walk(.forward, from: start, strides: 24) + walk(.backward, from: 30, strides: 24)
    }
    // Nobody stood for two seconds before the forward walk of the last session.
    let html = GaitReport(recordings: [
      recording(both(from: 4), name: "ramp", day: "2026-01-05", incline: 6),
      recording(both(from: 0.5), name: "last", day: "2026-01-12"),
    ]).html()
    let section = html.split(separator: "<h2>The whole walk").last?.split(separator: "</section>").first ?? ""
    #expect(section.hasPrefix(", 2026-01-12</h2>"))
    let rows = section.split(separator: "<tr>").map { text(String($0)) }
    #expect(rows.contains { $0.contains("First 10 m, from standing, s 2026-01-05, incline 6 %") })
    #expect(rows.contains { $0.contains("First 3 m backward, from standing, s ") && !$0.contains("2026-01-05") })
    #expect(section.contains("What this session lacks is from the session named beside it."))
  }

  @Test("results of an earlier version are not called unmeasured; the page says what to do")
  func earlierVersion() {
    var old = recording(walk(.backward, from: 4, strides: 24))
    old.summary.walkMeasures = nil
    old.summary.stridesToLookAt = nil
    let html = WholeWalkSection(old).html().html
    #expect(html.contains("An earlier version analyzed this walk") && !html.contains("not measured"))
    #expect(LookAtSection(old) { _ in "" }.html().isEmpty)
  }

  @Test("a sensor on the lower back alone says why no stride is to be looked at")
  func lowerBack() {
    var trunk = recording(walk(.backward, from: 4, strides: 24))
    trunk.summary.stridesToLookAt = nil
    #expect(LookAtSection(trunk) { _ in "" }.html().html.contains("a foot must carry a sensor"))
  }
}
