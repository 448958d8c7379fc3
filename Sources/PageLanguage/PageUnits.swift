/// The units in which pages show speeds and lengths. Files, stores and tables for other programs keep m/s and m.
public struct PageUnits: Sendable, Hashable {
  public enum Speed: String, Sendable, CaseIterable {
    case metersPerSecond = "m/s"
    case kilometersPerHour = "km/h"
  }

  /// Of what a stride or a sway is long; ways that are walked stay in meters.
  public enum Length: String, Sendable, CaseIterable {
    case meters = "m"
    case centimeters = "cm"
  }

  public var speed: Speed
  public var length: Length

  /// The units of files.
  public static let ofFiles = PageUnits()

  public init(speed: Speed = .metersPerSecond, length: Length = .meters) {
    self.speed = speed
    self.length = length
  }

  /// How values of a unit are shown: the one place where a page converts them.
  ///
  /// - Parameters:
  ///   - unit: The unit in which the program keeps them: `m/s`, `m`, also of a rate such as `m per min`.
  ///   - decimals: Worth showing in that unit.
  package func shown(_ unit: String, decimals: Int) -> ShownUnit {
    let base = unit.prefix { $0 != " " }
    let rate = unit.dropFirst(base.count)
    switch (String(base), speed, length) {
    case (Speed.metersPerSecond.rawValue, .kilometersPerHour, _):
      return ShownUnit(text: "\(Speed.kilometersPerHour.rawValue)\(rate)", decimals: decimals, factor: 3.6)
    // Whole meters are ways, of which nobody wants centimeters.
    case (Length.meters.rawValue, _, .centimeters) where decimals >= 2:
      return ShownUnit(text: "\(Length.centimeters.rawValue)\(rate)", decimals: decimals - 2, factor: 100)
    default: return ShownUnit(text: unit, decimals: decimals, factor: 1)
    }
  }
}

/// How a number of the program is shown.
package struct ShownUnit: Sendable, Equatable {
  /// `km/h`
  package var text: String
  package var decimals: Int
  /// How many of the shown unit are one of the program's.
  package var factor: Double

  package init(text: String, decimals: Int, factor: Double) {
    self.text = text
    self.decimals = decimals
    self.factor = factor
  }

  /// A value of the program in the shown unit. Text needs none of it: `Language.fixed` and `signed` take the program's values.
  package func value(_ value: Double) -> Double { factor * value }

  package func range(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    value(range.lowerBound)...value(range.upperBound)
  }
}

extension Language {
  /// How values of a unit are shown, with the unit's name in the language.
  package func shown(_ unit: String, decimals: Int) -> ShownUnit {
    var shown = units.shown(unit, decimals: decimals)
    shown.text = text(shown.text)
    return shown
  }

  /// A value of the program in its shown unit, without the unit; a dash where there is none.
  package func fixed(_ value: Double?, _ unit: ShownUnit) -> String { fixed(value.map(unit.value), unit.decimals) }

  /// The same with a plus sign before what is more than 0.
  package func signed(_ value: Double?, _ unit: ShownUnit) -> String { signed(value.map(unit.value), unit.decimals) }

  /// The language with other units.
  public func with(_ units: PageUnits) -> Language {
    var language = self
    language.units = units
    return language
  }
}
