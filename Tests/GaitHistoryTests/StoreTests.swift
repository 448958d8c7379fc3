import Foundation
import GaitMeasures
import GaitModel
import Testing

@testable import GaitHistory

/// A store in a folder of its own, gone when nobody uses it any more.
final class TemporaryStore: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "retrogait-history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appending(path: "store.sqlite").path }

  func opened() throws -> HistoryStore { try HistoryStore(path: path, access: .writing) }
}

/// Makes analyzed recordings without analyzing any.
struct Visit {
  var subject: String? = "S01"
  var session: String?
  var startedAt: String? = "2026-09-07T09:00:00Z"
  var name = "walk"
  var content = "a"
  var version = "1.0.0"
  var height: Double?
  var surface: Surface? = .overground
  var speed = 0.6
  var direction = Direction.backward
  /// Strides of each foot.
  var count = 12

  func analyzed() -> AnalyzedRecording {
    var strides: [Stride] = []
    for k in 0..<count {
      for (foot, shift) in [(Side.left, 0.0), (.right, 0.6)] {
        let start = 1 + Double(k) * 1.2 + shift
        var stride = Stride(foot: foot, number: k + 1, start: start, finalContact: start + 0.8, end: start + 1.2)
        stride.bout = 1
        stride.direction = direction
        stride.directionConfidence = 0.99
        stride.length = speed * 1.2 * (1 + 0.02 * Double(k % 3 - 1))
        stride.contact = .toe
        stride.contactConfidence = 0.95
        strides.append(stride)
      }
    }
    let bout = WalkingBout(number: 1, start: 1, end: 16, direction: direction, strides: 2 * count, distance: 9)
    var details = RecordingDetails(
      subject: subject, session: session, startedAt: startedAt, surface: surface, height: height)
    details.notes = nil
    let recording = Recording(
      name: name, details: details, sensors: [],
      inputs: [
        InputFile(file: "left_foot.csv", sha256: "hash of \(content)", format: "plain CSV"),
        InputFile(file: "recording.json", sha256: "hash of details", format: "recording details"),
      ])
    var analyzed = AnalyzedRecording(
      GaitResult(strides: strides, bouts: [bout]), of: recording,
      program: ProgramVersion(name: "RetroGait", version: version))
    analyzed.summary.durationSeconds = 20
    return analyzed
  }
}

@Suite("The store of sessions")
struct StoreTests {
  private let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  private static let now = "2026-11-21T08:00:00Z"

  @Test("the version changes with every change, whoever makes it, and with nothing else")
  func version() throws {
    let place = try TemporaryStore()
    let store = try place.opened()
    let empty = try store.version()
    _ = try store.subjects()
    #expect(try store.version() == empty)
    _ = try store.add(Visit().analyzed(), at: "2026-11-21T08:00:00Z")
    let one = try store.version()
    #expect(one != empty)
    _ = try store.course(of: "S01")
    #expect(try store.version() == one)
    try place.opened().annotate("S01", PersonAnnotation(diagnosisGroup: "knee"), at: "2026-11-21T08:00:00Z")
    #expect(try store.version() != one)
  }

