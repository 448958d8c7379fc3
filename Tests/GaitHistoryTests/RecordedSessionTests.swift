import GaitMeasures
import GaitModel
import Testing

@testable import GaitHistory

@Suite("One session of several recordings")
struct RecordedSessionTests {
  private let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  private static let now = "2026-11-21T08:00:00Z"

  /// Three recordings of a session, the last on a treadmill, and another session.
  private func store() throws -> HistoryStore {
    let store = try place.opened()
    let visits = [
      Visit(session: "1", startedAt: "2026-09-07T09:00:00Z", name: "a", content: "a", speed: 0.6, count: 8),
      Visit(session: "1", startedAt: "2026-09-07T09:10:00Z", name: "b", content: "b", speed: 0.9, count: 20),
      Visit(
        session: "1", startedAt: "2026-09-07T09:20:00Z", name: "c", content: "c", speed: 1.2, direction: .forward,
        count: 12),
      Visit(
        session: "1", startedAt: "2026-09-07T09:30:00Z", name: "d", content: "d", surface: .treadmill, speed: 0.5),
      Visit(session: "2", startedAt: "2026-09-09T09:00:00Z", name: "e", content: "e", speed: 0.7),
    ]
    for visit in visits { try store.add(visit.analyzed(), at: Self.now) }
    return store
  }

  @Test("a session that is read alone has the means of the course, from which the trend takes its points")
  func pooling() throws {
    let store = try store()
    try store.annotate("S01", session: "1", SessionAnnotation(aid: "cane", pain: 3, comment: "tired"))
    let (session, recordings) = try store.session("1", of: "S01")
    #expect(recordings.map(\.summary.recording) == ["a", "b", "c", "d"])
    let course = try store.course(of: "S01")
    let own = try #require(course.sessions.first { $0.name == "1" })
    #expect(session.day == own.day && session.pain == 3 && session.comment == "tired" && session.recordings == 4)
    #expect(session.walks.map(\.conditions) == own.walks.map(\.conditions))
    #expect(session.walks.count == 2 && session.walks.allSatisfy { $0.conditions.aid == "cane" })
    for (walk, other) in zip(session.walks, own.walks) {
      #expect(Set(walk.directions.keys) == Set(other.directions.keys))
      for (direction, found) in walk.directions {
        let expected = try #require(other.directions[direction])
        #expect(found.strides == expected.strides && found.walked == expected.walked)
        #expect(found.duration == expected.duration && found.distance == expected.distance)
        #expect(found.measures == expected.measures)
      }
    }
    // Every mean is the point that the trend draws.
    let walk = try #require(session.walks.first)
    let trend = CourseTrend(course, conditions: walk.conditions)
    var compared = 0
    for line in trend.measures where line.sessionNames.first == "1" {
      let point = try #require((line.trend.runIn + line.trend.points).first)
      #expect(walk.directions[line.direction]?.measures[line.measure.id]?.mean == point.value, "\(line.measure.id)")
      compared += 1
    }
    #expect(compared > 10)
  }

  @Test("a mean of two recordings is weighted by their strides, and other conditions stay out of it")
  func weights() throws {
    let (session, recordings) = try store().session("1", of: "S01")
    let found = try #require(session.walks.first?.directions[.backward])
    let parts = recordings.prefix(2).compactMap { $0.summary.directions["backward"]?.measures["speed_m_s"] }
    try #require(parts.count == 2)
    let total = parts.reduce(0) { $0 + Double($1.n) * $1.mean } / Double(parts[0].n + parts[1].n)
    let speed = try #require(found.measures["speed_m_s"])
    #expect(abs(speed.mean - total) < 1e-12 && speed.n == parts[0].n + parts[1].n)
    #expect(abs(speed.mean - (parts[0].mean + parts[1].mean) / 2) > 0.01)
  }

  @Test("a session that is not there is named, with those that are")
  func missing() throws {
    let store = try store()
    do {
      _ = try store.session("9", of: "S01")
      Issue.record("there is no session 9")
    } catch {
      #expect(error.description.contains("9") && error.description.contains("1, 2"))
    }
  }
}
