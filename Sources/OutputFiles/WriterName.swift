#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The end of the name of what is not finished yet, which no other process on any machine uses: `node7-4711-1234567`.
package struct WriterName: Sendable, Equatable {
  /// The machine; `nil` in names of earlier versions.
  package var host: String?
  package var process: pid_t
  private var number: UInt32

  /// A name for this process, a new one each time.
  package init() {
    host = Self.thisHost
    process = getpid()
    number = .random(in: 0...UInt32.max)
  }

  /// The parts of a name that `text` gave, with or without a host.
  ///
  /// - Returns: `nil` if it is not such a name.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let process = UInt32(parts[parts.count - 2]),
      let number = UInt32(parts[parts.count - 1]), let process = pid_t(exactly: process)
    else { return nil }
    if parts.count == 3 {
      guard !parts[0].isEmpty, parts[0].allSatisfy(Self.isPlain) else { return nil }
      host = String(parts[0])
    }
    self.process = process
    self.number = number
  }

  package var text: String { (host.map { "\($0)-" } ?? "") + "\(process)-\(number)" }

  /// Whether it may be the name of a process of this machine.
  package var isOfThisHost: Bool { host == nil || host == Self.thisHost }

  /// Whether there is a process of that number on this machine.
  package var isAlive: Bool { kill(process, 0) == 0 || errno != ESRCH }

  /// Letters of a host that are kept: what tells the machines of a cluster apart stands at the end.
  private static let longestHost = 20

  private static func isPlain(_ letter: Character) -> Bool {
    letter.isASCII && (letter.isLetter || letter.isNumber || letter == "_")
  }

  /// The name of this machine without its domain, in letters that a file's name may have.
  package static let thisHost: String = {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let short = String(decoding: bytes, as: UTF8.self).prefix { $0 != "." }
    let plain = String(short.map { isPlain($0) ? $0 : "_" }.suffix(longestHost))
    return plain.isEmpty ? "unknown" : plain
  }()
}
