import NumberText

/// `3.8` for 0.0384.
func percent(_ share: Double) -> String { PlainNumbers.fixed(100 * share, 1) }

/// A Markdown table.
func table(_ header: [String], _ rows: [[String]]) -> String {
  let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
  return ([line(header), line(header.map { _ in "---:" })] + rows.map(line)).joined(separator: "\n") + "\n"
}

/// How often something happened.
struct Share {
  private var count = 0.0
  private var total = 0.0

  mutating func add(_ happened: Bool) {
    count += happened ? 1 : 0
    total += 1
  }

  var value: Double { count / total }
}
