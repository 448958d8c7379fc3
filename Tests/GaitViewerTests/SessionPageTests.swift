import Foundation
import GaitHistory
import GaitMeasures
import GaitModel
import GaitReport
import Testing

@testable import GaitViewer

@Suite("The page of a session of several recordings")
struct SessionPageTests {
  /// Adds a recording of steady walking to a session: 3 m backward from standing are in a backward one of both feet.
  private func add(
    _ name: String, _ direction: Direction, speed: Double, strides count: Int = 24, surface: Surface = .overground,
    segments: [Segment] = [], to fixture: ViewerFixture
  ) throws {
    var strides: [Stride] = []
    for k in 0..<count {
      let release = 4 + 0.5 * Double(k)
      var stride = Stride(
        foot: k % 2 == 0 ? .right : .left, number: k / 2 + 1, start: k < 2 ? nil : release - 0.6,
        finalContact: release, end: release + 0.4)
      (stride.bout, stride.direction, stride.directionConfidence) = (1, direction, 0.99)
      stride.length = (k == 0 ? 0.5 : 1) * speed + 0.01 * Double(k % 3)
      stride.lengthInterval = (stride.length ?? 0) - 0.05...(stride.length ?? 0) + 0.05
      stride.take(segments: segments, evaluated: nil)
      strides.append(stride)
    }
    var recording = Recording(
      name: name,
      details: RecordingDetails(
        subject: "S01", session: "first", startedAt: "2026-09-07T09:\(10 + Int(speed * 20)):00Z", surface: surface),
      sensors: [], inputs: [InputFile(file: "left_foot.csv", sha256: name, format: "plain CSV")])
    recording.segments = segments
    var analyzed = AnalyzedRecording(
      GaitResult(strides: strides), of: recording, program: ProgramVersion(name: "RetroGait", version: "test"))
    analyzed.summary.durationSeconds = 90
    try fixture.store.add(analyzed, at: "2026-11-21T00:00:00Z")
  }

  private func section(_ id: String, of page: String) throws -> String {
    let start = try #require(page.range(of: "<h2 id=\"\(id)\">"), "\(id)")
    let rest = page[start.upperBound...]
    return String(rest.prefix(upTo: rest.range(of: "</section>")?.lowerBound ?? rest.endIndex))
  }

  private static let page = "/session?person=S01&session=first"

  @Test("page, report and trend give a session the same mean, which is not that of a single recording")
  func agreement() async throws {
    let fixture = try ViewerFixture()
    try add("a", .backward, speed: 0.6, strides: 16, to: fixture)
    try add("b", .backward, speed: 0.9, strides: 40, to: fixture)
    try add("c", .forward, speed: 1.2, to: fixture)
    let course = try fixture.store.course(of: "S01")
    let report = PersonReport(course: course, recordings: try fixture.store.analyzedRecordings(of: "S01"))
    let walk = try #require(course.sessions.first?.walks.first)
    let whole = try section("session-means", of: try await fixture.text(Self.page))
    let inReport = GaitReport(people: [report]).html()
    let speed = try #require(TrackedMeasure.named("speed_m_s"))
    let row = try #require(whole.components(separatedBy: "<tr>").first { $0.contains(">Walking speed, m/s<") })
    for direction in [Direction.backward, .forward] {
      let mean = try #require(walk.directions[direction]?.measures[speed.id])
      let interval = try #require(speed.interval(of: mean))
      let words = String(
        format: "%.2f <span class=\"interval\">(%.2f to %.2f)</span>", mean.mean, interval.lowerBound,
        interval.upperBound)
      #expect(row.contains(words), "\(row) has no \(words)")
      #expect(inReport.contains(words), "the report has no \(words)")
      let line = try #require(report.trend.measures.first { $0.measure.id == speed.id && $0.direction == direction })
      #expect((line.trend.runIn + line.trend.points).map(\.value) == [mean.mean])
    }
    // Neither recording alone, and not the mean of their means.
    let means = try fixture.store.summaries(of: "S01").compactMap { $0.directions["backward"]?.measures[speed.id] }
    let pooled = try #require(walk.directions[.backward]?.measures[speed.id]?.mean)
    try #require(means.count == 2)
    #expect(abs(pooled - (means[0].mean + means[1].mean) / 2) > 0.01)
  }

  @Test("all recordings are on the page: in a table, each with a part of its own, whichever is chosen")
  func parts() async throws {
    let fixture = try ViewerFixture()
    try add("a", .backward, speed: 0.6, to: fixture)
    try add("<b>", .forward, speed: 1.2, to: fixture)
    for choice in ["", "&recording=2", "&recording=9"] {
      let page = try await fixture.text(Self.page + choice)
      #expect(!page.contains("<b>") && page.contains("<h2>Recording &lt;b&gt;</h2>"))
      #expect(page.components(separatedBy: "<details class=\"recording\"").count == 3)
      #expect(page.components(separatedBy: " open><summary><h2>").count == 3, "few are open")
      let table = try section("recordings", of: page)
      for number in 1...2 {
        let link = "/session?person=S01&amp;session=first&amp;recording=\(number)#recording-\(number)"
        #expect(table.contains("href=\"\(link)\""))
        #expect(page.contains("id=\"recording-\(number)\"") && page.contains("<h3 id=\"means-\(number)\">"))
        #expect(page.contains("<h3 id=\"strides-\(number)\">"), "both lists are short")
      }
      // No name of an element stands twice.
      let ids = page.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
      #expect(Set(ids).count == ids.count, "\(ids)")
    }
    let excluded = try section("excluded", of: try await fixture.text(Self.page))
    let all = ExcludedStrides(try fixture.store.analyzedRecordings(of: "S01"))
    #expect(excluded.contains("\(all.found - all.excluded) of \(all.found) strides that were found enter means"))
    #expect(all.found == 48)
  }

