import GaitModel

/// How much was walked in one direction: in bouts, and in walks that are too short for one. Every stride of a sure direction
/// counts, also those that enter no mean.
public struct WalkedAmount: Sendable, Equatable {
  /// Number of strides of both feet.
  public var strides: Int
  /// Seconds from the first to the last contact of each walk.
  public var duration: Double
  /// Meters; `nil` where no stride has a length.
  public var distance: Double?

  /// Longest time in s between two strides of one walk: that of a break within a bout (Kluge et al. 2021,
  /// doi 10.1371/journal.pone.0256541).
  private static let longestBreak = 3.0

  /// - Parameters:
  ///   - strides: Of all directions of one recording, sorted by end.
  ///   - bouts: Of all directions of the same recording.
  public init(_ direction: Direction, strides: [Stride], bouts: [WalkingBout]) {
    let own = strides.filter { $0.sureDirection == direction }
    self.strides = own.count
    let known = bouts.filter { $0.direction == direction }
    let numbers = Set(known.map(\.number))
    let short = Self.walks(of: own.filter { $0.bout.map { !numbers.contains($0) } ?? true })
    let times = short.map { walk in
      (walk.map(\.end).max() ?? 0) - (walk.map { $0.start ?? $0.finalContact }.min() ?? 0)
    }
    duration = known.reduce(0) { $0 + $1.duration } + times.reduce(0, +)
    let distances = known.compactMap(\.distance) + short.compactMap(\.walkedDistance)
    distance = distances.isEmpty ? nil : distances.reduce(0, +)
  }

  /// `strides`, cut where nobody walked for longer than a break within a bout.
  private static func walks(of strides: [Stride]) -> [[Stride]] {
    var walks: [[Stride]] = []
    for stride in strides {
      if let last = walks.last?.last, stride.finalContact - last.end <= longestBreak {
        walks[walks.count - 1].append(stride)
      } else {
        walks.append([stride])
      }
    }
    return walks
  }
}
