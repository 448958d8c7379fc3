import GaitMeasures
import NumberText

/// All measures with their definitions, for people and for programs.
package struct MeasureList: Sendable {
  package let definitions = MeasureDefinition.all

  package init() {}

  /// A paragraph for each measure, in lines of at most 80 characters.
  package var text: String {
    definitions.map { definition in
      let unit = definition.unit.isEmpty ? "" : " (\(definition.unit))"
      let only = definition.directions.count == 1 ? definition.directions.map { ", \($0.rawValue) only" }.joined() : ""
      let facts = [
        "\(definition.title)\(unit)\(only).",
        definition.definition, "Needs: \(definition.needs).", "Source: \(definition.source).",
      ]
      return ([definition.measure] + facts.flatMap { Self.lines(of: $0) }).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// A table in Markdown, with a line for each measure.
  package var markdown: String {
    let rows = definitions.map { definition in
      let cells = [
        "`\(definition.measure)`", definition.unit, "\(definition.title). \(definition.definition)",
        definition.needs, definition.source,
      ]
      return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return "| measure | unit | what it is | what it needs | source |\n| --- | --- | --- | --- | --- |\n" + rows.joined()
  }

  private static let width = 80
  private static let indent = "  "

  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(indent + word)
      }
    }
    return lines
  }
}