  @Test("many readers see whole recordings while others are added")
  func readersBesideAWriter() async throws {
    let place = try TemporaryStore()
    let store = try place.opened()
    _ = try store.add(Visit(name: "walk0", content: "0").analyzed(), at: "2026-11-21T08:00:00Z")
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for k in 1..<12 {
          _ = try store.add(Visit(name: "walk\(k)", content: "\(k)").analyzed(), at: "2026-11-21T08:00:00Z")
        }
      }
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<12 {
            let recordings = try store.analyzedRecordings(of: "S01")
            #expect(recordings.allSatisfy { $0.strides.count == $0.summary.strides })
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.analyzedRecordings(of: "S01").count == 12)
  }

  @Test("adding the same results twice changes nothing")
  func idempotent() throws {
    let store = try place.opened()
    #expect(try store.add(Visit().analyzed(), at: Self.now).outcome == .added)
    let before = try store.recordings(of: "S01")
    #expect(try store.add(Visit().analyzed(), at: "2027-01-01T00:00:00Z").outcome == .unchanged)
    #expect(try store.recordings(of: "S01") == before)
  }

  @Test("strides come back as they were")
  func roundTrip() throws {
    let store = try place.opened()
    let visit = Visit().analyzed()
    _ = try store.add(visit, at: Self.now)
    let back = try #require(try store.analyzedRecordings(of: "S01").first)
    #expect(back.strides.count == visit.strides.count)
    for stride in visit.rounded().strides {
      #expect(back.strides.contains(stride))
    }
    #expect(back.summary.directions == visit.summary.directions)
  }

  @Test("a later analysis of the same walk takes the place of the earlier one, which stays")
  func superseding() throws {
    let store = try place.opened()
    _ = try store.add(Visit(speed: 0.6).analyzed(), at: Self.now)
    #expect(try store.add(Visit(version: "1.1.0", speed: 0.7).analyzed(), at: Self.now).outcome == .superseding)
    let all = try store.recordings(of: "S01")
    #expect(all.map(\.isSuperseded) == [true, false])
    let session = try #require(try store.course(of: "S01").sessions.first)
    #expect(session.recordings == 1)
    #expect(session.versions == ["1.1.0"])
    let speed = session.walks.first?.directions[.backward]?.measures["speed_m_s"]?.mean
    #expect(abs((speed ?? 0) - 0.7) < 0.02)
    // The earlier analysis again does not come back.
    #expect(try store.add(Visit(speed: 0.6).analyzed(), at: Self.now).outcome == .unchanged)
    #expect(try store.contradictions().isEmpty)
  }

  @Test("the same walk under two names is refused and named")
  func sameWalk() throws {
    let store = try place.opened()
    _ = try store.add(Visit().analyzed(), at: Self.now)
    for visit in [Visit(subject: "S02"), Visit(session: "other"), Visit(name: "copy")] {
      let error = #expect(throws: HistoryError.self) { try store.add(visit.analyzed(), at: Self.now) }
      #expect(error?.description.contains("'walk' of S01") == true)
    }
    #expect(try store.subjects() == ["S01"])
  }

  @Test("a recording without a person is refused unless the user names one")
  func noSubject() throws {
    let store = try place.opened()
    for name in [nil, "", "  \u{A0}\t"] as [String?] {
      let error = #expect(throws: HistoryError.self) { try store.add(Visit(subject: name).analyzed(), at: Self.now) }
      #expect(error?.description.contains("--subject") == true)
    }
    #expect(try store.add(Visit(subject: nil).analyzed(), subject: " P7 ", at: Self.now).subject == "P7")
  }

  @Test(
    "strange names are kept as they are and harmless in a terminal",
    arguments: [
      "Robert'); DROP TABLE subject;--", "<script>", "=cmd|' /C calc'!A0", "Ünïcødé 家", "a\u{1B}[2Jb", "%_\\",
    ])
  func strangeNames(_ name: String) throws {
    let store = try place.opened()
    _ = try store.add(Visit(subject: name).analyzed(), at: Self.now)
    #expect(try store.subjects() == [name])
    #expect(try store.course(of: name).sessions.count == 1)
    #expect(try store.overview(containing: name).map(\.subject) == [name])
    #expect(!"\(PrintableText(name))".unicodeScalars.contains("\u{1B}"))
  }

  @Test("a date that is still to come gives a warning, today does not")
  func future() throws {
    let store = try place.opened()
    let early = try store.add(
      Visit(startedAt: "2031-09-07T09:00:00Z", name: "a", content: "a").analyzed(), at: "2026-11-21T08:00:00Z")
    #expect(early.warnings == [.history(.dateInFuture(try #require(CalendarDay("2031-09-07"))))])
    let today = try store.add(
      Visit(startedAt: "2026-11-21T07:00:00Z", name: "b", content: "b").analyzed(), at: "2026-11-21T08:00:00Z")
    #expect(today.warnings.isEmpty)
  }

  @Test("two heights, two walks at one time and two clock zones under one name give warnings")
  func doubts() throws {
    let store = try place.opened()
    _ = try store.add(Visit(startedAt: "2026-09-07T09:00:00+02:00", height: 1.68).analyzed(), at: Self.now)
    let tall = try store.add(
      Visit(startedAt: "2026-09-09T09:00:00+02:00", name: "b", content: "b", height: 1.80).analyzed(), at: Self.now)
    #expect(tall.warnings.contains(.history(.heightsDiffer(here: 1.8, before: 1.68))))
    let twin = try store.add(
      Visit(startedAt: "2026-09-07T07:00:05Z", name: "c", content: "c", height: 1.68).analyzed(), at: Self.now)
    #expect(twin.warnings.contains(.history(.sameTime(recording: "walk"))))
    let abroad = try store.add(
      Visit(startedAt: "2026-09-12T09:00:00-05:00", name: "d", content: "d", height: 1.68).analyzed(), at: Self.now)
    #expect(abroad.warnings.contains { $0.code == .clockZonesDiffer })
  }

  @Test("sessions are ordered by instant, not by what the clocks show; those without a date come last")
  func order() throws {
    let store = try place.opened()
    _ = try store.add(Visit(session: "no date", startedAt: nil, name: "x", content: "x").analyzed(), at: Self.now)
    _ = try store.add(
      Visit(session: "later", startedAt: "2026-09-07T01:00:00-08:00", name: "y", content: "y").analyzed(),
      at: Self.now)
    _ = try store.add(
      Visit(session: "earlier", startedAt: "2026-09-07T09:00:00+02:00", name: "z", content: "z").analyzed(),
      at: Self.now)
    let sessions = try store.course(of: "S01").sessions
    #expect(sessions.map(\.name) == ["earlier", "later", "no date"])
    #expect(sessions.map { $0.day == nil } == [false, false, true])
  }

  @Test("recordings of one session count together, by their strides")
  func pooled() throws {
    let store = try place.opened()
    _ = try store.add(Visit(session: "1", name: "a", content: "a", speed: 0.6).analyzed(), at: Self.now)
    _ = try store.add(
      Visit(session: "1", startedAt: "2026-09-07T09:10:00Z", name: "b", content: "b", speed: 0.8).analyzed(),
      at: Self.now)
    let session = try #require(try store.course(of: "S01").sessions.first)
    let walk = try #require(session.walks.first?.directions[.backward])
    #expect(session.recordings == 2)
    #expect(abs((walk.measures["speed_m_s"]?.mean ?? 0) - 0.7) < 0.01)
    #expect(walk.duration == 30)
  }

  @Test("the interval of a session's mean is the bootstrap's, and not one that is made even about the mean")
  func interval() throws {
    var visit = Visit().analyzed()
    let summary = try #require(visit.summary.directions["backward"]?.measures["speed_m_s"])
    let mean = summary.mean
    visit.summary.directions["backward"]?.measures["speed_m_s"]?.ci95 = [mean - 0.03, mean + 0.01]
    let store = try place.opened()
    try store.add(visit, at: Self.now)
    let course = try store.course(of: "S01")
    let measure = { (course: PersonCourse) in
      course.sessions.first?.walks.first?.directions[.backward]?.measures["speed_m_s"]
    }
    let kept = try #require(measure(course))
    #expect(kept.interval == (mean - 0.03)...(mean + 0.01))
    #expect(measure(PersonCourse(person: .init(name: "S01"), recordings: [visit])) == kept)
    // Two like it together: the distances to the limits add as squares.
    let both = try #require(kept.merged(with: kept).interval)
    #expect(abs(both.lowerBound - (mean - 0.03 / 2.0.squareRoot())) < 1e-12)
    #expect(abs(both.upperBound - (mean + 0.01 / 2.0.squareRoot())) < 1e-12)
    // In a difference the one's lower limit stands against the other's upper one.
    let change = kept.change(from: kept)
    #expect(change.value == 0)
    #expect(abs((change.interval?.upperBound ?? 0) - (0.0009 + 0.0001).squareRoot()) < 1e-12)
  }

  @Test("removing a person takes everything of that person and nothing else")
  func removal() throws {
    let store = try place.opened()
    _ = try store.add(Visit().analyzed(), at: Self.now)
    _ = try store.add(Visit(subject: "S02", name: "b", content: "b").analyzed(), at: Self.now)
    let planned = try store.erase("S01", isDryRun: true)
    #expect(planned == HistoryStore.ErasedAmount(sessions: 1, recordings: 1, strides: 24))
    #expect(try store.subjects() == ["S01", "S02"])
    #expect(try store.erase("S01", isDryRun: false) == planned)
    #expect(try store.subjects() == ["S02"])
    #expect(try store.analyzedRecordings(of: "S02").first?.strides.count == 24)
    #expect(try store.contradictions().isEmpty)
  }

  @Test("a backup is a whole store, and never overwrites a file")
  func backup() throws {
    let store = try place.opened()
    _ = try store.add(Visit().analyzed(), at: Self.now)
    let target = place.folder.appending(path: "copy.sqlite").path
    try store.backUp(to: target)
    #expect(try HistoryStore(path: target, access: .reading).recordings(of: "S01") == store.recordings(of: "S01"))
    #expect(throws: HistoryError.self) { try store.backUp(to: target) }
  }
}
