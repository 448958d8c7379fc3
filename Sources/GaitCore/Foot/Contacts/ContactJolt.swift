import GaitModel
import GaitSignal

/// How hard the sole hits the ground: the largest change within 20 ms of the acceleration of that point of the sole that
/// lands, at right angles to the sole.
///
/// The sensor's own acceleration follows how fast a foot swings and comes down, and hides the jolt. That of the point that
/// lands is without it: once on the ground this point rests, whichever way and however fast the foot rolls over it, so that
/// heel and ball, forward and backward walking are measured alike. What is left still depends on shoe, mounting and sampling
/// rate: below about 200 Hz peaks of a shock come out too low (Mitschke et al. 2017, doi 10.1080/10255842.2017.1382482).
/// Compare only what one sensor in one place measured at one rate.
package struct ContactJolt: Sendable, Equatable, Codable {
  /// Time before initial contact in which the jolt is sought, in seconds: a contact is known to 20 ms.
  package var before = 0.025
  /// Time after initial contact in which the jolt is sought, in seconds. Shoes pass the jolt on later: sensors of six
  /// kinds felt it 0 to 50 ms after initial contact, slow walkers up to 75 ms.
  package var after = 0.075
  /// Half the time in seconds in which the acceleration changes: the first swing of a shock takes 10 to 20 ms.
  package var lag = 0.010
  /// Samples per second below which a lag holds no sample, and a jolt of 20 to 50 ms is not seen.
  package var slowestRate = 90.0
  /// Foot pitch in rad from which the heel, or the ball, lands alone (5°, the limit of a flat contact).
  package var alone = 0.087

  package init() {}

  /// The largest change around a contact in m/s².
  ///
  /// - Parameters:
  ///   - contact: Index of the initial contact.
  ///   - pitch: The foot's at that instant, in rad.
  /// - Returns: `nil` where samples are lost or at the end of the range, or come too seldom.
  package func peak(
    at contact: Int, pitch: Double, sole: SoleGeometry, axes: FootAxes, track: InertialTrack
  ) -> Double? {
    let stream = track.stream
    let lag = lag * stream.rate
    let margin = Int(lag.rounded(.up)) + 1
    let first = contact - stream.samples(in: before)
    let last = contact + stream.samples(in: after)
    // Two more samples at each end: angular acceleration needs a neighbor on either side.
    let whole = (first - margin - 1)..<(last + margin + 2)
    guard stream.rate >= slowestRate, whole.lowerBound >= 0, whole.upperBound <= stream.count,
      !stream.bridged.intersects(whole), !stream.clippedForce.intersects(whole),
      !stream.clippedRotation.intersects(whole)
    else { return nil }
    let heelShare = min(max((pitch + alone) / (2 * alone), 0), 1)
    let ahead = heelShare * sole.heel.ahead + (1 - heelShare) * sole.ball.ahead
    let height = heelShare * sole.heel.height + (1 - heelShare) * sole.ball.height
    let lever = axes.front * ahead - axes.up * height
    let rate = { (i: Int) in stream.angularVelocity[i] - track.bias }
    let normal = { (i: Int) -> Double in
      let turning = rate(i)
      let angular = (rate(i + 1) - rate(i - 1)) * (stream.rate / 2)
      let landing = stream.acceleration[i] + angular.cross(lever) + turning.cross(turning.cross(lever))
      return landing.dot(axes.up)
    }
    let values = ((first - margin)...(last + margin)).map(normal)
    let (steps, share) = (Int(lag), lag - lag.rounded(.down))
    var peak = 0.0
    for i in margin..<(values.count - margin) {
      let earlier = values[i - steps] * (1 - share) + values[i - steps - 1] * share
      let later = values[i + steps] * (1 - share) + values[i + steps + 1] * share
      peak = max(peak, abs(later - earlier))
    }
    return peak
  }
}
