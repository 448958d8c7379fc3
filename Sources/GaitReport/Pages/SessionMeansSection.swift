import GaitHistory
import GaitModel
import GaitPages
import PageLanguage

/// Backward beside forward walking of a session as a whole, with the means that the trend and the report take from it.
package struct SessionMeansSection {
  private let session: PersonCourse.Session
  private let language: Language

  package init(_ session: PersonCourse.Session, in language: Language = .english) {
    self.session = session
    self.language = language
  }

  private static let directions = [Direction.backward, .forward]

  package func html() -> Markup {
    let walks = session.walks.filter { !$0.directions.isEmpty }
    guard !walks.isEmpty else {
      return "<p class=\"lead\">\(language("No forward or backward walking could be measured."))</p>"
    }
    let parts = walks.map { walk -> Markup in
      "\(if: walks.count > 1, "<h3>\(walk.conditions.label(in: language))</h3>")\(means(walk))\(wholeWalks(walk))"
    }
    let conditions =
      walks.count > 1
      ? language("Walking under different conditions is not pooled.")
      : language("Conditions: \(walks[0].conditions.label(in: language)).")
    let note = language(
      """
      Means over all recordings, weighted by their strides, with their 95 % CI. Trend and report use the same numbers.
      """)
    return """
      <section aria-labelledby="session-means"><h2 id="session-means">\(language("The session as a whole"))</h2>
      \(parts.joined())
      <p class="soft">\(note) \(conditions)</p></section>
      """
  }

  private func means(_ walk: PersonCourse.Walk) -> Markup {
    let strides = Self.directions.map { direction -> Markup in
      guard let found = walk.directions[direction] else {
        return "<td class=\"soft\">\(language("no \(language.text(direction.rawValue)) walking was found"))</td>"
      }
      return .cell("\(language("\(found.strides) of \(found.walked)"))")
    }
    let amounts = Self.directions.map { direction -> Markup in
      guard let found = walk.directions[direction] else { return .cell(.dash) }
      let meters = found.distance.map { ", \(language.fixed($0, 0)) m" } ?? ""
      return .cell("\(language.fixed(found.duration / 60, 1)) min\(meters)")
    }
    let rows: [Markup] = [
      .row("\(language("Strides that count, of all"))", strides), .row("\(language("Walked"))", amounts),
    ]
    return table(language("The session as a whole"), walk, rows + self.rows(TrackedMeasure.ofStrides, walk))
  }

  /// What only a whole walk has.
  private func wholeWalks(_ walk: PersonCourse.Walk) -> Markup {
    let rows = self.rows(TrackedMeasure.ofWalks, walk)
    guard !rows.isEmpty else { return .nothing }
    return """
      <details><summary>\(language("Variation, symmetry and other measures of whole walks, \(rows.count, "measure")"))\
      </summary>\(table(language("Measures of whole walks"), walk, rows))</details>
      """
  }

  private func table(_ name: String, _ walk: PersonCourse.Walk, _ rows: [Markup]) -> Markup {
    let label = session.walks.count > 1 ? "\(name), \(walk.conditions.label(in: language))" : name
    let heads = [Markup.head(language("Measure"))] + Self.directions.map { Markup.head(language.text($0.rawValue)) }
    return PageTable(.label(label), heads: heads, rows: rows).markup
  }

  /// The measures that one of the directions has.
  private func rows(_ measures: [TrackedMeasure], _ walk: PersonCourse.Walk) -> [Markup] {
    measures.compactMap { measure in
      let values = Self.directions.map { walk.directions[$0]?.measures[measure.id] }
      guard values.contains(where: { $0 != nil }) else { return nil }
      let head: Markup = measure.unit.isEmpty ? "\(language.text(measure.title))" : measure.head(in: language)
      return .row(head, values.map { .cell(.mean($0, of: measure, in: language)) })
    }
  }
}
