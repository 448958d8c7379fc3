/// Numbers as text with a fixed number of decimals: a decimal point whatever the locale, and never a minus zero.
public enum DecimalText {
  /// Powers of ten up to the largest number of decimals.
  private static let scales: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// The number whose text is `fixed(value, decimals:)`.
  ///
  /// - Returns: `nil` if `value` is not finite.
  public static func rounded(_ value: Double, decimals: Int) -> Double? {
    guard value.isFinite else { return nil }
    let scale = scales[min(max(decimals, 0), scales.count - 1)]
    let scaled = (value * scale).rounded()
    // A quotient of whole numbers is the nearest number to the decimal, and so is one that is read.
    return abs(scaled) < 9_007_199_254_740_992 ? scaled / scale + 0 : value
  }

  /// `value` rounded half away from zero to `decimals` places (0 to 9).
  ///
  /// - Returns: `nil` if `value` is not finite. A value so large that it has no such decimals is written as it is.
  public static func fixed(_ value: Double, decimals: Int) -> String? {
    guard value.isFinite else { return nil }
    let places = min(max(decimals, 0), scales.count - 1)
    let scaled = (value * scales[places]).rounded()
    // Beyond 2⁵³ neighboring numbers are more than 1 apart.
    guard abs(scaled) < 9_007_199_254_740_992 else { return "\(value)" }
    let digits = Int64(scaled)
    let scale = UInt64(scales[places])
    let sign = digits < 0 ? "-" : ""
    let whole = digits.magnitude / scale
    guard places > 0 else { return "\(sign)\(whole)" }
    let fraction = String(digits.magnitude % scale)
    return "\(sign)\(whole).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }
}
