import Foundation
import GaitHistory
import Testing

@testable import GaitViewer

@Suite("Serving")
struct ServingTests {
  @Test("browsers are answered until the task is cancelled, and a port that is taken is refused in words")
  func serving() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first")
    let port = UInt16.random(in: 20_000..<30_000)
    let viewer = try Viewer(store: fixture.store, port: port)
    let (ready, signal) = AsyncStream<Void>.makeStream()
    let work = Task { () async -> Viewer.Failure? in
      do throws(Viewer.Failure) {
        try await viewer.run { signal.finish() }
        return nil
      } catch {
        signal.finish()
        return error
      }
    }
    for await _ in ready {}
    #expect(viewer.url == "http://127.0.0.1:\(port)/")
    let second = try Viewer(store: fixture.store, port: port)
    let failure = await #expect(throws: Viewer.Failure.self) { try await second.run() }
    #expect(failure?.description.contains("another program has it") == true, "\(String(describing: failure))")
    work.cancel()
    #expect(await work.value == nil)
  }
}
