/// Tells whether a text file of no known layout looks like the samples of a sensor.
enum SampleTable {
  /// Lines with numbers that must be there; tables of results are shorter, or their times do not rise evenly.
  private static let fewestRows = 30
  /// A clock and the three axes of a sensor.
  private static let fewestColumns = 4
  /// How far a step of the clock may be from the middle one, as a share of it.
  private static let uneven = 0.5
  /// Share of the steps that must be even: packets come late, and samples get lost.
  private static let evenShare = 0.8

  /// Whether the file begins with rows of at least four numbers of which one rises by even steps.
  static func isLikely(_ path: String) -> Bool {
    let found = try? OpenedFile(path: path).withContent { (content) throws(IngestError) -> Bool in
      switch content {
      case .text(let opening): isLikely(opening)
      case .archive(let archive): archive.holdsSensorTable
      default: false
      }
    }
    return found ?? false
  }

  static func isLikely(_ opening: TextOpening) -> Bool {
    for delimiter: Character in ["\t", ";", ",", " "] {
      let rows = opening.lines.map { line in
        line.split(separator: delimiter).map { number($0, hasDecimalCommas: delimiter != ",") }
      }.filter { row in row.count(where: { $0 != nil }) >= fewestColumns }
      guard rows.count >= fewestRows, let width = rows.map(\.count).max() else { continue }
      for column in 0..<width where isClock(rows.compactMap { $0.count > column ? $0[column] : nil }) { return true }
    }
    return false
  }

  private static func number(_ cell: Substring, hasDecimalCommas: Bool) -> Double? {
    let text = cell.trimmed { $0 == " " || $0 == "\"" }
    return Double(hasDecimalCommas ? text.replacing(",", with: ".") : text)
  }

  private static func isClock(_ values: [Double]) -> Bool {
    guard values.count >= fewestRows else { return false }
    let steps = zip(values.dropFirst(), values).map { $0 - $1 }
    let middle = steps.sorted()[steps.count / 2]
    guard middle > 0, steps.allSatisfy({ $0 >= 0 }) else { return false }
    return Double(steps.count { abs($0 - middle) <= uneven * middle }) >= evenShare * Double(steps.count)
  }
}
