import GaitHistory

/// Web pages on a history of sessions, served to browsers on this machine.
///
/// ```swift
/// let viewer = try Viewer(store: HistoryStore(path: "clinic.sqlite", access: .writing))
/// try await viewer.run { print(viewer.url) }
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
  private let address: ListeningAddress

  /// - Parameters:
  ///   - host: The address to listen on. Beyond loopback a token in the URL is needed.
  /// - Throws: `Failure` if `host` is not an address.
  public init(store: HistoryStore, host: String = defaultHost, port: UInt16 = defaultPort) throws(Failure) {
    address = try ListeningAddress(host: host, port: port)
    routes = ViewerRoutes(
      store: store, requestGuard: RequestGuard(host: address.host, port: port), uploads: UploadDesk(store: store))
  }

  /// Whether an address can be listened on, to be asked before a store is made for it.
  ///
  /// - Throws: `Failure` if `host` is not an address, or not one of this machine, or if the port is taken.
  public static func check(host: String, port: UInt16) throws(Failure) {
    try ListeningAddress(host: host, port: port).check()
  }

  /// Where a browser finds the viewer, with the token that is needed beyond loopback.
  public var url: String {
    let host = address.reachableHost
    let token = routes.requestGuard.accessToken.map { "?token=\($0.text)" } ?? ""
    return "http://\(host.isIPv6 ? "[\(host.text)]" : host.text):\(address.port)/\(token)"
  }

  /// Whether other machines can reach it.
  public var isOpenToNetwork: Bool { routes.requestGuard.accessToken != nil }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: Called once when browsers can be answered.
  /// - Throws: `Failure` if the port cannot be had.
  public func run(ready: @Sendable @escaping () -> Void = {}) async throws(Failure) {
    UploadFolder.removeLeftovers()
    defer { routes.uploads.close() }
    // Beside the first requests: a large store that was filled elsewhere takes a while. A failure shows with the list.
    Task.detached { [store = routes.store] in try? store.refreshStatuses() }
    try await ViewerServer(address: address, routes: routes).run(ready: ready)
  }
}
