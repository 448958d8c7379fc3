import Foundation
import Testing

/// A viewer of its own process, which ends with this.
private final class RunningViewer {
  let port = Int.random(in: 20_000..<30_000)
  let data: Folder
  let run: Program.Running

  init() throws {
    data = try Folder()
    run = try Program.start(["serve", "--store", data.path("store.sqlite"), "--port", "\(port)"])
    while run.process.isRunning, try Data(contentsOf: run.output).isEmpty { usleep(2000) }
  }

  deinit { if run.process.isRunning { kill(run.process.processIdentifier, SIGKILL) } }

  func request(_ target: String = "/") -> String { "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n" }

  /// Whether the list of people comes.
  func isAnswered() throws -> Bool {
    let connection = try RawConnection(port: port)
    connection.send(request())
    return connection.receive { $0.contains("</html>") }.hasPrefix("HTTP/1.1 200")
  }

  /// Milliseconds to the list of people on a connection of its own: the median of several, since the machine may be
  /// busy with something else.
  func typicalWait() throws -> Double {
    let waits = try (0..<9).map { _ in
      let start = ContinuousClock.now
      let isAnswered = try isAnswered()
      let wait = start.duration(to: .now) / .milliseconds(1)
      #expect(isAnswered)
      return wait
    }
    return waits.sorted()[waits.count / 2]
  }
}

/// What one client can do to the others: each is tried while others are to be answered within 100 ms.
@Suite("A viewer among hostile clients", .serialized)
struct HostileRequestTests {
  private static let longest = 100.0  // milliseconds

  @Test("lines without an end: others are answered, and the sender is refused")
  func longLines() throws {
    let viewer = try RunningViewer()
    let lines = try (0..<4).map { _ in try RawConnection(port: viewer.port) }
    for line in lines { line.send("GET /" + String(repeating: "a", count: 400_000)) }
    #expect(try viewer.typicalWait() < Self.longest)
    let header = try RawConnection(port: viewer.port)
    header.send("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 400_000))
    let many = try RawConnection(port: viewer.port)
    many.send("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 100_000))
    #expect(try viewer.typicalWait() < Self.longest)
    for refused in lines + [header, many] {
      #expect(refused.receive { $0.contains("\r\n\r\n") }.hasPrefix("HTTP/1.1 400"))
    }
  }

  @Test(
    "what is not a request is refused or closed, and others are answered",
    arguments: [
      "\0\0\0\0\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nNo colon\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n",
      "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\n\r\n", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\0\u{1}",
      "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ])
  func malformed(_ text: String) throws {
    let viewer = try RunningViewer()
    let connection = try RawConnection(port: viewer.port)
    connection.send(text.replacing("PORT", with: "\(viewer.port)"))
    #expect(try viewer.typicalWait() < Self.longest)
    let answer = connection.receive { $0.contains("\r\n\r\n") }
    #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer.prefix(80))")
  }

  @Test("pipelined requests are all answered, and a thousand that nobody reads hold up nobody")
  func pipelined() throws {
    let viewer = try RunningViewer()
    let few = try RawConnection(port: viewer.port)
    few.send(String(repeating: viewer.request(), count: 20))
    let answers = few.receive { $0.components(separatedBy: "</html>").count > 20 }
    #expect(answers.components(separatedBy: "HTTP/1.1 200").count == 21)
    let many = try (0..<4).map { _ in try RawConnection(port: viewer.port) }
    for connection in many { connection.send(String(repeating: viewer.request(), count: 1000)) }
    #expect(try viewer.typicalWait() < Self.longest)
  }

  @Test("200 heads that arrive byte by byte hold up nobody")
  func slowLoris() throws {
    let viewer = try RunningViewer()
    let slow = try (0..<200).map { _ in try RawConnection(port: viewer.port) }
    for byte in "GET / HTTP/1.1\r\n" {
      for connection in slow { connection.send(String(byte)) }
    }
    #expect(try viewer.typicalWait() < Self.longest)
  }

  @Test("1,100 connections that say nothing hold up nobody, and Ctrl-C ends the viewer beside them")
  func manyConnections() throws {
    var limit = rlimit()
    #if canImport(Darwin)
      let kind = RLIMIT_NOFILE
    #else
      let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #endif
    getrlimit(kind, &limit)
    limit.rlim_cur = min(limit.rlim_max, 4096)
    setrlimit(kind, &limit)
    let viewer = try RunningViewer()
    let silent = try (0..<1100).map { _ in try RawConnection(port: viewer.port) }
    #expect(try viewer.typicalWait() < Self.longest)
    #expect(viewer.run.process.isRunning)
    kill(viewer.run.process.processIdentifier, SIGINT)
    let start = ContinuousClock.now
    #expect(try viewer.run.finish().exitCode == 130)
    #expect(start.duration(to: .now) < .seconds(10))
    withExtendedLifetime(silent) {}
  }
}
