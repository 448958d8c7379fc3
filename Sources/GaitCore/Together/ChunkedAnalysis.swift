import GaitModel

/// The analysis of a recording that is too long to be held at once, chunk by chunk.
///
/// Numbers of strides and bouts go on from one chunk to the next. A recording of one chunk has the result of that
/// chunk, unchanged.
public struct ChunkedAnalysis: Sendable {
  private let analysis: GaitAnalysis
  private var whole: Recording?
  private var joined = GaitResult()
  private var start = Double.infinity
  private var end = -Double.infinity
  /// The number of the last stride of each foot.
  private var strideCounts: [Side: Int] = [:]
  private var warnings = ChunkWarnings()
  private var chunks = 0

  /// Number of strides after which no further signals and curves are kept: two days of an active person. They take
  /// ten times as much memory as all else that is known of a stride, about 6 kB.
  private static let mostDrawn = 20_000

  public init(_ analysis: GaitAnalysis = GaitAnalysis()) {
    self.analysis = analysis
  }

  /// Analyzes the next chunk.
  public mutating func add(_ chunk: Recording) {
    let result = analysis(chunk)
    start = min(start, chunk.sensors.compactMap(\.time.first).min() ?? .infinity)
    end = max(end, chunk.sensors.compactMap(\.time.last).max() ?? -.infinity)
    chunks += 1
    if let known = whole?.sensors {
      whole?.sensors = Self.withoutSamples(known + chunk.sensors)
      append(result)
    } else {
      whole = chunk
      whole?.sensors = Self.withoutSamples(chunk.sensors)
      joined = result
      strideCounts = Dictionary(result.strides.map { ($0.foot, $0.number) }, uniquingKeysWith: max)
    }
    warnings.add(chunk.warnings + result.warnings)
  }

  /// The recording and what was found in it, or `nil` before the first chunk.
  ///
  /// The sensors of the recording have no samples any more.
  public var result: (recording: Recording, result: GaitResult)? {
    guard var recording = whole else { return nil }
    recording.wholeDuration = max(0, end - start)
    if start <= end { recording.wholeSpan = start...end }
    var result = joined
    let doubts =
      BeltCheck().doubts(about: recording.details, joined) + HeightCheck().doubts(about: recording.details, joined)
      + DistanceCheck().doubts(about: recording.details, joined)
      + SegmentCheck().doubts(about: recording, joined.strides)
    guard chunks > 1 else {
      result.warnings += doubts
      return (recording, result)
    }
    recording.warnings = [.files(.analyzedInChunks(chunks))]
    result.warnings = warnings.all + doubts
    return (recording, result)
  }

  /// Each sensor once, with what is known of it.
  private static func withoutSamples(_ sensors: [SensorStream]) -> [SensorStream] {
    Dictionary(sensors.map { ($0.placement, $0) }, uniquingKeysWith: { first, _ in first }).values.map { stream in
      var empty = SensorStream(
        placement: stream.placement, time: [], acceleration: TriaxialSeries(), angularVelocity: TriaxialSeries(),
        timing: stream.timing)
      empty.source = stream.source
      return empty
    }.sorted { $0.placement < $1.placement }
  }

  private mutating func append(_ next: GaitResult) {
    let bouts = joined.bouts.count
    for var stride in next.strides {
      stride.number += strideCounts[stride.foot] ?? 0
      stride.bout = stride.bout.map { $0 + bouts }
      joined.strides.append(stride)
    }
    for var curve in next.curves where joined.curves.count < Self.mostDrawn {
      curve.number += strideCounts[curve.foot] ?? 0
      joined.curves.append(curve)
    }
    for var signals in next.signals where joined.signals.count < Self.mostDrawn {
      signals.number += strideCounts[signals.foot] ?? 0
      joined.signals.append(signals)
    }
    for var bout in next.bouts {
      bout.number += bouts
      joined.bouts.append(bout)
    }
    joined.events += next.events
    for stride in joined.strides.suffix(next.strides.count) {
      strideCounts[stride.foot] = max(strideCounts[stride.foot] ?? 0, stride.number)
    }
    for findings in next.sensors {
      if let k = joined.sensors.firstIndex(where: { $0.placement == findings.placement }) {
        joined.sensors[k].add(findings)
      } else {
        joined.sensors.append(findings)
      }
    }
  }
}

extension SensorFindings {
  /// What was found of the same sensor in both chunks; means are weighted by samples.
  fileprivate mutating func add(_ next: SensorFindings) {
    let (n, m) = (Double(samples), Double(next.samples))
    guard n + m > 0 else { return }
    func mean(_ a: Double?, _ b: Double?) -> Double? {
      guard let a, let b else { return a ?? b }
      return (a * n + b * m) / (n + m)
    }
    timing.rate = mean(timing.rate, next.timing.rate) ?? timing.rate
    let (jitter, nextJitter) = (timing.jitter, next.timing.jitter)
    timing.jitter = ((jitter * jitter * n + nextJitter * nextJitter * m) / (n + m)).squareRoot()
    timing.gaps += next.timing.gaps
    // A mean of rotations is none; the surest one stands for all.
    if (next.alignment?.confidence ?? 0) > (alignment?.confidence ?? 0) { alignment = next.alignment }
    if let bias = gyroscopeBias, let other = next.gyroscopeBias, bias.count == other.count {
      gyroscopeBias = zip(bias, other).map { (pair: (Double, Double)) in (pair.0 * n + pair.1 * m) / (n + m) }
    } else {
      gyroscopeBias = gyroscopeBias ?? next.gyroscopeBias
    }
    restingAcceleration = mean(restingAcceleration, next.restingAcceleration)
    restShare = mean(restShare, next.restShare)
    clippedSamples += next.clippedSamples
    func sum(_ a: Int?, _ b: Int?) -> Int? { a == nil && b == nil ? nil : (a ?? 0) + (b ?? 0) }
    swings = sum(swings, next.swings)
    measuredSwings = sum(measuredSwings, next.measuredSwings)
    samples += next.samples
  }
}
