/// Numbers as a person reads them on a page and in the terminal.
public enum PlainNumbers {
  /// A fixed number of decimals with a minus sign, not a hyphen; a dash where there is no value.
  public static func fixed(_ value: Double?, _ decimals: Int) -> String {
    value.flatMap { DecimalText.fixed($0, decimals: decimals) }?.replacing("-", with: "−") ?? "–"
  }

  /// `+0.12`, `−0.12`, or `0.00` where it rounds to that; a dash where there is no value.
  public static func signed(_ value: Double?, _ decimals: Int) -> String {
    let text = fixed(value, decimals)
    let isPositive = !text.hasPrefix("−") && text.contains { ("1"..."9").contains($0) }
    return isPositive ? "+\(text)" : text
  }

  /// Up to one decimal, none if it is 0: `3`, `2.5`.
  public static func short(_ value: Double) -> String {
    let text = fixed(value, 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// `12`, or `12–18`.
  public static func range(_ low: Double, _ high: Double) -> String {
    low == high ? short(low) : "\(short(low))–\(short(high))"
  }

  /// `1 stride` or `3 strides`.
  public static func count(_ n: Int, _ noun: String) -> String { "\(n) \(noun)\(n == 1 ? "" : "s")" }
}
