import NumberText

/// Pieces of SVG text.
public enum SVGMarkup {
  /// Text that is safe inside markup and attributes, whatever it holds.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        // Control characters have no place in HTML.
        if character.value >= 0x20 || character == "\n" || character == "\t" { result.unicodeScalars.append(character) }
      }
    }
    return result
  }

  /// A number with at most `decimals` places and no needless zeros, with a decimal point.
  public static func number(_ value: Double, decimals: Int = 1) -> String {
    guard value.isFinite else { return "0" }
    var text = fixed(value, decimals: decimals)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }

  /// A number with exactly `decimals` places; a dash where it is none.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    DecimalText.fixed(value, decimals: decimals) ?? "–"
  }
}
