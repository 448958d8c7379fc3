import GaitHistory
import GaitMeasures
import GaitReference
import PageLanguage

// How the values of quantities are shown: their unit, their decimals, and what they are multiplied with.

extension TrackedMeasure {
  package func shown(in language: Language) -> ShownUnit { language.shown(unit, decimals: decimals) }
}

extension StrideQuantity {
  package func shown(in language: Language) -> ShownUnit { language.shown(unit.text, decimals: decimals) }
}

extension WalkQuantity {
  func shown(in language: Language) -> ShownUnit { language.shown(unit, decimals: decimals) }
}

extension ReferenceValue {
  func shown(in language: Language) -> ShownUnit { language.shown(unit, decimals: decimals) }
}

extension Language {
  /// How walking speed is shown.
  package var speedUnit: ShownUnit { StrideQuantity.speed.shown(in: self) }
  /// How stride length is shown.
  package var lengthUnit: ShownUnit { StrideQuantity.length.shown(in: self) }

  /// A walking speed with its unit: `0.62 m/s`.
  package func speed(_ value: Double) -> String { "\(fixed(value, speedUnit)) \(speedUnit.text)" }
}
