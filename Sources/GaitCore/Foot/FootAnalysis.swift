import GaitModel
import GaitSignal

/// The strides of one foot, from the sensor worn on it.
public struct FootAnalysis: Sendable, Equatable, Codable {
  /// The axis of the sensor on the left foot that points to the toes, where it is known; `nil` takes that of the
  /// recording's details, or else finds it.
  public var leftToes: SensorAxis?
  /// The axis of the sensor on the right foot that points to the toes, where it is known; `nil` takes that of the
  /// recording's details, or else finds it.
  public var rightToes: SensorAxis?
  /// Segments of even sampling, between gaps.
  package var segmentation = StreamSegmentation()
  /// Motion intensity, from which rest and foot-flat phases follow.
  package var motion = MotionIntensity()
  /// Rests of the sensor, in which the gyroscope shows its bias.
  package var rest = RestDetector()
  /// The gyroscope's bias.
  package var bias = GyroscopeBias()
  /// Phases in which the foot is flat on the ground.
  package var footFlat = FootFlatDetector()
  /// Removal of foot-flat phases that contradict their neighbors.
  package var consistency = ZeroVelocityConsistency()
  /// Removal of phases in which the foot stood on its toes or its heel.
  package var rocker = RockerDetector()
  /// Rotation that lost or clipped samples hide.
  package var unseen = UnseenRotation()
  /// Path of the foot from one foot-flat phase to the next.
  package var integration = SwingIntegration()
  /// Axes of the foot in those of the sensor.
  package var alignment = FootAlignment()
  /// Place of heel and ball below the sensor.
  package var sole = SoleCalibration()
  /// Strides, from the path of the foot.
  package var builder = StrideBuilder()
  /// Share of the swings that must have a length; below it, a warning follows.
  package var leastMeasured = 0.8
  /// Fewest swings of which the share with a length is judged: with five, a single one without a length gives no
  /// warning.
  package var fewestSwings = 5

  package init() {}

  /// What was found of one foot.
  package struct Result: Sendable {
    package var foot: Side
    package var strides: [Stride] = []
    package var events: [GaitEvent] = []
    package var curves: [StrideCurve] = []
    package var signals: [StrideSignals] = []
    package var findings: SensorFindings
    /// The foot's axes; `nil` without a swing that tells them.
    package var axes: FootAxes?
    /// Of each straight forward stride: see `FootLabels`; rad.
    package var twists: [Double] = []
    package var warnings: [FootWarning] = []
  }

  /// What was found of the feet of one person; how each of them points is decided for both together.
  ///
  /// - Parameter toes: What is known of the recording's sensors.
  package func callAsFunction(_ feet: [(foot: Side, stream: SensorStream)], toes: ToeAxes? = nil) -> [Result] {
    let segments = feet.map { self.segments(of: $0.stream) }
    let declared = feet.map { (($0.foot == .left ? leftToes : rightToes) ?? toes?[$0.foot])?.vector }
    let axes = alignment.axes(of: segments, toes: declared)
    return feet.indices.map { k in
      result(of: feet[k].stream, foot: feet[k].foot, segments: segments[k], axes: axes[k])
    }
  }

  /// The segments of one sensor's samples.
  package func segments(of stream: SensorStream) -> [FootSegment] {
    segments(of: segmentation.segments(of: stream))
  }

  private func result(of stream: SensorStream, foot: Side, segments: [FootSegment], axes: FootAxes?) -> Result {
    var segments = segments
    let clipped = segments.reduce(0) { $0 + $1.stream.clippedCount }
    var result = Result(
      foot: foot,
      findings: SensorFindings(
        placement: stream.placement, samples: stream.count, timing: stream.timing, clippedSamples: clipped))
    result.findings.describe(segments, sampleCount: stream.count)

    guard let axes else {
      result.strides = builder.unmeasuredStrides(of: segments, foot: foot)
      result.describe(fewestSwings: fewestSwings, leastMeasured: leastMeasured)
      return result
    }
    result.axes = axes
    let geometry = sole.geometry(of: segments, axes: axes)
    for k in segments.indices {
      segments[k].swings = integration.paths(
        between: segments[k].phases, track: segments[k].track, height: geometry.sensorHeight)
    }
    (result.strides, result.events, result.curves, result.signals) = builder.strides(
      of: segments, foot: foot, axes: axes, sole: geometry)
    result.twists = builder.twists(of: result.strides, in: segments, axes: axes)
    result.findings.alignment = .init(rotation: axes.rotation, confidence: axes.frontConfidence)
    result.describe(fewestSwings: fewestSwings, leastMeasured: leastMeasured)
    result.warnings += warnings(for: stream, axes: axes, strides: result.strides, clipped: clipped)
    return result
  }

  /// The segments of one sensor, which share its gyroscope's bias: those without a rest take it from the rests of the
  /// others, or else short ones from the longest.
  private func segments(of streams: [EvenStream]) -> [FootSegment] {
    let rests = streams.map { stream in
      rest.rests(in: stream, intensity: motion.values(of: stream, steadyRotationIsRest: true))
    }
    let resting = zip(streams, rests).map { bias.restingRate(of: $0, rests: $1) }
    let restingSamples = rests.map { $0.reduce(0) { $0 + $1.count } }
    if let common = bias.common(zip(resting, restingSamples).map { (rate: $0, samples: $1) }) {
      return streams.indices.map { k in
        segment(track(of: streams[k], bias: resting[k] ?? common), rests: rests[k])
      }
    }
    guard let longest = streams.indices.max(by: { streams[$0].count < streams[$1].count }) else { return [] }
    let first = movingSegment(streams[longest], rests: rests[longest])
    return streams.indices.map { k in
      if k == longest { return first }
      let isShort = Double(streams[k].count) * streams[k].period < bias.longEnough
      return isShort
        ? segment(track(of: streams[k], bias: first.track.bias), rests: rests[k])
        : movingSegment(streams[k], rests: rests[k])
    }
  }

