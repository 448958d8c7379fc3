import Foundation
import GaitMeasures
import GaitModel
import Testing

@testable import GaitViewer

@Suite("The replay of both feet")
struct ReplayTests {
  /// Goes 0.5 m backward in the second half of its path.
  private static func drawn(_ stride: Stride) -> DrawnStride {
    let wave = [Float](repeating: 0, count: StrideSignals.points)
    let half = Double(StrideCurve.points - 1) / 2
    let forward = (0..<StrideCurve.points).map { -0.5 * max(0, Double($0) - half) / half }
    let start = stride.start ?? stride.finalContact
    return DrawnStride(
      signals: StrideSignals(
        foot: stride.foot, number: stride.number, start: start, end: stride.end + 0.2, forward: wave, upward: wave,
        third: .pitchRate(wave), swing: start + 0.2...stride.end + 0.2),
      path: StrideCurve(
        foot: stride.foot, number: stride.number, forward: forward,
        height: [Double](repeating: 0.02, count: StrideCurve.points),
        pitch: [Double](repeating: -0.1, count: StrideCurve.points)))
  }

  private static func stride(_ number: Int, end: Double, bout: Int? = 1) -> Stride {
    var stride = Stride(foot: .left, number: number, start: end - 1, finalContact: end - 0.4, end: end)
    stride.bout = bout
    stride.direction = .backward
    return stride
  }

  private struct Sent: Decodable {
    struct Step: Decodable {
      var foot: String
      var number: Int
      var finalContact: Int
      var initialContact: Int
      var forward: [Int]?
    }
    struct Contact: Decodable {
      var time: Int
      var foot: String
    }
    var strides: [Step]
    var contacts: [Contact]
  }

  private func sent(_ fixture: ViewerFixture, stride: String) async throws -> Sent {
    let answer = await fixture.answer("/session/replay.json?person=S01&session=first&stride=\(stride)")
    #expect(answer.statusCode == .ok && answer.headers[.contentType] == "application/json")
    return try JSONDecoder().decode(Sent.self, from: answer.body)
  }

