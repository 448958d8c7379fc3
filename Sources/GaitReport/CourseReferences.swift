import GaitCharts
import GaitHistory
import GaitModel
import GaitReference
import PageLanguage

/// The reference values that stand behind a person's course of one measure, and why some are missing.
package struct CourseReferences: Sendable {
  /// Sessions in a row, beside which the same reference stands.
  struct Piece: Sendable {
    var direction: Direction
    /// The one that is drawn, then the others that apply.
    var values: [ReferenceValue]
    /// Where along the axis of the chart it holds, 0 to 1.
    var extent: ClosedRange<Double>
  }

  let measure: TrackedMeasure
  let language: Language
  private(set) var pieces: [Piece] = []
  /// Why sessions have no reference, each reason once.
  private(set) var lacks: [ReferenceQuestion.Lack] = []

  /// - Parameter all: What is known; the package's own list by default.
  init(_ report: PersonReport, measure: TrackedMeasure, among all: [ReferenceValue] = ReferenceValue.all) {
    self.measure = measure
    language = report.language
    for direction in [Direction.forward, .backward] {
      let places = zip(report.course.sessions, report.positions).compactMap {
        session, x -> (x: Double, values: [ReferenceValue])? in
        guard let walk = report.walk(of: session), walk.directions[direction]?.measures[measure.id] != nil else {
          return nil
        }
        let question = ReferenceQuestion(
          measure: measure.id, direction: direction, sex: report.course.person.sex, age: report.age(in: session),
          surface: walk.conditions.surface, inclinePercent: walk.conditions.inclinePercent,
          hasAid: walk.conditions.aid != nil, isMeasuredAtFeet: walk.conditions.sensors == .feet)
        switch question.answer(among: all) {
        case .values(let values): return (x, values)
        case .none(let lack):
          if !lacks.contains(lack) { lacks.append(lack) }
          return (x, [])
        }
      }
      pieces += Self.pieces(direction, places)
    }
  }

  /// Sessions in a row with the same references, each piece half-way to its neighbors.
  private static func pieces(_ direction: Direction, _ places: [(x: Double, values: [ReferenceValue])]) -> [Piece] {
    var pieces: [Piece] = []
    var first = 0
    while first < places.count {
      var last = first
      while last + 1 < places.count, places[last + 1].values == places[first].values { last += 1 }
      if !places[first].values.isEmpty {
        let start = first == 0 ? 0 : (places[first - 1].x + places[first].x) / 2
        let end = last == places.count - 1 ? 1 : (places[last].x + places[last + 1].x) / 2
        pieces.append(Piece(direction: direction, values: places[first].values, extent: start...end))
      }
      first = last + 1
    }
    return pieces
  }

  /// For the chart.
  var bands: [ReferenceBand] {
    pieces.compactMap { piece in
      piece.values.first.map { value in
        let words = ReferenceWords(value, in: language)
        let unit = value.shown(in: language)
        return ReferenceBand(
          extent: piece.extent, values: value.band.map(unit.range), mean: unit.value(value.mean), label: words.label,
          title: words.title)
      }
    }
  }

  /// What is drawn, each once.
  var drawn: [ReferenceValue] {
    pieces.compactMap(\.values.first).reduce(into: []) { all, value in if !all.contains(value) { all.append(value) } }
  }

  /// What applies too and is not drawn, each once.
  var others: [ReferenceValue] {
    let drawn = drawn
    return pieces.flatMap { $0.values.dropFirst() }.reduce(into: []) { all, value in
      if !all.contains(value) && !drawn.contains(value) { all.append(value) }
    }
  }
}
