import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes a stride of each swing that carries the foot somewhere.
package struct StrideBuilder: Sendable, Equatable, Codable {
  /// Times of initial and final contact.
  package var contacts = ContactDetector()
  /// Direction of a stride.
  package var direction = DirectionClassifier()
  /// What touches the ground first.
  package var firstContact = FirstContactClassifier()
  /// Interval of a stride's length.
  package var interval = LengthInterval()
  /// Jolt at initial contact.
  package var jolt = ContactJolt()
  /// Swings that were seen but have no path.
  package var unmeasured = UnmeasuredSwingDetector()
  /// Horizontal displacement in m that makes a movement of the foot a swing: steps of 5 cm move the foot twice as far.
  package var shortestDisplacement = 0.05
  /// Height in m to which the whole sole rises when a foot steps in place; a tap leaves heel or toes down.
  package var smallestLift = 0.02
  /// Turn in rad that makes a lifted foot a step on the spot (20°).
  package var smallestTurn = 0.35
  /// Highest horizontal speed in m/s that a swing reaches at least; people who walk at 0.2 m/s reach 0.4.
  package var slowestSwing = 0.15
  /// Shortest and longest swing in seconds, between the fastest runner and the slowest shuffler.
  package var swingDuration = 0.1...2.5
  /// Motion intensity in rad/s in a foot-flat phase above which the foot was not at rest and the length of the
  /// stride is not known. Brisk walking stays below 0.7, jogging reaches 1 to 3.
  package var restlessPhase = 1.0
  /// Share of the swing's own intensity that a foot-flat phase may have for its stride to have a length: stance and
  /// swing differ by a factor of 10 and more.
  package var restlessShare = 0.25
  /// Longest stride in m of people who walk (Mobilise-D's limit is 2.19).
  package var longestStride = 2.5
  /// Highest speed in m/s of people who walk (Mobilise-D's limit is 2.22).
  package var highestSpeed = 3.0
  /// Longest stance in seconds between two swings of one walk: after a longer one the foot had been standing.
  package var longestStance = 2.5
  /// Time before final contact in which the foot rolls over its toes, in seconds.
  package var pushOff = 0.2
  /// Turn in rad up to which a stride is straight (20°).
  package var straightTurn = 0.35

  package init() {}

  /// The strides of a foot, ascending, numbered from 1, with the events that bound them, their signals, and the curves of
  /// those whose path is known.
  package func strides(
    of segments: [FootSegment], foot: Side, axes: FootAxes, sole: SoleGeometry
  ) -> (strides: [Stride], events: [GaitEvent], curves: [StrideCurve], signals: [StrideSignals]) {
    var strides: [Stride] = []
    var curves: [StrideCurve] = []
    var signals: [StrideSignals] = []
    var events: [GaitEvent] = []
    var seen: [Int] = []
    for segment in segments {
      var previousEnd: Double?
      var flats: [FootFlat] = []
      for entry in entries(of: segment, foot: foot, axes: axes, sole: sole) {
        var stride = entry.stride
        stride.number = strides.count + 1
        if let previousEnd, stride.finalContact > previousEnd, stride.finalContact - previousEnd <= longestStance {
          stride.start = previousEnd
        }
        guard let (swing, shape) = entry.path else {
          // When it ended is not known well enough to time the next stride.
          previousEnd = nil
          seen.append(strides.count)
          strides.append(stride)
          continue
        }
        // A curve is one of height and pitch.
        if stride.length != nil, firstContact.canTellPitch(with: axes) {
          var curve = StrideCurve(swing, shape: shape, foot: foot)
          curve.number = stride.number
          curves.append(curve)
        }
        if stride.rejectReason == nil, let speed = stride.speed, speed > highestSpeed {
          stride.rejectReason = .implausible
        }
        previousEnd = stride.end
        strides.append(stride)
        var measured = StrideSignals(
          swing, from: stride.start ?? segment.stream.time(at: swing.first), shape: shape, in: segment, axes: axes,
          foot: foot)
        measured.number = stride.number
        signals.append(measured)
        events.append(GaitEvent(foot: foot, time: stride.finalContact, kind: .finalContact))
        events.append(
          GaitEvent(foot: foot, time: stride.end, kind: .initialContact, contact: stride.contact))
        flats += [swing.phaseBefore, swing.phaseAfter]
      }
      var seen = Set<Int>()
      for phase in flats where seen.insert(phase.first).inserted {
        events.append(GaitEvent(foot: foot, time: segment.stream.time(at: phase.first), kind: .footFlatStart))
        events.append(GaitEvent(foot: foot, time: segment.stream.time(at: phase.last), kind: .footFlatEnd))
      }
    }
    unmeasured.settleDirections(of: seen, in: &strides)
    return (strides, events, curves, signals)
  }

  /// The swings of a foot whose axes are not known, numbered from 1.
  package func unmeasuredStrides(of segments: [FootSegment], foot: Side) -> [Stride] {
    var strides = segments.flatMap { segment in
      // No path went anywhere, or the axes would be known.
      let measured = segment.swings.map { (samples: span(of: $0), isStride: false) }
      return unmeasured.strides(of: segment, foot: foot, axes: nil, measured: measured)
    }
    for k in strides.indices { strides[k].number = k + 1 }
    return strides
  }

  /// A stride, and the path it was measured on; none where the swing was only seen.
  private struct Entry {
    var stride: Stride
    var path: (swing: SwingPath, shape: SwingShape)?
  }

  /// The strides of a segment, ascending, those included whose swing was seen and not measured.
  private func entries(
    of segment: FootSegment, foot: Side, axes: FootAxes, sole: SoleGeometry
  ) -> [Entry] {
    var entries: [Entry] = []
    var measured: [(samples: Range<Int>, isStride: Bool)] = []
    for swing in segment.swings {
      let shape = SwingShape(swing, axes: axes, sole: sole, track: segment.track)
      let samples = span(of: swing)
      switch outcome(of: swing, shape: shape, in: segment, foot: foot, axes: axes, sole: sole) {
      case .stride(let stride):
        entries.append(Entry(stride: stride, path: (swing, shape)))
        measured.append((samples, true))
      case .noSwing: measured.append((samples, false))
      case .unknown: break
      }
    }
    let seen = unmeasured.strides(of: segment, foot: foot, axes: axes, measured: measured)
    guard !seen.isEmpty else { return entries }
    return (entries + seen.map { Entry(stride: $0) }).sorted { $0.stride.end < $1.stride.end }
  }

  /// From the middle of the foot-flat phase before a swing to that after it.
  private func span(of swing: SwingPath) -> Range<Int> {
    swing.phaseBefore.middle..<max(swing.phaseBefore.middle, swing.phaseAfter.middle)
  }

  private enum Outcome {
    case stride(Stride)
    /// The foot moved, and went nowhere.
    case noSwing
    /// The path has no contacts where a swing has them.
    case unknown
  }

  /// A path without the contacts of a swing: it hides swings where it goes as far as they do.
  private func unknown(_ swing: SwingPath) -> Outcome {
    swing.horizontalDisplacement.norm < direction.shortestStride ? .noSwing : .unknown
  }

  private func outcome(
    of swing: SwingPath, shape: SwingShape, in segment: FootSegment, foot: Side, axes: FootAxes, sole: SoleGeometry
  ) -> Outcome {
    let track = segment.track
    let stream = segment.stream
    guard let contacts = contacts.contacts(of: swing, axes: axes, sole: sole, track: track) else {
      return unknown(swing)
    }
    let duration = (contacts.initialContact - contacts.finalContact) / stream.rate
    guard duration <= swingDuration.upperBound else { return unknown(swing) }
    guard duration >= swingDuration.lowerBound else { return .noSwing }

    let displacement = swing.horizontalDisplacement
    let length = displacement.norm
    guard shape.highestSpeed >= slowestSwing,
      length >= shortestDisplacement || shape.clearance >= smallestLift,
      length >= shortestDisplacement || shape.clearance >= smallestLift
        || abs(shape.turn) >= smallestTurn
    else { return .noSwing }

    var stride = Stride(
      foot: foot, number: 0, finalContact: stream.time(at: contacts.finalContact),
      end: stream.time(at: contacts.initialContact))
    let isAtRest =
      max(swing.phaseBefore.intensity, swing.phaseAfter.intensity)
      < min(restlessPhase, restlessShare * shape.intensity)
    let samples = swing.first..<(swing.last + 1)
    let lost = stream.lostTime(in: samples)
    let unseen = stream.unseenDisplacement(in: samples)
    let canTellPitch = firstContact.canTellPitch(with: axes)
    let isClipped = stream.clippedRotation.intersects(samples)
    if isAtRest && !isClipped && length <= longestStride {
      stride.length = length
      stride.lengthInterval = interval.interval(
        of: length, duration: Double(swing.last - swing.first) * stream.period,
        intensity: (swing.phaseBefore.intensity, swing.phaseAfter.intensity), lost: lost,
        unseenDisplacement: unseen)
      stride.lateralExcursion = shape.lateralExcursion
      // Both stand on the foot's being flat and still at the ends.
      if canTellPitch {
        stride.clearance = shape.clearance
        stride.elevation = swing.displacement.dot(swing.up)
      }
    }
    stride.turn = shape.turn
    stride.rejectReason = rejectReason(of: swing, in: stream, isAtRest: isAtRest, length: length)

    let forward = displacement.dot(shape.meanFront)
    let leftward = displacement.dot(swing.up.cross(shape.meanFront))
    if stream.seesRotation(in: samples) {
      let (direction, confidence) = direction.direction(
        forward: forward, leftward: leftward, turn: shape.turn, isAnchored: isAtRest, lost: lost,
        unseen: (unseen, stream.unseenRotation(in: samples)), axes: axes)
      stride.direction = direction
      stride.directionConfidence = confidence
    }

    let contact = Int(contacts.initialContact.rounded())
    let release = Int(contacts.finalContact.rounded())
    let pitch = shape.pitch(at: contact - swing.first)
    if canTellPitch {
      stride.footPitchAtContact = pitch
      stride.footPitchAtRelease = shape.pitch(at: release - swing.first)
      stride.footPitchRange = shape.pitchRange
    }
    let rate = -(stream.angularVelocity[contact] - track.bias).dot(axes.left)
    if let (first, confidence) = firstContact.contact(
      pitch: pitch, rate: rate, isAnchored: isAtRest && lost == 0, axes: axes)
    {
      stride.contact = first
      stride.contactConfidence = confidence
    }
    if canTellPitch { stride.contactPeak = jolt.peak(at: contact, pitch: pitch, sole: sole, axes: axes, track: track) }
    return .stride(stride)
  }

  /// How far the foot turned to the left and tilted with its left edge down before it left the ground, in rad, for each
  /// valid straight forward stride.
  package func twists(of strides: [Stride], in segments: [FootSegment], axes: FootAxes) -> [Double] {
    var k = 0
    return strides.compactMap { stride in
      guard stride.isValid, stride.direction == .forward, let turn = stride.turn, abs(turn) < straightTurn
      else { return nil }
      while k < segments.count, segments[k].stream.time(at: segments[k].stream.count - 1) < stride.finalContact {
        k += 1
      }
      guard k < segments.count else { return nil }
      let track = segments[k].track
      let last = Int((stride.finalContact - track.stream.start) * track.stream.rate)
      let first = last - track.stream.samples(in: pushOff)
      guard first >= 0, last < track.stream.count else { return nil }
      var angle = 0.0
      for i in first..<last {
        let rate = track.stream.angularVelocity[i] - track.bias
        // About up the foot turns to the left; about the front its left edge rises.
        angle += rate.dot(axes.up) - rate.dot(axes.front)
      }
      return angle * track.stream.period
    }
  }

  private func rejectReason(
    of swing: SwingPath, in stream: EvenStream, isAtRest: Bool, length: Double
  ) -> RejectReason? {
    if stream.losesTooMuch(in: swing.first..<(swing.last + 1)) { return .missingSamples }
    if stream.clippedRotation.intersects(swing.first..<(swing.last + 1)) { return .clipped }
    if !isAtRest { return .noFootFlat }
    if length > longestStride { return .implausible }
    return nil
  }
}