  @Test("a stride of a later recording is shown in its part, and its links stay there")
  func strideOfLaterRecording() async throws {
    let fixture = try ViewerFixture()
    try add("a", .backward, speed: 0.6, to: fixture)
    try add("b", .forward, speed: 1.2, to: fixture)
    let page = try await fixture.text(Self.page + "&recording=2&stride=right-3")
    let parts = page.components(separatedBy: "<details class=\"recording\"")
    try #require(parts.count == 3)
    #expect(!parts[1].contains("id=\"stride\"") && parts[2].contains("id=\"stride\""))
    #expect(parts[2].contains("recording=2&amp;stride=left-3"))
    #expect(parts[1].contains("session=first&amp;stride=left-3#stride"))
  }

  @Test("of many recordings only the chosen one is open and lists its strides")
  func many() async throws {
    let fixture = try ViewerFixture()
    for k in 0..<20 {
      try add("r\(k)", k % 2 == 0 ? .backward : .forward, speed: 0.6 + 0.02 * Double(k), strides: 30, to: fixture)
    }
    let page = try await fixture.text(Self.page + "&recording=7")
    let parts = page.components(separatedBy: "<details class=\"recording\"").dropFirst()
    #expect(parts.count == 20)
    #expect(page.components(separatedBy: " open><summary><h2>").count == 2)
    let lists = parts.enumerated().filter { $0.element.contains("<table class=\"strides\"") }.map(\.offset)
    #expect(lists == [6])
    #expect(parts.filter { $0.contains(">List the 30 strides of this recording</a>") }.count == 19)
    #expect(try section("recordings", of: page).components(separatedBy: "<th scope=\"row\">").count == 21)
  }

  @Test("tests and segments of any recording stand together, and tests that were not found with the reason")
  func tests() async throws {
    let fixture = try ViewerFixture()
    try add("a", .forward, speed: 1.2, segments: [Segment(name: "rail", start: 0, end: 30)], to: fixture)
    try add("b", .backward, speed: 0.8, segments: [Segment(name: "free", start: 0, end: 30)], to: fixture)
    let page = try await fixture.text(Self.page)
    let tests = try section("tests", of: page)
    let recordings = try fixture.store.analyzedRecordings(of: "S01")
    var found = 0
    for quantity in WalkQuantity.timed {
      var has = false
      for recording in recordings {
        for direction in quantity.directions {
          guard let value = quantity(recording.summary, direction) else { continue }
          (has, found) = (true, found + 1)
          let name = quantity.title + (quantity.test == nil ? ", after \(direction.rawValue) walking" : "")
          let row = tests.components(separatedBy: "<tr>").first {
            $0.contains(">\(name)<") && $0.contains(">\(recording.summary.recording)</a>")
          }
          #expect(row?.contains(String(format: "%.\(quantity.decimals)f", value.value)) == true, "\(quantity.id)")
        }
      }
      if !has { #expect(tests.contains("<li>\(quantity.title): "), "\(quantity.id)") }
    }
    #expect(found > 0, "the walks hold a test")
    let segments = try #require(page.components(separatedBy: "<h2>Segments</h2>").dropFirst().first)
    let rows = segments.prefix(upTo: segments.range(of: "</section>")?.lowerBound ?? segments.endIndex)
    #expect(rows.contains("<th scope=\"col\">recording</th>"))
    #expect(rows.contains(">rail<") && rows.contains(">free<") && rows.contains("<td>b</td>"))
    // The parts leave to the session what stands there.
    #expect(page.components(separatedBy: "Segments</h").count == 2)
  }

  @Test("recordings under different conditions are not pooled, and each condition is named")
  func conditions() async throws {
    let fixture = try ViewerFixture()
    try add("a", .backward, speed: 0.6, to: fixture)
    try add("b", .backward, speed: 0.9, surface: .treadmill, to: fixture)
    let whole = try section("session-means", of: try await fixture.text(Self.page))
    #expect(whole.contains("Walking under different conditions is not pooled."))
    for walk in try fixture.store.course(of: "S01").sessions[0].walks {
      #expect(whole.contains("<h3>\(walk.conditions.label)</h3>"))
      let mean = try #require(walk.directions[.backward]?.measures["speed_m_s"]?.mean)
      #expect(whole.contains(String(format: ">%.2f ", mean)))
    }
  }

  @Test("a session of one recording has no sections on the session as a whole")
  func single() async throws {
    let fixture = try ViewerFixture()
    try add("a", .backward, speed: 0.6, to: fixture)
    let page = try await fixture.text(Self.page)
    #expect(!page.contains("session-means") && !page.contains("details class=\"recording\""))
    #expect(page.contains("<h2 id=\"means\">") && page.contains("<h2 id=\"strides\">"))
  }
}
