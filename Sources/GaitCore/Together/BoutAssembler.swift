import GaitModel

/// Joins strides to walking bouts.
///
/// A bout has at least four strides, breaks of at most 3 s and one direction (Kluge et al. 2021,
/// doi 10.1371/journal.pone.0256541; the direction is ours). Steps in place, and strides whose direction is not sure,
/// neither begin nor break a bout. A bout ends where a segment of the recording begins or ends.
package struct BoutAssembler: Sendable, Equatable, Codable {
  /// Fewest strides of a bout, of both feet together (Kluge et al. 2021, doi 10.1371/journal.pone.0256541).
  package var fewestStrides = 4
  /// Longest break of a bout in seconds (Kluge et al. 2021, doi 10.1371/journal.pone.0256541).
  package var longestBreak = 3.0

  package init() {}

  /// The bouts of `strides` (sorted by end), numbered from 1; writes the bouts' numbers into the strides.
  package func bouts(of strides: inout [Stride]) -> [WalkingBout] {
    var bouts: [WalkingBout] = []
    var members: [Int] = []
    func close() {
      defer { members.removeAll() }
      guard members.count >= fewestStrides,
        let bout = WalkingBout(number: bouts.count + 1, strides: members.map { strides[$0] })
      else { return }
      for k in members { strides[k].bout = bout.number }
      bouts.append(bout)
    }
    for k in strides.indices {
      guard strides[k].isEvaluated, let direction = strides[k].sureDirection, direction != .inPlace else { continue }
      if let last = members.last {
        let pause = strides[k].finalContact - strides[last].end
        if pause > longestBreak || direction != strides[last].direction || strides[k].segment != strides[last].segment {
          close()
        }
      }
      members.append(k)
    }
    close()
    return bouts
  }

  /// Writes into each bout how the trunk moved in it.
  ///
  /// - Parameter trunk: Ascending, without overlap.
  package func describe(_ bouts: inout [WalkingBout], trunk: [TrunkWalk]) {
    for k in bouts.indices {
      let bout = bouts[k]
      let inside = trunk.filter {
        $0.direction == bout.direction && bout.start <= ($0.start + $0.end) / 2 && ($0.start + $0.end) / 2 <= bout.end
      }
      bouts[k].trunk = TrunkMeasures(meanOf: inside.map(\.measures))
    }
  }
}
