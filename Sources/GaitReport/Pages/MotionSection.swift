import GaitCharts
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import NumberText

/// How the feet moved in the last session: their path from the side, and their pitch over the gait cycle.
struct MotionSection {
  let report: PersonReport

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
        return Markup.figure(chart.svg())
      }
    }
    let counts = curves.map { "\($0.foot.rawValue) \($0.direction.rawValue) \($0.n)" }
    return """
      <section><h2>How the feet move, \(report.place(of: session))</h2>
      <div class="figures four">\(figures.joined())</div>
      <p class="soft">Means over strides (\(counts.joined(separator: ", "))) from one foot-flat phase to the next; bands are \
      one standard deviation to either side. The path is that of the sensor, toes to the right.</p></section>
      """
  }

  private func path(_ foot: Side, _ curves: [SummaryDocument.Curve]) -> CurveChart {
    CurveChart(
      title: "\(foot.rawValue.capitalizedFirst) foot from the side", unit: "height, cm", along: "m along the foot",
      summary: "Mean path of the \(foot.rawValue) foot's sensor: \(words(curves))",
      curves: curves.map { curve in
        .init(
          name: curve.direction.rawValue, mark: mark(curve.direction),
          points: zip(curve.forwardM, curve.heightM).map { ($0, 100 * $1) },
          spread: curve.heightSDM?.map { 100 * $0 })
      })
  }

  private func pitch(_ foot: Side, _ curves: [SummaryDocument.Curve]) -> CurveChart {
    CurveChart(
      title: "\(foot.rawValue.capitalizedFirst) foot pitch", unit: "°, toes up positive",
      along: "% of the cycle from foot-flat to foot-flat",
      summary: "Mean pitch of the \(foot.rawValue) foot over the cycle: \(words(curves))",
      curves: curves.map { curve in
        let last = Double(max(1, curve.footPitchDeg.count - 1))
        return .init(
          name: curve.direction.rawValue, mark: mark(curve.direction),
          points: curve.footPitchDeg.enumerated().map { (100 * Double($0.offset) / last, $0.element) },
          spread: curve.footPitchSDDeg)
      })
  }

  private func words(_ curves: [SummaryDocument.Curve]) -> String {
    curves.map { curve in
      let highest = 100 * (curve.heightM.max() ?? 0)
      let range = (curve.footPitchDeg.min() ?? 0, curve.footPitchDeg.max() ?? 0)
      return "\(curve.direction.rawValue), up to \(PlainNumbers.fixed(highest, 1)) cm high, pitch "
        + "\(PlainNumbers.fixed(range.0, 0))° to \(PlainNumbers.fixed(range.1, 0))°"
    }.joined(separator: "; ") + "."
  }

  private func mark(_ direction: Direction) -> SeriesMark { direction == .backward ? .square : .circle }
}
