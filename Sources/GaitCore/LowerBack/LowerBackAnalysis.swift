import GaitModel
import GaitSignal

/// Finds steps, their sides, direction and length from one sensor on the lower back or at the front of the waist,
/// mounted in any orientation.
///
/// Everything rests on three facts of walking that hold forward and backward: the trunk is lowest once in every step;
/// the body is slowed down while it rises over the leg and sped up while it falls; and walking backward is much like
/// walking forward with time running backward, so that quantities which do not change with the direction of time
/// (positions, angles, accelerations, the lever of the sensor) tell front and side, and those which do tell the
/// direction.
public struct LowerBackAnalysis: Sendable, Equatable, Codable {
  /// The axis of the sensor that points to the wearer's front, where it is known; `nil` takes that of the
  /// recording's details, or else finds it.
  public var front: SensorAxis?
  /// Probability of the front below which a warning states that directions are relative to each other: one in ten would
  /// be exchanged.
  package var sureFront = 0.9
  /// Segments of even sampling, between gaps.
  package var segmentation = StreamSegmentation()
  /// Lowest points of the trunk, one in each step.
  package var lowestPoints = LowestPointDetector()
  /// Walking sequences, from lowest points that follow each other.
  package var sequences = WalkingSequenceDetector()
  /// Steps of an uneven walk in which only every second one is clear.
  package var uneven = UnevenSteps()
  /// Check that a sequence moves as walking does.
  package var check = WalkingCheck()
  /// How the sensor sits on the trunk: its front and its left.
  package var mounting = TrunkMountingFinder()
  /// Times of steps, from the whole movement around the lowest points.
  package var timing = StepTiming()
  /// Which steps are those of the left foot.
  package var sides = StepSideClassifier()
  /// Direction of travel of each step.
  package var direction = TravelDirectionClassifier()
  /// What surrounds a walk: standing, other movement, or more walking.
  package var surroundings = WalkSurroundingsDetector()
  /// Length of each stride, with its interval.
  package var length = TrunkStrideLength()
  /// Strides and events, from steps, directions and lengths.
  package var strides = TrunkStrideBuilder()
  /// How the trunk moves in a walk.
  package var trunk = TrunkMeasurement()

  public init() {}

  /// What was found in one recording of a sensor on the lower back.
  public struct Result: Sendable, Equatable {
    /// Sorted by `end`; `contact` is empty, because the back does not tell what touches the ground first.
    public var strides: [Stride] = []
    /// Sorted by time.
    public var events: [GaitEvent] = []
    /// One for each stride that could be measured, in the same order.
    public var signals: [StrideSignals] = []
    public var findings: SensorFindings
    /// How the trunk moved in each part of at least four strides in one direction (or in one of the given bouts), in
    /// order of time.
    public var trunk: [TrunkWalk] = []
    /// What the user should know.
    public var warnings: [TrunkWarning] = []
  }

