import FlyingFox
import FlyingSocks
import Foundation
import GaitHistory

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Web pages on a history of sessions, served to browsers on this machine.
///
/// ```swift
/// let viewer = try Viewer(store: HistoryStore(path: "clinic.sqlite", access: .writing))
/// try await viewer.run { address in print(address) }
/// ```
public struct Viewer: Sendable {
  /// Why the viewer cannot be served.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The host is neither an IP address nor `localhost`.
    case host(String)
    case cannotListen(host: String, port: UInt16, reason: String)

    public var description: String {
      switch self {
      case .host(let host):
        "--host: found '\(PrintableText(host))'; expected an IP address of this machine, such as 127.0.0.1 or 0.0.0.0"
      case .cannotListen(let host, let port, let reason):
        "\(host), port \(port): cannot be listened on (\(reason)); name another --port or --host"
      }
    }
  }

  /// The loopback address: only programs on this machine reach it.
  public static let defaultHost = "127.0.0.1"
  public static let defaultPort: UInt16 = 8080

  let routes: ViewerRoutes
  private let address: any SocketAddress
  /// Seconds that a request may take; an upload of a day's recording takes a few.
  private static let longestRequest = 600.0

  /// - Parameters:
  ///   - host: The address to listen on. Beyond loopback a token in the URL is needed.
  /// - Throws: `Failure` if `host` is no address.
  public init(store: HistoryStore, host: String = defaultHost, port: UInt16 = defaultPort) throws(Failure) {
    address = try Self.socketAddress(host: host, port: port)
    routes = ViewerRoutes(
      store: store, requestGuard: RequestGuard(host: Self.literal(host), port: port), uploads: UploadDesk(store: store))
  }

  /// Whether an address can be listened on, to be asked before a store is made for it.
  ///
  /// - Throws: `Failure` if `host` is no address, or none of this machine, or if the port is taken.
  public static func check(host: String, port: UInt16) throws(Failure) {
    let address = try socketAddress(host: host, port: port)
    do {
      let socket = try Socket(domain: Int32(address.family))
      defer { try? socket.close() }
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: address)
    } catch {
      throw .cannotListen(host: literal(host), port: port, reason: reason(error))
    }
  }

  private static func literal(_ host: String) -> String {
    let name = HostName(host)
    return name.text == "localhost" ? defaultHost : name.text
  }

  private static func socketAddress(host: String, port: UInt16) throws(Failure) -> any SocketAddress {
    let literal = literal(host)
    do {
      return HostName(literal).isIPv6
        ? try sockaddr_in6.inet6(ip6: literal, port: port) as any SocketAddress
        : try sockaddr_in.inet(ip4: literal, port: port)
    } catch {
      throw .host(host)
    }
  }

  /// Where a browser finds the viewer, with the token that is needed beyond loopback.
  public var url: String {
    let host = routes.requestGuard.host
    let shown = ["0.0.0.0", "::"].contains(host.text) ? Self.machineName : host.isIPv6 ? "[\(host.text)]" : host.text
    let token = routes.requestGuard.accessToken.map { "?token=\($0.text)" } ?? ""
    return "http://\(shown):\(routes.requestGuard.port)/\(token)"
  }

  /// Whether other machines can reach it.
  public var isOpenToNetwork: Bool { routes.requestGuard.accessToken != nil }

  private static var machineName: String {
    var buffer = [CChar](repeating: 0, count: 256)
    return gethostname(&buffer, buffer.count - 1) == 0
      ? String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) : "127.0.0.1"
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: Called once when browsers can be answered.
  /// - Throws: `Failure` if the port cannot be had.
  public func run(ready: @Sendable @escaping () -> Void = {}) async throws(Failure) {
    // A browser that closes its connection early must not end the process.
    signal(SIGPIPE, SIG_IGN)
    defer { routes.uploads.close() }
    let server = HTTPServer(
      config: .init(
        address: address, timeout: Self.longestRequest, pool: PromptSocketPool(HTTPServer.defaultPool()),
        logger: .disabled), handler: routes)
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          // FlyingFox's own waiting does not end when listening has failed.
          while await !server.isListening { try await Task.sleep(for: .milliseconds(5)) }
          ready()
        }
        // The first failure ends the other.
        while try await group.next() != nil {}
      }
    } catch is CancellationError {
      return
    } catch {
      guard !Task.isCancelled else { return }
      let guarded = routes.requestGuard
      throw .cannotListen(host: guarded.host.text, port: guarded.port, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    if case SocketError.failed(_, let number, let message) = error {
      switch number {
      case EADDRINUSE: return "another program has it"
      case EADDRNOTAVAIL: return "this machine has no such address"
      case EACCES: return "it is not allowed"
      default: return message
      }
    }
    return "\(error)"
  }
}

/// Sends what is written at once.
///
/// An answer is written in two parts, and by default the second waits until the browser has confirmed the first, which
/// takes it 40 ms (Nagle's algorithm against delayed acknowledgement). Connections inherit the option from the
/// listening socket, which the pool sees first.
struct PromptSocketPool: AsyncSocketPool {
  private let base: any AsyncSocketPool

  init(_ base: any AsyncSocketPool) {
    self.base = base
  }

  func prepare() async throws { try await base.prepare() }
  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}
