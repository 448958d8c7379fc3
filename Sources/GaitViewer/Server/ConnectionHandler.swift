import NIOCore
import NIOHTTPTypes

/// Closes a connection that takes longer than `ConnectionLimits` allow for what it is at.
///
/// It stands where requests are parsed already: the head of a request passes when it is complete, so one that arrives
/// byte by byte passes too late.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ConnectionLimits
  private let connections: OpenConnections
  private var phase = OpenConnections.Phase.awaitingRequest
  private var phaseStart = NIODeadline.uptimeNanoseconds(0)
  /// Bytes of a body that came in this phase.
  private var received = 0
  /// When the connection is closed; `nil` while the routes work.
  private var deadline: NIODeadline?
  private var scheduled: Scheduled<Void>?
  /// Heads and ends of requests that came, and answers that were sent.
  private var heads = 0
  private var ends = 0
  private var answers = 0
  private var isSending = false
  private var isOpen = false

  init(limits: ConnectionLimits, connections: OpenConnections) {
    self.limits = limits
    self.connections = connections
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { open(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    open(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    close(context)
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { close(context) }

  private func open(_ context: ChannelHandlerContext) {
    guard !isOpen else { return }
    isOpen = true
    connections.open(context.channel)
    begin(.awaitingRequest, limits.waitForHead, context)
  }

  private func close(_ context: ChannelHandlerContext) {
    isOpen = false
    scheduled?.cancel()
    scheduled = nil
    connections.closed(context.channel)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      heads += 1
      goOn(context)
    case .body(let part):
      received += part.readableBytes
      if phase == .receivingBody, answers <= ends { deadline = phaseStart + TimeAmount(limits.longest(received)) }
    case .end:
      ends += 1
      goOn(context)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head:
      context.write(data, promise: promise)
    case .body(let part):
      isSending = true
      begin(.sendingAnswer, limits.longest(part.readableBytes), context)
      context.write(data, promise: promise)
    case .end:
      let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
      sent.futureResult.assumeIsolated().whenComplete { _ in
        self.answers += 1
        self.isSending = false
        self.goOn(context)
      }
      context.write(data, promise: sent)
    }
  }

  /// Enters the phase that follows from what has come and what has been sent.
  private func goOn(_ context: ChannelHandlerContext) {
    if isSending { return }
    if ends < answers {
      // The request was refused before its body was read, and the rest of it is not worth reading.
      begin(.receivingBody, limits.lingering, context)
    } else if heads == answers {
      begin(.awaitingRequest, limits.waitForHead, context)
    } else if ends == answers {
      begin(.receivingBody, limits.longest(0), context)
    } else if phase != .answering {
      begin(.answering, nil, context)
    }
  }

  private func begin(_ phase: OpenConnections.Phase, _ longest: Duration?, _ context: ChannelHandlerContext) {
    guard isOpen else { return }
    connections.enter(phase, context.channel)
    self.phase = phase
    phaseStart = context.eventLoop.now
    received = 0
    deadline = longest.map { phaseStart + TimeAmount($0) }
    schedule(context)
  }

  private func schedule(_ context: ChannelHandlerContext) {
    scheduled?.cancel()
    scheduled = deadline.map { deadline in
      context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.expired(context) }
    }
  }

  private func expired(_ context: ChannelHandlerContext) {
    guard isOpen, let deadline else { return }
    if deadline <= context.eventLoop.now { context.close(promise: nil) } else { schedule(context) }
  }
}
