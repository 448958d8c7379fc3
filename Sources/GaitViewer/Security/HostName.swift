#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The host part of an address: a name or an IP address, without the port.
struct HostName: Sendable, Equatable {
  /// In lower case, without brackets.
  let text: String

  init(_ text: String) {
    var text = text.lowercased()
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    self.text = text
  }

  /// Host and port of a `Host` header such as `127.0.0.1:8080` or `[::1]:8080`; `nil` if it is none.
  static func split(_ header: String) -> (host: HostName, port: UInt16?)? {
    guard !header.isEmpty, header.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else {
      return nil
    }
    if header.hasPrefix("[") {
      guard let end = header.firstIndex(of: "]") else { return nil }
      let rest = header[header.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
      return (HostName(String(header[...end])), rest.isEmpty ? nil : UInt16(rest.dropFirst()))
    }
    let parts = header.split(separator: ":", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return (HostName(header), nil)
    case 2: return UInt16(parts[1]).map { (HostName(String(parts[0])), $0) }
    default: return nil
    }
  }

  var isIPv6: Bool {
    var address = in6_addr()
    return inet_pton(AF_INET6, text, &address) == 1
  }

  var isIPv4: Bool {
    var address = in_addr()
    return inet_pton(AF_INET, text, &address) == 1
  }

  /// Whether only programs on this machine reach it.
  var isLoopback: Bool {
    text == "localhost" || text == "::1" || (isIPv4 && text.hasPrefix("127."))
  }
}
