import GaitModel
import GaitSignal

/// How the trunk moved in part of a walk in one direction.
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
package struct TrunkMeasurement: Sendable, Equatable, Codable {
  /// Fewest steps of a walk that is measured: four strides.
  package var fewestSteps = 8
  /// Number of harmonics in the harmonic ratio (Menz et al. 2003, doi 10.1016/S0966-6362(02)00159-5).
  package var harmonics = 20
  /// Steps over which an autocorrelation is taken, the mean of which is the regularity: the 10 to 20 m walks of
  /// which the measure was made. Over minutes the cadence wanders, and one lag would fit nowhere.
  package var regularitySteps = 16
  /// Share of a step around the mean duration within which the lag of the autocorrelation is sought.
  package var lagTolerance = 0.05

  package init() {}

  /// The parts of a walking sequence in which the direction stays the same.
  ///
  /// - Parameter standing: Upward in the sensor's axes while the person stands, if it is known.
  package func walks(of walk: DirectedWalk, mounting: TrunkMounting, standing: Vector3? = nil) -> [TrunkWalk] {
    parts(of: walk.directions.map(\.direction), walk, mounting, standing)
  }

  /// The parts of a walking sequence that lie in one of `bouts` (ascending, without overlap).
  package func walks(
    of walk: DirectedWalk, in bouts: [WalkingBout], mounting: TrunkMounting, standing: Vector3? = nil
  ) -> [TrunkWalk] {
    var next = 0
    let numbers = walk.motion.sequence.steps.map { index -> Int? in
      let time = walk.stream.time(at: index)
      while next < bouts.count, bouts[next].end < time { next += 1 }
      return next < bouts.count && bouts[next].start <= time ? next : nil
    }
    return parts(of: numbers, walk, mounting, standing).map { part in
      var part = part
      let middle = (part.start + part.end) / 2
      if let bout = bouts.first(where: { $0.end >= middle }) { part.direction = bout.direction }
      return part
    }
  }

  /// The parts over which `labels`, one per step, stay the same and are not `nil`.
  private func parts<Label: Equatable>(
    of labels: [Label?], _ walk: DirectedWalk, _ mounting: TrunkMounting, _ standing: Vector3?
  ) -> [TrunkWalk] {
    var result: [TrunkWalk] = []
    var start = 0
    for k in labels.indices.dropFirst() + [labels.count] {
      guard k == labels.count || labels[k] != labels[start] else { continue }
      if labels.indices.contains(start), labels[start] != nil, k - start >= fewestSteps {
        result.append(measured(start..<k, of: walk, mounting: mounting, standing: standing))
      }
      start = k
    }
    return result
  }

  /// Along front, left and up, and a zero.
  private typealias Acceleration = SIMD4<Double>

  private func measured(
    _ steps: Range<Int>, of walk: DirectedWalk, mounting: TrunkMounting, standing: Vector3?
  ) -> TrunkWalk {
    let (stream, sequence) = (walk.stream, walk.motion.sequence)
    let last = steps.upperBound - 1
    let samples = sequence.steps[steps.lowerBound]..<sequence.steps[last]
    let (front, left) = mounting.axes(in: walk.motion)
    let axes = (front: front, left: left, up: walk.motion.up)
    let mean = stream.acceleration.mean(of: samples)

    var squares = Acceleration.zero
    var ratios: [Acceleration] = []
    var (stepRegularity, strideRegularity) = (Acceleration.zero, Acceleration.zero)
    for part in parts(of: steps) {
      // To the first step of the next part, so that no sample is left out.
      let points = sequence.steps[part.lowerBound...min(part.upperBound, last)]
      let first = points[part.lowerBound]
      let signal = accelerations(along: axes, in: stream, first..<points[points.endIndex - 1], mean)
      squares += product(of: signal[...], lag: 0) * Double(signal.count)
      ratios += harmonicRatios(of: signal, points.map { $0 - first })

      let own = signal.prefix(points[part.upperBound - 1] - first)
      let (step, stride) = regularities(of: own, steps: part.count)
      let weight = Double(part.count) / Double(steps.count)
      stepRegularity += step * weight
      strideRegularity += stride * weight
    }
    var result = TrunkMeasures(steps: steps.count)
    result.rms = BodyAxes((squares / Double(samples.count)).squareRoot())
    func middle(_ axis: Int) -> Double? { median(of: ratios.map { $0[axis] }.filter { $0.isFinite }) }
    result.harmonicRatio = BodyAxes(front: middle(0), left: middle(1), up: middle(2))
    result.verticalDisplacement = median(of: sequence.drops[steps].filter { $0 > 0 })
    result.inclination = standing.flatMap { TrunkInclination.angle(of: mean, front: front, standing: $0) }
    result.stepRegularity = BodyAxes(stepRegularity)
    result.strideRegularity = BodyAxes(strideRegularity)
    return TrunkWalk(
      start: stream.time(at: samples.lowerBound), end: stream.time(at: samples.upperBound),
      direction: walk.directions[steps.lowerBound].direction, measures: result)
  }

  /// Windows of about `regularitySteps` that `steps` are cut into, the last one longer by the rest.
  private func parts(of steps: Range<Int>) -> [Range<Int>] {
    let count = max(1, steps.count / regularitySteps)
    return (0..<count).map { k in
      let start = steps.lowerBound + k * regularitySteps
      return start..<(k == count - 1 ? steps.upperBound : start + regularitySteps)
    }
  }

  /// Specific force along the axes less `mean`.
  private func accelerations(
    along axes: (front: Vector3, left: Vector3, up: Vector3), in stream: EvenStream, _ samples: Range<Int>,
    _ mean: Vector3
  ) -> [Acceleration] {
    let x = Acceleration(axes.front.x, axes.left.x, axes.up.x, 0)
    let y = Acceleration(axes.front.y, axes.left.y, axes.up.y, 0)
    let z = Acceleration(axes.front.z, axes.left.z, axes.up.z, 0)
    return stream.acceleration.withColumns { fx, fy, fz in
      samples.map { (fx[$0] - mean.x) * x + (fy[$0] - mean.y) * y + (fz[$0] - mean.z) * z }
    }
  }

  // MARK: Regularity

  /// Autocorrelation of the signals after one step and after one stride.
  private func regularities(
    of signal: ArraySlice<Acceleration>, steps: Int
  ) -> (step: Acceleration, stride: Acceleration) {
    let step = Int((Double(signal.count) / Double(max(1, steps - 1))).rounded())
    let reach = max(1, Int(lagTolerance * Double(step)))
    let (stepLag, afterStep) = highest(of: signal, around: step, reach: reach)
    let (_, afterStride) = highest(of: signal, around: 2 * stepLag, reach: reach)
    let power = product(of: signal, lag: 0)
    let scale = power.replacing(with: .leastNormalMagnitude, where: power .< .leastNormalMagnitude)
    // Steps of either foot are alike along front and up; to the side they are opposite.
    return (afterStep / scale * Acceleration(1, -1, 1, 0), afterStride / scale)
  }

  /// The lag around `lag` at which the upward signal is most like itself.
  private func highest(
    of signal: ArraySlice<Acceleration>, around lag: Int, reach: Int
  ) -> (lag: Int, product: Acceleration) {
    let lags = max(1, lag - reach)...(lag + reach)
    return lags.map { ($0, product(of: signal, lag: $0)) }.max { $0.1.z < $1.1.z } ?? (lag, .zero)
  }

  /// Mean product of the signals with themselves `lag` samples later.
  private func product(of signal: ArraySlice<Acceleration>, lag: Int) -> Acceleration {
    guard lag < signal.count else { return .zero }
    let count = signal.count - lag
    let sum = signal.withUnsafeBufferPointer { x in
      // Two sums do not wait for each other.
      var (even, odd) = (Acceleration.zero, Acceleration.zero)
      for i in stride(from: 1, to: count, by: 2) {
        even += x[i - 1] * x[i - 1 + lag]
        odd += x[i] * x[i + lag]
      }
      if !count.isMultiple(of: 2) { even += x[count - 1] * x[count - 1 + lag] }
      return even + odd
    }
    return sum / Double(count)
  }

  // MARK: Harmonic ratio

  /// Of each stride between every second of `points`.
  private func harmonicRatios(of signal: [Acceleration], _ points: [Int]) -> [Acceleration] {
    stride(from: 2, to: points.count, by: 2).map { k in
      let folded = FoldedStride(signal[points[k - 2]..<points[k]])
      var (even, odd) = (Acceleration.zero, Acceleration.zero)
      for h in 1...harmonics {
        let (real, imaginary) = folded.harmonic(h)
        let amplitude = (real * real + imaginary * imaginary).squareRoot()
        if h.isMultiple(of: 2) { even += amplitude } else { odd += amplitude }
      }
      return Acceleration(even.x / odd.x, odd.y / even.y, even.z / odd.z, 0)
    }
  }
}

extension BodyAxes {
  fileprivate init(_ values: SIMD4<Double>) {
    self.init(front: values.x, left: values.y, up: values.z)
  }
}

extension TriaxialSeries {
  /// The mean over `range`.
  func mean(of range: Range<Int>) -> Vector3 {
    let sum = withColumns { x, y, z in
      range.reduce(into: Vector3.zero) { $0 += Vector3(x[$1], y[$1], z[$1]) }
    }
    return sum / Double(max(range.count, 1))
  }
}
