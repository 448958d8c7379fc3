import CNettle

/// SHA-256 (FIPS 180-4), by which files and results are told apart; computed by Nettle with the processor's own
/// instructions where it has them.
package struct SHA256 {
  private var state = sha256_ctx()

  /// Bytes of a digest.
  private static let digestSize = 32

  package init() {
    nettle_sha256_init(&state)
  }

  /// Goes on with `bytes`.
  package mutating func update(bufferPointer bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(&state, bytes.count, start.assumingMemoryBound(to: UInt8.self))
  }

  /// Goes on with `bytes`.
  package mutating func update(data bytes: [UInt8]) {
    bytes.withUnsafeBytes { update(bufferPointer: $0) }
  }

  /// The digest of all bytes so far, as 64 lower-case hexadecimal digits.
  package func hexadecimal() -> String {
    var state = state
    var digest = [UInt8](repeating: 0, count: Self.digestSize)
    nettle_sha256_digest(&state, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
