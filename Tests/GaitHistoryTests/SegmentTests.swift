import GRDB
import GaitMeasures
import GaitModel
import Testing

@testable import GaitHistory

@Suite("Segments in a store")
struct SegmentTests {
  private static let now = "2026-11-21T08:00:00Z"

  /// A visit whose first strides lie in a segment, cut by a table that is the same for all visits.
  private func visit(_ name: String, content: String) -> AnalyzedRecording {
    var visit = Visit(name: name, content: content).analyzed()
    for k in visit.strides.indices.prefix(7) { visit.strides[k].segment = "dual, \"task\"" }
    visit.summary.inputs.append(
      InputFile(file: "segments.csv", sha256: "hash of a plan", format: InputFile.segmentsFormat))
    return visit
  }

  @Test("are kept with each stride, read back and exported")
  func roundTrip() throws {
    let place = try TemporaryStore()
    let store = try place.opened()
    let visit = visit("walk", content: "a")
    #expect(try store.add(visit, at: Self.now).outcome == .added)
    let known = try #require(try store.analyzedRecordings(of: "S01").first)
    #expect(known.strides.map(\.segment) == visit.strides.map(\.segment))
    let table = try store.table(.strides)
    #expect(table.split(separator: "\n").count { $0.contains(",\"dual, \"\"task\"\"\",") } == 7)
    #expect(try store.add(visit, at: Self.now).outcome == .unchanged)
  }

  @Test("may be cut by one table for many recordings, which are not the same walk for that")
  func sharedTable() throws {
    let place = try TemporaryStore()
    let store = try place.opened()
    #expect(try store.add(visit("walk 1", content: "a"), at: Self.now).outcome == .added)
    #expect(try store.add(visit("walk 2", content: "b"), at: Self.now).outcome == .added)
    #expect(try store.contradictions().isEmpty)
  }

  @Test("that are others than before are another analysis of the same walk")
  func cutAnew() throws {
    let place = try TemporaryStore()
    let store = try place.opened()
    let whole = Visit().analyzed()
    #expect(try store.add(whole, at: Self.now).outcome == .added)
    #expect(try store.add(visit("walk", content: "a"), at: Self.now).outcome == .superseding)
    let known = try store.analyzedRecordings(of: "S01")
    #expect(known.count == 1 && known[0].strides.count { $0.segment != nil } == 7)
  }
}
