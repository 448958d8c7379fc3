import ParquetFile

/// Tables of cells as they may come: with runs, repeated values, extremes, and empty cells in any share.
struct RandomTable {
  var columns: [ParquetColumn]
  var groups: [[ParquetValues]]

  init(seed: UInt64) {
    var dice = Dice(state: seed)
    let kinds = (0..<Int.random(in: 1...20, using: &dice)).map { _ in
      ParquetColumn.Kind.allCases.randomElement(using: &dice) ?? .text
    }
    columns = kinds.enumerated().map { ParquetColumn("column \($0)ü", $1) }
    groups = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
      let rows = [0, 1, 7, 8, 9, 63, 64, 65, 1000].randomElement(using: &dice) ?? 1
      return kinds.map { Self.values($0, rows, &dice) }
    }
  }

  func file() throws -> [UInt8] {
    var file = ParquetFile(columns: columns, metadata: [("key", "välue")], createdBy: "RetroGait version 0.0.0")
    var bytes = file.beginning
    for group in groups { bytes += try file.rowGroup(group) }
    return bytes + file.end()
  }

  private static func values(_ kind: ParquetColumn.Kind, _ rows: Int, _ dice: inout Dice) -> ParquetValues {
    switch kind {
    case .truth: .truths(cells(rows, &dice) { Bool.random(using: &$0) })
    case .whole: .wholes(cells(rows, &dice) { Int64.random(in: .min ... .max, using: &$0) })
    case .number: .numbers(cells(rows, &dice) { number(&$0) })
    case .text:
      .texts(
        cells(rows, &dice) { dice in
          let letters = ["a", "ß", "日", "🦶", "\"", ",", "\n", "\0"]
          return (0..<Int.random(in: 0...20, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "" }
            .joined()
        })
    case .day: .days(cells(rows, &dice) { Int32.random(in: -100_000...100_000, using: &$0) })
    }
  }

  private static func number(_ dice: inout Dice) -> Double {
    let extremes: [Double] = [0, -0.0, 1e-308, .greatestFiniteMagnitude, .infinity]
    return Bool.random(using: &dice)
      ? extremes.randomElement(using: &dice) ?? 0 : Double.random(in: -1...1, using: &dice)
  }

  private static func cells<Value>(_ rows: Int, _ dice: inout Dice, _ make: (inout Dice) -> Value) -> [Value?] {
    let share: Double = [0, 0.1, 0.5, 1].randomElement(using: &dice) ?? 0
    let repeating: Double = [0, 0.5, 0.95].randomElement(using: &dice) ?? 0
    var cells: [Value?] = []
    for _ in 0..<rows {
      if let last = cells.last, Double.random(in: 0..<1, using: &dice) < repeating {
        cells.append(last)
      } else {
        cells.append(Double.random(in: 0..<1, using: &dice) < share ? nil : make(&dice))
      }
    }
    return cells
  }
}

/// Random numbers that are the same in each run (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
