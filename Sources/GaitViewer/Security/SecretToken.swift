/// A random text that nobody can guess, made anew at each start.
struct SecretToken: Sendable {
  let text: String

  /// 192 random bits from the system's source, as 48 hexadecimal digits.
  init() {
    var generator = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdef")
    text = (0..<3).reduce(into: "") { text, _ in
      let word = generator.next()
      for shift in stride(from: 60, through: 0, by: -4) { text.append(digits[Int((word >> UInt64(shift)) & 15)]) }
    }
  }

  /// Whether `other` is this token; takes as long for a near miss as for a far one.
  func matches(_ other: String?) -> Bool {
    guard let other else { return false }
    let (a, b) = (Array(text.utf8), Array(other.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
