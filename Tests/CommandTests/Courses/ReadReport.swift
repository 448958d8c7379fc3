import Foundation

/// What a person reads in a report: its sentences and the rows of its tables.
struct ReadReport {
  /// All paragraphs, as text.
  var paragraphs: [String]
  /// All items of lists, as text.
  var items: [String]
  /// The descriptions of charts.
  var charts: [String]
  /// Rows of tables as texts of their cells, by the heading above them.
  var rows: [String: [[String]]]

  init(_ html: String) {
    paragraphs = html.matches(of: /<p(?: [^>]*)?>(.*?)<\/p>/.dotMatchesNewlines()).map { Self.text($0.1) }
    items = html.matches(of: /<li>(.*?)<\/li>/.dotMatchesNewlines()).map { Self.text($0.1) }
    charts = html.matches(of: /<desc[^>]*>(.*?)<\/desc>/.dotMatchesNewlines()).map { Self.text($0.1) }
    rows = [:]
    for section in html.split(separator: "<h2").dropFirst() {
      guard let end = section.range(of: "</h2>"), let begin = section.firstIndex(of: ">") else { continue }
      let heading = Self.text(section[section.index(after: begin)..<end.lowerBound])
      rows[heading] = section.matches(of: /<tr>(.*?)<\/tr>/.dotMatchesNewlines()).map { row in
        row.1.matches(of: /<t[hd](?: [^>]*)?>(.*?)<\/t[hd]>/.dotMatchesNewlines()).map { Self.text($0.1) }
      }
    }
  }

  private static func text(_ markup: Substring) -> String {
    markup.replacing(/<[^>]*>/, with: "").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(/\s+/, with: " ")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// All numbers in a text, in their order.
  static func numbers(_ text: some StringProtocol) -> [Double] {
    String(text).replacing("−", with: "-").matches(of: /[-+]?\d+(?:\.\d+)?/).compactMap { Double(String($0.0)) }
  }
}
