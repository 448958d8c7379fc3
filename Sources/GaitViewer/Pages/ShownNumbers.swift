import GaitCharts
import GaitExport
import GaitHistory

/// Numbers as the pages show them.
enum ShownNumbers {
  /// With a minus sign, not a hyphen, and a dash where there is no value.
  static func fixed(_ value: Double?, _ decimals: Int) -> String {
    value.map { SVGMarkup.fixed($0, decimals: decimals).replacing("-", with: "−") } ?? "–"
  }

  /// A mean with its 95 % interval.
  ///
  /// - Parameter id: The measure, of which a share does not go beyond 0 and 100 %.
  static func interval(_ measure: PersonCourse.SessionMeasure?, _ decimals: Int, of id: String? = nil) -> Markup {
    guard let measure else { return "<span class=\"soft\">–</span>" }
    let tracked = id.flatMap(TrackedMeasure.named)
    guard let interval = tracked.map({ $0.interval(of: measure) }) ?? measure.interval else {
      return "\(fixed(measure.mean, decimals))"
    }
    let (low, high) = (fixed(interval.lowerBound, decimals), fixed(interval.upperBound, decimals))
    return "\(fixed(measure.mean, decimals)) <span class=\"interval\">(\(low) to \(high))</span>"
  }

  /// A mean of one recording with its 95 % interval.
  static func summary(_ measure: SummaryDocument.Measure?, _ decimals: Int) -> Markup {
    guard let measure else { return "<span class=\"soft\">–</span>" }
    guard let bounds = measure.ci95, bounds.count == 2 else { return "\(fixed(measure.mean, decimals))" }
    let (low, high) = (fixed(bounds[0], decimals), fixed(bounds[1], decimals))
    return "\(fixed(measure.mean, decimals)) <span class=\"interval\">(\(low) to \(high))</span>"
  }

  static func count(_ n: Int, _ noun: String) -> String { "\(n) \(noun)\(n == 1 ? "" : "s")" }
}
