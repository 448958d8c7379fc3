import GaitModel

/// Finds turns in the change of heading that each stride brings.
///
/// As in turn detection by the yaw rate of the lower back (El-Gohary et al. 2014, doi 10.3390/s140100356), pieces that go
/// the same way are joined, edges lie where the heading hardly changes any more, and 45° make a turn. Here a stride is the
/// unit, so that feet and lower back are judged by one rule.
public struct TurnDetector: Sendable, Equatable, Codable {
  /// Change of heading in rad above which a stride is not straight (15°). Of 3,955 strides on treadmills, healthy ones
  /// and ones after stroke, none turned so far; its 90th percentile was 4.5°.
  public var curvedStride = 15 * Double.pi / 180
  /// Change of heading in rad that still belongs to a turn at its edge (5°, as 5 °/s at a stride per second).
  public var edge = 5 * Double.pi / 180
  /// Least change of heading in rad of a turn (45°), in the mean of both feet.
  public var leastAngle = 45 * Double.pi / 180
  /// Strides without a turn of their own that may lie between those of one turn: the other foot's, about which one turns.
  public var stridesBetween = 1
  /// Longest time in s between the strides of one turn: that of a break between two bouts.
  public var longestBreak = 3.0

  public init() {}

  /// A turn, and the places of its strides.
  struct Found {
    var turn: Turn
    var strides: ClosedRange<Int>
  }

  /// The turns in `strides` of one recording, sorted by end.
  public func turns(in strides: [Stride]) -> [Turn] {
    found(in: strides).map(\.turn)
  }

  /// Whether a stride's own heading changes too much for it to be straight.
  func isCurved(_ stride: Stride) -> Bool {
    stride.turn.map { abs($0) > curvedStride } ?? false
  }

  func found(in strides: [Stride]) -> [Found] {
    let feet = Side.allCases.filter { foot in strides.contains { $0.foot == foot } }
    var found: [Found] = []
    for range in pieces(of: strides) {
      let sums = feet.map { foot in
        strides[range].filter { $0.foot == foot }.reduce(0) { $0 + ($1.turn ?? 0) }
      }
      guard abs(sums.reduce(0, +)) / Double(sums.count) >= leastAngle,
        let angle = sums.max(by: { abs($0) < abs($1) })
      else { continue }
      let members = strides[range]
      found.append(
        Found(
          turn: Turn(
            number: found.count + 1, start: members.map(\.finalContact).min() ?? 0, end: members.map(\.end).max() ?? 0,
            angle: angle, steps: feet.count == 2 ? range.count : nil,
            directionBefore: direction(strides[..<range.lowerBound].reversed(), near: strides[range.lowerBound]),
            directionAfter: direction(strides[(range.upperBound + 1)...], near: strides[range.upperBound])),
          strides: range))
    }
    return found
  }

  /// Runs of strides that turn the same way, with their edges.
  private func pieces(of strides: [Stride]) -> [ClosedRange<Int>] {
    var pieces: [ClosedRange<Int>] = []
    for k in strides.indices where isCurved(strides[k]) {
      if let last = pieces.last, k - last.upperBound - 1 <= stridesBetween,
        goSameWay(strides[last.upperBound], strides[k]), areNear(strides[last.upperBound], strides[k])
      {
        pieces[pieces.count - 1] = last.lowerBound...k
      } else {
        pieces.append(k...k)
      }
    }
    var reached = -1
    for p in pieces.indices {
      var (low, high) = (pieces[p].lowerBound, pieces[p].upperBound)
      let next = p + 1 < pieces.count ? pieces[p + 1].lowerBound : strides.count
      while low - 1 > reached, isEdge(strides[low - 1], of: strides[low]) { low -= 1 }
      while high + 1 < next, isEdge(strides[high + 1], of: strides[high]) { high += 1 }
      pieces[p] = low...high
      reached = high
    }
    return pieces
  }

  private func isEdge(_ stride: Stride, of neighbor: Stride) -> Bool {
    abs(stride.turn ?? 0) >= edge && goSameWay(stride, neighbor) && areNear(stride, neighbor)
  }

  private func goSameWay(_ a: Stride, _ b: Stride) -> Bool { (a.turn ?? 0) * (b.turn ?? 0) > 0 }

  private func areNear(_ a: Stride, _ b: Stride) -> Bool {
    max(a.finalContact, b.finalContact) - min(a.end, b.end) <= longestBreak
  }

  /// The nearest sure direction of walking among `neighbors`, no farther from `stride` than a break within a bout.
  private func direction(_ neighbors: some Sequence<Stride>, near stride: Stride) -> Direction? {
    neighbors.prefix { areNear($0, stride) }.lazy.compactMap(\.sureDirection).first { $0 != .inPlace }
  }
}
