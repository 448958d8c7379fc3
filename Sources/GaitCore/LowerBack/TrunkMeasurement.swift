import GaitModel
import GaitSignal

/// How the trunk moved in a stretch of walking in one direction.
public struct TrunkWalk: Sendable, Equatable {
  /// Seconds on the recording's clock.
  public var start: Double
  public var end: Double
  public var direction: Direction
  public var measures: TrunkMeasures

  public init(start: Double, end: Double, direction: Direction, measures: TrunkMeasures) {
    self.start = start
    self.end = end
    self.direction = direction
    self.measures = measures
  }
}

/// Measures how the trunk moved.
package struct TrunkMeasurement: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Fewest steps of a walk that is measured: four strides.
    package var fewestSteps = 8
    /// Harmonics in the harmonic ratio.
    package var harmonics = 20
    /// Steps over which an autocorrelation is taken, the mean of which is the regularity: the 10 to 20 m walks of
    /// which the measure was made. Over minutes the cadence wanders, and one lag would fit nowhere.
    package var regularitySteps = 16
    /// Share of a step around the mean duration within which the lag of the autocorrelation is looked for.
    package var lagTolerance = 0.05

    package init() {}
  }

  /// The stretches of a walking sequence in which the direction stays the same.
  package func walks(of walk: StepTiming.Walk, mounting: TrunkMounting) -> [TrunkWalk] {
    stretches(of: walk.directions.map(\.direction), walk, mounting)
  }

  /// The stretches of a walking sequence that lie in one of `bouts` (ascending, without overlap).
  package func walks(of walk: StepTiming.Walk, in bouts: [WalkingBout], mounting: TrunkMounting) -> [TrunkWalk] {
    var next = 0
    let numbers = walk.motion.sequence.steps.map { index -> Int? in
      let time = walk.stream.time(at: index)
      while next < bouts.count, bouts[next].end < time { next += 1 }
      return next < bouts.count && bouts[next].start <= time ? next : nil
    }
    return stretches(of: numbers, walk, mounting).map { stretch in
      var stretch = stretch
      let middle = (stretch.start + stretch.end) / 2
      if let bout = bouts.first(where: { $0.end >= middle }) { stretch.direction = bout.direction }
      return stretch
    }
  }

  /// The stretches over which `labels`, one per step, stay the same and are not `nil`.
  private func stretches<Label: Equatable>(
    of labels: [Label?], _ walk: StepTiming.Walk, _ mounting: TrunkMounting
  ) -> [TrunkWalk] {
    var result: [TrunkWalk] = []
    var start = 0
    for k in labels.indices.dropFirst() + [labels.count] {
      guard k == labels.count || labels[k] != labels[start] else { continue }
      if labels.indices.contains(start), labels[start] != nil, k - start >= settings.fewestSteps {
        result.append(measured(start..<k, of: walk, mounting: mounting))
      }
      start = k
    }
    return result
  }

  private func measured(_ steps: Range<Int>, of walk: StepTiming.Walk, mounting: TrunkMounting) -> TrunkWalk {
    let (stream, motion) = (walk.stream, walk.motion)
    let points = motion.sequence.steps[steps]
    let samples = points[steps.lowerBound]..<points[steps.upperBound - 1]
    var result = TrunkMeasures(steps: steps.count)
    let axes = [
      motion.first * mounting.front.first + motion.second * mounting.front.second,
      motion.first * mounting.left.first + motion.second * mounting.left.second,
      motion.up,
    ]
    let signals = axes.map { accelerations(along: $0, in: stream, samples) }
    let rms = signals.map { (power(of: $0, lag: 0)).squareRoot() }
    result.rms = BodyAxes(front: rms[0], left: rms[1], up: rms[2])
    result.harmonicRatio = harmonicRatios(Array(points), axes: axes, in: stream)
    result.verticalDisplacement = median(of: motion.sequence.drops[steps].filter { $0 > 0 })

    var (stepRegularity, strideRegularity) = (SIMD3<Double>.zero, SIMD3<Double>.zero)
    for part in parts(of: steps) {
      let range = motion.sequence.steps[part.lowerBound]..<motion.sequence.steps[part.upperBound - 1]
      let pieces = signals.map { signal in
        Array(signal[(range.lowerBound - samples.lowerBound)..<(range.upperBound - samples.lowerBound)])
      }
      let (step, stride) = regularities(of: pieces, steps: part.count)
      let weight = Double(part.count) / Double(steps.count)
      stepRegularity += step * weight
      strideRegularity += stride * weight
    }
    result.stepRegularity = BodyAxes(front: stepRegularity.x, left: stepRegularity.y, up: stepRegularity.z)
    result.strideRegularity = BodyAxes(front: strideRegularity.x, left: strideRegularity.y, up: strideRegularity.z)
    return TrunkWalk(
      start: stream.time(at: samples.lowerBound), end: stream.time(at: samples.upperBound),
      direction: walk.directions[steps.lowerBound].direction, measures: result)
  }

  /// Stretches of about `regularitySteps` that `steps` are cut into, the last one longer by the rest.
  private func parts(of steps: Range<Int>) -> [Range<Int>] {
    let count = max(1, steps.count / settings.regularitySteps)
    return (0..<count).map { k in
      let start = steps.lowerBound + k * settings.regularitySteps
      return start..<(k == count - 1 ? steps.upperBound : start + settings.regularitySteps)
    }
  }

  /// Autocorrelation of the signals along front, left and up after one step and after one stride.
  private func regularities(of signals: [[Double]], steps: Int) -> (step: SIMD3<Double>, stride: SIMD3<Double>) {
    let step = Int((Double(signals[0].count) / Double(max(1, steps - 1))).rounded())
    let reach = max(1, Int(settings.lagTolerance * Double(step)))
    let stepLag = bestLag(of: signals[2], around: step, reach: reach)
    let strideLag = bestLag(of: signals[2], around: 2 * stepLag, reach: reach)
    func values(_ lag: Int) -> SIMD3<Double> {
      let values = signals.map { power(of: $0, lag: lag) / max(power(of: $0, lag: 0), .leastNormalMagnitude) }
      return SIMD3(values[0], values[1], values[2])
    }
    // Steps of either foot are alike along front and up; to the side they are opposite.
    return (values(stepLag) * SIMD3(1, -1, 1), values(strideLag))
  }

  /// Specific force along `axis` less its mean.
  private func accelerations(along axis: Vector3, in stream: EvenStream, _ samples: Range<Int>) -> [Double] {
    let force = stream.acceleration
    var values = samples.map { force.x[$0] * axis.x + force.y[$0] * axis.y + force.z[$0] * axis.z }
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    for i in values.indices { values[i] -= mean }
    return values
  }

  /// Mean product of the signal with itself `lag` samples later.
  private func power(of signal: [Double], lag: Int) -> Double {
    guard lag < signal.count else { return 0 }
    var sum = 0.0
    signal.withUnsafeBufferPointer { x in
      for i in 0..<(x.count - lag) { sum += x[i] * x[i + lag] }
    }
    return sum / Double(signal.count - lag)
  }

  private func bestLag(of signal: [Double], around lag: Int, reach: Int) -> Int {
    let lags = max(1, lag - reach)...(lag + reach)
    return lags.map { (lag: $0, power: power(of: signal, lag: $0)) }.max { $0.power < $1.power }?.lag ?? lag
  }

  private func harmonicRatios(_ points: [Int], axes: [Vector3], in stream: EvenStream) -> BodyAxes {
    var ratios: [[Double]] = [[], [], []]
    for k in stride(from: 2, to: points.count, by: 2) {
      let range = points[k - 2]..<points[k]
      var sums = [(even: Double, odd: Double)](repeating: (0, 0), count: axes.count)
      let along = range.map { i in
        let force = stream.acceleration[i]
        return SIMD4(force.dot(axes[0]), force.dot(axes[1]), force.dot(axes[2]), 0)
      }
      let folded = FoldedStride(along)
      for h in 1...settings.harmonics {
        let (real, imaginary) = folded.harmonic(h)
        let amplitude = (real * real + imaginary * imaginary).squareRoot()
        for j in axes.indices {
          if h.isMultiple(of: 2) { sums[j].even += amplitude[j] } else { sums[j].odd += amplitude[j] }
        }
      }
      for j in axes.indices {
        let (even, odd) = sums[j]
        let ratio = j == 1 ? odd / even : even / odd
        if ratio.isFinite { ratios[j].append(ratio) }
      }
    }
    return BodyAxes(front: median(of: ratios[0]), left: median(of: ratios[1]), up: median(of: ratios[2]))
  }
}
