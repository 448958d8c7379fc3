import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the foot does over a swing, measured along the foot's own axes.
package struct SwingShape: Sendable {
  /// Sine of the foot's pitch for each sample of the path, toes up positive.
  private let pitchSines: [Double]
  /// Horizontal unit vector in which the foot points on average over the swing, in the track's axes.
  package let meanFront: Vector3
  /// Change of heading in rad, positive to the left.
  package let turn: Double
  /// Largest height in m that the lowest point of the sole reaches.
  package let clearance: Double
  /// Largest distance in m from the straight line between the ends.
  package let lateralExcursion: Double
  /// Highest horizontal speed in m/s.
  package let highestSpeed: Double
  /// Root mean square of the angular velocity over the swing, rad/s.
  package let intensity: Double

  package init(_ swing: SwingPath, axes: FootAxes, sole: SoleGeometry, track: InertialTrack) {
    let up = swing.up
    let count = swing.count
    var sines = [Double](repeating: 0, count: count)
    var clearance = 0.0
    var fastest = 0.0
    var rateSquared = 0.0
    var headings = Vector3.zero
    let displacement = swing.horizontalDisplacement
    let line = displacement.normalized
    var excursion = 0.0
    let climb = swing.displacement.dot(up)
    for i in 0..<count {
      let orientation = track.orientation[swing.first + i]
      let sine = axes.pitchSine(orientation: orientation, up: up)
      sines[i] = sine
      let cosine = (1 - sine * sine).squareRoot()
      let height = swing.position[i].dot(up) - climb * Double(i) / Double(max(1, count - 1))
      let heel = height + SoleGeometry.drop(of: sole.heel, pitchSine: sine, pitchCosine: cosine)
      let ball = height + SoleGeometry.drop(of: sole.ball, pitchSine: sine, pitchCosine: cosine)
      clearance = max(clearance, min(heel, ball))
      fastest = max(fastest, swing.velocity[i].perpendicular(to: up).squaredNorm)
      rateSquared += (track.stream.angularVelocity[swing.first + i] - track.bias).squaredNorm
      headings += orientation.rotate(axes.front).perpendicular(to: up).normalized ?? .zero
      if let line {
        let across = swing.position[i].perpendicular(to: up).perpendicular(to: line)
        excursion = max(excursion, across.squaredNorm)
      }
    }
    pitchSines = sines
    self.clearance = clearance
    highestSpeed = fastest.squareRoot()
    lateralExcursion = excursion.squareRoot()
    intensity = (rateSquared / Double(count)).squareRoot()
    let before = track.orientation[swing.first].rotate(axes.front).perpendicular(to: up)
    let after = track.orientation[swing.last].rotate(axes.front).perpendicular(to: up)
    turn = atan2(before.cross(after).dot(up), before.dot(after))
    meanFront = headings.normalized ?? before.normalized ?? .zero
  }

  /// Largest less smallest foot pitch over the path, in rad.
  package var pitchRange: Double {
    guard let low = pitchSines.min(), let high = pitchSines.max() else { return 0 }
    return asin(high) - asin(low)
  }

  /// Foot pitch in rad at sample `index` of the path, toes up positive.
  package func pitch(at index: Int) -> Double {
    asin(pitchSines[min(max(index, 0), pitchSines.count - 1)])
  }
}
