import GaitModel

/// The analysis of a recording that is too long to be held at once, stretch by stretch.
///
/// Numbers of strides and bouts go on from one stretch to the next. A recording of one stretch has the result of that
/// stretch, unchanged.
public struct StretchedAnalysis: Sendable {
  private let analysis: GaitAnalysis
  private var whole: Recording?
  private var joined = GaitResult()
  private var start = Double.infinity
  private var end = -Double.infinity
  /// The number of the last stride of each foot.
  private var strideCounts: [Side: Int] = [:]
  /// Sentences in the order in which they came up, and the number of stretches of which each was said.
  private var warnings: [(text: String, stretches: Int)] = []
  private var stretches = 0

  /// Number of strides after which no further signals and curves are kept, which are four fifths of what a stride takes:
  /// ten days of an active person.
  private static let mostDrawn = 100_000

  public init(_ analysis: GaitAnalysis = GaitAnalysis()) {
    self.analysis = analysis
  }

  /// Analyzes the next stretch.
  public mutating func add(_ stretch: Recording) {
    let result = analysis(stretch)
    start = min(start, stretch.sensors.compactMap(\.time.first).min() ?? .infinity)
    end = max(end, stretch.sensors.compactMap(\.time.last).max() ?? -.infinity)
    stretches += 1
    if let known = whole?.sensors {
      whole?.sensors = Self.withoutSamples(known, stretch.sensors)
      append(result)
    } else {
      whole = stretch
      joined = result
      strideCounts = Dictionary(result.strides.map { ($0.foot, $0.number) }, uniquingKeysWith: max)
    }
    note(stretch.warnings + result.warnings)
  }

  private mutating func note(_ sentences: [String]) {
    var said: Set<String> = []
    for text in sentences where said.insert(text).inserted {
      if let k = warnings.firstIndex(where: { $0.text == text }) {
        warnings[k].stretches += 1
      } else {
        warnings.append((text, 1))
      }
    }
  }

  /// The recording and what was found in it, or `nil` before the first stretch.
  ///
  /// The sensors of a recording of several stretches have no samples.
  public var result: (recording: Recording, result: GaitResult)? {
    guard var recording = whole else { return nil }
    guard stretches > 1 else { return (recording, joined) }
    recording.wholeDuration = end - start
    recording.warnings = [
      "The recording is so long that it was analyzed in \(stretches) stretches, cut where the sensors were calmest."
    ]
    var result = joined
    result.warnings = warnings.map { text, count in
      count == stretches ? text : "In \(count) of \(stretches) stretches: \(text)"
    }
    return (recording, result)
  }

  /// The sensors of both, each once, with what is known of them.
  private static func withoutSamples(_ known: [SensorStream], _ next: [SensorStream]) -> [SensorStream] {
    let added = next.filter { stream in !known.contains { $0.placement == stream.placement } }
    return (known + added).map { stream in
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
  /// What was found of the same sensor in both stretches; means are weighted by samples.
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
    samples += next.samples
  }
}
