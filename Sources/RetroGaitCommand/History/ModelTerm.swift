import GaitStatistics
import NumberText

/// A coefficient of a mixed model, for a terminal and as JSON.
struct ModelTerm: Encodable {
  var term: String
  var value: Double
  var standardError: Double
  var freedom: Double
  var p: Double
  var ci95: [Double]

  enum CodingKeys: String, CodingKey {
    case term, value, p, ci95
    case standardError = "standard_error"
    case freedom = "df"
  }

  init(_ coefficient: LinearMixedModel.Coefficient) {
    term = coefficient.name
    value = coefficient.value
    standardError = coefficient.standardError
    freedom = coefficient.freedom
    p = coefficient.p
    ci95 = coefficient.interval.bounds
  }

  /// A line a term.
  static func table(_ terms: [ModelTerm], unit: String, decimals: Int) -> String {
    var table = TextTable([("term", .left), (unit, .right), ("95 %", .right), ("p", .right)])
    for term in terms {
      let isPerWeek = term.term.hasSuffix("week")
      table.add([
        isPerWeek ? "\(term.term) (per week)" : term.term, PlainNumbers.fixed(term.value, decimals),
        "[\(PlainNumbers.fixed(term.ci95[0], decimals)), \(PlainNumbers.fixed(term.ci95[1], decimals))]",
        term.p < 0.001 ? "< 0.001" : PlainNumbers.fixed(term.p, 3),
      ])
    }
    return table.text
  }
}
