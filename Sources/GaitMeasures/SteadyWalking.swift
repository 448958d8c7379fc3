import GaitModel

/// Picks the strides that means are over.
///
/// The first and last stride of each foot in a walking bout start and stop the walk: they are shorter and slower, as a
/// rule by half, and their number depends on how often a person was told to stop and not on how the person walks. They
/// stay in the tables, and out of means.
public struct SteadyWalking: Sendable {
  /// Fewest strides of a foot in a bout of which the first and last are left out.
  public static let fewestStrides = 4

  public init() {}

  /// The strides among `strides` (of one recording, in any order) that every mean rests on: valid, of steady walking, and
  /// of a direction that is sure.
  public func counted(_ strides: [Stride]) -> [Stride] {
    zip(strides, isSteady(strides)).compactMap { stride, isSteady in
      isSteady && stride.isValid && stride.sureDirection != nil ? stride : nil
    }
  }

  /// For each of `strides` (of one recording, in any order) whether it is neither first nor last of its foot's bout.
  public func isSteady(_ strides: [Stride]) -> [Bool] {
    struct Key: Hashable {
      var foot: Side
      var bout: Int
    }
    var ends: [Key: (first: Double, last: Double, count: Int)] = [:]
    for stride in strides {
      guard let bout = stride.bout else { continue }
      let key = Key(foot: stride.foot, bout: bout)
      let known = ends[key] ?? (stride.end, stride.end, 0)
      ends[key] = (min(known.first, stride.end), max(known.last, stride.end), known.count + 1)
    }
    return strides.map { stride in
      guard let bout = stride.bout, let end = ends[Key(foot: stride.foot, bout: bout)],
        end.count >= Self.fewestStrides
      else { return true }
      return stride.end != end.first && stride.end != end.last
    }
  }
}
