import Testing

@testable import FileDigest

@Suite("SHA-256 of files")
struct SHA256Tests {
  @Test(
    "the examples of NIST give their digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func examples(text: String, digest: String) {
    var hash = SHA256()
    hash.update(data: Array(text.utf8))
    #expect(hash.hexadecimal() == digest)
  }

  @Test("bytes in pieces of any length give the digest of the whole")
  func pieces() {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var whole = SHA256()
    whole.update(data: bytes)
    for length in [1, 63, 64, 65, 1000] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: length) {
        hash.update(data: Array(bytes[start..<min(bytes.count, start + length)]))
        // Asking for the digest in between changes nothing.
        _ = hash.hexadecimal()
      }
      #expect(hash.hexadecimal() == whole.hexadecimal())
    }
  }
}
