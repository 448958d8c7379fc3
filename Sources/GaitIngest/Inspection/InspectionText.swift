import GaitModel
import GaitWords
import NumberText

/// An inspection as lines for people, at most 80 columns wide where words allow.
package struct InspectionText: Sendable {
  private static let width = 80
  private static let indent = 16

  package init() {}

  /// The lines of `inspection`, without line feeds: the recording and its files, each sensor, warnings, and what `analyze`
  /// would do.
  ///
  /// - Parameter recording: The signals, of which the course is drawn as a line of blocks; all sensors over the same time.
  package func lines(of inspection: RecordingInspection, drawing recording: Recording? = nil) -> [String] {
    let start = recording?.sensors.compactMap(\.time.first).min() ?? 0
    let range = start...max(start, recording?.sensors.compactMap(\.time.last).max() ?? start)
    var lines = ["\(inspection.recording) (\(inspection.path))"]
    let about = [inspection.subject.map { "subject \($0)" }, inspection.session.map { "session \($0)" }]
    let details = (about + [inspection.startedAt.map { "started \($0)" }]).compactMap { $0 }
    if !details.isEmpty { lines += entry("details", details.joined(separator: ", ")) }
    for file in inspection.files {
      let format = file.format.map { "\($0): \(file.reason ?? "")" } ?? "not recognized"
      let name = file.file.split(separator: "/").last.map(String.init) ?? file.file
      lines += entry("file", "\(name), \(size(file.bytes)); \(format)")
    }
    for sensor in inspection.sensors {
      lines += [""] + self.lines(of: sensor)
      if let stream = recording?[sensor.placement] { lines += drawing(of: stream, over: range) }
    }
    if !inspection.warnings.isEmpty { lines.append("") }
    for warning in inspection.warnings { lines += entry("warning", warning.words) }
    lines.append("")
    for (k, sentence) in inspection.analyze.enumerated() { lines += entry(k == 0 ? "analyze would" : "", sentence) }
    return lines
  }

  private func lines(of sensor: SensorInspection) -> [String] {
    let evidence = sensor.placementFrom.map { " (by \($0.words))" } ?? ""
    var lines = [sensor.placement.rawValue + evidence]
    let duration = sensor.end - sensor.start
    lines += entry(
      "samples",
      "\(sensor.samples) in \(fixed(duration, 1)) s, from \(fixed(sensor.start, 3)) to \(fixed(sensor.end, 3)) s")
    let declared = sensor.rate.declared.map { ", declared \(fixed($0, 2)) Hz" } ?? ", none declared"
    lines += entry(
      "rate", "\(fixed(sensor.rate.measured, 2)) Hz measured\(declared), jitter \(fixed(sensor.rate.jitter, 2)) ms")
    lines += entry("gaps", gaps(sensor.gaps))
    lines += entry("clock", clock(sensor.clock))
    lines += entry("acceleration", signal(sensor.acceleration, unit: "m/s²", decimals: 1))
    lines += entry("turning", signal(sensor.angularVelocity, unit: "°/s", decimals: 0))
    lines += columns(sensor)
    let units =
      "\(sensor.acceleration.unitInFile) and \(sensor.angularVelocity.unitInFile) in the file"
      + sensor.acceleration.unitFrom.map { "; \($0.words)" }.joined()
    lines += entry("units", units)
    lines += entry("rest", "\(fixed(sensor.restShare, 1)) % of the time")
    let gravity = sensor.gravity
    let judged = gravity.isPlausible ? "plausible" : "not that of gravity (9.81)"
    lines += entry(
      "gravity", gravity.magnitude.map { "\(fixed($0, 2)) m/s² (\(gravity.from.words)), \(judged)" } ?? "not known")
    return lines
  }

  /// Which columns were read as what, with their first values, and which of them never change.
  private func columns(_ sensor: SensorInspection) -> [String] {
    func names(_ signal: SensorInspection.Signal, _ unit: String, _ decimals: Int) -> String {
      let values = signal.first.map { $0.map { fixed($0, decimals) }.joined(separator: ", ") + " \(unit) at first" }
      return zip(["x", "y", "z"], signal.columns).map { "\($0) from '\($1)'" }.joined(separator: ", ")
        + (values.map { ": \($0)" } ?? "")
    }
    var lines: [String] = []
    if sensor.acceleration.columns.isEmpty, let force = sensor.acceleration.first,
      let rate = sensor.angularVelocity.first
    {
      // Formats without names of columns.
      func values(_ first: [Double], _ decimals: Int) -> String {
        first.map { fixed($0, decimals) }.joined(separator: ", ")
      }
      lines += entry("at first", "acceleration \(values(force, 2)) m/s², turning \(values(rate, 1)) °/s")
    }
    if !sensor.acceleration.columns.isEmpty {
      lines += entry("columns", "acceleration " + names(sensor.acceleration, "m/s²", 2))
      lines += entry("", "turning " + names(sensor.angularVelocity, "°/s", 1))
      if let time = sensor.timeColumn { lines += entry("", "time from '\(time)'") }
    }
    let constant =
      sensor.acceleration.constant.map { "acceleration \($0)" }
      + sensor.angularVelocity.constant.map { "turning \($0)" }
    if !constant.isEmpty { lines += entry("constant", constant.joined(separator: ", ") + " never changes") }
    return lines
  }

  /// The course of both signals.
  private func drawing(of stream: SensorStream, over range: ClosedRange<Double>) -> [String] {
    let width = Self.width - Self.indent
    func outline(_ series: TriaxialSeries) -> SignalOutline {
      SignalOutline(series, time: stream.time, over: range, width: width)
    }
    let (force, rate) = (outline(stream.acceleration), outline(stream.angularVelocity))
    guard let mostForce = force.largest, let mostRate = rate.largest else { return [] }
    let scale =
      "acceleration up to \(fixed(mostForce, 0)) m/s² above, turning up to \(fixed(mostRate * 180 / .pi, 0)) °/s below, "
      + "from \(fixed(range.lowerBound, 1)) to \(fixed(range.upperBound, 1)) s"
    return entry("course", force.text) + entry("", rate.text) + entry("", scale)
  }

  private func gaps(_ gaps: SensorInspection.Gaps) -> String {
    guard gaps.count > 0 else { return "none" }
    let place = gaps.longestAt.map { " at \(fixed($0, 1)) s" } ?? ""
    return "\(gaps.count), the longest \(fixed(gaps.longest, 2)) s\(place), \(gaps.lostSamples) samples lost"
  }

  private func clock(_ clock: SensorInspection.Clock) -> String {
    if let start = clock.startedAt { return "absolute, \(clock.zone ?? ""), from \(start)" }
    if let name = clock.zone { return "shared (\(name)), without a date" }
    return "seconds; the sensor's file has no date"
  }

  private func signal(_ signal: SensorInspection.Signal, unit: String, decimals: Int) -> String {
    guard let low = signal.minimum, let high = signal.maximum else { return "no values" }
    let ranges = zip(["x", "y", "z"], zip(low, high)).map { axis, range in
      "\(axis) \(fixed(range.0, decimals)) … \(fixed(range.1, decimals))"
    }
    let clipped = signal.clippedSamples == 0 ? "none clipped" : "\(signal.clippedSamples) samples clipped"
    let missing = signal.missingSamples == 0 ? "" : ", \(signal.missingSamples) missing"
    return ranges.joined(separator: ", ") + " \(unit); \(clipped)\(missing)"
  }

  /// A name and what is said of it, wrapped between words.
  private func entry(_ name: String, _ text: String) -> [String] {
    var lines: [String] = []
    var line = "  \(name)" + String(repeating: " ", count: max(1, Self.indent - 2 - name.count))
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > Self.width {
        lines.append(line)
        line = String(repeating: " ", count: Self.indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  private func size(_ bytes: Int) -> String {
    if bytes < 10_000 { return "\(bytes) bytes" }
    if bytes < 10_000_000 { return "\((bytes + 500) / 1000) kB" }
    return "\((bytes + 500_000) / 1_000_000) MB"
  }

  private func fixed(_ value: Double, _ decimals: Int) -> String {
    DecimalText.fixed(value, decimals: decimals) ?? "–"
  }
}
