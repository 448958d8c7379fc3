import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// How the feet moved in the last session: their path from the side, and their pitch over the gait cycle.
struct MotionSection {
  let report: PersonReport
  private var language: Language { report.language }

  func html() -> Markup {
    guard let session = report.lastSession,
      // One recording of the session, so that curves of different length are not averaged again.
      let curves = report.recordings.last(where: {
        $0.summary.belongs(to: session.name) && $0.summary.curves?.isEmpty == false
      })?.summary.curves
    else { return .nothing }
    let feet = [Side.left, .right].map { foot in (foot, curves.filter { $0.foot == foot }) }.filter { !$0.1.isEmpty }
    let figures = [feet.map(path), feet.map(pitch)].flatMap { charts in
      charts.map { chart in
        var chart = chart
        chart.companions = charts
        chart.language = language
        return Markup.figure(chart.svg())
      }
    }
    let counts = curves.map { "\(language.text($0.foot.rawValue)) \(language.text($0.direction.rawValue)) \($0.n)" }
    let note = language(
      """
      Means over strides (\(counts.joined(separator: ", "))) from one foot-flat phase to the next; bands are one standard \
      deviation to either side. The path is that of the sensor, toes to the right.
      """)
    return """
      <section><h2>\(language("How the feet move, \(report.place(of: session))"))</h2>
      <div class="figures four">\(figures.joined())</div>
      <p class="soft">\(note)</p></section>
      """
  }

  private func path(_ foot: Side, _ curves: [SummaryDocument.Curve]) -> CurveChart {
    CurveChart(
      title: foot == .left ? language("Left foot from the side") : language("Right foot from the side"),
      unit: language("height, cm"), along: language("m along the foot"),
      summary: foot == .left
        ? language("Mean path of the left foot's sensor: \(words(curves))")
        : language("Mean path of the right foot's sensor: \(words(curves))"),
      curves: curves.map { curve in
        .init(
          name: language.text(curve.direction.rawValue), mark: mark(curve.direction),
          points: zip(curve.forwardM, curve.heightM).map { ($0, 100 * $1) },
          spread: curve.heightSDM?.map { 100 * $0 })
      })
  }

  private func pitch(_ foot: Side, _ curves: [SummaryDocument.Curve]) -> CurveChart {
    CurveChart(
      title: foot == .left ? language("Left foot pitch") : language("Right foot pitch"),
      unit: language("°, toes up positive"), along: language("% of the cycle from foot-flat to foot-flat"),
      summary: foot == .left
        ? language("Mean pitch of the left foot over the cycle: \(words(curves))")
        : language("Mean pitch of the right foot over the cycle: \(words(curves))"),
      curves: curves.map { curve in
        let last = Double(max(1, curve.footPitchDeg.count - 1))
        return .init(
          name: language.text(curve.direction.rawValue), mark: mark(curve.direction),
          points: curve.footPitchDeg.enumerated().map { (100 * Double($0.offset) / last, $0.element) },
          spread: curve.footPitchSDDeg)
      })
  }

  private func words(_ curves: [SummaryDocument.Curve]) -> String {
    curves.map { curve in
      let highest = 100 * (curve.heightM.max() ?? 0)
      let range = (curve.footPitchDeg.min() ?? 0, curve.footPitchDeg.max() ?? 0)
      let direction = language.text(curve.direction.rawValue)
      return language(
        """
        \(direction), up to \(language.fixed(highest, 1)) cm high, pitch \(language.fixed(range.0, 0))° to \
        \(language.fixed(range.1, 0))°
        """)
    }.joined(separator: "; ") + "."
  }

  private func mark(_ direction: Direction) -> SeriesMark { direction == .backward ? .square : .circle }
}
