import GaitCharts
import GaitExport

/// The report on the walking of one or more people.
public struct GaitReport: Sendable {
  public var recordings: [AnalyzedRecording]

  public init(recordings: [AnalyzedRecording]) {
    self.recordings = recordings
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    let people = Course.courses(of: recordings).map(PersonPage.init)
    let title = people.count == 1 ? "Walking of \(people[0].course.name)" : "Walking of \(people.count) people"
    var contents = ""
    if people.count > 1 {
      let links = people.map { "<a href=\"#\($0.anchor)\">\(SVGMarkup.escaped($0.course.name))</a>" }
      contents = "<nav aria-label=\"People\">\(links.joined(separator: "\n"))</nav>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(SVGMarkup.escaped(title)) – RetroGait</title>
      <style>\(PageStyle.sheet)</style></head>
      <body><main>
      \(contents)
      \(people.map { $0.html() }.joined(separator: "\n"))
      \(MethodsSection(recordings: recordings).html())
      </main></body></html>

      """
  }

  /// The chart of walking speed over the first person's recordings, as an SVG file of its own; `nil` without strides.
  public func speedChart() -> String? {
    Course.courses(of: recordings).first
      .flatMap { CourseFigures(course: $0).overTime("speed_m_s", title: "Walking speed", unit: "m/s") }
      .map { $0.svg(standalone: true) }
  }
}
