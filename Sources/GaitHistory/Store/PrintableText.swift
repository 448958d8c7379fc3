/// Text from outside as it may stand in a terminal: what moves the cursor or turns the text is shown as `\u{1B}`.
public struct PrintableText: CustomStringConvertible, Sendable {
  private let text: String

  public init(_ text: String) {
    self.text = text
  }

  public var description: String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
