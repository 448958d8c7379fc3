import Testing

@testable import GaitHistory

@Suite("Layouts that are kept")
struct KeptLayoutTests {
  private let place: TemporaryStore

  init() throws { place = try TemporaryStore() }

  @Test("are there after the store is opened again, and what is said later counts")
  func kept() throws {
    let names = ["t", "a, b", "\"c\"", "ä"]
    try place.opened().keepLayout(of: names, mapping: "rate=100 acc=1,2,3:g", at: "2026-11-27T10:00:00Z")
    try place.opened().keepLayout(of: ["x"], mapping: "rate=50", at: "2026-11-27T11:00:00Z")
    try place.opened().keepLayout(of: names, mapping: "rate=200 acc=1,2,3:g", at: "2026-11-27T12:00:00Z")
    let kept = try HistoryStore(path: place.path, access: .reading).keptLayouts()
    #expect(kept.map(\.names) == [names, ["x"]])
    #expect(kept.map(\.mapping) == ["rate=200 acc=1,2,3:g", "rate=50"])
    #expect(kept[0].keptAt == "2026-11-27T12:00:00Z")
  }

  @Test("are forgotten one by one")
  func forgotten() throws {
    let store = try place.opened()
    for name in ["a", "b"] { try store.keepLayout(of: [name], mapping: "x", at: "2026-11-27T10:00:00Z") }
    let kept = try store.keptLayouts()
    try store.forgetLayout(kept[0].id)
    try store.forgetLayout(kept[0].id)
    #expect(try store.keptLayouts() == [kept[1]])
  }
}
