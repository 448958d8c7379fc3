import Foundation
import GaitHistory
import Testing

@testable import GaitViewer

@Suite("Pages that are kept while nothing changes")
struct RenderedPagesTests {
  /// Counts how often a page had to be made.
  private actor Renderer {
    private(set) var count = 0

    func page(_ length: Int) -> ViewerResponse {
      count += 1
      return ViewerResponse(statusCode: .ok, body: Data(repeating: UInt8(count), count: length))
    }
  }

  private func request(_ target: String) -> ViewerRequest {
    ViewerRequest(method: .get, target: target, headers: [:], body: RequestBody(Data()))
  }

  private func page(
    _ target: String, of pages: RenderedPages, in store: HistoryStore, by renderer: Renderer, length: Int = 10
  ) async throws -> ViewerResponse {
    try await pages.page(of: request(target), language: .english, in: store) { () async throws(HistoryError) in
      await renderer.page(length)
    }
  }

  @Test("a page is made once, and anew after a change by this process or another")
  func changes() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("A", session: "2026-09-07", day: "2026-09-07")
    let (pages, renderer) = (RenderedPages(), Renderer())
    let first = try await page("/person?id=A", of: pages, in: fixture.store, by: renderer)
    #expect(try await page("/person?id=A", of: pages, in: fixture.store, by: renderer).body == first.body)
    #expect(await renderer.count == 1)
    _ = try await page("/person?id=B", of: pages, in: fixture.store, by: renderer)
    #expect(await renderer.count == 2)
    try fixture.add("A", session: "2026-09-09", day: "2026-09-09")
    _ = try await page("/person?id=A", of: pages, in: fixture.store, by: renderer)
    #expect(await renderer.count == 3)
    let other = try HistoryStore(path: fixture.store.path, access: .writing)
    try other.annotate("A", PersonAnnotation(diagnosisGroup: "knee"), at: "2026-11-21T00:00:00Z")
    _ = try await page("/person?id=A", of: pages, in: fixture.store, by: renderer)
    #expect(await renderer.count == 4)
    _ = try await page("/person?id=A", of: pages, in: fixture.store, by: renderer)
    #expect(await renderer.count == 4)
  }

  @Test("a page during whose making the store changed is made again")
  func changedMeanwhile() async throws {
    let fixture = try ViewerFixture()
    let (pages, renderer) = (RenderedPages(), Renderer())
    _ = try await pages.page(of: request("/"), language: .english, in: fixture.store) { () async throws(HistoryError) in
      // A failure here leaves the store as it was, which the count below shows.
      try? fixture.add("A", session: "2026-09-07", day: "2026-09-07")
      return await renderer.page(10)
    }
    _ = try await page("/", of: pages, in: fixture.store, by: renderer)
    #expect(await renderer.count == 2)
  }

  @Test("what is kept is bounded, and the page that was not asked for longest goes first")
  func bounded() async throws {
    let fixture = try ViewerFixture()
    let (pages, renderer) = (RenderedPages(mostBytes: 250), Renderer())
    for target in ["/?page=1", "/?page=2", "/?page=1", "/?page=3", "/?page=1"] {
      _ = try await page(target, of: pages, in: fixture.store, by: renderer, length: 100)
    }
    #expect(await renderer.count == 3)
    _ = try await page("/?page=2", of: pages, in: fixture.store, by: renderer, length: 100)
    #expect(await renderer.count == 4)
    // A page that is too long for all of the memory is shown and not kept.
    for _ in 0..<2 { _ = try await page("/?page=9", of: pages, in: fixture.store, by: renderer, length: 300) }
    #expect(await renderer.count == 6)
  }

  @Test("what a person is not called any more is not shown from memory")
  func removed() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("Erika", session: "2026-09-07", day: "2026-09-07")
    #expect(try await fixture.text("/").contains("Erika"))
    #expect(await fixture.answer("/person?id=Erika").statusCode == .ok)
    try fixture.store.remove("Erika", at: "2026-11-21T00:00:00Z")
    #expect(try await !fixture.text("/").contains(">Erika</a>"))
    #expect(await fixture.answer("/person?id=Erika").statusCode == .notFound)
  }
}
