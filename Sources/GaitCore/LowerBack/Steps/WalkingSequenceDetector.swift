import GaitModel
import GaitSignal

/// Steps that follow each other without a pause.
package struct WalkingSequence: Sendable, Equatable {
  /// Sample of the lowest point of each step.
  package var steps: [Int]
  /// The same as a position between samples.
  package var positions: [Double]
  /// Meters by which the trunk comes down to each lowest point and rises from it; 0 where the point was filled in.
  package var drops: [Double]

  package init(_ points: [LowestPoint]) {
    (steps, positions, drops) = (points.map(\.index), points.map(\.position), points.map(\.drop))
  }

  package var points: [LowestPoint] {
    steps.indices.map { LowestPoint(index: steps[$0], position: positions[$0], drop: drops[$0]) }
  }

  /// Middle duration of a step in samples.
  package var stepSamples: Double {
    median(of: zip(steps.dropFirst(), steps).map { Double($0 - $1) }) ?? 0
  }
}

/// Joins the lowest points of the trunk to sequences of steps.
///
/// A walk is a series of lowest points at even intervals. Of two points that are closer than half the step duration
/// around them the fainter goes; where one or two steps seem to be missing (turning feet lift the trunk little), the
/// faint points there are taken, or the gap is divided evenly; and as the first and the last step of a walk are
/// small, a sequence is extended by one step at each end where the trunk still moves.
package struct WalkingSequenceDetector: Sendable, Equatable, Codable {
  /// Shortest step in seconds: 200 steps per minute.
  package var shortestStep = 0.3
  /// Longest step in seconds: 30 steps per minute, as people with severe multiple sclerosis or after a stroke walk.
  package var longestStep = 2.0
  /// Duration in seconds beyond which a gap that is also longer than `pauseSteps` is a pause: only slow walkers take
  /// such steps.
  package var pauseDuration = 1.5
  /// Number of steps around it beyond which a gap that is also longer than `pauseDuration` is a pause: only slow
  /// walkers take such steps.
  package var pauseSteps = 1.7
  /// Share of a step below which a point's distance to the next, with less than half the usual drop, makes it not a
  /// step.
  package var doubled = 0.55
  /// Number of steps beyond which a gap ends a sequence: halfway from two steps to three.
  package var longestGap = 2.5
  /// Number of steps from which a gap is filled: a little more than halfway from one step to two.
  package var missing = 1.55
  /// Number of usual strides that each stride around a gap must exceed for the gap to be filled. In a limp short and
  /// long steps take turns, so that a long one is not a gap: the stride stays the same.
  package var longerStride = 1.25
  /// Strides on each side of a gap whose median is the usual stride.
  package var strideNeighbors = 4
  /// Fewest steps of a sequence that begins with clear points.
  package var fewestSteps = 4
  /// Share of the sequence's usual agitation that an added step at a faint point must have.
  package var agitationAtPoint = 0.15
  /// Share of the sequence's usual agitation that an added step without a faint point must have: more than with one,
  /// because nothing else shows it.
  package var agitationWithoutPoint = 0.25
  /// Least and greatest length of an added step, in usual steps.
  package var evenness = 0.6...1.7
  /// Steps on each side that a step's duration and drop are compared with.
  package var neighbors = 3

  package init() {}

  package func sequences(
    clear: [LowestPoint], all: [LowestPoint], in stream: EvenStream
  ) -> [WalkingSequence] {
    var result: [WalkingSequence] = []
    for chain in chains(of: clear, rate: stream.rate) {
      var points = filled(chain, from: all)
      extend(&points, from: all, in: stream)
      // A sequence must not begin before the last one ended.
      if let last = result.last, let end = last.positions.last {
        let step = last.stepSamples
        if let first = points.first, first.position <= end + 0.3 * step {
          let rest = points.filter { $0.position > end + 0.5 * step }
          result[result.count - 1].steps += rest.map(\.index)
          result[result.count - 1].positions += rest.map(\.position)
          result[result.count - 1].drops += rest.map(\.drop)
          continue
        }
      }
      result.append(WalkingSequence(points))
    }
    return result
  }

  /// `points` as a sequence, with the small step at each end.
  package func extended(_ points: [LowestPoint], all: [LowestPoint], in stream: EvenStream) -> WalkingSequence {
    var points = points
    extend(&points, from: all, in: stream)
    return WalkingSequence(points)
  }

  /// The sequence with one more step between each two: the faint point there, or the middle.
  package func withStepsBetween(_ sequence: WalkingSequence, all: [LowestPoint]) -> WalkingSequence {
    let points = sequence.points
    let added = zip(points, points.dropFirst()).flatMap { a, b in
      [all.between(a.position, b.position, share: 0.5, reach: 0.3 * (b.position - a.position)), b]
    }
    return WalkingSequence(points.prefix(1) + added)
  }

  // MARK: Chains of clear points

  private func chains(of points: [LowestPoint], rate: Double) -> [[LowestPoint]] {
    split(points) { _, gap, _ in gap / rate > longestStep }
      .map { withoutDoubles($0, rate: rate) }
      .flatMap { chain in
        split(chain) { i, gap, gaps in
          let step = middle(of: gaps, around: i)
          return gap > longestGap * step || gap / rate > longestStep
            || gap / rate > pauseDuration && gap > pauseSteps * evenStep(gaps, around: i)
        }
      }
      .filter { $0.count >= fewestSteps }
  }

  private func split(
    _ points: [LowestPoint], where isCut: (_ index: Int, _ gap: Double, _ gaps: [Double]) -> Bool
  ) -> [[LowestPoint]] {
    let gaps = intervals(of: points)
    var result: [[LowestPoint]] = []
    var start = 0
    for i in gaps.indices where isCut(i, gaps[i], gaps) {
      result.append(Array(points[start...i]))
      start = i + 1
    }
    if start < points.count { result.append(Array(points[start...])) }
    return result
  }

  private func withoutDoubles(_ points: [LowestPoint], rate: Double) -> [LowestPoint] {
    var points = points
    // Each round removes from every cluster at least one point; three or four rounds settle any walk.
    for _ in 0..<8 where points.count > 2 {
      let gaps = intervals(of: points)
      // Steps that are missing nearby make the gaps there long; in a limp short and long ones take turns.
      let usualGap = min(median(of: gaps) ?? 0, 0.5 * (median(of: zip(gaps, gaps.dropFirst()).map(+)) ?? 0))
      var isDropped = [Bool](repeating: false, count: points.count)
      var hasDropped = false
      for i in gaps.indices where !isDropped[i] {
        let tooShort = gaps[i] / rate < shortestStep
        let expected = min(usualGap, middleOfOthers(gaps, around: i))
        guard tooShort || gaps[i] < doubled * expected else { continue }
        let fainter = points[i].drop < points[i + 1].drop ? i : i + 1
        let around = max(0, fainter - 4)..<min(points.count, fainter + 5)
        let usual = median(of: points[around].map(\.drop)) ?? 0
        if tooShort || points[fainter].drop < 0.5 * usual {
          isDropped[fainter] = true
          hasDropped = true
        }
      }
      guard hasDropped else { break }
      points = zip(points, isDropped).compactMap { $1 ? nil : $0 }
    }
    return points
  }

  private func intervals(of points: [LowestPoint]) -> [Double] {
    zip(points.dropFirst(), points).map { $0.position - $1.position }
  }

  private func middle(of gaps: [Double], around i: Int) -> Double {
    median(of: Array(gaps[max(0, i - neighbors)..<min(gaps.count, i + neighbors + 1)])) ?? 0
  }

  /// Half of the middle stride around gap `i`: in a limp short and long steps take turns.
  private func evenStep(_ gaps: [Double], around i: Int) -> Double {
    let around = gaps[max(0, i - strideNeighbors)..<min(gaps.count, i + strideNeighbors + 1)]
    return 0.5 * (median(of: zip(around, around.dropFirst()).map(+)) ?? 2 * gaps[i])
  }

  private func middleOfOthers(_ gaps: [Double], around i: Int) -> Double {
    let range = max(0, i - neighbors)..<min(gaps.count, i + neighbors + 1)
    return median(of: range.filter { $0 != i }.map { gaps[$0] }) ?? gaps[i]
  }

  // MARK: Missing steps

  private func filled(_ chain: [LowestPoint], from all: [LowestPoint]) -> [LowestPoint] {
    let gaps = intervals(of: chain)
    guard let step = median(of: gaps), step > 0 else { return chain }
    var result = [chain[0]]
    for (i, (a, b)) in zip(chain, chain.dropFirst()).enumerated() {
      let count = Int((gaps[i] / step).rounded())
      if gaps[i] > missing * step && (2...3).contains(count) && lengthensStride(i, gaps) {
        for j in 1..<count {
          let share = Double(j) / Double(count)
          result.append(all.between(a.position, b.position, share: share, reach: 0.3 * step))
        }
      }
      result.append(b)
    }
    return result
  }

  /// Whether the strides that gap `i` is in are longer than those around it.
  private func lengthensStride(_ i: Int, _ gaps: [Double]) -> Bool {
    let strides = zip(gaps, gaps.dropFirst()).map(+)
    let around = max(0, i - strideNeighbors)..<min(strides.count, i + strideNeighbors)
    let others = around.filter { $0 != i && $0 != i - 1 }.map { strides[$0] }
    let own = [i - 1, i].filter(strides.indices.contains).map { strides[$0] }
    guard others.count > 1, let usual = median(of: others), let shortest = own.min() else { return true }
    return shortest > longerStride * usual
  }

  private func extend(_ points: inout [LowestPoint], from all: [LowestPoint], in stream: EvenStream) {
    let gaps = intervals(of: points)
    guard let step = median(of: gaps), step > 0, let first = points.first, let last = points.last,
      let usual = median(of: zip(points, points.dropFirst()).map { stream.agitation(in: $0.index..<$1.index) })
    else { return }
    func added(at side: Double, to end: LowestPoint, likeStep other: Double?) -> LowestPoint? {
      // As long as the nearest step of the same foot.
      let step = min(max(other ?? step, evenness.lowerBound * step), evenness.upperBound * step)
      let expected = end.position + side * step
      // From 0.55 to 1.5 steps away.
      let found = all.nearest(to: expected + side * 0.025 * step, within: 0.475 * step, closestTo: expected)
      let point = found ?? LowestPoint(index: Int(expected.rounded()), position: expected, drop: 0)
      guard point.index >= 0, point.index < stream.count else { return nil }
      let range = min(point.index, end.index)..<max(point.index, end.index)
      let needed = found == nil ? agitationWithoutPoint : agitationAtPoint
      return stream.agitation(in: range) > needed * usual ? point : nil
    }
    let before = added(at: -1, to: first, likeStep: gaps.count > 1 ? gaps[1] : nil)
    let after = added(at: 1, to: last, likeStep: gaps.count > 1 ? gaps[gaps.count - 2] : nil)
    points = [before].compactMap { $0 } + points + [after].compactMap { $0 }
  }
}
