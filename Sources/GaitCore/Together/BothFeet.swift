import GaitModel

/// What two feet tell together.
package struct BothFeet: Sendable {
  /// Strides of one foot that overlap the other's in time and go the opposite way: more than this share of them, and
  /// one of the sensors is likely to be turned or mislabeled.
  private static let disagreementShare = 0.5
  /// Fewest overlapping strides on which a disagreement is reported.
  private static let fewestPairs = 3

  package init() {}

  /// Writes the time of double support and of the step into each stride of which the other foot is seen.
  ///
  /// - Parameter strides: Sorted by end.
  package func complete(_ strides: inout [Stride]) {
    for side in Side.allCases {
      let others = strides.filter { $0.foot == side.opposite }
      var (first, firstLanded) = (0, 0)
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
        // The other foot lands once between two contacts of this one.
        while firstLanded < others.count, others[firstLanded].end <= start { firstLanded += 1 }
        let landed = others[firstLanded...].prefix { $0.end < strides[k].end }
        if landed.count == 1, let other = landed.first { strides[k].stepTime = strides[k].end - other.end }
      }
    }
  }

  /// Warnings about feet that contradict each other.
  package func disagreements(of strides: [Stride]) -> [GaitWarning] {
    let (pairs, opposite) = oppositePairs(of: strides, \.sureDirection)
    guard pairs >= Self.fewestPairs, Double(opposite) > Self.disagreementShare * Double(pairs) else { return [] }
    return [.walk(.feetInOppositeDirections(strides: opposite, of: pairs))]
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
