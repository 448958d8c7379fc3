import Foundation
import GaitHistory
import GaitReport
import NumberText
import PageLanguage

/// A goal as a form asks for it, in the units of its page.
struct GoalField {
  let kind: GoalKind
  let language: Language

  private var unit: ShownUnit { kind.measure.shown(in: language) }

  /// `Backward speed, km/h`
  var title: String { "\(language.text(kind.title).capitalizedFirst), \(unit.text)" }

  /// Decimals of a value in another unit than the store's. They hide what the conversion leaves behind the last digit.
  private static let decimals = 3
  /// The finest step of a goal that was given in another unit, in the store's: 0.1 mm/s or 0.1 mm.
  private static let step = 1e-4

  /// What the field shows: all digits of the store where it has the store's unit.
  func text(_ value: Double) -> String {
    unit.factor == 1 ? GoalKind.digits(value) : ShortNumber.short(unit.value(value), Self.decimals)
  }

  /// What was typed, in the store's unit; a field that nobody touched keeps the digits of `seen`.
  ///
  /// - Throws: `HistoryError.outOfRange` where the text is no number, or out of range.
  func value(_ text: String, seen: Double?) throws(HistoryError) -> Double? {
    guard unit.factor != 1 else { return try kind.value(text) }
    guard let text = text.nonEmpty else { return nil }
    if let seen, text == self.text(seen) { return seen }
    let typed = Double(text.filter { !$0.isWhitespace }.replacing(",", with: "."))
    guard let typed, typed.isFinite, unit.range(kind.range).contains(typed) else {
      let range = unit.range(kind.range)
      // Errors are in English, and so is the name of their unit.
      let name = language.units.shown(kind.measure.unit, decimals: kind.measure.decimals).text
      throw .outOfRange(
        "goal of \(kind.title)", found: text,
        expected: "a number from \(ShortNumber.short(range.lowerBound, Self.decimals)) to "
          + "\(ShortNumber.short(range.upperBound, Self.decimals)) \(name)")
    }
    let value = (typed / unit.factor / Self.step).rounded() * Self.step
    // Rounding must not lead beyond the limits.
    return min(max(value, kind.range.lowerBound), kind.range.upperBound)
  }
}

/// A number with at most so many decimals and no needless zeros.
private enum ShortNumber {
  static func short(_ value: Double, _ decimals: Int) -> String {
    var text = DecimalText.fixed(value, decimals: decimals) ?? "\(value)"
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
