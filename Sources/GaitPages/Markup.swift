import GaitCharts

/// Text that is HTML already.
///
/// A string that stands in a `Markup` literal is escaped; only another `Markup` goes in as it is. So no text from a file
/// or a request can become part of a page's structure by oversight: it would not compile, or it is escaped.
package struct Markup: Sendable, Equatable, ExpressibleByStringInterpolation, CustomStringConvertible {
  package private(set) var html: String

  /// What is HTML by its making: a chart, a joined list.
  package init(trusted html: String) {
    self.html = html
  }

  package init(stringLiteral html: String) {
    self.html = html
  }

  package init(stringInterpolation: Interpolation) {
    html = stringInterpolation.html
  }

  /// Plain text, escaped.
  package init(text: String) {
    html = SVGMarkup.escaped(text)
  }

  package static let nothing = Markup(trusted: "")

  package var description: String { html }
  package var isEmpty: Bool { html.isEmpty }

  /// The same with every heading one level lower, for a part of a page that has headings above it.
  package var withLowerHeadings: Markup {
    var html = html
    // The lowest first, so that none is lowered twice. Text has no `<`, which is escaped.
    for level in [3, 2] {
      html = html.replacing("<h\(level)", with: "<h\(level + 1)").replacing("</h\(level)>", with: "</h\(level + 1)>")
    }
    return Markup(trusted: html)
  }

  package static func + (a: Markup, b: Markup) -> Markup { Markup(trusted: a.html + b.html) }
  package static func += (a: inout Markup, b: Markup) { a.html += b.html }

  package struct Interpolation: StringInterpolationProtocol {
    private(set) var html = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { html += literal }
    package mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    package mutating func appendInterpolation(_ markup: Markup?) { html += markup?.html ?? "" }
    /// Markup that stands there under a condition only; a conditional expression of two literals would be a `String`.
    package mutating func appendInterpolation(if condition: Bool, _ markup: Markup) {
      if condition { html += markup.html }
    }
    package mutating func appendInterpolation(_ text: String) { html += SVGMarkup.escaped(text) }
    package mutating func appendInterpolation(_ number: Int) { html += String(number) }
  }
}

extension Markup {
  /// A sentence of a language with markup in it, such as a link or a command, wherever the language places it.
  ///
  /// - Parameters:
  ///   - parts: What stands in the sentence.
  ///   - words: The sentence, made with a text for each of the parts that stands for it; all of it is escaped.
  package static func sentence(_ parts: [Markup], _ words: ([String]) -> String) -> Markup {
    // Characters for private use, which no text has.
    let places = parts.indices.map { "\u{E000}\($0)\u{E001}" }
    let text = Markup(text: words(places)).html
    return Markup(trusted: zip(places, parts).reduce(text) { $0.replacing($1.0, with: $1.1.html) })
  }
}

extension Sequence<Markup> {
  /// All of them one after the other.
  package func joined(_ separator: Markup = "\n") -> Markup {
    Markup(trusted: map(\.html).joined(separator: separator.html))
  }
}
