import GaitModel

/// Checks that the clocks of two feet agree: a walker has always one foot on the ground.
package struct FootSynchrony: Sendable, Equatable, Codable {
  /// Fewest strides of each foot of which the clocks are judged.
  package var fewestStrides = 8
  /// Share of the time in the air in which both feet are, above which the clocks do not agree. Synchronized feet have 6
  /// % at most, from errors of single contacts; feet whose clocks were set by hand 26 % and more.
  package var largestOverlap = 0.12
  /// Least share of the stride that a foot stands in walking; runners stand for less, and both of their feet are in the
  /// air at times.
  package var walkingStance = 0.52

  /// Share of the time in the air in which both feet are, above which the two may be one foot.
  package var sameFootOverlap = 0.6

  package init() {}

  /// The warning about feet that contradict each other.
  package func warning(overlap: Double) -> GaitWarning {
    .walk(
      .feetSwingTogether(percent: Int((100 * overlap).rounded()), mayBeOneFoot: overlap > sameFootOverlap))
  }

  /// Share of the swings of the foot that swings less in which the other foot swings too, where it shows that the clocks
  /// do not agree; else `nil`.
  ///
  /// - Parameter strides: Sorted by end.
  package func contradiction(in strides: [Stride]) -> Double? {
    let left = strides.filter { $0.foot == .left }
    let right = strides.filter { $0.foot == .right }
    guard min(left.count, right.count) >= fewestStrides, walks(left), walks(right) else { return nil }
    var overlap = 0.0
    var first = 0
    for stride in left {
      while first < right.count, right[first].end <= stride.finalContact { first += 1 }
      for other in right[first...].prefix(while: { $0.finalContact < stride.end }) {
        overlap += max(0, min(stride.end, other.end) - max(stride.finalContact, other.finalContact))
      }
    }
    let swinging = min(left.reduce(0) { $0 + $1.swing }, right.reduce(0) { $0 + $1.swing })
    guard swinging > 0, overlap > largestOverlap * swinging else { return nil }
    return overlap / swinging
  }

  /// Whether a foot stands for longer than it swings.
  private func walks(_ strides: [Stride]) -> Bool {
    let shares = strides.compactMap { stride in stride.duration.map { (stride.stance ?? 0) / $0 } }.sorted()
    return shares.isEmpty ? false : shares[shares.count / 2] >= walkingStance
  }
}
