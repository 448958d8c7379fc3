import GaitModel
import GaitSignal

/// The time from each contact to the next, and where the person stopped: it is longer than usual, or the feet came together.
struct WalkingRhythm {
  /// Length of a stride, as a share of what is usual for the same foot and direction, below which it went from or to a foot
  /// beside the other. Such a stride is half as long as one past the other foot.
  private static let besideShare = 0.75

  /// Feet and direction between which times are compared: the step of an affected leg may take longer than the other's.
  private struct Kind: Hashable {
    var from: Side
    var to: Side
    var direction: Direction
  }

  private struct Walk: Hashable {
    var foot: Side
    var direction: Direction
  }

  private let intervals: [(place: Int, kind: Kind, time: Double)]
  /// For each stride whether it went from or to a foot beside the other, surely.
  private let isHalf: [Bool]

  /// - Parameters:
  ///   - strides: Of one recording, sorted by end.
  ///   - isTurning: For each of them whether it belongs to a turn, where steps are short.
  init(_ strides: [Stride], isTurning: [Bool]) {
    intervals = zip(strides.indices, strides.indices.dropFirst()).compactMap { before, k in
      let (first, second) = (strides[before].sureDirection, strides[k].sureDirection)
      guard let direction = second ?? first, direction == first ?? direction, direction != .inPlace else { return nil }
      let kind = Kind(from: strides[before].foot, to: strides[k].foot, direction: direction)
      return (k, kind, strides[k].end - strides[before].end)
    }
    func walk(_ stride: Stride) -> Walk? { stride.sureDirection.map { Walk(foot: stride.foot, direction: $0) } }
    var lengths: [Walk: [Double]] = [:]
    for stride in strides where stride.isValid {
      if let walk = walk(stride), let length = stride.length { lengths[walk, default: []].append(length) }
    }
    let usual = lengths.compactMapValues { median(of: $0) }
    isHalf = zip(strides, isTurning).map { stride, isTurning in
      guard stride.isValid, !isTurning, let usual = walk(stride).flatMap({ usual[$0] }), let length = stride.length
      else {
        return false
      }
      return max(length, stride.lengthInterval?.upperBound ?? length) < Self.besideShare * usual
    }
  }

  /// The places of strides before which the person stopped, ascending: the contact is late, or this stride and the one before
  /// both had a foot beside the other at one end.
  func stops(longestInterval: Double) -> [Int] {
    let usual = Dictionary(grouping: intervals, by: \.kind).compactMapValues { median(of: $0.map(\.time)) }
    /// The longest time of a walk that goes on.
    func limit(_ kind: Kind) -> Double? {
      let there = usual[Kind(from: kind.from, to: kind.to.opposite, direction: kind.direction)]
      let back = usual[Kind(from: kind.to.opposite, to: kind.to, direction: kind.direction)]
      guard kind.from == kind.to, let there, let back else { return usual[kind].map { longestInterval * $0 } }
      // Two contacts of one foot in a row, where both feet are seen, are a stride of which the other foot's was missed. A
      // stop is as long in it as in a step.
      return (there + back) * (1 + (longestInterval - 1) / 2)
    }
    return intervals.filter { interval in
      if isHalf[interval.place], isHalf[interval.place - 1] { return true }
      return limit(interval.kind).map { interval.time > $0 } ?? false
    }.map(\.place)
  }
}
