import Foundation
import Testing

@Suite("The viewer from the command line")
struct ServeTests {
  @Test("the address stands on standard output alone, and an interruption ends it with 130")
  func serve() throws {
    let data = try Folder()
    let port = Int.random(in: 30_000..<40_000)
    let run = try Program.start(["serve", "--store", data.path("store.sqlite"), "--port", "\(port)"])
    while run.process.isRunning, try Data(contentsOf: run.output).isEmpty { usleep(2000) }
    kill(run.process.processIdentifier, SIGINT)
    let result = try run.finish()
    #expect(result.exitCode == 130)
    #expect(result.output == "http://127.0.0.1:\(port)/\n")
    #expect(result.errors.isEmpty)
  }

  @Test("a store that is none is refused with 65, and a host that is no address with 64")
  func unusable() throws {
    let data = try Folder()
    try Data("no store".utf8).write(to: try data.file("store.sqlite"))
    let store = try Program.run("serve", "--store", data.path("store.sqlite"))
    #expect(store.exitCode == 65)
    #expect(store.errors.contains("expected a store of RetroGait"))
    let host = try Program.run("serve", "--store", data.path("new.sqlite"), "--host", "example.org")
    #expect(host.exitCode == 64)
    #expect(host.errors.contains("--host: found 'example.org'"))
  }
}