  /// A segment whose bias is found while the foot moves: of a long one in the middle of it, and then refined.
  private func movingSegment(_ stream: EvenStream, rests: [Range<Int>]) -> FootSegment {
    let enough = stream.samples(in: bias.enough)
    guard stream.count > enough else { return unrestedSegment(stream, rests: rests) }
    let first = (stream.count - enough) / 2
    let middle = unrestedSegment(stream.part(first..<(first + enough)), rests: [])
    return segment(stream, coarseBias: middle.track.bias, rests: rests)
  }

  private func unrestedSegment(_ stream: EvenStream, rests: [Range<Int>]) -> FootSegment {
    let seen = stream.unseen.isEmpty ? stream : track(of: stream, bias: .zero).stream
    // A few strides, or a walk around a circle, tell a bias from none only by the stances that agree with it.
    let candidates = [bias.coarseBias(of: seen), bias.isShort(stream) ? shortBias(of: seen) : nil].compactMap { $0 }
    var best = segment(stream, coarseBias: .zero, rests: rests)
    for candidate in candidates {
      let found = segment(stream, coarseBias: candidate, rests: rests)
      if found.phases.count > best.phases.count { best = found }
    }
    return best
  }

  /// The bias of a few strides, from all phases of little motion: those that are no stances are outliers.
  private func shortBias(of stream: EvenStream) -> Vector3? {
    let track = InertialTrack(stream, bias: .zero)
    let phases = footFlat.phases(in: motion.values(of: stream), of: stream)
    return bias.refinedBias(of: track, phases: phases, longest: integration.longest)
  }

  private func segment(_ stream: EvenStream, coarseBias: Vector3, rests: [Range<Int>]) -> FootSegment {
    let coarse = track(of: stream, bias: coarseBias)
    let first = segment(coarse, rests: rests)
    guard
      let refined = bias.refinedBias(of: coarse, phases: first.phases, longest: integration.longest),
      (refined - coarse.bias).norm > bias.negligible
    else { return first }
    return segment(track(of: stream, bias: refined), rests: rests)
  }

  private func track(of stream: EvenStream, bias: Vector3) -> InertialTrack {
    guard !stream.unseen.isEmpty else { return InertialTrack(stream, bias: bias) }
    let phases = footFlat.phases(in: motion.values(of: stream, bias: bias), of: stream)
    return InertialTrack(unseen.mended(stream, bias: bias, phases: phases), bias: bias)
  }

  private func segment(_ track: InertialTrack, rests: [Range<Int>]) -> FootSegment {
    let intensity = motion.values(of: track.stream, bias: track.bias)
    let candidates = footFlat.phases(in: intensity, of: track.stream)
    let phases = rocker.withoutRockers(consistency.consistent(candidates, track: track), track: track)
    let swings = integration.paths(between: phases, track: track, height: sole.assumedHeight)
    return FootSegment(
      track: track, intensity: intensity, phases: phases, candidates: candidates, swings: swings, rests: rests)
  }

  private func warnings(
    for stream: SensorStream, axes: FootAxes, strides: [Stride], clipped: Int
  ) -> [FootWarning] {
    var warnings: [FootWarning] = []
    switch axes.declaration {
    case .contradicted: warnings.append(.toesContradicted)
    case .upright: warnings.append(.toesUpright)
    case .agrees, nil: break
    }
    // Below 0.6 no stride enters an aggregate of direction.
    if axes.declaration != .contradicted && !strides.isEmpty && axes.frontConfidence < 0.6 {
      warnings.append(.toesUnknown)
    }
    if !strides.isEmpty && !builder.firstContact.canTellPitch(with: axes) {
      warnings.append(.loose(degrees: Int((axes.upDeviation * 180 / .pi).rounded())))
    }
    if clipped > 0 { warnings.append(.clipped(samples: clipped)) }
    let longest = segmentation.longestBridge
    let gaps = stream.timing.gaps.filter { $0.duration > longest }
    if !gaps.isEmpty { warnings.append(.missing(places: gaps.count, longerThan: longest)) }
    return warnings
  }
}

extension FootAnalysis.Result {
  /// Counts the swings that were seen and those that have a length, and warns where many have none.
  fileprivate mutating func describe(fewestSwings: Int, leastMeasured: Double) {
    let measured = strides.count { $0.isValid && $0.length != nil }
    findings.swings = strides.count
    findings.measuredSwings = measured
    guard !strides.isEmpty else {
      warnings.append(axes == nil ? .noSwing : .noStride)
      return
    }
    guard strides.count >= fewestSwings, Double(measured) < leastMeasured * Double(strides.count) else { return }
    var reasons: [RejectReason: Int] = [:]
    for stride in strides { if let reason = stride.rejectReason { reasons[reason, default: 0] += 1 } }
    let main = reasons.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    warnings.append(.fewLengths(swings: strides.count, measured: measured, mostOften: main))
  }
}

extension SensorFindings {
  fileprivate mutating func describe(_ segments: [FootSegment], sampleCount: Int) {
    guard let longest = segments.max(by: { $0.stream.count < $1.stream.count }) else { return }
    let bias = longest.track.bias
    gyroscopeBias = [bias.x, bias.y, bias.z]
    var still = 0
    var force = 0.0
    for segment in segments {
      for rest in segment.rests {
        for i in rest { force += segment.stream.acceleration[i].norm }
        still += rest.count
      }
    }
    restShare = sampleCount > 0 ? Double(still) / Double(sampleCount) : nil
    restingAcceleration = still > 0 ? force / Double(still) : nil
  }
}
