import GaitCharts
import GaitExport

/// Numbers as a person reads them.
enum PlainNumbers {
  /// `1.23 (1.20 to 1.26)`, or a dash with the reason where nothing was measured.
  static func cell(_ measure: SummaryDocument.Measure?, decimals: Int, factor: Double = 1) -> String {
    guard let measure else { return "–" }
    let mean = SVGMarkup.fixed(measure.mean * factor, decimals: decimals)
    guard let interval = measure.ci95, interval.count == 2 else { return mean }
    let low = SVGMarkup.fixed(interval[0] * factor, decimals: decimals)
    let high = SVGMarkup.fixed(interval[1] * factor, decimals: decimals)
    return "\(mean) <span class=\"interval\">(\(low) to \(high))</span>"
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
