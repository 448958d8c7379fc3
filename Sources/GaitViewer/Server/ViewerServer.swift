import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// Brings requests from the network to the routes and their answers back, within `ConnectionLimits`.
///
/// This is where the server library meets the viewer; routes and pages know nothing of it.
struct ViewerServer: Sendable {
  let address: ListeningAddress
  let routes: ViewerRoutes
  var limits = ConnectionLimits()
  /// Connections that wait to be accepted; the system limits them further.
  private static let backlog = 512

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: Called once when browsers can be answered.
  /// - Throws: `Viewer.Failure.cannotListen` if the port cannot be had.
  func run(ready: @Sendable @escaping () -> Void) async throws(Viewer.Failure) {
    // A browser that closes its connection early must not end the process.
    signal(SIGPIPE, SIG_IGN)
    let connections = OpenConnections(most: limits.connections)
    let limits = limits
    let server = Server(
      childChannelSetup: HTTP1Channel(
        responder: { request, writer, _ in try await answer(request, writer) },
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [ConnectionHandler(limits: limits, connections: connections)],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.headerField, maxHeaderListSize: limits.head,
            maxHeaderFieldCount: limits.headerFields))),
      configuration: ServerConfiguration(
        address: .hostname(address.host, port: Int(address.port)), backlog: Self.backlog),
      onServerRunning: { _ in ready() },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      logger: Logger(label: "viewer") { _ in SwiftLogNoOpLogHandler() })
    do {
      try await withTaskCancellationHandler {
        try await server.run()
      } onCancel: {
        connections.closeAll(after: limits.lingering)
      }
    } catch let error as IOError {
      throw address.failure(error.errnoCode)
    } catch {
      guard !Task.isCancelled else { return }
      throw .cannotListen(host: address.host, port: address.port, reason: "\(error)")
    }
  }

  private func answer(_ request: Request, _ writer: consuming ResponseWriter) async throws {
    let response = await routes.handleRequest(ViewerRequest(request))
    var head = HTTPResponse(status: .init(code: response.statusCode.rawValue))
    for (name, value) in response.headers.all {
      if let name = HTTPField.Name(name.text) { head.headerFields[name] = value }
    }
    try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
  }
}

extension ViewerRequest {
  fileprivate init(_ request: Request) {
    var headers: HeaderFields = [:]
    // The library takes the first `Host` out of the fields.
    if let host = request.head.authority { headers.append(host, for: .host) }
    for field in request.headers { headers.append(field.value, for: HeaderName(field.name.rawName)) }
    let declared = headers[.contentLength].map { Int($0) } ?? 0
    self.init(
      method: Method(request.method.rawValue), target: request.head.path ?? "", headers: headers,
      body: RequestBody(
        length: headers[.transferEncoding] == nil ? declared : nil,
        parts: request.body.map { Data($0.readableBytesView) }))
  }
}
