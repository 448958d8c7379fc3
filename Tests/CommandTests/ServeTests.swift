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

  @Test("a store that is none is refused with 65, and a host that cannot be had makes no store")
  func unusable() throws {
    let data = try Folder()
    try Data("no store".utf8).write(to: try data.file("store.sqlite"))
    let port = "\(Int.random(in: 40_000..<50_000))"
    let store = try Program.run("serve", "--store", data.path("store.sqlite"), "--port", port)
    #expect(store.exitCode == 65)
    #expect(store.errors.contains("expected a store of RetroGait"))
    let host = try Program.run("serve", "--store", data.path("new.sqlite"), "--host", "example.org")
    #expect(host.exitCode == 64)
    #expect(host.errors.contains("--host: found 'example.org'"))
    // An address that is reserved for documentation, which no machine has (RFC 5737).
    let foreign = try Program.run("serve", "--store", data.path("new.sqlite"), "--host", "192.0.2.1", "--port", port)
    #expect(foreign.exitCode == 74)
    #expect(foreign.errors.contains("this machine has no such address"))
    #expect(data.names(in: "") == ["store.sqlite"])
  }
}
