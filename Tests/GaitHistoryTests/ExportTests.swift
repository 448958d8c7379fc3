import Foundation
import GaitMeasures
import Testing

@testable import GaitHistory

@Suite("A view of the store as a file")
struct ExportTests {
  private static let now = "2026-11-21T00:00:00Z"
  private let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  private func table(_ view: StoreView, of subject: String? = nil) throws -> (text: String, rows: Int) {
    let path = place.folder.appending(path: "\(view).csv").path
    let rows = try HistoryStore(path: place.path, access: .reading).export(view, of: subject, to: path)
    return (try String(contentsOfFile: path, encoding: .utf8), rows)
  }

  @Test("strides stand in one table, in the form of strides.csv, one person's alone where wanted")
  func strides() throws {
    let store = try place.opened()
    var visit = Visit().analyzed()
    visit.strides[0].lengthInterval = 0.6...0.8
    _ = try store.add(visit, at: Self.now)
    _ = try store.add(Visit(subject: "=Eva, \"B\"", content: "b").analyzed(), at: Self.now)
    let all = try table(.strides)
    #expect(all.rows == 48)
    let lines = all.text.split(separator: "\n")
    #expect(lines.count == 1 + 48)
    let columns = StrideQuantity.columns.map(\.column)
    #expect(lines.first.map(String.init) == (["subject,session,recording,day"] + columns).joined(separator: ","))
    // A name that a spreadsheet would take for a formula stays text, and one row is one line.
    #expect(lines[1].hasPrefix("\"'=Eva, \"\"B\"\"\",2026-09-07,walk,2026-09-07,1,left,1,1.0000,1.8000,2.2000,"))
    #expect(all.text.contains(",true,,,,,0.6000,0.8000,false"))
    #expect(try table(.strides, of: "S01").rows == 24)
    #expect(try table(.strides).text == all.text)
  }

  @Test("means have their error, and a measure that was not taken has no row")
  func trends() throws {
    _ = try place.opened().add(Visit().analyzed(), at: Self.now)
    let text = try table(.trends).text
    #expect(text.contains(/S01,2026-09-07,2026-09-07,backward,speed_m_s,overground,,other,,\d+(,0\.\d{5}){4}\n/))
    #expect(!text.contains("forward"))
    #expect(try table(.sessions).rows == 1)
  }

  @Test("a person who is not there and a file that cannot be written are said so, and leave nothing behind")
  func failures() throws {
    let store = try place.opened()
    _ = try store.add(Visit().analyzed(), at: Self.now)
    let before = try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted()
    let path = place.folder.appending(path: "new.csv").path
    #expect(throws: HistoryError.unknown("S02", of: "person", known: ["S01"])) {
      try store.export(.strides, of: "S02", to: path)
    }
    #expect(throws: HistoryError.self) { try store.export(.strides, to: place.folder.path) }
    #expect(throws: HistoryError.self) { try store.export(.strides, to: "\(path)/deeper.csv") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted() == before)
  }
}
