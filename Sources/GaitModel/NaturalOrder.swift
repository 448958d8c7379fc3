/// The order of names in which people count: numbers in them by their value, so that `10` comes after `9`.
public enum NaturalOrder {
  /// Whether `a` comes before `b`; names that differ in zeros before their numbers alone are ordered by their characters.
  public static func areInOrder(_ a: String, _ b: String) -> Bool { compare(a, b) < 0 }

  /// Below 0 where `a` comes before `b`, above 0 where it comes after, and 0 where both are the same.
  public static func compare(_ a: String, _ b: String) -> Int {
    let (left, right) = (Array(a.utf8), Array(b.utf8))
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if isDigit(left[i]), isDigit(right[j]) {
        let (first, second) = (number(in: left, from: &i), number(in: right, from: &j))
        // Without zeros before them, the longer of two numbers is the larger.
        if first.count != second.count { return first.count < second.count ? -1 : 1 }
        if let k = zip(first, second).first(where: { $0 != $1 }) { return k.0 < k.1 ? -1 : 1 }
      } else {
        if left[i] != right[j] { return left[i] < right[j] ? -1 : 1 }
        i += 1
        j += 1
      }
    }
    if i < left.count || j < right.count { return i < left.count ? 1 : -1 }
    return a == b ? 0 : a < b ? -1 : 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// The digits from `start` on without zeros before them; `start` moves behind them.
  private static func number(in text: [UInt8], from start: inout Int) -> ArraySlice<UInt8> {
    let digits = text[start...].prefix(while: isDigit)
    start += digits.count
    return digits.drop { $0 == UInt8(ascii: "0") }
  }
}