  @Test("a stride has pictures of both feet from the side and from above, and what they do not show in words")
  func page() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", curves: Self.drawn)
    let page = try await fixture.text("/session?person=S01&session=first&stride=right-2")
    #expect(
      page.contains("data-replay=\"/session/replay.json?person=S01&amp;session=first&amp;stride=right-2\""))
    for view in ["side", "above"] {
      for foot in ["left", "right"] {
        #expect(page.components(separatedBy: "data-view=\"\(view)\" data-foot=\"\(foot)\"").count == 2)
      }
    }
    #expect(page.contains("How far apart the feet are is not measured."))
    // Without a script the pictures show the contacts, and the controls do not stand there for nothing.
    #expect(
      page.components(separatedBy: "class=\"contact\" data-at=\"fc\"").count == 1 + 4
        && page.contains("<div class=\"controls\" hidden>"))
    #expect(!page.contains(" style=") && page.components(separatedBy: "<script").count == 2)
  }

  @Test("the numbers of a replay are those of the strides, with every contact in the order of time")
  func numbers() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", curves: Self.drawn)
    // Outside of bouts: the strides that end within 3 s. Strides of both feet end 1.1 s apart.
    let replay = try await sent(fixture, stride: "right-2")
    #expect(replay.strides.map { "\($0.foot)-\($0.number)" } == ["right-1", "left-2", "right-2", "left-3", "right-3"])
    #expect(replay.strides.map(\.initialContact) == [3100, 4200, 5300, 6400, 7500])
    #expect(replay.strides.allSatisfy { $0.initialContact - $0.finalContact == 400 })
    #expect(replay.strides.allSatisfy { $0.forward?.count == StrideCurve.points && $0.forward?.last == -500 })
    let times = replay.contacts.map(\.time)
    // Two of each stride, and the one before the first stride of each foot.
    #expect(times.count == 12 && times == times.sorted() && times.first == 2000 && times.last == 7500)
  }

  @Test("without a path there is no replay: of the lower back, and where no curves were kept")
  func none() async throws {
    let fixture = try ViewerFixture()
    let wave = [Float](repeating: 0, count: StrideSignals.points)
    try fixture.add("S01", session: "first") { stride in
      DrawnStride(
        signals: StrideSignals(
          foot: stride.foot, number: stride.number, start: 0, end: 1, forward: wave, upward: wave,
          third: .leftward(wave)))
    }
    #expect(try await !fixture.text("/session?person=S01&session=first&stride=right-2").contains("data-replay"))
    #expect(try await sent(fixture, stride: "right-2").strides.isEmpty)
    #expect(try await sent(fixture, stride: "left-99").strides.isEmpty)
    #expect(await fixture.answer("/session/replay.json?person=S01&session=nothing").statusCode == .notFound)
  }

  @Test("a session leads to the replay of its walking")
  func links() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", bout: 1, curves: Self.drawn)
    let page = try await fixture.text("/session?person=S01&session=first")
    #expect(
      page.contains("Replay of both feet: <a href=\"/session?person=S01&amp;session=first&amp;stride=left-5#replay\">"))
    try fixture.add("S02", session: "first", bout: 1)
    #expect(try await !fixture.text("/session?person=S02&session=first").contains("Replay of both feet"))
  }

  @Test("the ground passes at the speed of the stride, so that the foot is back where it was when it stands again")
  func treadmill() throws {
    let stride = Self.stride(1, end: 2)
    let replay = try #require(WalkReplay(chosen: stride, of: [stride], curves: [Self.drawn(stride)]))
    let path = try #require(replay.strides[0].path)
    let (start, end) = (path.time.lowerBound, path.time.upperBound)
    #expect(try #require(replay.strides[0].place(at: start)?.along) == 0)
    #expect(abs(try #require(replay.strides[0].place(at: end)?.along)) < 1e-9)
    // In the middle of the time, half of the ground has passed, and the foot has not moved yet.
    let middle = try #require(replay.strides[0].place(at: (start + end) / 2))
    #expect(abs(middle.along - 250) < 1e-6 && abs(middle.height - 20) < 1e-9 && middle.pitch == -0.1)
    // Beyond its stride a foot stays where it was.
    #expect(replay.strides[0].place(at: end + 1)?.along == replay.strides[0].place(at: end)?.along)
  }

  @Test("strides that follow each other share the time between their paths, and standing is no stride")
  func cycles() throws {
    var strides = [Self.stride(1, end: 2), Self.stride(2, end: 3.1), Self.stride(3, end: 6)]
    strides[2].start = nil
    let drawn = strides.map(Self.drawn)
    let replay = try #require(WalkReplay(chosen: strides[1], of: strides, curves: drawn))
    let cycles = replay.strides.compactMap(\.path?.cycle)
    #expect(cycles.count == 3 && cycles[0].upperBound == cycles[1].lowerBound)
    // The paths end at 2.2 s and begin at 2.3 s.
    #expect(abs(cycles[0].upperBound - 2.25) < 1e-9)
    #expect(cycles[1].upperBound == drawn[1].signals.swing?.upperBound)
    #expect(replay.shown(.left, at: 3.2)?.stride.number == 2 && replay.shown(.right, at: 3.2) == nil)
  }

  @Test("of a long walk the strides around the chosen one are replayed, and the page gives the number of all")
  func longWalk() throws {
    let all = (1...300).map { Self.stride($0, end: Double($0)) } + [Self.stride(301, end: 151.5, bout: 2)]
    let (shown, leftOut) = WalkReplay.strides(around: all[149], of: all)
    #expect(shown.count == WalkReplay.mostStrides && leftOut == 300 - WalkReplay.mostStrides)
    #expect(shown.allSatisfy { $0.bout == 1 } && shown.contains { $0.number == 150 })
    #expect(shown.map(\.number) == Array((shown.first?.number ?? 0)...(shown.last?.number ?? 0)))
    let replay = try #require(WalkReplay(chosen: all[149], of: all, curves: [Self.drawn(all[149])]))
    let page = ReplaySection(replay: replay, data: PageLink(.replay)).html().html
    #expect(page.contains("The replay holds the \(WalkReplay.mostStrides) strides around this one; the bout has 300."))
  }

  @Test("the script draws the same foot as the page")
  func oneFoot() {
    let script = String(decoding: ViewerAssets.script, as: UTF8.self)
    let sizes = [DrawnFoot.sensorHeight, DrawnFoot.heel, DrawnFoot.toes].map { String(Int($0)) }
    #expect(script.contains("const [sensorHeight, heel, toes] = [\(sizes.joined(separator: ", "))];"))
  }
}
