/// The parameters of a URL's query or of a form, decoded.
struct QueryParameters: Sendable {
  private let values: [String: String]

  /// - Parameter encoded: `a=1&b=two+words%21`; of a name that comes twice the first value counts.
  init(_ encoded: String) {
    var values: [String: String] = [:]
    for pair in encoded.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.decoded(parts[0])
      if values[name] == nil { values[name] = parts.count > 1 ? Self.decoded(parts[1]) : "" }
    }
    self.values = values
  }

  /// All of them, in the order of their names.
  var all: [(name: String, value: String)] { values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  subscript(name: String) -> String? { values[name] }

  /// The value, if it is there and not empty.
  func text(_ name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A number that counts from 1; one beyond any that counts something is taken for the nearest that might.
  func number(_ name: String) -> Int? { values[name].flatMap { Int($0) }.map { min(max(1, $0), 1_000_000) } }

  /// A plus is a space; what is no valid UTF-8 becomes a replacement character.
  private static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var pending: [UInt8] = []
    for byte in bytes {
      if !pending.isEmpty {
        pending.append(byte)
        guard pending.count == 3 else { continue }
        if let high = hexadecimal(pending[1]), let low = hexadecimal(pending[2]) {
          result.append(high << 4 | low)
        } else {
          result += pending
        }
        pending = []
      } else if byte == UInt8(ascii: "%") {
        pending = [byte]
      } else {
        result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: result + pending, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `text` as it may stand in a URL's query.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar)) || "-._~".utf8.contains(byte)
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
