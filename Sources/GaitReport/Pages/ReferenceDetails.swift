import GaitHistory
import GaitPages
import GaitReference
import PageLanguage

/// The references behind a chart, on demand: people, numbers, how they walked, source.
package struct ReferenceDetails {
  private let references: CourseReferences

  private var language: Language { references.language }

  package init(_ references: CourseReferences) {
    self.references = references
  }

  /// Nothing where no reference applies.
  package func html() -> Markup {
    let drawn = references.drawn
    guard let first = drawn.first else { return .nothing }
    let names = drawn.count == 1 ? language.text(first.group) : language("\(drawn.count) groups")
    let others = references.others
    let outside: Markup =
      drawn.contains { $0.band != nil } ? "\(language("One in 20 of such people is outside the band.")) " : ""
    return """
      <details class="reference"><summary>\(language("Reference: \(names)"))</summary><ul>\(drawn.map { Self.item($0, in: language) }.joined(""))</ul>\
      \(if: !others.isEmpty, "<p>\(language("Other studies, not drawn:"))</p><ul>\(others.map { Self.item($0, in: language) }.joined(""))</ul>")\
      <p>\(outside)\(language("Compare with care: devices and instructions differ."))</p></details>
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
  static func item(_ value: ReferenceValue, namesMeasure: Bool = false, in language: Language = .english) -> Markup {
    let words = ReferenceWords(value, in: language)
    let measure = language.text(TrackedMeasure.named(value.measure)?.title ?? value.measure)
    let direction = language.text(value.direction.rawValue).capitalizedFirst
    let text = language(
      """
      \(direction), \(words.group): \(words.numbers). \(words.population). Walk: \(words.setting). \
      \(language.text(value.source.origin)) Source: \(words.source).
      """)
    return "<li>\(if: namesMeasure, "\(measure). ")\(text)</li>"
  }
}
