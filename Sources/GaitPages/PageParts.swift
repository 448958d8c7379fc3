import NumberText

extension Markup {
  /// Stands where there is no value.
  package static let dash: Markup = "<span class=\"soft\">–</span>"

  /// A chart in its frame, with what belongs below it.
  package static func figure(_ svg: String, _ below: Markup = .nothing) -> Markup {
    "<figure>\(Markup(trusted: svg))\(below)</figure>"
  }

  /// A value with its interval: `1.23 (1.20 to 1.26)`; a dash where there is no value.
  package static func estimate(_ value: Double?, _ interval: ClosedRange<Double>?, _ decimals: Int) -> Markup {
    estimate(value, interval) { PlainNumbers.fixed($0, decimals) }
  }

  /// A change with its interval and their signs: `+0.12 (−0.02 to +0.26)`; a dash where there is none.
  package static func change(_ value: Double?, _ interval: ClosedRange<Double>?, _ decimals: Int) -> Markup {
    estimate(value, interval) { PlainNumbers.signed($0, decimals) }
  }

  private static func estimate(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ number: (Double) -> String
  ) -> Markup {
    guard let value else { return .dash }
    guard let interval else { return "\(number(value))" }
    let bounds = "(\(number(interval.lowerBound)) to \(number(interval.upperBound)))"
    return "\(number(value)) <span class=\"interval\">\(bounds)</span>"
  }
}
