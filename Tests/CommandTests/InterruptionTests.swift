import Foundation
import Testing

@Suite("Interrupting a batch")
struct InterruptionTests {
  @Test("what is finished stays and stands in the manifest, nothing else does", arguments: [SIGINT, SIGTERM])
  func interrupted(signal: Int32) throws {
    let data = try Folder()
    try data.addWalk("data/walk000")
    // Enough to last for seconds, so that the signal comes in between even on a busy machine.
    let count = 600
    for k in 1..<count {
      try FileManager.default.copyItem(
        at: data.url.appending(path: "data/walk000"), to: data.url.appending(path: "data/walk\(k + 1000)"))
    }
    let running = try Program.start(["analyze", data.path("data"), "--output", data.path("out"), "--jobs", "2"])
    while running.process.isRunning, data.names(in: "out").count(where: { $0.hasPrefix("walk") }) < 2 {
      // Asleep on this thread: other tests may keep the threads that would wake a task up.
      usleep(2000)
    }
    kill(running.process.processIdentifier, signal)
    let result = try running.finish()
    #expect(result.exitCode == 130)
    #expect(result.errors.contains("interrupted"))
    let finished = data.names(in: "out").filter { $0 != "manifest.csv" }
    #expect((2..<count).contains(finished.count))
    #expect(try rows(of: data.text("out/manifest.csv")).compactMap { $0["recording"] } == finished)
    for name in finished {
      #expect(
        data.names(in: "out/\(name)") == [
          "bouts.csv", "curves.npy", "events.csv", "measures.csv", "strides.csv", "summary.json", "turns.csv",
        ])
    }
  }
}
