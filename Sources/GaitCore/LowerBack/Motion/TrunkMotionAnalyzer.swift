import GaitModel
import GaitSignal

/// How the trunk moved over the strides of one walking sequence, along axes that are horizontal and vertical but not
/// yet front and left.
///
/// Stride `k` reaches from the step before step `k + 1` of the sequence to the one after it, so that consecutive
/// strides overlap by half.
package struct TrunkMotion: Sendable {
  package var sequence: WalkingSequence
  /// Upward in the sensor's axes: the direction of the mean specific force.
  package var up: Vector3
  /// Two horizontal directions in the sensor's axes; `second` is to the left of `first`.
  package var first: Vector3
  package var second: Vector3
  package var strides: [StrideMotion]
  /// What the strides tell about the side of the body on which the sensor sits.
  package var lever: LeverEvidence
}

/// The oscillations of the trunk in one stride that the later stages use.
package struct StrideMotion: Sendable, Equatable {
  /// Horizontal acceleration in m/s² at stride frequency, with the phase at the lowest point in mid-stride.
  package var sway: (first: Phasor, second: Phasor)
  /// Horizontal acceleration at step frequency and at twice the step frequency.
  package var surge: (first: Phasor, second: Phasor)
  package var surgeDoubled: (first: Phasor, second: Phasor)
  /// Upward acceleration at step frequency.
  package var heave: Phasor
  /// Root mean square of the upward acceleration up to the eighth harmonic, in m/s².
  package var verticalRMS: Double
  /// Amplitude of the rotation about the vertical at stride frequency, in rad.
  package var yaw: Double
  /// Change of heading over the stride in rad, positive to the left.
  package var turn: Double
  /// Seconds.
  package var duration: Double

  package static func == (a: StrideMotion, b: StrideMotion) -> Bool {
    a.sway == b.sway && a.surge == b.surge && a.surgeDoubled == b.surgeDoubled && a.heave == b.heave
      && a.verticalRMS == b.verticalRMS && a.yaw == b.yaw && a.turn == b.turn && a.duration == b.duration
  }
}

/// Sums over strides of products of horizontal acceleration and rotation about the vertical.
package struct LeverEvidence: Sendable, Equatable {
  /// The sums for one harmonic.
  package struct Harmonic: Sendable, Equatable {
    /// Acceleration along the two horizontal axes times the angle of rotation.
    package var firstTimesYaw = 0.0
    package var secondTimesYaw = 0.0
    package var firstSquared = 0.0
    package var secondSquared = 0.0
    package var firstTimesSecond = 0.0
    package var yawSquared = 0.0

    static func += (a: inout Harmonic, b: Harmonic) {
      a.firstTimesYaw += b.firstTimesYaw
      a.secondTimesYaw += b.secondTimesYaw
      a.firstSquared += b.firstSquared
      a.secondSquared += b.secondSquared
      a.firstTimesSecond += b.firstTimesSecond
      a.yawSquared += b.yawSquared
    }
  }

  package private(set) var harmonics = [Harmonic](repeating: Harmonic(), count: StrideHarmonics.count)
  package var strides = 0

  package static func += (a: inout LeverEvidence, b: LeverEvidence) {
    for h in a.harmonics.indices { a.harmonics[h] += b.harmonics[h] }
    a.strides += b.strides
  }

  mutating func add(first: Phasor, second: Phasor, yaw: Phasor, harmonic h: Int) {
    harmonics[h] += Harmonic(
      firstTimesYaw: (first * yaw.conjugate).real, secondTimesYaw: (second * yaw.conjugate).real,
      firstSquared: first.squaredAmplitude, secondSquared: second.squaredAmplitude,
      firstTimesSecond: (first * second.conjugate).real, yawSquared: yaw.squaredAmplitude)
  }
}

/// Measures the motion of the trunk in walking sequences.
package struct TrunkMotionAnalyzer: Sendable {
  package init() {}

  /// The upward direction over a sequence, in the sensor's axes.
  package func up(of sequence: WalkingSequence, in stream: EvenStream) -> Vector3? {
    guard let first = sequence.steps.first, let last = sequence.steps.last, last > first else { return nil }
    var sum = Vector3.zero
    for i in first..<last { sum += stream.acceleration[i] }
    return sum.normalized
  }

  /// - Parameter reference: The axis of the sensor that is nearest to horizontal; the same for all sequences of a
  ///   recording, so that their horizontal axes agree.
  package func motion(
    of sequence: WalkingSequence, in stream: EvenStream, up: Vector3, reference: Vector3
  ) -> TrunkMotion? {
    guard let first = reference.perpendicular(to: up).normalized else { return nil }
    var motion = TrunkMotion(
      sequence: sequence, up: up, first: first, second: up.cross(first), strides: [], lever: LeverEvidence())
    motion.strides.reserveCapacity(sequence.steps.count)
    for k in sequence.steps.indices.dropFirst().dropLast() {
      let range = sequence.steps[k - 1]..<sequence.steps[k + 1]
      let harmonics = StrideHarmonics(of: stream, in: range)
      let accelerations = (0..<StrideHarmonics.count).map { h in
        (
          first: harmonics.acceleration(along: motion.first, up: up, h),
          second: harmonics.acceleration(along: motion.second, up: up, h)
        )
      }
      let share = Double(sequence.steps[k] - range.lowerBound) / Double(range.count)
      motion.strides.append(stride(harmonics, horizontal: accelerations, up: up, middle: share))
      for (h, acceleration) in accelerations.enumerated() {
        motion.lever.add(
          first: acceleration.first, second: acceleration.second, yaw: harmonics.angle(about: up, h), harmonic: h)
      }
      motion.lever.strides += 1
    }
    return motion
  }

  /// - Parameters:
  ///   - horizontal: Acceleration along the horizontal axes, element by element.
  ///   - middle: Share of the stride that is over at the lowest point in the middle of it.
  private func stride(
    _ harmonics: StrideHarmonics, horizontal: [(first: Phasor, second: Phasor)], up: Vector3, middle: Double
  ) -> StrideMotion {
    let toMiddle = Phasor(angle: 2 * Double.pi * middle)
    let vertical = (0..<StrideHarmonics.count).reduce(0.0) { $0 + harmonics.force(along: up, $1).squaredAmplitude }
    return StrideMotion(
      sway: (horizontal[0].first * toMiddle, horizontal[0].second * toMiddle), surge: horizontal[1],
      surgeDoubled: horizontal[3], heave: harmonics.force(along: up, 1), verticalRMS: (vertical / 2).squareRoot(),
      yaw: harmonics.angle(about: up, 0).amplitude, turn: harmonics.turn(about: up), duration: harmonics.duration)
  }
}
