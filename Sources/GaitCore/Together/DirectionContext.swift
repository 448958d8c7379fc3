import GaitModel

/// Doubts the direction of a stride in which the foot turned, where the strides around it went another way.
///
/// In a sharp turn the foot's heading passes through so much that its displacement can be called forward, sideways or
/// backward; references by motion capture and by hand disagree there too. Who walks forward before and after a turn
/// hardly goes backward within it.
package struct DirectionContext: Sendable, Equatable, Codable {
  /// Turn in rad of a stride from which its own direction is doubtful (45°).
  package var turn = Double.pi / 4
  /// Time in seconds before and after a stride in which the strides of both feet count: about two strides.
  package var reach = 2.5
  /// Fewest straight strides around a turning one that show where the walk goes.
  package var fewest = 2
  /// Share of the straight strides around a turning one that must agree on where the walk goes: four of five.
  package var share = 0.8
  /// Factor of the confidence of a turning stride that goes another way than the strides around it: of 14 such strides
  /// with a reference none was right.
  package var factor = 0.6

  package init() {}

  /// - Parameter strides: Sorted by end.
  package func doubt(_ strides: inout [Stride]) {
    let straight = strides.filter { abs($0.turn ?? .infinity) < turn && $0.sureDirection != nil }
    var low = 0
    for k in strides.indices {
      let middle = strides[k].end
      while low < straight.count, straight[low].end < middle - reach { low += 1 }
      guard abs(strides[k].turn ?? 0) >= turn, let direction = strides[k].direction,
        let confidence = strides[k].directionConfidence
      else { continue }
      let around = straight[low...].prefix { $0.end <= middle + reach }
      guard around.count >= fewest else { continue }
      let agreeing = around.count { $0.direction == direction }
      let others = Dictionary(grouping: around.compactMap(\.direction), by: { $0 }).values.map(\.count).max() ?? 0
      if agreeing < others, Double(others) >= share * Double(around.count) {
        strides[k].directionConfidence = factor * confidence
      }
    }
  }
}