  /// Strides and events of one recording.
  ///
  /// - Parameter bouts: Walking bouts that another sensor found, ascending, without overlap; how the trunk moved is then
  ///   measured in these.
  public func callAsFunction(
    _ stream: SensorStream, details: RecordingDetails = RecordingDetails(), bouts: [WalkingBout]? = nil
  ) -> Result {
    let front = front ?? details.front
    let segments = segmentation.segments(of: stream)
    var result = Result(
      findings: SensorFindings(
        placement: stream.placement, samples: stream.count, timing: stream.timing,
        clippedSamples: segments.reduce(0) { $0 + $1.clippedCount }))

    let (walks, irregular) = walks(in: segments)
    let motions = walks.map(\.motion)
    let unmeasured = irregular.flatMap { strides.unmeasuredStrides(of: $0.sequence, in: segments[$0.segment]) }
    if !unmeasured.isEmpty {
      let times = irregular.compactMap { walk -> ClosedRange<Int>? in
        let (positions, stream) = (walk.sequence.positions, segments[walk.segment])
        guard let first = positions.first, let last = positions.last else { return nil }
        return Int(stream.time(at: first).rounded())...Int(stream.time(at: last).rounded())
      }
      result.warnings.append(
        .irregularSteps(
          unmeasured.count, times: Array(times.prefix(Self.mostTimes)), hasMore: times.count > Self.mostTimes))
    }
    guard
      let mounting = self.mounting.mounting(
        of: motions, placement: stream.placement, declared: front?.vector, surface: details.surface, travel: direction)
    else {
      if unmeasured.isEmpty { result.warnings.append(.noWalking) }
      result.add(unmeasured.map { ($0, nil) })
      return result
    }
    var directed = walks.map { walk in
      DirectedWalk(
        motion: walk.motion, stream: segments[walk.segment], sides: sides.sides(of: walk.motion, mounting: mounting),
        directions: direction.directions(of: walk.motion, mounting: mounting))
    }
    timing.refine(&directed)
    let standing = TrunkInclination.standing(
      beside: directed.map { ($0.motion.sequence, $0.stream) }, by: surroundings)
    let (lengths, source) = lengths(of: directed, mounting: mounting, details: details)
    var found: [(stride: Stride, signals: StrideSignals?)] = unmeasured.map { ($0, nil) }
    for (walk, lengths) in zip(directed, lengths) {
      let strides = self.strides.strides(of: walk, lengths: lengths, mounting: mounting)
      let (front, left) = mounting.axes(in: walk.motion)
      found += strides.map {
        ($0, StrideSignals(of: $0, in: walk.stream, front: front, left: left, up: walk.motion.up))
      }
      result.trunk +=
        bouts.map { trunk.walks(of: walk, in: $0, mounting: mounting, standing: standing) }
        ?? trunk.walks(of: walk, mounting: mounting, standing: standing)
    }
    result.add(found)
    result.findings.alignment = motions.max { $0.strides.count < $1.strides.count }.map { mounting.alignment(in: $0) }
    result.warnings += warnings(for: stream, mounting: mounting, front: front)
    if details.surface != .treadmill, let count = direction.unlevelStrides(of: motions) {
      result.warnings.append(.stairs(strides: count, of: motions.reduce(0) { $0 + $1.strides.count }))
    }
    result.warnings.append(.lengths(source))
    let unknown = result.strides.count { $0.length == nil && $0.direction != nil && $0.direction != .sideways }
    if unknown > 0 { result.warnings.append(.withoutLength(strides: unknown, of: result.strides.count)) }
    return result
  }

  /// Times of movement that looks like walking, in a warning.
  private static let mostTimes = 5

  /// The walking sequences of all segments with the motion of the trunk in them, and those that look like walking but
  /// cannot be measured.
  private func walks(
    in segments: [EvenStream]
  ) -> (walks: [(segment: Int, motion: TrunkMotion)], irregular: [(segment: Int, sequence: WalkingSequence)]) {
    let analyzer = TrunkMotionAnalyzer()
    var found: [(segment: Int, sequence: WalkingSequence, up: Vector3)] = []
    var points: [[LowestPoint]] = []
    var mean = Vector3.zero
    for (index, stream) in segments.enumerated() {
      let (clear, all) = lowestPoints.points(of: stream)
      points.append(all)
      for sequence in sequences.sequences(clear: clear, all: all, in: stream) {
        guard let up = analyzer.up(of: sequence, in: stream) else { continue }
        found.append((index, sequence, up))
        mean += up * Double(sequence.steps.count)
      }
    }
    let reference = [Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(0, 0, 1)].min { abs($0.dot(mean)) < abs($1.dot(mean)) }
    guard let reference else { return ([], []) }
    var irregular: [(segment: Int, sequence: WalkingSequence)] = []
    let walks = found.compactMap { index, sequence, up -> (segment: Int, motion: TrunkMotion)? in
      let (stream, all) = (segments[index], points[index])
      func motion(of sequence: WalkingSequence) -> TrunkMotion? {
        analyzer.motion(of: sequence, in: stream, up: up, reference: reference)
      }
      func walk(of sequence: WalkingSequence) -> TrunkMotion? {
        motion(of: sequence).flatMap { check.isWalking($0, rate: stream.rate) ? $0 : nil }
      }
      let plain = walk(of: sequence)
      if let plain, !check.missesEverySecondStep(plain, rate: stream.rate) { return (index, plain) }
      let uneven = self.uneven.points(of: sequence, all: all)
        .map { sequences.extended($0, all: all, in: stream) }.flatMap(walk)
      if let uneven, !check.missesEverySecondStep(uneven, rate: stream.rate) { return (index, uneven) }
      if let plain { return (index, walk(of: sequences.withStepsBetween(sequence, all: all)) ?? plain) }
      if let motion = motion(of: sequence), check.looksLikeWalking(motion) { irregular.append((index, sequence)) }
      return nil
    }
    return (walks, irregular)
  }

