import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel

/// Which chart shows what of a person's sessions under the same conditions.
struct CourseFigures {
  let course: PersonCourse
  let conditions: WalkConditions

  /// Sessions in which the person walked under the conditions.
  var sessions: [PersonCourse.Session] { course.sessions.filter { $0[conditions] != nil } }

  struct Shown {
    var id: String
    var title: String
    var unit: String
    var decimals: Int
    var includesZero = false
  }

  /// What charts and tables show first.
  static let shown = [
    Shown(id: MeasureDefinition.speed.id, title: "Walking speed", unit: "m/s", decimals: 2),
    Shown(id: MeasureDefinition.strideLength.id, title: "Stride length", unit: "m", decimals: 2),
    Shown(id: ToeFirstShare.id, title: "Toes first at contact", unit: "% of contacts", decimals: 0, includesZero: true),
  ]

  func charts() -> [Markup] {
    Self.shown.compactMap { shown in chart(shown).map { "<figure>\(Markup(trusted: $0.svg()))</figure>" } }
  }

  private func chart(_ shown: Shown) -> IntervalChart? {
    let sessions = sessions
    let positions = Self.positions(sessions)
    let series = [(Direction.forward, SeriesMark.circle), (.backward, .square)].compactMap { direction, mark in
      let points = zip(sessions, positions).compactMap { session, x in
        session[conditions]?.directions[direction]?.measures[shown.id].map {
          IntervalChart.Point(x: x, value: $0.mean, interval: ShownNumbers.bounded($0.interval, of: shown.id))
        }
      }
      return points.isEmpty ? nil : IntervalChart.Series(name: direction.rawValue, mark: mark, points: points)
    }
    guard !series.isEmpty else { return nil }
    let words = series.map { one in
      let (first, last) = (one.points[0].value, one.points[one.points.count - 1].value)
      return
        "\(one.name) from \(SVGMarkup.fixed(first, decimals: shown.decimals)) to "
        + SVGMarkup.fixed(last, decimals: shown.decimals)
    }
    return IntervalChart(
      title: shown.title, unit: shown.unit,
      summary: "\(shown.title) in \(ShownNumbers.count(sessions.count, "session")): "
        + "\(words.joined(separator: "; ")) \(shown.unit). The values stand in the table of sessions.",
      series: series, labels: labels(sessions, positions), includesZero: shown.includesZero)
  }

  /// Places along the axis, 0 to 1: by day where every session has one, else in equal steps.
  private static func positions(_ sessions: [PersonCourse.Session]) -> [Double] {
    guard sessions.count > 1 else { return [0.5] }
    let days = sessions.compactMap { $0.day?.number }
    if days.count == sessions.count, let first = days.min(), let last = days.max(), last > first {
      return days.map { Double($0 - first) / Double(last - first) }
    }
    return sessions.indices.map { Double($0) / Double(sessions.count - 1) }
  }

  /// First and last label, and those in between that have room.
  private func labels(_ sessions: [PersonCourse.Session], _ positions: [Double]) -> [(x: Double, text: String)] {
    let room = 0.2
    let longest = 10
    var labels: [(x: Double, text: String)] = []
    for (session, x) in zip(sessions, positions) {
      if let previous = labels.last, x - previous.x < room {
        if x == positions.last, labels.count > 1 { labels.removeLast() } else { continue }
      }
      labels.append(
        (x, String((session.day.map { String($0.description.dropFirst(5)) } ?? session.name).prefix(longest))))
    }
    return labels
  }
}
