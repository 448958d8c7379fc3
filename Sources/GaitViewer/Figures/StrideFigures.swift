import GaitCharts
import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// What the sensor measured over one stride and how the foot moved, with the stride's events.
struct StrideFigures {
  var stride: Stride
  var drawn: DrawnStride
  /// Mean over the strides of the same foot and direction, to be compared with.
  var mean: SummaryDocument.Curve?
  var language: Language

  /// How the way of the foot along itself is shown. Heights are in cm in any case.
  private var along: ShownUnit { language.shown(PageUnits.Length.meters.rawValue, decimals: 2) }

  private static let degrees = 180 / Double.pi

  /// One column of the table of values and the line of a figure.
  private struct Signal {
    var title: String
    var unit: String
    var values: [Double]
    var decimals: Int
  }

  func html() -> Markup {
    let charts = paths + signals.map(chart)
    let figures = charts.map { Markup.figure($0.svg()) }
    return """
      <div class="figures signals">\(figures.joined())</div>
      <p class="soft">\(legend)</p>
      \(tables)
      """
  }

  private var legend: String {
    var words = [language("IC is an initial contact, FC the final contact")]
    if !drawn.signals.footFlat.isEmpty { words.append(language("shaded is the foot flat on the ground")) }
    if drawn.path != nil, mean != nil {
      let direction = stride.direction.map { language.text($0.rawValue) } ?? ""
      words.append(language("pale is the mean of the \(direction) strides of this foot"))
    }
    switch drawn.signals.third {
    case .pitchRate:
      words.append(language("accelerations are those of the sensor, without gravity, along the foot and upward"))
    case .leftward:
      words.append(
        language("accelerations are those of the trunk along its own axes, less their mean over the stride"))
    }
    return words.joined(separator: "; ") + "."
  }

  // MARK: Signals over time

  private var signals: [Signal] {
    let signals = drawn.signals
    let forward = Signal(
      title: language("Acceleration forward"), unit: "m/s²", values: signals.forward.map(Double.init), decimals: 1)
    let upward = Signal(
      title: language("Acceleration upward"), unit: "m/s²", values: signals.upward.map(Double.init), decimals: 1)
    switch signals.third {
    case .pitchRate(let rate):
      return [
        forward, upward,
        Signal(
          title: language("Pitch rate"), unit: language("°/s, toes rising positive"),
          values: rate.map { Double($0) * Self.degrees }, decimals: 0),
      ]
    case .leftward(let acceleration):
      return [
        forward, upward,
        Signal(
          title: language("Acceleration to the left"), unit: "m/s²", values: acceleration.map(Double.init), decimals: 1),
      ]
    }
  }

  private var mark: SeriesMark { stride.direction == .backward ? .square : .circle }
  private var times: [Double] { (0..<StrideSignals.points).map(drawn.signals.time) }

  /// The contacts as lines across a figure.
  private var contacts: [CurveChart.Event] {
    // Tables and curves round times differently.
    let shown = (drawn.signals.start - 0.001)...(drawn.signals.end + 0.001)
    return [("IC", stride.start), ("FC", stride.finalContact), ("IC", stride.end)].compactMap { name, time in
      guard let time, shown.contains(time) else { return nil }
      return CurveChart.Event(name: name, x: min(max(time, drawn.signals.start), drawn.signals.end))
    }
  }

  private func chart(_ signal: Signal) -> CurveChart {
    let values = "\(range(signal.values, signal.decimals)) \(signal.unit)"
    var chart = CurveChart(
      title: signal.title, unit: signal.unit, along: language("s of the recording"),
      summary: language(
        "\(signal.title) over the stride: \(values). The values stand in the table below the figures."),
      curves: [.init(name: "", mark: mark, points: Array(zip(times, signal.values)))], events: contacts,
      shaded: drawn.signals.footFlat)
    chart.language = language
    return chart
  }

  private func range(_ values: [Double], _ decimals: Int) -> String {
    language("\(language.fixed(values.min(), decimals)) to \(language.fixed(values.max(), decimals))")
  }

  // MARK: Path and pitch

