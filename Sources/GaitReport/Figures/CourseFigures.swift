import GaitCharts
import GaitExport
import GaitModel

/// Which chart shows what of a person's course.
struct CourseFigures {
  let course: Course

  /// Forward and backward values of a measure, recording by recording.
  func overTime(_ id: String, title: String, unit: String, includesZero: Bool = false) -> IntervalChart? {
    chart(title: title, unit: unit, includesZero: includesZero) { direction, recording in
      course.measure(id, direction, of: recording).map { measure in
        let bounds = measure.ci95.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
        return (measure.mean, bounds)
      }
    }
  }

  /// Share of contacts in which the toes touched first, recording by recording.
  func toeFirstShare() -> IntervalChart? {
    chart(title: "Toes first at contact", unit: "% of contacts", includesZero: true) { direction, recording in
      guard let share = recording.summary.contacts[direction.rawValue]?[FirstContact.toe.rawValue] else { return nil }
      let n = recording.summary.directions[direction.rawValue]?.contactCount ?? 0
      return (share * 100, Self.wilson(share, n: n))
    }
  }

  /// Foot pitch at initial contact of all strides.
  func pitchAtContact() -> DistributionChart? {
    let degrees = 180 / Double.pi
    let values = { (direction: Direction) in
      course.strides(direction).compactMap(\.footPitchAtContact).map { $0 * degrees }
    }
    let (forward, backward) = (values(.forward), values(.backward))
    guard !forward.isEmpty || !backward.isEmpty else { return nil }
    return DistributionChart(
      title: "Foot pitch at initial contact", unit: "° to the ground; toes up is positive",
      summary: "Distribution of the foot's angle at contact: \(forward.count) forward and \(backward.count) backward "
        + "strides. Lines mark −5° and +5°, between which the foot lands flat.",
      upper: .init(name: "forward", mark: .circle, values: forward),
      lower: .init(name: "backward", mark: .square, values: backward), binWidth: 2.5, limits: [-5, 5])
  }

  private func chart(
    title: String, unit: String, includesZero: Bool,
    value: (Direction, AnalyzedRecording) -> (Double, ClosedRange<Double>?)?
  ) -> IntervalChart? {
    let positions = course.positions
    let series = [(Direction.forward, SeriesMark.circle), (.backward, .square)].compactMap { direction, mark in
      let points = zip(course.recordings, positions).compactMap { recording, x in
        value(direction, recording).map { IntervalChart.Point(x: x, value: $0.0, interval: $0.1) }
      }
      return points.isEmpty ? nil : IntervalChart.Series(name: direction.rawValue, mark: mark, points: points)
    }
    guard !series.isEmpty else { return nil }
    let words = series.map { one in
      "\(one.name) from \(SVGMarkup.fixed(one.points[0].value, decimals: 2)) to "
        + SVGMarkup.fixed(one.points[one.points.count - 1].value, decimals: 2)
    }
    return IntervalChart(
      title: title, unit: unit,
      summary: "\(title) in \(course.recordings.count) recordings: \(words.joined(separator: "; ")) \(unit).",
      series: series, labels: labels(positions), includesZero: includesZero)
  }

  /// First and last label, and those in between that have room.
  private func labels(_ positions: [Double]) -> [(x: Double, text: String)] {
    var labels: [(x: Double, text: String)] = []
    for (recording, x) in zip(course.recordings, positions) {
      let isLast = x == positions[positions.count - 1]
      if let previous = labels.last, x - previous.x < 0.18 {
        if isLast, labels.count > 1 { labels.removeLast() } else { continue }
      }
      labels.append((x, course.shortLabel(of: recording)))
    }
    return labels
  }

  /// The 95 % interval of a share (Wilson 1927, doi 10.1080/01621459.1927.10502953), in percent.
  private static func wilson(_ share: Double, n: Int) -> ClosedRange<Double>? {
    guard n >= 5 else { return nil }
    let (z, count) = (1.96, Double(n))
    let center = (share + z * z / (2 * count)) / (1 + z * z / count)
    let half =
      z / (1 + z * z / count) * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return max(0, center - half) * 100...min(1, center + half) * 100
  }
}
