#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The probability of one of two states at each step of a walk, from evidence at each step and the knowledge that
/// the state seldom changes (forward–backward algorithm of a hidden Markov model; Rabiner 1989,
/// doi 10.1109/5.18626).
package struct TwoStateSmoother: Sendable {
  /// Probability that the state changes from one step to the next.
  package var change: Double

  package init(change: Double) {
    self.change = change
  }

  /// - Parameter logOdds: For each step the logarithm of how much likelier the evidence is in the first state.
  /// - Returns: For each step the probability of the first state, given all evidence.
  package func probabilities(logOdds: [Double]) -> [Double] {
    let n = logOdds.count
    guard n > 0 else { return [] }
    // The log-odds of the state after everything up to a step, and of everything after it.
    var before = [Double](repeating: 0, count: n)
    var after = [Double](repeating: 0, count: n)
    before[0] = logOdds[0]
    for k in 1..<max(n, 1) { before[k] = logOdds[k] + carried(before[k - 1]) }
    for k in stride(from: n - 2, through: 0, by: -1) { after[k] = carried(after[k + 1] + logOdds[k + 1]) }
    return zip(before, after).map { 1 / (1 + exp(-($0 + $1))) }
  }

  /// Log-odds one step on: the state may have changed in between.
  private func carried(_ odds: Double) -> Double {
    // log((p·(1−c) + (1−p)·c) / (p·c + (1−p)·(1−c))), written so that nothing overflows.
    let stay = 1 - change
    let ratio = exp(-abs(odds))
    let value = log((stay + ratio * change) / (change + ratio * stay))
    return odds < 0 ? -value : value
  }
}
