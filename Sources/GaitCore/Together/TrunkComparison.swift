import GaitModel

/// Compares what the feet and the lower back tell of the same walk.
struct TrunkComparison {
  /// Fewest strides of which a disagreement is reported.
  private static let fewestStrides = 6
  /// Share of strides in which directions may differ: at the ends of walks and in turns they do.
  private static let directionShare = 0.25
  /// Share by which the numbers of strides may differ.
  private static let countShare = 0.25

  /// Longest swing of a foot in seconds: strides that end later than this after an instant began after it.
  private static let longestSwing = StrideBuilder().swingDuration.upperBound

  /// Where the two contradict each other.
  ///
  /// - Parameters:
  ///   - feet, back: Strides of each, sorted by end.
  func disagreements(feet: [Stride], back: [Stride]) -> [GaitWarning] {
    var compared = 0
    var different = 0
    var next = 0
    for stride in back {
      guard let direction = stride.sureDirection, direction == .forward || direction == .backward else { continue }
      let middle = (stride.finalContact + stride.end) / 2
      while next < feet.count, feet[next].end < middle { next += 1 }
      while next > 0, feet[next - 1].end >= middle { next -= 1 }
      let foot = feet[next...].prefix { $0.end <= middle + Self.longestSwing }.first { $0.finalContact <= middle }
      guard let other = foot?.sureDirection, other == .forward || other == .backward else { continue }
      compared += 1
      if other != direction { different += 1 }
    }
    var warnings: [GaitWarning] = []
    if compared >= Self.fewestStrides, Double(different) > Self.directionShare * Double(compared) {
      warnings.append(.walk(.feetContradictBackDirection(strides: different, of: compared)))
    }
    let walked = { (strides: [Stride]) in strides.count { $0.direction == .forward || $0.direction == .backward } }
    let (below, above) = (walked(feet), walked(back))
    let isBothFeet = Set(feet.map(\.foot)).count == 2
    if isBothFeet, max(below, above) >= Self.fewestStrides,
      Double(abs(below - above)) > Self.countShare * Double(max(below, above))
    {
      warnings.append(.walk(.feetContradictBackCount(feet: below, back: above)))
    }
    return warnings
  }
}
