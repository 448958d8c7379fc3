/// The distribution of Kendall's S when `n` different values come in an order of pure chance
/// (Kendall 1938, doi 10.1093/biomet/30.1-2.81).
struct KendallDistribution: Sendable {
  /// Probability of each number of inversions, 0 to n (n − 1) / 2.
  private let probabilities: [Double]

  init(n: Int) {
    var probabilities = [1.0]
    // One more value takes each of its places with the same probability.
    for size in stride(from: 2, through: n, by: 1) {
      var sums = [0.0]
      sums.reserveCapacity(probabilities.count + 1)
      for probability in probabilities { sums.append(sums[sums.count - 1] + probability) }
      let last = probabilities.count
      probabilities = (0..<(last + size - 1)).map { k in
        (sums[min(k + 1, last)] - sums[max(k + 1 - size, 0)]) / Double(size)
      }
    }
    self.probabilities = probabilities
  }

  /// Greatest amount of S: the number of pairs.
  var pairs: Int { probabilities.count - 1 }

  /// The probability that S is at least as far from 0 as `s`.
  func twoSided(_ s: Int) -> Double {
    let inversions = (pairs - abs(s)) / 2
    guard inversions >= 0 else { return 0 }
    return min(1, 2 * probabilities[0...inversions].reduce(0, +))
  }
}
