import GaitModel

/// Says which strides means, variability and asymmetry are over: those of steady, straight walking.
///
/// People need strides to get going, to slow down and to turn, and these are shorter and slower than the others. How many
/// there are depends on the length of the walkway and not on the person. The first two strides after a turn and the last
/// two before it differ from steady walking (Ensink et al. 2023, doi 10.3390/s23042002, 191 people; leaving out one gives
/// similar means, leaving out none inflates deviations), as do those after standing (Lindemann et al. 2008, PubMed
/// 17383185, skip 2.5 m). So a stride of a foot counts if
///
/// - it neither belongs to a turn (`TurnDetector`) nor turns by more than 15° itself,
/// - two strides of the same foot lie between it and any turn, standing still, other direction of walking or end of the
///   recording; one, where too few would be left otherwise.
///
/// Strides that do not count stay in the tables with their reason, and in distances and dose.
public struct SteadyWalking: Sendable, Equatable, Codable {
  public var turns = TurnDetector()
  /// Strides of each foot that are left out at each end of a straight piece (Ensink et al. 2023).
  public var margin = 2
  /// The same in short walks. The first and last swing from and to standing are half strides; they never count.
  public var shortMargin = 1
  /// Fewest strides of a foot of which `margin` must leave a direction, or `shortMargin` is taken: means are stable
  /// from four cycles on (Lindemann et al. 2008, PubMed 17383185).
  public var fewestStrides = 4
  /// Time from contact to contact, as a multiple of what is usual for the same feet, from which the person stopped in
  /// between. A rhythm varies by some per cent, and by 10 to 20 in disease; a stop of half a step makes half.
  public var longestInterval = 1.5

  public init() {}

  /// For each of `strides` (of one recording, sorted by end) why it does not count; `nil` if it does.
  public func reasons(_ strides: [Stride]) -> [LeftOutReason?] {
    zip(strides, places(strides)).map { stride, place in
      if !stride.isValid { return .notValid }
      guard let direction = stride.sureDirection else { return .unsureDirection }
      return direction == .inPlace ? .inPlace : place
    }
  }

  /// For each of `strides` (of one recording, sorted by end) whether it is one of steady, straight walking, however well
  /// it was measured.
  public func isSteady(_ strides: [Stride]) -> [Bool] {
    places(strides).map { $0 == nil }
  }

  /// What each stride's place in the walk speaks against it.
  private func places(_ strides: [Stride]) -> [LeftOutReason?] {
    let pieces = StraightPieces(strides, turns: turns, longestInterval: longestInterval)
    var places: [LeftOutReason?] = pieces.isTurning.map { $0 ? .turning : nil }
    for (_, pieces) in Dictionary(grouping: pieces.all, by: \.direction) {
      let margin = margin(for: pieces)
      for piece in pieces {
        for (place, k) in piece.strides.enumerated() {
          if place < margin {
            places[k] = piece.before.reasonAfter
          } else if piece.strides.count - place <= margin {
            places[k] = piece.after.reasonBefore
          }
        }
      }
    }
    return places
  }

  private func margin(for pieces: [StraightPieces.Piece]) -> Int {
    let left = Dictionary(grouping: pieces, by: \.foot).values.map { own in
      own.reduce(0) { $0 + max(0, $1.strides.count - 2 * margin) }
    }
    return (left.min() ?? 0) >= fewestStrides ? margin : shortMargin
  }
}