  private var paths: [CurveChart] {
    guard let path = drawn.path, let span = drawn.signals.swing else { return [] }
    let centimeters = path.height.map { 100 * $0 }
    let forward = path.forward.map(along.value)
    let pitch = path.pitch.map { $0 * Self.degrees }
    let moments = moments(of: path, span)
    let spots = [("FC", stride.finalContact), ("IC", stride.end)].compactMap { name, time -> CurveChart.Event? in
      guard span.contains(time) else { return nil }
      return .init(
        name: name, x: Self.value(forward, at: time, in: span), y: Self.value(centimeters, at: time, in: span))
    }
    var means: (path: [CurveChart.Curve], pitch: [CurveChart.Curve]) = ([], [])
    if let mean, mean.forwardM.count == path.forward.count, mean.footPitchDeg.count == moments.count {
      means.path = [
        .init(
          name: "", mark: mark, points: zip(mean.forwardM, mean.heightM).map { (along.value($0), 100 * $1) },
          isPale: true)
      ]
      means.pitch = [
        .init(
          name: "", mark: mark, points: Array(zip(moments, mean.footPitchDeg)), spread: mean.footPitchSDDeg,
          isPale: true)
      ]
    }
    let charts = [
      CurveChart(
        title: language("Path from the side"), unit: language("height of the sensor, cm"),
        along: language("\(along.text) along the foot, toes to the right"), summary: summary(of: path),
        curves: means.path + [.init(name: "", mark: mark, points: Array(zip(forward, centimeters)))], events: spots
      ),
      CurveChart(
        title: language("Foot pitch"), unit: language("°, toes up positive"), along: language("s of the recording"),
        summary: language("The foot's pitch over the swing: \(range(pitch, 0))°."),
        curves: means.pitch + [.init(name: "", mark: mark, points: Array(zip(moments, pitch)))],
        events: contacts.filter { span.contains($0.x) },
        shaded: drawn.signals.footFlat.map { $0.clamped(to: span) }.filter { $0.upperBound > $0.lowerBound }),
    ]
    return charts.map { chart in
      var chart = chart
      chart.language = language
      return chart
    }
  }

  private func summary(of path: StrideCurve) -> String {
    let height = language.fixed(path.height.max().map { 100 * $0 }, 1)
    let way = "\(language.fixed(path.forward.last, along)) \(along.text)"
    return mean == nil
      ? language("The foot's sensor rises \(height) cm and moves \(way) along the foot.")
      : language("The foot's sensor rises \(height) cm and moves \(way) along the foot; beside it the mean.")
  }

  private func moments(of path: StrideCurve, _ span: ClosedRange<Double>) -> [Double] {
    let last = Double(max(1, path.forward.count - 1))
    return path.forward.indices.map { span.lowerBound + (span.upperBound - span.lowerBound) * Double($0) / last }
  }

  /// The value of a curve over `span` at a time within it.
  private static func value(_ curve: [Double], at time: Double, in span: ClosedRange<Double>) -> Double {
    let share = (time - span.lowerBound) / max(span.upperBound - span.lowerBound, .ulpOfOne)
    let place = share * Double(curve.count - 1)
    let index = min(max(Int(place), 0), curve.count - 2)
    return curve[index] + (curve[index + 1] - curve[index]) * (place - Double(index))
  }

  // MARK: Tables

  private var tables: Markup {
    let signals = signals
    var tables = table(
      language("Values of the signals"),
      heads: [language("s of the recording")] + signals.map { "\($0.title), \($0.unit)" },
      columns: [(times, 3)] + signals.map { ($0.values, $0.decimals) })
    if let path = drawn.path, let span = drawn.signals.swing {
      tables += table(
        language("Values of the path"),
        heads: [
          language("s of the recording"), language("Along the foot, \(along.text)"), language("Height, cm"),
          language("Foot pitch, ° (toes up positive)"),
        ],
        columns: [
          (moments(of: path, span), 3), (path.forward.map(along.value), along.decimals + 1),
          (path.height.map { 100 * $0 }, 1),
          (path.pitch.map { $0 * Self.degrees }, 1),
        ])
    }
    return tables
  }

  private func table(_ title: String, heads: [String], columns: [(values: [Double], decimals: Int)]) -> Markup {
    let rows = (columns.first?.values ?? []).indices.map { row -> Markup in
      "<tr>\(columns.map { .number($0.values[row], $0.decimals, in: language) }.joined(""))</tr>"
    }
    let table = PageTable(.label(title), isTall: true, heads: heads.map(Markup.numberHead), rows: rows)
    return "<details class=\"values\"><summary>\(title)</summary>\(table.markup)</details>"
  }
}
