import GaitModel
import GaitSignal

/// Tells which foot makes each step.
///
/// The foot on the ground pushes the body away from its side. With gravity's share removed, the acceleration to the
/// left at stride frequency is largest about a fifth of a stride after the lowest point that follows a contact of the
/// right foot, and smallest after one of the left foot; this holds forward and backward, because positions and
/// accelerations do not change when time runs backward. The evidence of all steps is joined, knowing that left and
/// right take turns.
package struct StepSideClassifier: Sendable, Equatable, Codable {
  /// Log-odds of left or right for a stride whose sway has exactly the usual phase.
  package var weight = 2.0
  /// Probability that a step was missed or counted twice, so that left and right change places.
  package var slip = 0.03

  package init() {}

  /// The foot that comes to the ground in each step of a sequence.
  package func sides(of motion: TrunkMotion, mounting: TrunkMounting) -> [Side] {
    let left = mounting.left
    var odds = [0.0]
    for (k, stride) in motion.strides.enumerated() {
      let sway = stride.sway.first * left.first + stride.sway.second * left.second
      let amplitude = sway.amplitude
      let right = amplitude > 0 ? -sway.imaginary / amplitude : 0
      // Stride k has its middle at step k + 1.
      odds.append(weight * (k.isMultiple(of: 2) ? -right : right))
    }
    odds.append(0)
    return TwoStateSmoother(change: slip).probabilities(logOdds: odds).enumerated().map { k, probability in
      (probability >= 0.5) == k.isMultiple(of: 2) ? .right : .left
    }
  }
}