  private func warnings(
    for stream: SensorStream, mounting: TrunkMounting, front: SensorAxis?
  ) -> [TrunkWarning] {
    if mounting.isDeclared, let front {
      if mounting.confidence < 0.5 { return [.frontContradicted(front)] }
      if mounting.isInFront, mounting.isAmbiguous { return [.frontContradictedOrAtWaist(front)] }
      return mounting.isInFront && stream.placement == .lowerBack ? [.wornAtWaist] : []
    }
    if mounting.isAmbiguous { return [.backOrWaist] }
    if mounting.lineConfidence < sureFront { return [.forwardOrSideways] }
    return mounting.confidence < sureFront ? [.frontUnsure] : []
  }

  /// The lengths of the strides of each walk, and what they are from.
  private func lengths(
    of walks: [DirectedWalk], mounting: TrunkMounting, details: RecordingDetails
  ) -> (walks: [WalkLengths], source: TrunkWarning.LengthSource) {
    let usesHeight = details.height != nil
    var lengths = walks.map { walk in
      let surroundings = self.surroundings.surroundings(of: walk.motion.sequence, in: walk.stream)
      return WalkLengths(
        byStep: length.lengths(
          of: walk.motion, directions: walk.directions, surroundings: surroundings, mounting: mounting,
          height: details.height),
        surroundings: surroundings, limp: length.limp(of: walk.motion, mounting: mounting), model: length)
    }
    let motions = walks.map(\.motion)
    guard let beltSpeed = length.beltSpeed(details) else {
      guard let meters = details.walkedDistance else { return (lengths, .trunk(usesHeight: usesHeight)) }
      guard let scale = length.scale(of: lengths.map(\.byStep), toDistance: meters) else {
        return (lengths, .trunkAgainstDistance(meters: rounded(meters), usesHeight: usesHeight))
      }
      for k in lengths.indices {
        lengths[k].byStep = lengths[k].byStep.map { scale * $0 }
        lengths[k].isScaled = true
      }
      return (lengths, .knownDistance(meters: rounded(meters), scale: rounded(scale)))
    }
    if length.contradicts(lengths.map(\.byStep), beltSpeed: beltSpeed, in: motions) {
      return (lengths, .trunkAgainstBelt(usesHeight: usesHeight))
    }
    for (k, motion) in motions.enumerated() {
      lengths[k].byStep = length.lengths(of: motion, beltSpeed: beltSpeed)
      lengths[k].isFromBelt = true
    }
    return (lengths, .belt)
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

extension LowerBackAnalysis.Result {
  /// Adds strides with their signals, counts the strides of each foot and lists their events.
  fileprivate mutating func add(_ found: [(stride: Stride, signals: StrideSignals?)]) {
    let sorted = found.sorted { ($0.stride.end, $0.stride.foot.rawValue) < ($1.stride.end, $1.stride.foot.rawValue) }
    strides = sorted.map(\.stride)
    var counts: [Side: Int] = [:]
    for i in strides.indices {
      counts[strides[i].foot, default: 0] += 1
      strides[i].number = counts[strides[i].foot, default: 0]
      if var own = sorted[i].signals {
        own.number = strides[i].number
        signals.append(own)
      }
      events.append(GaitEvent(foot: strides[i].foot, time: strides[i].finalContact, kind: .finalContact))
      events.append(GaitEvent(foot: strides[i].foot, time: strides[i].end, kind: .initialContact))
    }
    events.sort { ($0.time, $0.foot.rawValue, $0.kind.rawValue) < ($1.time, $1.foot.rawValue, $1.kind.rawValue) }
  }
}

extension TrunkMounting {
  /// The trunk's front and left in the sensor's axes.
  func axes(in motion: TrunkMotion) -> (front: Vector3, left: Vector3) {
    (
      motion.first * front.first + motion.second * front.second, motion.first * left.first + motion.second * left.second
    )
  }

  fileprivate func alignment(in motion: TrunkMotion) -> SensorFindings.Alignment {
    func row(_ v: Vector3) -> [Double] { [v.x, v.y, v.z] }
    let (frontAxis, leftAxis) = axes(in: motion)
    return .init(rotation: [row(frontAxis), row(leftAxis), row(motion.up)], confidence: confidence)
  }
}
