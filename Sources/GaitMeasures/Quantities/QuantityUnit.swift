/// The unit of a quantity, as it is printed and written to files.
public struct QuantityUnit: Sendable, Equatable {
  /// As printed: `m/s²`; empty for a word or a count.
  public let text: String
  /// Decimals in tables for other programs, at least ten times finer than what a sensor resolves.
  public let fileDecimals: Int
  /// How many of it make one SI unit, in which values are kept in the program.
  public let perSI: Double

  private init(_ text: String, fileDecimals: Int, perSI: Double = 1) {
    self.text = text
    self.fileDecimals = fileDecimals
    self.perSI = perSI
  }

  public static let none = QuantityUnit("", fileDecimals: 0)
  public static let meter = QuantityUnit("m", fileDecimals: 4)
  public static let second = QuantityUnit("s", fileDecimals: 4)
  public static let meterPerSecond = QuantityUnit("m/s", fileDecimals: 4)
  public static let stepPerMinute = QuantityUnit("steps/min", fileDecimals: 2)
  /// Kept in radians.
  public static let degree = QuantityUnit("°", fileDecimals: 2, perSI: 180 / .pi)
  public static let meterPerSecondSquared = QuantityUnit("m/s²", fileDecimals: 2)
  public static let percent = QuantityUnit("%", fileDecimals: 2)
  public static let percentOfStride = QuantityUnit("% of stride", fileDecimals: 2)
  public static let probability = QuantityUnit("0–1", fileDecimals: 3)
}
