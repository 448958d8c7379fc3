import GaitModel
import GaitSignal

/// The foot's axes, seen from a sensor mounted on it in any orientation.
package struct FootAxes: Sendable, Equatable {
  /// To the toes, to the left and up when the foot is flat; unit vectors in the sensor's axes, right-handed.
  package var front: Vector3
  package var left: Vector3
  package var up: Vector3
  /// Probability that `front` points to the toes and not to the heel.
  package var frontConfidence: Double
  /// Standard deviation of the direction of `front` about `up`, in rad.
  package var headingDeviation: Double

  /// The foot's pitch in rad, toes up positive, zero when flat.
  ///
  /// - Parameters:
  ///   - orientation: From the sensor's axes to the track's.
  ///   - up: Up in the track's axes.
  package func pitchSine(orientation: Quaternion, up: Vector3) -> Double {
    min(max(orientation.rotate(front).dot(up), -1), 1)
  }

  /// The rotation from the sensor's axes to the foot's, as rows front, left, up.
  package var rotation: [[Double]] {
    [front, left, up].map { [$0.x, $0.y, $0.z] }
  }
}

/// Finds the foot's axes from the way it moves.
///
/// Up is what the accelerometer reads in the foot-flat phases. A walking foot turns mostly about its mediolateral
/// axis, which is therefore the direction of largest angular velocity in the horizontal plane. Which way along the
/// foot the toes are shows in the pitch: the heel can rise by 60° and more over the ball of the foot, the toes only
/// by 30° over the heel, so the larger and longer excursion is heel up, toes down, whether one walks forward or
/// backward.
package struct FootAlignment: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Shortest horizontal displacement, in m, of a swing that tells the axes.
    package var shortestSwing = 0.1
    /// Swings that agree less than this on the pitch's sign are no evidence: share of votes for the minority.
    package var voteReliability = 0.93
    /// Direction of a foot's mediolateral axis from one swing, in rad: legs swing outward and feet turn out (15°).
    package var headingDeviationPerSwing = 0.26

    package init() {}
  }

  /// The axes, or `nil` where there is no swing to tell them.
  package func axes(of segments: [FootSegment]) -> FootAxes? {
    let telling = segments.flatMap { segment in
      segment.swings.filter { $0.horizontalDisplacement.norm > settings.shortestSwing }
        .map { (swing: $0, track: segment.track) }
    }
    guard !telling.isEmpty else { return nil }
    let ups = telling.flatMap { swing, track in
      [swing.first, swing.last].map { track.orientation[$0].inverse.rotate(swing.up) }
    }
    guard let up = median(of: ups)?.normalized else { return nil }
    var spread = SymmetricMatrix3()
    for (swing, track) in telling {
      for i in swing.first...swing.last {
        spread.addOuterProduct(track.stream.angularVelocity[i] - track.bias)
      }
    }
    guard let (axis, largest, smallest) = spread.principalAxis(perpendicularTo: up), largest > 0 else { return nil }

    // Third powers weigh the large and long excursions; their sum has the sign of the larger side.
    var votes = (toesDown: 0.0, total: 0.0)
    for (swing, track) in telling {
      let skewness = pitchSkewness(of: swing, about: axis, track: track)
      votes.toesDown += skewness > 0 ? 1 : 0
      votes.total += 1
    }
    let agrees = votes.toesDown * 2 >= votes.total
    let left = agrees ? axis : -axis
    // Votes are not independent, so each counts half; a beta-binomial posterior with the reliability seen.
    let margin = abs(2 * votes.toesDown - votes.total) / 2
    let odds = settings.voteReliability / (1 - settings.voteReliability)
    let confidence = 1 / (1 + power(1 / odds, margin))
    let deviation =
      settings.headingDeviationPerSwing
      * min(1, (1 / votes.total + smallest / largest).squareRoot())
    return FootAxes(
      front: left.cross(up), left: left, up: up, frontConfidence: confidence, headingDeviation: deviation)
  }

  /// ∫ θ³ dt with θ the rotation about `axis` since the foot was flat, relative to a straight line from start to end.
  private func pitchSkewness(of swing: SwingPath, about axis: Vector3, track: InertialTrack) -> Double {
    let period = track.stream.period
    var angle = [0.0]
    angle.reserveCapacity(swing.count)
    for i in swing.first..<swing.last {
      let rate = (track.stream.angularVelocity[i] - track.bias).dot(axis)
      angle.append(angle[angle.count - 1] + rate * period)
    }
    let drift = angle[angle.count - 1] / Double(max(1, angle.count - 1))
    var sum = 0.0
    for (i, value) in angle.enumerated() {
      let corrected = value - drift * Double(i)
      sum += corrected * corrected * corrected
    }
    return sum
  }

  /// `base` to the power of a non-negative number that need not be whole.
  private func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    for _ in 0..<Int(exponent) { result *= base }
    if exponent - exponent.rounded(.down) >= 0.5 { result *= base.squareRoot() }
    return result
  }
}
