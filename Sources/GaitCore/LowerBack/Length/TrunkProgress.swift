import GaitModel
import GaitSignal

/// How far the trunk goes in each step, from how far it goes in two.
///
/// In the middle of double support the trunk is between the feet. The step from one such instant to the next takes it
/// half as far as the foot that swings, whether or not the walk is steady: so the stride of a foot is twice what the
/// trunk goes in that one step. The motion of the trunk tells the sum over two steps, which overlap by one; single
/// steps follow from these sums, because steps change little from one to the next, except in turns and where a walk
/// begins or ends: whether the person stands there or moves otherwise, the trunk goes nowhere before or after. The
/// first swing out of standing thus is about half a stride, and the last one, which brings the feet together, less.
///
/// Least squares with a tridiagonal matrix, so that the work grows with the number of steps.
package struct TrunkProgress: Sendable, Equatable, Codable {
  /// Standard deviation of the sum over two steps, in the unit of the sums; only its proportion to the deviations of
  /// changes matters. The scatter of the trunk's way around that of the feet was 0.02 to 0.08 of a stride in 15 people.
  package var sumDeviation = 0.07
  /// Standard deviation of the change from one step to the next in steady walking, in m: strides that follow each other
  /// differ by 0.03 of their length.
  package var steadyDeviation = 0.03
  /// Standard deviation of the change from one step to the next where a walk begins or ends, in m: the root mean square
  /// of the first step and the next two changes, by sensors on both feet, in 13 beginnings and ends of 8 walks. Lengths
  /// hardly depend on it: half or twice as much moves their mean error over persons by at most 0.2 cm.
  package var rampDeviation = 0.24
  /// Standard deviation that each rad of turn in a stride adds, in squares, to the change from one step to the next, in
  /// m. Lengths hardly depend on it: half or twice as much moves their mean error over persons by at most 0.2 cm.
  package var turningDeviation = 0.18
  /// Standard deviation of the change from one step to the next where the direction changes, in m. Lengths hardly
  /// depend on it: half or twice as much moves their mean error over persons by at most 0.2 cm.
  package var reversalDeviation = 0.5
  /// Number of first and last steps of a walk within which it comes up to speed.
  package var stepsToSpeed = 2

  package init() {}

  /// - Parameters:
  ///   - sums: What the trunk goes from step `j` to step `j + 2`, in m.
  ///   - turns: Change of heading over the same steps, in rad.
  ///   - directions: Of each step, two more than there are sums.
  /// - Returns: Meters that the trunk goes up to each step from the one before.
  package func progress(
    sums: [Double], turns: [Double], directions: [Direction], surroundings: WalkSurroundings
  ) -> [Double] {
    let count = directions.count
    guard count > 2, sums.count == count - 2 else { return [] }
    var diagonal = [Double](repeating: 0, count: count)
    var offDiagonal = [Double](repeating: 0, count: count)
    var rightHandSide = [Double](repeating: 0, count: count)
    let sumWeight = 1 / (sumDeviation * sumDeviation)
    for j in sums.indices {
      diagonal[j + 1] += sumWeight
      diagonal[j + 2] += sumWeight
      offDiagonal[j + 1] += sumWeight
      rightHandSide[j + 1] += sumWeight * sums[j]
      rightHandSide[j + 2] += sumWeight * sums[j]
    }
    for k in 0..<(count - 1) {
      let weight = changeWeight(at: k, turns: turns, directions: directions, surroundings: surroundings)
      diagonal[k] += weight
      diagonal[k + 1] += weight
      offDiagonal[k] -= weight
    }
    let restWeight = 1 / (rampDeviation * rampDeviation)
    if surroundings.begins { diagonal[0] += restWeight }
    if surroundings.ends { diagonal[count - 1] += restWeight }
    return solved(diagonal: diagonal, offDiagonal: offDiagonal, rightHandSide: rightHandSide).map { max(0, $0) }
  }

  /// Weight of the change from step `k` to step `k + 1`.
  private func changeWeight(
    at k: Int, turns: [Double], directions: [Direction], surroundings: WalkSurroundings
  ) -> Double {
    let last = directions.count - 1
    var deviation = steadyDeviation
    if surroundings.isRamp(step: k, of: last, within: stepsToSpeed) {
      deviation = rampDeviation
    }
    if directions[k] != directions[k + 1] { deviation = reversalDeviation }
    // Where a walk is cut, its last step is in one sum only and its first in none.
    let isCut = k == 0 && !surroundings.begins || k + 1 == last && !surroundings.ends
    // The strides that end with the two steps; the first two steps share the first stride.
    let turn = isCut ? 0 : max(abs(turns[max(0, k - 2)]), abs(turns[max(0, k - 1)]))
    let turning = turningDeviation * turn
    return 1 / (deviation * deviation + turning * turning)
  }

  /// The solution of a symmetric, positive definite, tridiagonal system (Thomas's elimination).
  private func solved(diagonal: [Double], offDiagonal: [Double], rightHandSide: [Double]) -> [Double] {
    var (pivots, values) = (diagonal, rightHandSide)
    for k in 1..<pivots.count {
      let share = offDiagonal[k - 1] / pivots[k - 1]
      pivots[k] -= share * offDiagonal[k - 1]
      values[k] -= share * values[k - 1]
    }
    values[values.count - 1] /= pivots[values.count - 1]
    for k in stride(from: values.count - 2, through: 0, by: -1) {
      values[k] = (values[k] - offDiagonal[k] * values[k + 1]) / pivots[k]
    }
    return values
  }
}
