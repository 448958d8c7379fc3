/// Indices of samples that follow each other, ascending; a range as long as none is missing.
struct SampleRun: RandomAccessCollection {
  private var range = 0..<0
  /// The indices where some are missing in between; empty otherwise.
  private var scattered: [Int] = []

  var startIndex: Int { 0 }
  var endIndex: Int { scattered.isEmpty ? range.count : scattered.count }

  subscript(position: Int) -> Int {
    scattered.isEmpty ? range.lowerBound + position : scattered[position]
  }

  /// The indices, if none is missing in between.
  var wholeRange: Range<Int>? { scattered.isEmpty ? range : nil }

  /// Adds an index larger than all so far.
  mutating func append(_ index: Int) {
    if !scattered.isEmpty {
      scattered.append(index)
    } else if range.isEmpty {
      range = index..<(index + 1)
    } else if index == range.upperBound {
      range = range.lowerBound..<(index + 1)
    } else {
      scattered = Array(range) + [index]
    }
  }
}
