/// How errors are distributed.
package struct Errors: Sendable {
  package var n: Int
  package var mean: Double
  package var meanAbsolute: Double
  package var median: Double
  /// Sample standard deviation (n − 1); `nil` of a single error.
  package var sd: Double?
  /// Absolute error that one in twenty exceeds.
  package var p95: Double

  /// `nil` without errors.
  package init?(_ errors: [Double]) {
    guard !errors.isEmpty else { return nil }
    n = errors.count
    let mean = errors.reduce(0, +) / Double(n)
    self.mean = mean
    let absolute = errors.map(abs).sorted()
    meanAbsolute = absolute.reduce(0, +) / Double(n)
    let sorted = errors.sorted()
    median = n.isMultiple(of: 2) ? (sorted[n / 2 - 1] + sorted[n / 2]) / 2 : sorted[n / 2]
    sd = n > 1 ? (errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n - 1)).squareRoot() : nil
    p95 = absolute[min(n - 1, n * 95 / 100)]
  }
}

/// Whether probabilities mean what they say: in ten bins, what was predicted and what came true.
package struct Reliability: Sendable {
  /// What was said with about the same probability.
  package struct Bin: Sendable, Equatable {
    package var n = 0
    package var predicted = 0.0
    package var right = 0

    /// Mean of the probabilities; `nil` in an empty bin.
    package var meanPredicted: Double? { n == 0 ? nil : predicted / Double(n) }
    /// Share that came true.
    package var observed: Double? { n == 0 ? nil : Double(right) / Double(n) }
  }

  /// From 0 to 1 in tenths.
  package private(set) var bins = [Bin](repeating: Bin(), count: 10)

  package init() {}

  /// Adds one statement and whether it came true; one without a confidence counts for nothing.
  package mutating func add(confidence: Double?, isRight: Bool) {
    guard let confidence, confidence.isFinite else { return }
    let k = min(max(Int(confidence * 10), 0), 9)
    bins[k].n += 1
    bins[k].predicted += confidence
    if isRight { bins[k].right += 1 }
  }

  package mutating func add(_ other: Reliability) {
    for k in bins.indices {
      bins[k].n += other.bins[k].n
      bins[k].predicted += other.bins[k].predicted
      bins[k].right += other.bins[k].right
    }
  }

  /// Mean difference of predicted and observed, each bin weighted by its number (expected calibration error, Naeini et
  /// al. 2015, doi 10.1609/aaai.v29i1.9602); `nil` without any.
  package var calibrationError: Double? {
    let n = bins.reduce(0) { $0 + $1.n }
    guard n > 0 else { return nil }
    return bins.reduce(0) { $0 + abs($1.predicted - Double($1.right)) } / Double(n)
  }
}
