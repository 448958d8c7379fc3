/// What the user should know of the table that a sensor was read from.
public enum TableWarning: Sendable, Hashable {
  /// The counter in a column skips samples at `rate` Hz that were lost.
  case counterSkips(column: String, samples: Int, places: Int, rate: Double)
  /// Sensors of the table that were worn at no known place.
  case unplacedSensors([String])
  /// Rows with these words in a column, which name no known place.
  case unplacedRows([String], column: String)
  /// The experiment was paused so many times.
  case paused(Int)
  /// The rate that the user gave, in Hz, is not that of a column of times, which `mapping` would use.
  case rateContradictsTimes(given: Double, column: String, found: Double, mapping: String)

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .counterSkips: .counterSkips
    case .unplacedSensors: .unplacedSensors
    case .unplacedRows: .unplacedRows
    case .paused: .experimentPaused
    case .rateContradictsTimes: .rateContradictsTimes
    }
  }
}
