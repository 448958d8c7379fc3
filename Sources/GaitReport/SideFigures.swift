import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import PageLanguage

/// Which chart shows what of both sides: one for each direction, and one of the difference.
struct SideFigures {
  let course: SideCourse
  let kind: SideCourse.Kind
  private var language: Language { course.report.language }
  /// By direction: forward, then backward.
  let series: [[SideCourse.Series]]

  /// Charts with the decimals of their values; one without any value is absent.
  var charts: [(chart: IntervalChart, decimals: Int)] {
    let sides = series.compactMap { all -> (chart: IntervalChart, decimals: Int)? in
      let own = all.filter { !$0.isDifference }
      guard let direction = own.first?.direction else { return nil }
      let title = "\(language.text(kind.quantity.title)), \(language.text(direction.rawValue))"
      return (
        chart(title, language.text(kind.quantity.unit.text), own.map { ($0.name, $0) }, kind.decimals), kind.decimals
      )
    }
    let differences = series.joined().filter(\.isDifference)
    guard !differences.isEmpty else { return sides }
    var difference = chart(
      "\(language.text(kind.differenceTitle)), \(course.differenceWords)", language.text(kind.difference.unit),
      differences.map { (language.text($0.direction.rawValue), $0) }, kind.difference.decimals)
    // So that it is seen on which side of 0 the difference is.
    difference.includesZero = true
    return sides + [(difference, kind.difference.decimals)]
  }

  private func chart(
    _ title: String, _ unit: String, _ series: [(name: String, values: SideCourse.Series)], _ decimals: Int
  ) -> IntervalChart {
    // The side that is named first, and forward walking, have circles.
    let first = [course.feet[0].name, language.text(Direction.forward.rawValue)]
    let runIn = course.report.trend.runIn
    let drawn = series.map { name, one in
      let counted = Set(one.counted)
      return IntervalChart.Series(
        name: name, mark: first.contains(name) ? .circle : .square,
        points: one.values.map { visit, measure in
          IntervalChart.Point(
            x: course.visits[visit].x, value: measure.mean, interval: measure.interval,
            label: course.report.fileLabel(of: course.visits[visit].session),
            // Where nothing is judged yet, the run-in is pale from its first session on.
            isPale: counted.isEmpty
              ? runIn.contains(course.visits[visit].session.name) : !counted.contains(visit))
        })
    }
    let words = drawn.compactMap { one in
      one.points.last.map { last in
        language(
          "\(one.name) from \(language.fixed(one.points[0].value, decimals)) to \(language.fixed(last.value, decimals))"
        )
      }
    }
    let sessions = Set(series.flatMap { $0.values.values.map(\.visit) }).count
    let figures = CourseFigures(report: course.report)
    let positions = course.report.positions
    var chart = IntervalChart(
      title: title, unit: unit,
      summary: language("\(title), in \(sessions, "session"): \(words.joined(separator: "; ")) \(unit)."),
      series: drawn, labels: figures.labels(positions))
    chart.language = language
    chart.decimals = decimals
    chart.remarks = figures.remarks(positions)
    chart.summary += figures.sentence(chart.remarks)
    return chart
  }
}
