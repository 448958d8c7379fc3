import GaitModel

/// Compares the sampling rate that a user gives with a column of times that the mapping passes over.
///
/// A rate that is too high makes strides too quick and too short, by its square: neither gravity nor the gyroscope need
/// contradict it in a foot that pitches little.
struct DeclaredRateCheck {
  /// Share by which the two may differ: loggers keep their rates within a hundredth.
  private static let tolerance = 0.02
  /// Share by which the mean and the median step of a column may differ that counts time evenly.
  private static let evenness = 0.1
  /// Fewest steps that tell.
  private static let fewestSteps = 5

  let opening: TextOpening
  let dialect: CSVDialect

  /// A warning for each column of times that contradicts `rate`; columns in `used` are left out.
  func warnings(rate: Double, used: Set<Int>) -> [TableWarning] {
    dialect.header.indices.compactMap { position in
      guard !used.contains(position) else { return nil }
      let name = ColumnName(dialect.header[position])
      guard name.quantity == .time, let unit = name.unit, let found = hertz(position, secondsPerUnit: unit.factor),
        abs(found / rate - 1) > Self.tolerance
      else { return nil }
      return .rateContradictsTimes(
        given: rate, column: dialect.header[position], found: (found * 10).rounded() / 10,
        mapping: "time=\(position + 1):\(unit.inMapping)")
    }
  }

  /// Samples per second by a column that counts time evenly, or `nil` if it does not.
  private func hertz(_ position: Int, secondsPerUnit factor: Double) -> Double? {
    let delimiter = Character(UnicodeScalar(dialect.delimiter))
    let times = opening.lines.indices.dropFirst(dialect.headerLine + 1).compactMap { line -> Double? in
      let cells = opening.cells(ofLine: line, delimiter: delimiter)
      return cells.indices.contains(position) ? TableHeader.number(cells[position]) : nil
    }
    let steps = zip(times.dropFirst(), times).map { ($0 - $1) * factor }.sorted()
    guard steps.count >= Self.fewestSteps, let least = steps.first, least > 0 else { return nil }
    let (middle, mean) = (steps[steps.count / 2], steps.reduce(0, +) / Double(steps.count))
    return abs(mean / middle - 1) <= Self.evenness ? 1 / mean : nil
  }
}
