import GaitModel
import GaitSignal

/// The time from each contact to the next, and where it is longer than usual.
struct WalkingRhythm {
  /// Feet and direction between which times are compared: the step of an affected leg may take longer than the other's.
  private struct Kind: Hashable {
    var from: Side
    var to: Side
    var direction: Direction
  }

  private let intervals: [(place: Int, kind: Kind, time: Double)]

  /// - Parameter strides: Of one recording, sorted by end.
  init(_ strides: [Stride]) {
    intervals = zip(strides.indices, strides.indices.dropFirst()).compactMap { before, k in
      let (first, second) = (strides[before].sureDirection, strides[k].sureDirection)
      guard let direction = second ?? first, direction == first ?? direction, direction != .inPlace else { return nil }
      let kind = Kind(from: strides[before].foot, to: strides[k].foot, direction: direction)
      return (k, kind, strides[k].end - strides[before].end)
    }
  }

  /// The places of strides before which the person stopped, ascending.
  func stops(longestInterval: Double) -> [Int] {
    let usual = Dictionary(grouping: intervals, by: \.kind).compactMapValues { median(of: $0.map(\.time)) }
    func expected(_ kind: Kind) -> Double? {
      // Two contacts of one foot in a row, where both feet are seen, are a stride of which the other foot's was missed.
      let there = usual[Kind(from: kind.from, to: kind.to.opposite, direction: kind.direction)]
      let back = usual[Kind(from: kind.to.opposite, to: kind.to, direction: kind.direction)]
      if kind.from == kind.to, let there, let back { return there + back }
      return usual[kind]
    }
    return intervals.filter { interval in
      expected(interval.kind).map { interval.time > longestInterval * $0 } ?? false
    }.map(\.place)
  }
}
