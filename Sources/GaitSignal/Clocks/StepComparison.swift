import GaitModel

/// Refines the relation of the clocks of a foot and the lower back by the contacts that both feel, once it is known to less
/// than half a stride.
///
/// The lower back jolts with each foot, so that the correlation of jolts is highest at the right offset. In a prototype on
/// recordings of feet and the lower back, cut to begin and end at different times, it was within 0.02 s in most that start,
/// stop or turn; in even walking on a treadmill it may be wrong by a whole step. Where another step fits nearly as well, its
/// distance is the uncertainty. Two feet are not compared in this way: their swings alternate evenly only where nobody limps.
package struct StepComparison: Sendable {
  /// Seconds to either side in which steps are compared: less than half a stride.
  private static let reach = 0.35
  /// Correlation that is needed: of every other contact the foot feels nothing.
  private static let clearContacts = 0.3
  /// Length of a window in seconds for which an offset is found, and least length that both must have measured.
  private static let window = 120.0
  private static let leastOverlap = 8.0
  /// Uncertainty in seconds that remains however well windows agree, from the recordings above.
  private static let leastUncertainty = 0.05

  /// Seconds to either side in which another step may fit as well, seconds that it is away at least, and by how much its
  /// correlation may be lower for that. On seven recordings of a foot and the back, none that was wrong was clearer.
  private static let rivalReach = 1.0
  private static let rivalDistance = 0.25
  private static let rivalLead = 0.05
  /// Half width in seconds over which the motion is averaged for that: starts and stops count as well as steps.
  private static let rivalSmoothing = 0.3

  package init() {}

  /// Seconds to be added to the times of `other`, and their uncertainty, or `nil` if the steps do not tell.
  package func correction(
    of other: MotionTrace, to reference: MotionTrace
  ) -> (seconds: Double, uncertainty: Double)? {
    let a = MotionTrace.fast(reference.jolts)
    let b = MotionTrace.fast(other.jolts)
    // Samples by which the trace of `other` begins later.
    let late = Int(((other.start - reference.start) * MotionTrace.rate).rounded())
    let rest = Double(late) / MotionTrace.rate - (other.start - reference.start)
    let length = Int(Self.window * MotionTrace.rate)
    var found: [Double] = []
    for start in stride(from: 0, to: max(1, a.count - length / 2), by: length) {
      let range = start..<min(a.count, start + length)
      if let lag = lag(a, b, range, late: late) { found.append(lag / MotionTrace.rate) }
    }
    guard let (middle, error) = medianWithError(of: found) else { return nil }
    let rival = rivalDistance(of: middle, reference: reference, other: other, late: late)
    let uncertainty = max(Self.leastUncertainty, error, rival)
    return (rest - middle, uncertainty)
  }

  /// How far the next step is that fits nearly as well as that at `chosen`, in seconds, or 0 if there is none.
  private func rivalDistance(of chosen: Double, reference: MotionTrace, other: MotionTrace, late: Int) -> Double {
    let a = MotionTrace.smoothed(reference.jolts, halfWidth: Self.rivalSmoothing)
    let b = MotionTrace.smoothed(other.jolts, halfWidth: Self.rivalSmoothing)
    let middle = Int((chosen * MotionTrace.rate).rounded())
    let reach = Int(Self.rivalReach * MotionTrace.rate)
    let near = Int(Self.rivalDistance * MotionTrace.rate)
    let values = (-reach...reach).map { shift -> Double in
      let lag = middle + shift
      let low = max(0, late - lag)
      let high = min(a.count, b.count + late - lag)
      guard Double(high - low) >= Self.leastOverlap * MotionTrace.rate else { return -1 }
      return correlation(a, b, low..<high, lag - late)
    }
    let own = values[(reach - near)...(reach + near)].max() ?? -1
    let rivals = (1..<(values.count - 1)).filter { k in
      abs(k - reach) > near && values[k] >= values[k - 1] && values[k] >= values[k + 1]
        && values[k] > own - Self.rivalLead
    }
    return Double(rivals.map { abs($0 - reach) }.min() ?? 0) / MotionTrace.rate
  }

  /// By how many samples `b` is behind `a` in a window, in parts of one.
  private func lag(_ a: [Double], _ b: [Double], _ window: Range<Int>, late: Int) -> Double? {
    let reach = Int(Self.reach * MotionTrace.rate)
    let values = (-reach...reach).map { lag -> Double in
      let low = max(window.lowerBound, late - lag)
      let high = min(window.upperBound, b.count + late - lag)
      guard Double(high - low) >= Self.leastOverlap * MotionTrace.rate else { return -1 }
      return correlation(a, b, low..<high, lag - late)
    }
    // At the edge it is not a peak but the slope of another one.
    guard let k = (1..<(values.count - 1)).max(by: { values[$0] < values[$1] }), values[k] >= Self.clearContacts,
      values[k] >= values[k - 1], values[k] >= values[k + 1]
    else { return nil }
    let bend = values[k - 1] - 2 * values[k] + values[k + 1]
    return Double(k - reach) + (bend < 0 ? 0.5 * (values[k - 1] - values[k + 1]) / bend : 0)
  }

  private func correlation(_ a: [Double], _ b: [Double], _ range: Range<Int>, _ lag: Int) -> Double {
    var (sa, sb, aa, bb, ab) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for i in range {
      let (x, y) = (a[i], b[i + lag])
      sa += x
      sb += y
      aa += x * x
      bb += y * y
      ab += x * y
    }
    let n = Double(range.count)
    let variances = (aa - sa * sa / n) * (bb - sb * sb / n)
    return variances > 0 ? (ab - sa * sb / n) / variances.squareRoot() : 0
  }
}
