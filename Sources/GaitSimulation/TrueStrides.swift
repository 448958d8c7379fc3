import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The strides of a simulated foot as they really are.
struct TrueStrides {
  let motion: FootMotion

  /// Time in seconds between the instants at which a path's extremes are sought.
  private static let step = 0.001
  /// Longest stance in seconds between swings of one walk; longer is standing.
  private static let longestStance = 2.5

  func strides(of foot: Side) -> [Stride] {
    var strides: [Stride] = []
    for swing in motion.swings {
      var stride = Stride(
        foot: foot, number: strides.count + 1, finalContact: swing.finalContact, end: swing.initialContact)
      if let previous = strides.last, swing.finalContact - previous.end <= Self.longestStance {
        stride.start = previous.end
      }
      let travel = (swing.to - swing.from).perpendicular(to: Vector3(0, 0, 1))
      stride.length = travel.norm
      stride.elevation = swing.to.z - swing.from.z
      stride.turn = swing.headingAfter - swing.headingBefore
      stride.direction = travel.norm < 0.15 ? .inPlace : swing.direction
      stride.footPitchAtRelease = swing.style.pitchAtRelease * .pi / 180
      stride.footPitchAtContact = swing.style.pitchAtContact * .pi / 180
      stride.contact =
        swing.style.pitchAtContact > 5 ? .heel : swing.style.pitchAtContact < -5 ? .toe : .flat
      let extremes = extremes(of: swing, travel: travel)
      stride.clearance = extremes.clearance
      stride.lateralExcursion = extremes.excursion
      stride.footPitchRange = extremes.pitch
      strides.append(stride)
    }
    return strides
  }

  /// Largest height of the lowest point of the sole, largest distance from the straight line, and range of pitch, from flat
  /// to flat.
  private func extremes(
    of swing: PlannedSwing, travel: Vector3
  ) -> (clearance: Double, excursion: Double, pitch: Double) {
    let line = travel.normalized
    var clearance = 0.0
    var excursion = 0.0
    var pitches = 0.0...0.0
    for time in stride(from: swing.finalContact, through: swing.initialContact, by: Self.step) {
      let state = motion.state(at: time)
      let share = (time - swing.releaseStart) / (swing.loadingEnd - swing.releaseStart)
      let ground = swing.from.z + (swing.to.z - swing.from.z) * share
      let pitch = state.pitch.value
      pitches = min(pitches.lowerBound, pitch)...max(pitches.upperBound, pitch)
      let (c, s) = (cos(pitch), sin(pitch))
      let shape = motion.shape
      let heel = state.position.z - ground - shape.heelBehind * s - shape.height * c
      let ball = state.position.z - ground + shape.ballAhead * s - shape.height * c
      clearance = max(clearance, min(heel, ball))
      if let line {
        let offset = (state.position - swing.from).perpendicular(to: Vector3(0, 0, 1)).perpendicular(to: line)
        excursion = max(excursion, offset.norm)
      }
    }
    return (clearance, excursion, pitches.upperBound - pitches.lowerBound)
  }

  /// Time of double support and of the step of each stride of which the other foot's swing is seen.
  static func completeDoubleSupport(_ strides: inout [Stride]) {
    for k in strides.indices {
      guard let start = strides[k].start else { continue }
      let release = strides[k].finalContact
      let others = strides.filter {
        $0.foot != strides[k].foot && $0.finalContact > start && $0.end < release
      }
      if others.count == 1 {
        strides[k].doubleSupport = (others[0].finalContact - start) + (release - others[0].end)
      }
      let landed = strides.filter { $0.foot != strides[k].foot && $0.end > start && $0.end < strides[k].end }
      if landed.count == 1 { strides[k].stepTime = strides[k].end - landed[0].end }
    }
  }
}
