import GaitModel
import GaitSignal

/// Finds the steps of a walk in which one foot lifts the trunk clearly and the other hardly does.
///
/// The clear points are then strides, not steps. They come at even intervals, and the faint points between them at an
/// even share of the stride: in a limp at 0.3 or 0.7 of it rather than in the middle.
package struct UnevenSteps: Sendable, Equatable, Codable {
  /// Share of the third quartile of the drops above which a point may be a stride's clear one.
  package var clearShare = 0.5
  /// Share of a stride by which two clear points are at least apart.
  package var shortestStride = 0.6
  /// Number of strides beyond which a gap lacks a clear point: halfway from one to two.
  package var longestStride = 1.5
  /// Share of the stride at either end in which the other step is not sought.
  package var margin = 0.2
  /// Share of the strides in which a faint point must be seen for the other step to be put where it usually is.
  package var seen = 0.3
  /// Share of the stride around its usual place within which a faint point is the other step.
  package var reach = 0.15
  /// Fewest strides from which their duration is known.
  package var fewestStrides = 4

  package init() {}

  /// Two points per stride of the walk in `sequence`; `nil` where its points tell no stride.
  package func points(of sequence: WalkingSequence, all: [LowestPoint]) -> [LowestPoint]? {
    guard let first = sequence.positions.first, let last = sequence.positions.last, first < last else { return nil }
    let points = Array(all.within(first...last))
    guard let (clear, stride) = clearPoints(points) else { return nil }
    let strides = zip(clear, clear.dropFirst())
    let shares = strides.compactMap { a, b in
      b.position - a.position > longestStride * stride ? nil : otherStep(between: a, and: b, points)
    }
    let share = Double(shares.count) > seen * Double(clear.count) ? median(of: shares) ?? 0.5 : 0.5
    var result = Array(clear.prefix(1))
    for (a, b) in strides {
      let count = max(1, Int(((b.position - a.position) / stride).rounded()))
      var start = a
      for j in 1...count {
        let place = Double(j) / Double(count)
        let end = j == count ? b : points.between(a.position, b.position, share: place, reach: margin * stride)
        let length = end.position - start.position
        result.append(points.between(start.position, end.position, share: share, reach: reach * length))
        result.append(end)
        start = end
      }
    }
    return zip(result, result.dropFirst()).allSatisfy { $0.index < $1.index } ? result : nil
  }

  /// The clearest point of each stride, and the middle duration of a stride in samples.
  private func clearPoints(_ all: [LowestPoint]) -> (points: [LowestPoint], stride: Double)? {
    guard let quartile = quantile(0.75, of: all.map(\.drop)) else { return nil }
    var points = all.filter { $0.drop > clearShare * quartile }
    // Each round takes away what is left between two strides; three or four settle any walk.
    for _ in 0..<4 {
      guard let stride = duration(of: points) else { return nil }
      var kept: [LowestPoint] = []
      for point in points {
        if let last = kept.last, point.position - last.position < shortestStride * stride {
          if point.drop > last.drop { kept[kept.count - 1] = point }
        } else {
          kept.append(point)
        }
      }
      if kept.count == points.count { break }
      points = kept
    }
    return duration(of: points).map { (points, $0) }
  }

  private func duration(of points: [LowestPoint]) -> Double? {
    guard points.count >= fewestStrides else { return nil }
    return median(of: zip(points.dropFirst(), points).map { $0.position - $1.position })
  }

  /// Share of the stride from `a` to `b` at which the clearest point between them is.
  private func otherStep(between a: LowestPoint, and b: LowestPoint, _ all: [LowestPoint]) -> Double? {
    let length = b.position - a.position
    return all.within(a.position + margin * length...b.position - margin * length)
      .max { $0.drop < $1.drop }
      .map { ($0.position - a.position) / length }
  }
}
