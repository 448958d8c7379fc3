import GaitModel

/// Finds the offset and the drift between two clocks by cross-correlation of how much the body parts move.
///
/// Walks, pauses and turns of a person are seen by all sensors, but not the steps: feet take turns. So what is compared
/// are the jolts over some strides, first over the whole recording, then minute by minute around the offset found. (How
/// fast a body part turns does less well: the lower back turns most where a foot turns least. On six recordings of feet
/// and back the error was up to 2 s by turning, and 0.1 s by jolts.) The minutes' offsets give the offset, its
/// uncertainty and, over ten minutes or more, the drift
/// (Theil–Sen line: Sen 1968, doi 10.1080/01621459.1968.10480934). An offset is only given if the correlation is high
/// and no other offset comes near it.
package struct ClockComparison: Sendable {
  /// Seconds of a bin in which the motion is averaged.
  private static let bin = 0.1
  /// Spread of the motion below which a body part only trembles, in (m/s³)^½: that of walking is from 3 up, that of the
  /// noise of a sensor at rest below 0.1.
  private static let leastSpread = 0.3
  /// Seconds over which bins are averaged: more than a stride, so that left and right steps look alike.
  private static let smoothing = 2.0
  /// Offset in seconds that is looked for at most, around both having started together.
  private static let largestOffset = 120.0
  /// Seconds, and share of the shorter recording, in which both must have measured.
  private static let leastOverlap = 30.0
  private static let leastOverlapShare = 0.5
  /// Correlation that an offset needs, and by how much it must exceed that of any offset `neighborhood` seconds away.
  private static let leastCorrelation = 0.6
  private static let leastLead = 0.1
  private static let neighborhood = 5.0
  /// Seconds of a piece in which both must have measured.
  private static let leastPiece = 15.0
  /// Seconds of a piece, and how far in seconds its own offset may be from that of the whole.
  private static let piece = 60.0
  private static let pieceRange = 3.0
  /// Seconds of recording from which drift is told, and pieces that it needs.
  private static let driftSpan = 600.0
  private static let driftPieces = 8
  /// Drift that a clock has at most: a quartz of a sensor is off by 1e-4, a rate that is declared wrongly by more.
  private static let largestDrift = 1e-3
  /// Uncertainty in seconds that remains however well pieces agree, because feet begin and end a walk one after the
  /// other: the root mean square error in four real recordings of both feet, whose common clock was hidden, was 0.39 s.
  private static let leastUncertainty = 0.4
  /// Uncertainty in seconds where there are fewer than three pieces to tell it from.
  private static let fewPiecesUncertainty = 0.5

  package init() {}

  /// The relation of two clocks.
  ///
  /// - Returns: What is to be added to the times of `second`, or `nil` if the motion does not tell.
  package func relation(_ first: MotionTrace, _ second: MotionTrace) -> SignalSource.ClockRelation? {
    let a = Self.envelope(first)
    let b = Self.envelope(second)
    guard let lag = Self.globalLag(a, b) else { return nil }
    // Bins of `b` begin at its own first time.
    let shift = first.start - second.start
    var centers: [Double] = []
    var offsets: [Double] = []
    let width = Int(Self.piece / Self.bin)
    for start in stride(from: 0, to: max(1, b.count - width / 2), by: width) {
      let range = start..<min(b.count, start + width)
      guard let own = Self.localLag(a, b, range: range, around: lag) else { continue }
      centers.append(Double(range.lowerBound + range.count / 2) * Self.bin)
      offsets.append(own * Self.bin)
    }
    guard !offsets.isEmpty else {
      return SignalSource.ClockRelation(
        offset: shift + Double(lag) * Self.bin, uncertainty: Self.fewPiecesUncertainty, drift: 0, pieces: 0)
    }
    var drift = 0.0
    if offsets.count >= Self.driftPieces, (centers.last ?? 0) - (centers.first ?? 0) >= Self.driftSpan {
      drift = Self.slope(centers, offsets)
      guard abs(drift) <= Self.largestDrift else { return nil }
    }
    let levels = zip(centers, offsets).map { $1 - drift * $0 }
    guard let (level, error) = medianWithError(of: levels) else { return nil }
    let uncertainty = offsets.count < 3 ? Self.fewPiecesUncertainty : max(Self.leastUncertainty, error)
    return SignalSource.ClockRelation(
      offset: shift + level, uncertainty: uncertainty, drift: drift, pieces: offsets.count)
  }

  /// The jolts in bins from the first time on, averaged over strides.
  private static func envelope(_ trace: MotionTrace) -> [Double] {
    let width = Int((bin * MotionTrace.rate).rounded())
    let bins = stride(from: 0, to: trace.jolts.count, by: width).map { start in
      let piece = trace.jolts[start..<min(trace.jolts.count, start + width)]
      return piece.reduce(0, +) / Double(piece.count)
    }
    // Twice, so that what is left of the steps does not pull the offset to where steps meet.
    return averaged(averaged(bins))
  }

  /// The mean of the bins around each.
  private static func averaged(_ bins: [Double]) -> [Double] {
    let half = Int(smoothing / bin / 2)
    var means: [Double] = []
    means.reserveCapacity(bins.count)
    var (sum, count) = (bins.prefix(half).reduce(0, +), min(half, bins.count))
    for k in bins.indices {
      if k + half < bins.count { (sum, count) = (sum + bins[k + half], count + 1) }
      if k > half { (sum, count) = (sum - bins[k - half - 1], count - 1) }
      means.append(max(0, sum / Double(max(1, count))))
    }
    return means
  }

  /// Bins by which `b` is later than its place in `a`: where both run together, if one place stands out.
  private static func globalLag(_ a: [Double], _ b: [Double]) -> Int? {
    let least = max(Int(leastOverlap / bin), Int(leastOverlapShare * Double(min(a.count, b.count))))
    let largest = Int(largestOffset / bin)
    var found: [(lag: Int, correlation: Double)] = []
    for lag in -largest...largest {
      let range = max(0, -lag)..<max(max(0, -lag), min(b.count, a.count - lag))
      guard range.count >= least, let r = correlation(a, b, range: range, lag: lag) else { continue }
      found.append((lag, r))
    }
    guard let best = found.max(by: { $0.correlation < $1.correlation }), best.correlation >= leastCorrelation else {
      return nil
    }
    let distance = Int(neighborhood / bin)
    let rival = found.filter { abs($0.lag - best.lag) > distance }.map(\.correlation).max() ?? 0
    return best.correlation - rival >= leastLead ? best.lag : nil
  }

  /// The lag of a piece of `b`, in parts of a bin, or `nil` if the piece does not tell.
  private static func localLag(_ a: [Double], _ b: [Double], range: Range<Int>, around lag: Int) -> Double? {
    let reach = Int(pieceRange / bin)
    let values = (-reach...reach).map { shift -> Double in
      let low = max(range.lowerBound, -(lag + shift))
      let high = min(range.upperBound, a.count - lag - shift)
      guard high - low >= Int(leastPiece / bin) else { return -1 }
      return correlation(a, b, range: low..<high, lag: lag + shift) ?? -1
    }
    guard let k = values.indices.max(by: { values[$0] < values[$1] }), k > 0, k < values.count - 1,
      values[k] >= leastCorrelation, values[k - 1] > -1, values[k + 1] > -1
    else { return nil }
    let bend = values[k - 1] - 2 * values[k] + values[k + 1]
    let part = bend < 0 ? 0.5 * (values[k - 1] - values[k + 1]) / bend : 0
    return Double(lag + k - reach) + part
  }

  /// Pearson's correlation of `b` in `range` with `a` `lag` bins later; `nil` where one of them does not vary.
  private static func correlation(_ a: [Double], _ b: [Double], range: Range<Int>, lag: Int) -> Double? {
    var (sa, sb, saa, sbb, sab) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for k in range {
      let (x, y) = (a[k + lag], b[k])
      sa += x
      sb += y
      saa += x * x
      sbb += y * y
      sab += x * y
    }
    let n = Double(range.count)
    let (va, vb) = (saa - sa * sa / n, sbb - sb * sb / n)
    guard va > leastSpread * leastSpread * n, vb > leastSpread * leastSpread * n else { return nil }
    return (sab - sa * sb / n) / (va * vb).squareRoot()
  }

  /// The median of the slopes between all pairs.
  private static func slope(_ x: [Double], _ y: [Double]) -> Double {
    var slopes: [Double] = []
    // Some hundred pieces are enough: a day is thinned out.
    let interval = max(1, x.count / 300)
    let chosen = Array(stride(from: 0, to: x.count, by: interval))
    for (n, i) in chosen.enumerated() {
      for j in chosen[(n + 1)...] where x[j] > x[i] { slopes.append((y[j] - y[i]) / (x[j] - x[i])) }
    }
    return median(of: slopes) ?? 0
  }
}
