import GaitHistory
import GaitPages
import GaitReference

/// The references behind a chart, on demand: people, numbers, how they walked, source.
package struct ReferenceDetails {
  private let references: CourseReferences

  package init(_ references: CourseReferences) {
    self.references = references
  }

  /// Nothing where no reference applies.
  package func html() -> Markup {
    let drawn = references.drawn
    guard let first = drawn.first else { return .nothing }
    let names = drawn.count == 1 ? first.group : "\(drawn.count) groups"
    let others = references.others
    return """
      <details class="reference"><summary>Reference: \(names)</summary><ul>\(drawn.map { Self.item($0) }.joined(""))</ul>\
      \(if: !others.isEmpty, "<p>Other studies, not drawn:</p><ul>\(others.map { Self.item($0) }.joined(""))</ul>")\
      <p>\(if: drawn.contains { $0.band != nil }, "One in 20 of such people is outside the band. ")\
      Compare with care: devices and instructions differ.</p></details>
      """
  }

  /// All that stand behind the charts of some people, each once, for the section on methods.
  static func all(of people: [PersonReport]) -> [ReferenceValue] {
    var all: [ReferenceValue] = []
    for person in people {
      for measure in ChangeSection.measures {
        guard let found = CourseFigures(report: person).references(measure.id) else { continue }
        for value in found.drawn + found.others where !all.contains(value) { all.append(value) }
      }
    }
    return all
  }

  /// - Parameter namesMeasure: Whether the item says of which measure it is; below a chart the chart does.
  static func item(_ value: ReferenceValue, namesMeasure: Bool = false) -> Markup {
    let words = ReferenceWords(value)
    let measure = TrackedMeasure.named(value.measure)?.title ?? value.measure
    return """
      <li>\(if: namesMeasure, "\(measure). ")\(value.direction.rawValue.capitalizedFirst), \(value.group): \(words.numbers). \
      \(words.population). Walk: \(words.setting). \(value.source.origin) \
      Source: \(words.source).</li>
      """
  }
}
