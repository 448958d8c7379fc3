import GaitCharts
import GaitExport
import GaitMeasures

/// How the numbers of a report came about.
struct MethodsSection {
  let recordings: [AnalyzedRecording]

  func html() -> String {
    let programs = Set(recordings.map { "\($0.summary.program.name) \($0.summary.program.version)" }).sorted()
    let measures = MeasureDefinition.all.map { measure in
      "<tr><th scope=\"row\">\(text(measure.title))</th><td>\(text(measure.unit))</td><td>\(text(measure.method))</td>"
        + "<td>\(text(measure.source))</td></tr>"
    }
    let sorted = recordings.sorted { $0.summary.recording < $1.summary.recording }
    let inputs = sorted.flatMap { recording in
      recording.summary.inputs.map { input in
        "<tr><td>\(text(recording.summary.recording))</td><td>\(text(input.file))</td><td>\(text(input.format))</td>"
          + "<td><code>\(text(input.sha256))</code></td></tr>"
      }
    }
    return """
      <section><h2>Methods</h2>
      <p>Made by \(text(programs.joined(separator: ", "))). Means are over the strides of steady walking, \
      without the first and last of each foot in a walk; their 95 % intervals come from a \
      block bootstrap, which allows for strides that resemble their neighbours. Strides whose direction or first \
      contact is less than 60 % certain enter no comparison.</p>
      <details><summary>Definition of each measure</summary><div class="scroll" tabindex="0" role="region" aria-label="Definition of each measure"><table>
      <tr><th scope="col">Measure</th><th scope="col">Unit</th><th scope="col">How</th><th scope="col">Source</th></tr>
      \(measures.joined(separator: "\n"))</table></div></details>
      <details><summary>Input files and their SHA-256</summary><div class="scroll" tabindex="0" role="region" aria-label="Input files"><table>
      <tr><th scope="col">Recording</th><th scope="col">File</th><th scope="col">Format</th><th scope="col">SHA-256</th></tr>
      \(inputs.joined(separator: "\n"))</table></div></details></section>
      \(ReportPage.footer)
      """
  }

  private func text(_ text: String) -> String { SVGMarkup.escaped(text) }
}
