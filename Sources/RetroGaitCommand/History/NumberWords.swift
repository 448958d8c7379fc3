import NumberText

/// Numbers as people read them.
enum NumberWords {
  /// Up to one decimal, none if it is 0: `3`, `2.5`.
  static func short(_ value: Double) -> String {
    let text = DecimalText.fixed(value, decimals: 1) ?? ""
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A fixed number of decimals; a dash where there is no value.
  static func fixed(_ value: Double?, _ decimals: Int) -> String {
    value.flatMap { DecimalText.fixed($0, decimals: decimals) } ?? "–"
  }
}
