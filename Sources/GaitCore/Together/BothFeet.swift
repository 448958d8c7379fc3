import GaitModel

/// What two feet tell together.
package struct BothFeet: Sendable {
  /// Strides of one foot that overlap the other's in time and go the opposite way: more than this share of them, and
  /// one of the sensors is likely to be turned or mislabelled.
  private static let disagreementShare = 0.5
  /// Fewest overlapping strides on which a disagreement is reported.
  private static let fewestPairs = 3

  /// Confidence in the long axis of a foot below which it may lie across.
  private static let doubtfulAxis = 0.9
  /// Fewest overlapping strides that show sidesteps.
  private static let fewestSidesteps = 2

  package init() {}

  /// Writes the time of double support into each stride of which both ends are seen from the other foot.
  ///
  /// - Parameter strides: Sorted by end.
  package func complete(_ strides: inout [Stride]) {
    for side in Side.allCases {
      let others = strides.filter { $0.foot == side.opposite }
      var first = 0
      for k in strides.indices where strides[k].foot == side {
        guard let start = strides[k].start else { continue }
        let release = strides[k].finalContact
        // The other foot swings once while this one stands: it leaves after this one's contact and lands before
        // this one leaves.
        while first < others.count, others[first].finalContact <= start { first += 1 }
        let during = others[first...].prefix { $0.end < release }
        if during.count == 1, let other = during.first {
          strides[k].doubleSupport = (other.finalContact - start) + (release - other.end)
        }
      }
    }
  }

  /// What the largest tilt of both feet is, if it is not what each of them was taken to show; `nil` if they agree.
  ///
  /// Two feet of one body do the same: if one seems to walk and the other to sidestep, the surer one is right. Nor do
  /// they go opposite ways: if they seem to, and each of them tilts nearly as much about one axis as about the other,
  /// the larger tilt is not their pitch but their roll.
  ///
  /// - Parameters:
  ///   - strides: Sorted by end.
  ///   - axes: Of both feet.
  package func largestTilt(_ strides: [Stride], axes: [FootAxes]) -> FootAlignment.LargestTilt? {
    guard axes.count == 2 else { return nil }
    if axes[0].largestTilt != axes[1].largestTilt {
      return axes.max { $0.axisConfidence < $1.axisConfidence }?.largestTilt
    }
    guard axes.allSatisfy({ $0.largestTilt == .pitch && $0.axisConfidence < Self.doubtfulAxis }) else { return nil }
    let (pairs, opposite) = oppositePairs(of: strides, \.direction)
    return pairs >= Self.fewestSidesteps && opposite == pairs ? .roll : nil
  }

  /// Warnings about feet that contradict each other.
  package func disagreements(of strides: [Stride]) -> [String] {
    let (pairs, opposite) = oppositePairs(of: strides, \.sureDirection)
    guard pairs >= Self.fewestPairs, Double(opposite) > Self.disagreementShare * Double(pairs) else { return [] }
    return [
      "The feet disagree on the direction of walking in \(opposite) of \(pairs) strides; "
        + "one of the sensors may be turned around or worn on the other foot."
    ]
  }

  /// How many strides of the left foot have one of the right beside them, and in how many the two go opposite ways.
  private func oppositePairs(
    of strides: [Stride], _ direction: (Stride) -> Direction?
  ) -> (pairs: Int, opposite: Int) {
    let walking = strides.filter { direction($0) == .forward || direction($0) == .backward }
    let left = walking.filter { $0.foot == .left }
    let right = walking.filter { $0.foot == .right }
    var pairs = 0
    var opposite = 0
    var k = 0
    for stride in left {
      while k < right.count, right[k].end < stride.finalContact - 1 { k += 1 }
      guard k < right.count, right[k].finalContact < stride.end + 1 else { continue }
      pairs += 1
      if direction(right[k]) != direction(stride) { opposite += 1 }
    }
    return (pairs, opposite)
  }
}
