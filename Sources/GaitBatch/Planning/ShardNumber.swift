/// A shard and how many there are: `3/40`.
public struct ShardNumber: Sendable, Equatable, CustomStringConvertible {
  /// From 1.
  public var number: Int
  public var count: Int

  public init(_ number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  /// - Returns: `nil` if the text is not two whole numbers with a slash between them.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(number, of: count)
  }

  public var description: String { "\(number)/\(count)" }
}

/// Numbers of shards as a job array takes them: `1-3,7`.
public struct ShardList: Sendable, Equatable, CustomStringConvertible {
  /// Ascending.
  public var numbers: [Int]

  public init(_ numbers: some Sequence<Int>) {
    self.numbers = Set(numbers).sorted()
  }

  public var description: String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound == number - 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}
