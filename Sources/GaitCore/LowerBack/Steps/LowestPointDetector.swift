/// An instant at which the trunk is lowest: the middle of double support, once in every step.
package struct LowestPoint: Sendable, Equatable {
  /// Sample nearest to the instant.
  package var index: Int
  /// The instant as a position between samples.
  package var position: Double
  /// Meters by which the trunk comes down to this point and rises from it, whichever is less.
  package var drop: Double
}

/// Of points in order of time.
extension [LowestPoint] {
  /// The points at positions in `range`.
  package func within(_ range: ClosedRange<Double>) -> ArraySlice<LowestPoint> {
    self[firstIndex(from: range.lowerBound)...].prefix { $0.position <= range.upperBound }
  }

  /// The point closest to `target`, or else to `center`, among those within `reach` of `center`.
  package func nearest(to center: Double, within reach: Double, closestTo target: Double? = nil) -> LowestPoint? {
    let target = target ?? center
    return within(center - reach...center + reach).min { abs($0.position - target) < abs($1.position - target) }
  }

  /// The point nearest to a share of the way from `a` to `b`, or that place itself if there is none within `reach`.
  package func between(_ a: Double, _ b: Double, share: Double, reach: Double) -> LowestPoint {
    let place = a + (b - a) * share
    return nearest(to: place, within: reach) ?? LowestPoint(index: Int(place.rounded()), position: place, drop: 0)
  }

  private func firstIndex(from position: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Finds the lowest points of the trunk's path.
///
/// A point counts when the trunk comes down to it and rises from it by at least a given height (its topographic
/// prominence). One pass keeps the last extreme and turns round as soon as the movement has gone the other way by
/// that height, so the cost does not depend on the signal.
package struct LowestPointDetector: Sendable, Equatable, Codable {
  /// Vertical path of the trunk.
  package var displacement = VerticalDisplacement()
  /// Smallest fall and rise of a point that may be a step, in meters. Healthy people's trunks fall by 20 to 50 mm,
  /// shuffling ones' by 5 mm.
  package var clearDrop = 0.004
  /// Smallest fall and rise of a point that may complete a walk where a step is missing, in meters: three times
  /// what the noise of a cheap accelerometer makes.
  package var faintDrop = 0.0008

  package init() {}

  /// The lowest points of a segment of samples: those that stand out clearly, and all.
  package func points(of stream: EvenStream) -> (clear: [LowestPoint], all: [LowestPoint]) {
    var turns = TurningPoints(height: faintDrop)
    var sample = SampledTurn()
    displacement.forEachBlock(of: stream) { start, depth in
      depth.withUnsafeBufferPointer { values in
        for i in values.indices {
          if let turn = sample.next(values[i], at: start + i) { turns.add(turn) }
        }
      }
    }
    sample.last().map { turns.add($0) }
    var clearTurns = TurningPoints(height: clearDrop)
    for turn in turns.confirmed { clearTurns.add(turn) }
    return (clearTurns.lowestPoints, turns.lowestPoints)
  }
}

/// A local extreme of depth.
private struct Turn {
  var index: Int
  var position: Double
  var depth: Double
}

/// Finds the local extremes of samples, with their position between samples from the parabola through three.
private struct SampledTurn {
  private var a = 0.0
  private var b = 0.0
  private var count = 0
  private var index = 0

  @inline(__always)
  mutating func next(_ c: Double, at index: Int) -> Turn? {
    defer {
      a = b
      b = c
      self.index = index
      count += 1
    }
    if count == 1 { return Turn(index: index - 1, position: Double(index - 1), depth: b) }
    guard count > 1, (b >= a) != (c >= b) else { return nil }
    let bend = a - 2 * b + c
    let shift = bend == 0 ? 0 : 0.5 * (a - c) / bend
    return Turn(index: index - 1, position: Double(index - 1) + shift, depth: b - 0.25 * (a - c) * shift)
  }

  func last() -> Turn? {
    count > 0 ? Turn(index: index, position: Double(index), depth: b) : nil
  }
}

/// Keeps those extremes that are separated from each other by at least a given height.
private struct TurningPoints {
  private let height: Double
  private var deepest: Turn?
  private var highest: Turn?
  /// Whether the trunk has gone down since the last confirmed extreme; `nil` before the first.
  private var isFalling: Bool?
  /// Extremes in order of time, deepest and highest in turn, without the last one, which may yet be passed over.
  private(set) var settled: [Turn] = []
  private var firstIsDeepest = false

  init(height: Double) {
    self.height = height
  }

  @inline(__always)
  mutating func add(_ turn: Turn) {
    guard let low = deepest, let high = highest else {
      (deepest, highest) = (turn, turn)
      return
    }
    if isFalling != false, turn.depth > low.depth { deepest = turn }
    if isFalling != true, turn.depth < high.depth { highest = turn }
    if isFalling != false, low.depth - turn.depth >= height {
      if isFalling == nil { firstIsDeepest = true }
      settled.append(low)
      isFalling = false
      highest = turn
    } else if isFalling != true, turn.depth - high.depth >= height {
      settled.append(high)
      isFalling = true
      deepest = turn
    }
  }

  /// All extremes, with the one that the signal ends on the way from.
  var confirmed: [Turn] {
    switch isFalling {
    case .some(true): settled + [deepest].compactMap { $0 }
    case .some(false): settled + [highest].compactMap { $0 }
    case .none: settled
    }
  }

  /// The deepest points that the trunk both comes down to and rises from.
  var lowestPoints: [LowestPoint] {
    let turns = confirmed
    var result: [LowestPoint] = []
    var k = firstIsDeepest ? 2 : 1
    while k + 1 < turns.count {
      let turn = turns[k]
      result.append(
        LowestPoint(
          index: turn.index, position: turn.position,
          drop: turn.depth - max(turns[k - 1].depth, turns[k + 1].depth)))
      k += 2
    }
    return result
  }
}
