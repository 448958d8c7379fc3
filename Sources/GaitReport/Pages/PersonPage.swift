import GaitCharts
import GaitExport
import GaitMeasures
import GaitModel

/// One person's part of a report.
struct PersonPage {
  let course: Course

  func html() -> String {
    [opening, course.recordings.isEmpty ? "" : comparison, landing, symmetry, leftOut, sessions].joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String { SVGMarkup.escaped(text) }

  private var opening: String {
    let first = course.recordings.first.map(course.label) ?? ""
    let last = course.recordings.last.map(course.label) ?? ""
    let period = first == last ? first : "\(first) to \(last)"
    let figures = CourseFigures(course: course)
    let charts = [
      figures.overTime("speed_m_s", title: "Walking speed", unit: "m/s"),
      figures.overTime("stride_length_m", title: "Stride length", unit: "m"), figures.toeFirstShare(),
    ].compactMap { $0 }.map { "<figure>\($0.svg())</figure>" }
    var html = "<h1 id=\"\(anchor)\">\(escaped(course.name))</h1>\n"
    html += "<p class=\"soft\">\(escaped(period)), \(PlainNumbers.count(course.recordings.count, "recording"))</p>\n"
    for sentence in OpeningSentences(course: course).sentences {
      html += "<p class=\"lead\">\(escaped(sentence))</p>\n"
    }
    if !course.isDated {
      html += "<p class=\"soft\">Not every recording has a date; they stand in the order of their names.</p>\n"
    }
    if charts.isEmpty {
      html += "<p>No forward or backward stride could be measured; what was noticed stands below.</p>\n"
    } else {
      html += "<div class=\"figures\">\(charts.joined(separator: "\n"))</div>\n"
      html += "<p class=\"soft\">Vertical lines are 95 % intervals of each recording’s mean.</p>\n"
    }
    return "<section>\(html)</section>"
  }

  /// A name that a link can point to, whatever the person is called.
  var anchor: String {
    "person-" + course.name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
  }

  /// Forward beside backward in the last recording.
  private var comparison: String {
    guard let recording = course.recordings.last(where: { !$0.summary.directions.isEmpty }) else { return "" }
    var rows = ""
    for measure in Self.compared {
      let forward = course.measure(measure.definition.id, .forward, of: recording)
      let backward = course.measure(measure.definition.id, .backward, of: recording)
      rows += "<tr><th scope=\"row\">\(escaped(measure.definition.title)), \(escaped(measure.definition.unit))</th>"
      for value in [forward, backward] {
        rows += "<td class=\"number\">\(PlainNumbers.cell(value, decimals: measure.decimals))</td>"
      }
      rows += "</tr>\n"
    }
    for kind in FirstContact.allCases {
      rows += "<tr><th scope=\"row\">\(kind == .flat ? "Flat" : kind.rawValue.capitalized + " first") at contact</th>"
      for direction in [Direction.forward, .backward] {
        let share = recording.summary.contacts[direction.rawValue]?[kind.rawValue]
        rows += "<td class=\"number\">\(PlainNumbers.percent(share))</td>"
      }
      rows += "</tr>\n"
    }
    let counts = [Direction.forward, .backward].map { recording.summary.directions[$0.rawValue]?.strides ?? 0 }
    return """
      <section><h2>Forward beside backward, \(escaped(course.label(of: recording)))</h2>
      <div class="scroll"><table>
      <tr><th scope="col">Mean (95 % interval)</th><th class="number" scope="col">forward, \
      \(PlainNumbers.count(counts[0], "stride"))</th><th class="number" scope="col">backward, \
      \(PlainNumbers.count(counts[1], "stride"))</th></tr>
      \(rows)</table></div>\(missing(in: recording))</section>
      """
  }

  private static let compared: [(definition: MeasureDefinition, decimals: Int)] = [
    (.strideLength, 2), (.speed, 2), (.cadence, 0), (.strideDuration, 2), (.stanceShare, 1), (.doubleSupport, 2),
    (.clearance, 3), (.footPitchAtContact, 1),
  ]

  /// What has a dash in the table, and why.
  private func missing(in recording: AnalyzedRecording) -> String {
    var reasons: [String] = []
    for direction in [Direction.forward, .backward] {
      guard let summary = recording.summary.directions[direction.rawValue] else {
        reasons.append("no \(direction.rawValue) stride was found")
        continue
      }
      for (definition, _) in Self.compared {
        if let reason = summary.notMeasured[definition.id] {
          reasons.append("\(definition.title.lowercased()) \(direction.rawValue): \(reason)")
        }
      }
    }
    guard !reasons.isEmpty else { return "" }
    return "<p class=\"soft\">– not measured: \(escaped(reasons.joined(separator: "; "))).</p>"
  }

  private var landing: String {
    guard let chart = CourseFigures(course: course).pitchAtContact() else { return "" }
    return """
      <section><h2>How the foot lands</h2><div class="figures"><figure>\(chart.svg())</figure></div>
      <p class="soft">All recordings together. Above +5° the heel touches first, below −5° the toes.</p></section>
      """
  }

  private var symmetry: String {
    guard
      let recording = course.recordings.last(where: {
        $0.summary.directions.values.contains { !$0.asymmetryPercent.isEmpty }
      })
    else { return "" }
    var rows = ""
    for id in ["stride_length_m", "stance_share_percent", "swing_s"] {
      guard let definition = MeasureDefinition.all.first(where: { $0.id == id }) else { continue }
      rows += "<tr><th scope=\"row\">\(escaped(definition.title))</th>"
      for direction in [Direction.forward, .backward] {
        let value = recording.summary.directions[direction.rawValue]?.asymmetryPercent[id]
        rows += "<td class=\"number\">\(value.map { SVGMarkup.fixed($0, decimals: 1) + " %" } ?? "–")</td>"
      }
      rows += "</tr>\n"
    }
    return """
      <section><h2>Left against right, \(escaped(course.label(of: recording)))</h2>
      <table><tr><th scope="col">Left minus right, % of the mean</th><th class="number" scope="col">forward</th>\
      <th class="number" scope="col">backward</th></tr>\(rows)</table>
      <p class="soft">With 20 strides of each foot, differences below about 2 % (forward) and 5 % (backward) are within \
      the spread of strides.</p></section>
      """
  }

  private var leftOut: String {
    var labels: [String: [String]] = [:]
    var order: [String] = []
    for recording in course.recordings {
      for text in noticed(in: recording) {
        if labels[text] == nil { order.append(text) }
        labels[text, default: []].append(course.label(of: recording))
      }
    }
    let items = order.map { text -> String in
      let places = labels[text] ?? []
      let isEverywhere = places.count == course.recordings.count && places.count > 1
      return "<li>\(escaped(isEverywhere ? "Every recording" : places.joined(separator: ", "))): \(escaped(text))</li>"
    }
    return "<section><h2>What was left out or noticed</h2>"
      + (items.isEmpty ? "<p>Nothing.</p>" : "<ul>\(items.joined(separator: "\n"))</ul>") + "</section>"
  }

  /// What a recording's numbers leave out, and its warnings, one sentence each.
  private func noticed(in recording: AnalyzedRecording) -> [String] {
    var items: [String] = []
    for (reason, count) in recording.summary.rejected.sorted(by: { $0.key < $1.key }) {
      items.append("\(PlainNumbers.count(count, "stride")) left out, \(Self.words(for: reason)).")
    }
    let unsure = recording.strides.filter {
      $0.isValid && ($0.direction == .forward || $0.direction == .backward)
        && ($0.directionConfidence ?? 0) < WalkSummary.leastConfidence
    }.count
    if unsure > 0 { items.append("\(PlainNumbers.count(unsure, "stride")) left out, direction uncertain.") }
    let others = recording.strides.filter { $0.direction == .sideways || $0.direction == .inPlace }.count
    if others > 0 { items.append("\(PlainNumbers.count(others, "stride")) sideways or in place, not compared.") }
    let ends = recording.strides.count - SteadyWalking().steady(recording.strides).count
    if ends > 0 { items.append("\(PlainNumbers.count(ends, "stride")) at the start or end of a walk, not in means.") }
    return items + recording.summary.warnings
  }

  private static func words(for reason: String) -> String {
    switch RejectReason(rawValue: reason) {
    case .noFootFlat: "because the foot was not at rest before or after the swing"
    case .clipped: "because the sensor reached the end of its range"
    case .missingSamples: "because samples were missing"
    case .implausible: "because their length or speed is beyond walking"
    case nil: reason
    }
  }

  private var sessions: String {
    var rows = ""
    for recording in course.recordings {
      rows += "<tr><th scope=\"row\">\(escaped(course.label(of: recording)))</th>"
      for direction in [Direction.forward, .backward] {
        let summary = recording.summary.directions[direction.rawValue]
        rows += "<td class=\"number\">\(summary.map { String($0.strides) } ?? "–")</td>"
        for id in ["speed_m_s", "stride_length_m"] {
          rows += "<td class=\"number\">\(PlainNumbers.cell(summary?.measures[id], decimals: 2))</td>"
        }
      }
      rows += "</tr>\n"
    }
    return """
      <section><h2>All recordings</h2><div class="scroll"><table>
      <tr><th></th><th colspan="3" scope="colgroup">forward</th><th colspan="3" scope="colgroup">backward</th></tr>
      <tr><th scope="col"></th><th class="number" scope="col">strides</th><th class="number" scope="col">speed, m/s</th>\
      <th class="number" scope="col">stride length, m</th><th class="number" scope="col">strides</th>\
      <th class="number" scope="col">speed, m/s</th><th class="number" scope="col">stride length, m</th></tr>
      \(rows)</table></div></section>
      """
  }
}
