import GaitModel
import GaitSignal

/// Where the sensor sits above the sole, from the way it moves while the foot rolls over heel and ball.
///
/// A foot that rolls over a point of its sole gives the sensor a velocity that is the angular velocity times the
/// lever from that point. From the rise of the heel and from the loading of the foot follow the two levers: to the
/// ball of the foot and to the heel. No two shoes and mountings are alike, so they are measured in each recording.
package struct SoleGeometry: Sendable, Equatable {
  /// A point of the sole over which the foot rolls.
  package struct Pivot: Sendable, Equatable {
    /// Height of the sensor above the point, in m.
    package var height: Double
    /// How far the point lies in front of the sensor, in m; negative behind it.
    package var ahead: Double
  }

  package var heel: Pivot
  package var ball: Pivot
  /// Number of swings each was measured in.
  package var heelSwings: Int
  package var ballSwings: Int

  /// Height of the sensor above the ground in m.
  ///
  /// The heel's, where it was measured: over the ball the shoe bends, and part of its rotation moves no lever.
  package var sensorHeight: Double { heelSwings > 0 || ballSwings == 0 ? heel.height : ball.height }

  /// Height of a point of the sole above where it is when the foot is flat, without that of the sensor.
  ///
  /// - Parameters:
  ///   - pitchSine, pitchCosine: Of the foot's pitch, toes up positive.
  package static func drop(of pivot: Pivot, pitchSine: Double, pitchCosine: Double) -> Double {
    // The lever (ahead, −height) turned by the pitch, less the lever when flat.
    pivot.ahead * pitchSine - pivot.height * pitchCosine + pivot.height
  }
}

/// Measures the sole's geometry.
package struct SoleCalibration: Sendable, Equatable, Codable {
  /// Rotation in rad up to which a foot rolls over the ball before the toes bend (15°).
  package var rise = 0.262
  /// Rotation in rad from which a foot comes down on the heel or ball; larger ones include the impact (10°).
  package var loading = 0.175
  /// Fewest samples of a fit of the lever.
  package var fewestSamples = 4
  /// Fewest swings whose fits replace the assumed place of the sensor.
  package var fewestSwings = 3
  /// Plausible heights of a sensor on a shoe above the sole, in m.
  package var plausibleHeight = 0.0...0.25
  /// Largest plausible distance of a sensor from heel or ball along a shoe, in m.
  package var plausibleDistance = 0.3
  /// Height of a sensor on the instep or at the ankle above the sole that is assumed until it is measured, in m.
  package var assumedHeight = 0.08
  /// Distance of a sensor on the instep or at the ankle from the ball, and from the heel, that is assumed until it is
  /// measured, in m.
  package var assumedDistance = 0.08

  package init() {}

  /// What is assumed before anything was measured.
  package var assumed: SoleGeometry {
    SoleGeometry(
      heel: .init(height: assumedHeight, ahead: -assumedDistance),
      ball: .init(height: assumedHeight, ahead: assumedDistance), heelSwings: 0, ballSwings: 0)
  }

  package func geometry(of segments: [FootSegment], axes: FootAxes) -> SoleGeometry {
    var heels: [SoleGeometry.Pivot] = []
    var balls: [SoleGeometry.Pivot] = []
    for segment in segments {
      for swing in segment.swings {
        for phase in [Phase.rise, .loading] {
          guard let (pivot, toesGoDown) = fit(phase, of: swing, axes: axes, track: segment.track) else { continue }
          // Toes going down before the swing is the heel's rise over the ball; after it, the heel's contact.
          if toesGoDown == (phase == .rise) { balls.append(pivot) } else { heels.append(pivot) }
        }
      }
    }
    var result = assumed
    if let heel = middle(of: heels) { (result.heel, result.heelSwings) = (heel, heels.count) }
    if let ball = middle(of: balls) { (result.ball, result.ballSwings) = (ball, balls.count) }
    return result
  }

  private enum Phase { case rise, loading }

  private func middle(of pivots: [SoleGeometry.Pivot]) -> SoleGeometry.Pivot? {
    guard pivots.count >= fewestSwings, let height = median(of: pivots.map(\.height)),
      let ahead = median(of: pivots.map(\.ahead))
    else { return nil }
    return .init(height: height, ahead: ahead)
  }

  /// The lever that explains the change of velocity by the change of angular velocity best, in least squares.
  private func fit(
    _ phase: Phase, of swing: SwingPath, axes: FootAxes, track: InertialTrack
  ) -> (pivot: SoleGeometry.Pivot, toesGoDown: Bool)? {
    let origin = phase == .rise ? 0 : swing.count - 1
    let step = phase == .rise ? 1 : -1
    guard let front = track.orientation[swing.first + origin].rotate(axes.front).perpendicular(to: swing.up).normalized
    else { return nil }
    let limit = phase == .rise ? rise : loading
    let period = track.stream.period
    let rate0 = pitchDownRate(at: swing.first + origin, axes: axes, track: track)
    var angle = 0.0
    var i = origin
    var samples = 0
    var (ff, fx, fz) = (0.0, 0.0, 0.0)
    while abs(angle) < limit {
      i += step
      guard i >= 0, i < swing.count else { return nil }
      let rate = pitchDownRate(at: swing.first + i, axes: axes, track: track)
      angle += rate * period
      let change = swing.velocity[i] - swing.velocity[origin]
      let turned = rate - rate0
      ff += turned * turned
      fx += turned * change.dot(front)
      fz += turned * change.dot(swing.up)
      samples += 1
    }
    guard samples >= fewestSamples, ff > 0 else { return nil }
    // Toes-down rotation ω about the left axis moves a sensor at height h over a point a ahead of it by
    // v = ω × (−a, 0, h): forward by ω·h, up by ω·a.
    let pivot = SoleGeometry.Pivot(height: fx / ff, ahead: fz / ff)
    guard plausibleHeight.contains(pivot.height), abs(pivot.ahead) < plausibleDistance else {
      return nil
    }
    return (pivot, angle > 0)
  }

  /// Rate of rotation toward toes down, rad/s.
  private func pitchDownRate(at index: Int, axes: FootAxes, track: InertialTrack) -> Double {
    (track.stream.angularVelocity[index] - track.bias).dot(axes.left)
  }
}
