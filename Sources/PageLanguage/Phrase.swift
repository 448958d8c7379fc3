/// A sentence or a few words of a page in English, with the arguments that stand in it.
///
/// A literal keeps its words apart from its arguments, so that another language can place them otherwise:
/// `"\(n, "stride") of \(all)"` is the template `{1 stride|strides} of {2}` with two arguments.
package struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The English words, in which `{1}` stands for the first argument. It is also the key in every other language.
  package let template: String
  package let arguments: [Argument]

  /// What stands in a phrase: text, and the number that chooses between one and many.
  package struct Argument: Sendable, Equatable {
    package var text: String
    package var number: Int?

    package init(text: String, number: Int? = nil) {
      self.text = text
      self.number = number
    }
  }

  package init(template: String, arguments: [Argument] = []) {
    self.template = template
    self.arguments = arguments
  }

  package init(stringLiteral words: String) {
    self.init(template: words)
  }

  package init(stringInterpolation: Interpolation) {
    self.init(template: stringInterpolation.template, arguments: stringInterpolation.arguments)
  }

  package struct Interpolation: StringInterpolationProtocol {
    private(set) var template = ""
    private(set) var arguments: [Argument] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 4 * interpolationCount)
    }

    package mutating func appendLiteral(_ words: String) { template += words }

    /// Text that is the same in all languages, or is in that of the page already.
    package mutating func appendInterpolation(_ text: String) { append(Argument(text: text), "") }

    package mutating func appendInterpolation(_ number: Int) {
      append(Argument(text: String(number), number: number), "")
    }

    /// A number with what it counts: `1 stride`, `3 strides`.
    ///
    /// - Parameter many: What more than one is called; with an `s` where it is not given.
    package mutating func appendInterpolation(_ number: Int, _ one: String, _ many: String? = nil) {
      append(Argument(text: String(number), number: number), " \(one)|\(many ?? one + "s")")
    }

    /// One of two words by a number that stands elsewhere: `is`, `are`.
    package mutating func appendInterpolation(for number: Int, _ one: String, _ many: String) {
      append(Argument(text: String(number), number: number), ":\(one)|\(many)")
    }

    private mutating func append(_ argument: Argument, _ form: String) {
      arguments.append(argument)
      template += "{\(arguments.count)\(form)}"
    }
  }
}
