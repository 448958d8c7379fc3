import GaitModel
import GaitSignal

/// A number for each axis of the body; `nil` where it could not be measured.
public struct BodyAxes: Sendable, Equatable {
  public var front: Double?
  public var left: Double?
  public var up: Double?

  public init(front: Double? = nil, left: Double? = nil, up: Double? = nil) {
    self.front = front
    self.left = left
    self.up = up
  }
}

/// How the trunk moved in a stretch of walking in one direction.
public struct TrunkWalk: Sendable, Equatable {
  /// Seconds on the recording's clock.
  public var start: Double
  public var end: Double
  public var direction: Direction
  public var steps: Int
  /// Root mean square of the acceleration less its mean, in m/s².
  public var rms = BodyAxes()
  /// How smooth the walk is: along front and up the sum of the amplitudes of the even harmonics of the stride over
  /// that of the odd ones, to the side the other way round; the first twenty harmonics, median over strides
  /// (Menz et al. 2003, doi 10.1016/S0966-6362(02)00159-5; by stride as Bellanca et al. 2013,
  /// doi 10.1016/j.jbiomech.2012.12.008).
  public var harmonicRatio = BodyAxes()
  /// Autocorrelation of the acceleration after one step, from −1 to 1: how much the steps of the two feet are alike
  /// (Moe-Nilssen & Helbostad 2004, doi 10.1016/S0021-9290(03)00233-1).
  public var stepRegularity = BodyAxes()
  /// Autocorrelation after one stride: how much strides are alike.
  public var strideRegularity = BodyAxes()
  /// Metres by which the trunk rises and falls in a step; median.
  public var verticalDisplacement: Double?

  public init(start: Double, end: Double, direction: Direction, steps: Int) {
    self.start = start
    self.end = end
    self.direction = direction
    self.steps = steps
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
    /// Share of a step around the mean duration within which the lag of the autocorrelation is looked for.
    package var lagTolerance = 0.05

    package init() {}
  }

  /// The stretches of a walking sequence in which the direction stays the same.
  package func walks(of walk: StepTiming.Walk, mounting: TrunkMounting) -> [TrunkWalk] {
    guard !walk.directions.isEmpty else { return [] }
    var result: [TrunkWalk] = []
    var start = 0
    for k in 1...walk.directions.count {
      guard k == walk.directions.count || walk.directions[k].direction != walk.directions[start].direction else {
        continue
      }
      if k - start >= settings.fewestSteps { result.append(measured(start..<k, of: walk, mounting: mounting)) }
      start = k
    }
    return result
  }

  private func measured(_ steps: Range<Int>, of walk: StepTiming.Walk, mounting: TrunkMounting) -> TrunkWalk {
    let (stream, motion) = (walk.stream, walk.motion)
    let points = motion.sequence.steps[steps]
    let samples = points[steps.lowerBound]..<points[steps.upperBound - 1]
    var result = TrunkWalk(
      start: stream.time(at: samples.lowerBound), end: stream.time(at: samples.upperBound),
      direction: walk.directions[steps.lowerBound].direction, steps: steps.count)
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

    let step = Int((Double(samples.count) / Double(steps.count - 1)).rounded())
    let reach = max(1, Int(settings.lagTolerance * Double(step)))
    // Steps of either foot are alike along front and up; to the side they are opposite.
    let stepLag = bestLag(of: signals[2], around: step, reach: reach)
    let strideLag = bestLag(of: signals[2], around: 2 * stepLag, reach: reach)
    func regularity(_ lag: Int, side: Double) -> BodyAxes {
      let values = signals.map { power(of: $0, lag: lag) / max(power(of: $0, lag: 0), .leastNormalMagnitude) }
      return BodyAxes(front: values[0], left: side * values[1], up: values[2])
    }
    result.stepRegularity = regularity(stepLag, side: -1)
    result.strideRegularity = regularity(strideLag, side: 1)
    return result
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
    return lags.max { power(of: signal, lag: $0) < power(of: signal, lag: $1) } ?? lag
  }

  private func harmonicRatios(_ points: [Int], axes: [Vector3], in stream: EvenStream) -> BodyAxes {
    var ratios: [[Double]] = [[], [], []]
    for k in stride(from: 2, to: points.count, by: 2) {
      let range = points[k - 2]..<points[k]
      var sums = [(even: Double, odd: Double)](repeating: (0, 0), count: axes.count)
      for first in stride(from: 1, through: settings.harmonics, by: StrideHarmonics.count) {
        let harmonics = StrideHarmonics(ofForce: stream, in: range, first: first)
        for h in 0..<min(StrideHarmonics.count, settings.harmonics - first + 1) {
          for (j, axis) in axes.enumerated() {
            let amplitude = harmonics.force(along: axis, h).amplitude
            if (first + h).isMultiple(of: 2) { sums[j].even += amplitude } else { sums[j].odd += amplitude }
          }
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
