#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An address of this machine and a port on it.
struct ListeningAddress: Sendable, Equatable {
  /// An IP address as text.
  let host: String
  let port: UInt16

  /// - Throws: `Viewer.Failure.host` if `host` is neither an IP address nor `localhost`.
  init(host: String, port: UInt16) throws(Viewer.Failure) {
    let name = HostName(host)
    let literal = name.text == "localhost" ? Viewer.defaultHost : name.text
    guard HostName(literal).isIPv4 || HostName(literal).isIPv6 else { throw .host(host) }
    self.host = literal
    self.port = port
  }

  /// Takes the address for a moment.
  ///
  /// - Throws: `Viewer.Failure.cannotListen` if another program has it, or if it is not this machine's.
  func check() throws(Viewer.Failure) {
    let descriptor = socket(HostName(host).isIPv6 ? AF_INET6 : AF_INET, Self.stream, 0)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var reuse: CInt = 1
    _ = setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<CInt>.size))
    guard bound(descriptor) == 0 else { throw failure(errno) }
  }

  private func bound(_ descriptor: CInt) -> CInt {
    if HostName(host).isIPv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      inet_pton(AF_INET6, host, &address.sin6_addr)
      return Self.bind(descriptor, &address)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    return Self.bind(descriptor, &address)
  }

  private static func bind<Address>(_ descriptor: CInt, _ address: inout Address) -> CInt {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        #if canImport(Darwin)
          Darwin.bind(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
        #else
          Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
        #endif
      }
    }
  }

  #if canImport(Darwin)
    private static let stream = SOCK_STREAM
  #else
    private static let stream = CInt(SOCK_STREAM.rawValue)
  #endif

  /// What the system's error number means for somebody who starts the viewer.
  func failure(_ number: CInt) -> Viewer.Failure {
    let reason =
      switch number {
      case EADDRINUSE: "another program has it"
      case EADDRNOTAVAIL: "this machine has no such address"
      case EACCES: "it is not allowed"
      default: String(cString: strerror(number))
      }
    return .cannotListen(host: host, port: port, reason: reason)
  }

  /// What a browser on another machine can open: for an address that means all of this machine's, one of these.
  var reachableHost: HostName {
    switch host {
    case "0.0.0.0": Self.ownAddress(AF_INET) ?? HostName(Viewer.defaultHost)
    case "::": Self.ownAddress(AF_INET6) ?? Self.ownAddress(AF_INET) ?? HostName("::1")
    default: HostName(host)
    }
  }

  /// The first address of the family that other machines can reach.
  private static func ownAddress(_ family: CInt) -> HostName? {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return nil }
    defer { freeifaddrs(list) }
    for interface in sequence(first: list, next: { $0?.pointee.ifa_next }) {
      guard let interface, let address = interface.pointee.ifa_addr, CInt(address.pointee.sa_family) == family,
        interface.pointee.ifa_flags & UInt32(IFF_UP) != 0
      else { continue }
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let size = family == AF_INET6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
      guard getnameinfo(address, socklen_t(size), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else {
        continue
      }
      let name = HostName(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
      // Link-local addresses (fe80::) need the name of an interface, which browsers do not take.
      if !name.isLoopback, name.isIPv4 || name.isIPv6, !name.text.hasPrefix("fe80:") { return name }
    }
    return nil
  }
}
