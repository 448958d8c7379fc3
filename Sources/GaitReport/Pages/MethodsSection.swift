import GaitMeasures
import GaitPages
import GaitReference
import PageLanguage

/// How the numbers of a report came about.
struct MethodsSection {
  let recordings: [AnalyzedRecording]
  /// The methods as a text to copy; `nil` where there is none.
  let text: String?
  /// Whether definitions are printed too.
  let printsDefinitions: Bool
  /// The reference values behind the charts.
  var references: [ReferenceValue] = []
  let language: Language

  private var referenceList: Markup {
    """
    <details class="references\(if: printsDefinitions, " printed")"><summary>\(language("Reference values behind the charts"))</summary>\
    <ul>\(references.map { ReferenceDetails.item($0, namesMeasure: true, in: language) }.joined(""))</ul></details>
    """
  }

  func html() -> Markup {
    let programs = Set(recordings.map { "\($0.summary.program.name) \($0.summary.program.version)" }).sorted()
    let measures = StrideQuantity.averaged.compactMap { quantity in
      quantity.mean.map { mean in
        Markup.row(
          "\(language.text(quantity.title))",
          [.cell("\(quantity.shown(in: language).text)")]
            + [mean.method, mean.source].map { .cell("\(language.text($0))") })
      }
    }
    let inputs = recordings.map(\.summary).sorted { $0.recording < $1.recording }.flatMap { summary in
      summary.inputs.map { input -> Markup in
        """
        <tr><td>\(summary.recording)</td><td>\(input.file)</td><td>\(input.format)</td>\
        <td><code>\(input.sha256)</code></td></tr>
        """
      }
    }
    let definition = language("Definition of each measure")
    let definitions = PageTable(
      .label(definition),
      heads: [language("Measure"), language("Unit"), language("How"), language("Source")].map(Markup.head),
      rows: measures)
    let files = PageTable(
      .label(language("Input files")),
      heads: [language("Recording"), language("File"), language("Format"), "SHA-256"].map(Markup.head), rows: inputs)
    let copied = text.map { text -> Markup in
      """
      <details><summary>\(language("Methods, for copying"))</summary><div class="copy"\
      \(if: language != .english, " lang=\"en\"")>\(text)</div></details>
      """
    }
    let made = language(
      """
      Made by \(programs.joined(separator: ", ")). Means are over steady, straight walking: not over strides in or beside a \
      turn, a stop, or walking in another direction. Their 95 % intervals come from a block bootstrap, which allows for \
      strides that resemble their neighbors. Strides whose direction or first contact is less than 60 % certain enter no \
      comparison.
      """)
    return """
      <section><h2>\(language("Methods"))</h2>
      <p>\(made)</p>
      <details class="definitions\(if: printsDefinitions, " printed")"><summary>\(definition)</summary>\(definitions.markup)</details>
      \(if: !references.isEmpty, referenceList)\
      \(copied)
      <details><summary>\(language("Input files and their SHA-256"))</summary>\(files.markup)</details></section>
      \(ReportPage.footer(language))
      """
  }
}
