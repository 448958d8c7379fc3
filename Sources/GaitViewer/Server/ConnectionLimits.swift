import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How much of the machine one connection, and all together, may use.
struct ConnectionLimits: Sendable {
  /// Connections that are open at a time. One more closes the one that has waited longest.
  var connections: Int
  /// Longest request line, and longest header field. A cookie and the longest of our own URLs stay below 3,000.
  var headerField = 16_384  // bytes
  /// Request line and all header fields together. Browsers send about 1,000.
  var head = 32_768  // bytes
  /// Browsers send about 20.
  var headerFields = 100
  /// A connection waits so long for the whole head of a request. Browsers that kept it open connect again.
  var waitForHead = Duration.seconds(20)
  /// What a body or an answer may take beside what `slowestRate` allows.
  var patience = Duration.seconds(30)
  /// Bodies and answers that move more slowly on average are given up. The slowest mobile network is faster.
  var slowestRate = 16_000.0  // bytes per second
  /// No body and no answer may take longer; an upload of a day's recording takes a few seconds.
  var longestTransfer = Duration.seconds(600)
  /// A connection that is closed gets so long to receive an answer: that a body is too long, or the last one.
  var lingering = Duration.seconds(2)

  /// With as many connections as leave half of the files that this process may open to the store and to uploads.
  init() {
    connections = min(Self.mostConnections, max(Self.fewestConnections, Int(sysconf(CInt(_SC_OPEN_MAX))) / 2))
  }

  /// A browser opens six per page that is loaded.
  private static let mostConnections = 512
  private static let fewestConnections = 32

  /// How long `bytes` may take to pass.
  func longest(_ bytes: Int) -> Duration {
    min(patience + .seconds(Double(bytes) / slowestRate), longestTransfer)
  }
}
