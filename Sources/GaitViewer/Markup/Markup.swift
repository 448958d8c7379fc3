import GaitCharts

/// Text that is HTML already.
///
/// A string that stands in a `Markup` literal is escaped; only another `Markup` goes in as it is. So no text from a file
/// or a request can become part of a page's structure by oversight: it would not compile, or it is escaped.
struct Markup: Sendable, Equatable, ExpressibleByStringInterpolation, CustomStringConvertible {
  private(set) var html: String

  /// What is HTML by its making: a chart, a joined list.
  init(trusted html: String) {
    self.html = html
  }

  init(stringLiteral html: String) {
    self.html = html
  }

  init(stringInterpolation: Interpolation) {
    html = stringInterpolation.html
  }

  /// Plain text, escaped.
  init(text: String) {
    html = SVGMarkup.escaped(text)
  }

  static let nothing = Markup(trusted: "")

  var description: String { html }
  var isEmpty: Bool { html.isEmpty }

  static func + (a: Markup, b: Markup) -> Markup { Markup(trusted: a.html + b.html) }
  static func += (a: inout Markup, b: Markup) { a.html += b.html }

  struct Interpolation: StringInterpolationProtocol {
    var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }
    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    mutating func appendInterpolation(_ markup: Markup?) { html += markup?.html ?? "" }
    /// Markup that stands there under a condition only; a conditional expression of two literals would be a `String`.
    mutating func appendInterpolation(if condition: Bool, _ markup: Markup) { if condition { html += markup.html } }
    mutating func appendInterpolation(_ text: String) { html += SVGMarkup.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { html += String(number) }
  }
}

extension Sequence<Markup> {
  /// All of them one after the other.
  func joined(_ separator: Markup = "\n") -> Markup {
    Markup(trusted: map(\.html).joined(separator: separator.html))
  }
}
