import GaitCharts
import GaitIngest
import GaitModel
import OutputFiles

/// An overview of a recording's signals, as one SVG file.
package struct SignalPlotFile: Sendable {
  package var path: String
  /// Whether a file that is no plot of this program is replaced.
  package var overwrite: Bool

  package init(path: String, overwrite: Bool = false) {
    self.path = path
    self.overwrite = overwrite
  }

  /// Draws the accelerometer and gyroscope of each sensor over the time of the recording.
  ///
  /// - Throws: `IngestError` if the file cannot be written.
  package func write(_ recording: Recording) throws(IngestError) {
    let file = OutputFile(path: path, mark: .within(Self.mark), overwrite: overwrite)
    do throws(OutputError) {
      try file.write(Array((Self.chart(of: recording).svg() + Self.mark + "\n").utf8))
    } catch {
      throw IngestError(
        .unreadable, file: path, found: "no place to write (\(error.reason))", expected: "a writable folder",
        advice: "check that the folder exists, is yours and has space")
    }
  }

  /// What tells a plot from a user's own drawing.
  private static let mark = "<!-- RetroGait -->"

  static func chart(of recording: Recording) -> EnvelopeChart {
    let start = recording.sensors.compactMap(\.time.first).min() ?? 0
    let end = recording.sensors.compactMap(\.time.last).max() ?? start
    let range = start...max(start, end)
    let panels = recording.sensors.flatMap { stream in
      [
        panel(stream, "acceleration", "m/s²", stream.acceleration, factor: 1, range: range),
        panel(stream, "angular velocity", "°/s", stream.angularVelocity, factor: 180 / .pi, range: range),
      ]
    }
    return EnvelopeChart(title: recording.name, range: range, panels: panels)
  }

  private static func panel(
    _ stream: SensorStream, _ quantity: String, _ unit: String, _ series: TriaxialSeries, factor: Double,
    range: ClosedRange<Double>
  ) -> EnvelopeChart.Panel {
    let columns = [("x", series.x), ("y", series.y), ("z", series.z)]
    return EnvelopeChart.Panel(
      title: "\(stream.placement.rawValue): \(quantity)", unit: unit,
      signals: columns.map { name, values in
        var envelope = EnvelopeChart.Envelope(values, time: stream.time, range: range, columns: EnvelopeChart.columns)
        envelope.minimum = envelope.minimum.map { $0 * factor }
        envelope.maximum = envelope.maximum.map { $0 * factor }
        return (name, envelope)
      })
  }
}
