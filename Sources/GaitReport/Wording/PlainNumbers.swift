import GaitCharts
import GaitStatistics

/// Numbers as a person reads them.
enum PlainNumbers {
  /// `1.23 (1.20 to 1.26)`.
  static func cell(_ estimate: Estimate, decimals: Int) -> String {
    let n = { (value: Double) in SVGMarkup.fixed(value, decimals: decimals) }
    guard let interval = estimate.interval else { return n(estimate.value) }
    return
      "\(n(estimate.value)) <span class=\"interval\">(\(n(interval.lowerBound)) to \(n(interval.upperBound)))</span>"
  }

  /// `+0.12`, `−0.12`, or `0.00` where it rounds to that.
  static func signed(_ value: Double, decimals: Int) -> String {
    let text = SVGMarkup.fixed(abs(value), decimals: decimals)
    guard text.contains(where: { ("1"..."9").contains($0) }) else { return text }
    return (value < 0 ? "−" : "+") + text
  }

  /// `98 %` of a share.
  static func percent(_ share: Double?) -> String {
    share.map { SVGMarkup.fixed($0 * 100, decimals: 0) + " %" } ?? "–"
  }

  /// `1 stride` or `3 strides`.
  static func count(_ n: Int, _ noun: String) -> String {
    "\(n) \(noun)\(n == 1 ? "" : "s")"
  }
}
