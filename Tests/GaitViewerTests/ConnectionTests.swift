import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import GaitViewer

/// Limits of connections, in time that the test turns on itself.
@Suite("Connections that take too long, and too many of them")
struct ConnectionTests {
  private let limits = ConnectionLimits()

  private func connection(_ connections: OpenConnections) throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: ConnectionHandler(limits: limits, connections: connections))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  private func connection() throws -> EmbeddedChannel { try connection(OpenConnections(most: 10)) }

  private func request(_ method: HTTPRequest.Method = .get) -> HTTPRequestPart {
    .head(HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1:8080", path: "/"))
  }

  private func answer(_ channel: EmbeddedChannel, bytes: Int = 10) throws {
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(repeating: 0, count: bytes)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
  }

  @Test("a head that does not come in time closes the connection, the first and every later one")
  func head() throws {
    let silent = try connection()
    silent.embeddedEventLoop.advanceTime(by: .seconds(19))
    #expect(silent.isActive)
    silent.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!silent.isActive)

    let used = try connection()
    used.embeddedEventLoop.advanceTime(by: .seconds(15))
    try used.writeInbound(request())
    try used.writeInbound(HTTPRequestPart.end(nil))
    try answer(used)
    used.embeddedEventLoop.advanceTime(by: .seconds(15))
    #expect(used.isActive)
    used.embeddedEventLoop.advanceTime(by: .seconds(6))
    #expect(!used.isActive)
  }

  @Test("a body that trickles closes the connection, and one that flows does not")
  func body() throws {
    let trickle = try connection()
    try trickle.writeInbound(request(.post))
    for _ in 0..<40 where trickle.isActive {
      trickle.embeddedEventLoop.advanceTime(by: .seconds(1))
      try trickle.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
    }
    #expect(!trickle.isActive)

    let flow = try connection()
    try flow.writeInbound(request(.post))
    for _ in 0..<120 {
      flow.embeddedEventLoop.advanceTime(by: .seconds(1))
      try flow.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 100_000)))
    }
    #expect(flow.isActive)
  }

  @Test("the routes may take long, and nothing closes the connection meanwhile")
  func work() throws {
    let channel = try connection()
    try channel.writeInbound(request())
    try channel.writeInbound(HTTPRequestPart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .minutes(20))
    #expect(channel.isActive)
  }

  @Test("a request that is refused before its body is read is closed soon, whatever still comes")
  func refused() throws {
    let channel = try connection()
    try channel.writeInbound(request(.post))
    try answer(channel)
    for _ in 0..<4 where channel.isActive {
      try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 1_000_000)))
      channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    }
    #expect(!channel.isActive)
  }

  @Test("pipelined requests are answered one after the other, and then the connection waits again")
  func pipelined() throws {
    let channel = try connection()
    for _ in 0..<3 {
      try channel.writeInbound(request())
      try channel.writeInbound(HTTPRequestPart.end(nil))
    }
    for _ in 0..<3 {
      channel.embeddedEventLoop.advanceTime(by: .minutes(1))
      #expect(channel.isActive)
      try answer(channel)
    }
    channel.embeddedEventLoop.advanceTime(by: .seconds(21))
    #expect(!channel.isActive)
  }

  @Test("one connection too many closes the one that has waited longest, never one that is being answered")
  func tooMany() throws {
    let connections = OpenConnections(most: 3)
    let answering = try connection(connections)
    try answering.writeInbound(request())
    try answering.writeInbound(HTTPRequestPart.end(nil))
    let first = try connection(connections)
    let second = try connection(connections)
    let third = try connection(connections)
    first.embeddedEventLoop.run()
    #expect(!first.isActive)
    #expect(answering.isActive && second.isActive && third.isActive)
    for channel in [second, third] {
      try channel.writeInbound(request())
      try channel.writeInbound(HTTPRequestPart.end(nil))
    }
    let surplus = try connection(connections)
    surplus.embeddedEventLoop.run()
    #expect(!surplus.isActive)
    #expect(answering.isActive && second.isActive && third.isActive)
  }
}
