import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One swing of a foot, as planned: from where it stood to where it will.
struct PlannedSwing: Sendable {
  var foot: Side
  /// Start of the roll-off, final contact, initial contact and end of loading, in seconds.
  var releaseStart: Double
  var finalContact: Double
  var initialContact: Double
  var loadingEnd: Double
  /// Position of the sensor over the ground when the foot is flat, before and after, in m; z is the ground's height.
  var from: Vector3
  var to: Vector3
  /// Heading before and after in rad, positive to the left.
  var headingBefore: Double
  var headingAfter: Double
  var direction: Direction
  var style: SwingStyle
  /// What goes wrong in it, or before it.
  var irregularity: WalkProgram.IrregularStep.Kind?
  /// What stops it on its way.
  var obstacle: Obstacle?

  /// Something that a foot runs into.
  struct Obstacle: Sendable {
    /// When, in seconds.
    var time: Double
    /// Where and when the foot would have come down.
    var aim: Vector3
    var aimedContact: Double
  }
}

/// Position and orientation of a foot's sensor at one instant, with derivatives.
struct FootState: Sendable {
  /// m and m/s², world axes, z up.
  var position: Vector3
  var acceleration: Vector3
  var heading: MotionState
  /// Toes up positive, rad.
  var pitch: MotionState
  /// Left edge up positive, rad.
  var roll = MotionState(value: 0)
}

/// The motion of one foot over a walk, with analytic derivatives.
///
/// Flat on the ground the foot rests. It rolls off over ball or heel with that point fixed, swings along polynomials
/// that continue position, velocity and (but for the landing) acceleration, comes down with heel or ball fixed, and
/// rests again.
struct FootMotion: Sendable {
  let shape: FootShape
  let swings: [PlannedSwing]
  private let standing: (position: Vector3, heading: Double)
  private let pieces: [Piece]

  init(shape: FootShape, swings: [PlannedSwing], standingAt position: Vector3, heading: Double) {
    self.shape = shape
    self.swings = swings
    standing = (position, heading)
    pieces = swings.map { Piece($0, shape: shape) }
  }

  func state(at time: Double) -> FootState {
    var low = 0
    var high = swings.count
    while low < high {
      let middle = (low + high) / 2
      if swings[middle].releaseStart <= time { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return flat(standing.position, heading: standing.heading) }
    let swing = swings[low - 1]
    return time >= swing.loadingEnd ? flat(swing.to, heading: swing.headingAfter) : pieces[low - 1].state(at: time)
  }

  private func flat(_ ground: Vector3, heading: Double) -> FootState {
    FootState(
      position: ground + Vector3(0, 0, shape.height), acceleration: .zero, heading: MotionState(value: heading),
      pitch: MotionState(value: 0))
  }

  /// The polynomials of one swing.
  private struct Piece: Sendable {
    let swing: PlannedSwing
    let release: Roll
    let loading: Roll
    let pitch: QuinticMotion
    let heading: QuinticMotion
    let roll: [QuinticMotion]
    let x: SwingCoordinate
    let y: SwingCoordinate
    let z: SwingCoordinate

    init(_ swing: PlannedSwing, shape: FootShape) {
      self.swing = swing
      let style = swing.style
      let radians = Double.pi / 180
      let off = MotionState(value: style.pitchAtRelease * radians, rate: style.pitchRateAtRelease)
      let on = MotionState(value: style.pitchAtContact * radians, rate: style.pitchRateAtContact)
      let still = MotionState(value: 0)
      release = Roll(
        pivot: off.value < 0 ? .ball : .heel, shape: shape, ground: swing.from, heading: swing.headingBefore,
        pitch: QuinticMotion(from: still, at: swing.releaseStart, to: off, at: swing.finalContact))
      loading = Roll(
        pivot: on.value < 0 ? .ball : .heel, shape: shape, ground: swing.to, heading: swing.headingAfter,
        pitch: QuinticMotion(from: on, at: swing.initialContact, to: still, at: swing.loadingEnd))
      pitch = QuinticMotion(from: off, at: swing.finalContact, to: on, at: swing.initialContact)
      heading = QuinticMotion(
        from: MotionState(value: swing.headingBefore), at: swing.finalContact,
        to: MotionState(value: swing.headingAfter), at: swing.initialContact)
      // An outer edge that is down is a left edge down on the left foot.
      let inversion = (swing.foot == .left ? -1 : 1) * style.inversion
      let lean = [0, inversion + style.lean, inversion - style.lean, 0].map { MotionState(value: $0 * radians) }
      let third = (swing.initialContact - swing.finalContact) / 3
      roll = (0..<3).map { k in
        QuinticMotion(
          from: lean[k], at: swing.finalContact + Double(k) * third, to: lean[k + 1],
          at: swing.finalContact + Double(k + 1) * third)
      }
      let (a, b) = (release.point(at: swing.finalContact), loading.point(at: swing.initialContact))
      let travel = (swing.to - swing.from).perpendicular(to: Vector3(0, 0, 1)).normalized ?? .zero
      let outward = (swing.foot == .left ? 1.0 : -1.0) * style.circumduction
      let side = Vector3(-sin(swing.headingBefore), cos(swing.headingBefore), 0) * outward
      let brake = travel * -style.landingDeceleration
      let obstacle = swing.obstacle.map { (time: $0.time, way: $0.aim - swing.to, contact: $0.aimedContact) }
      func motion(_ axis: KeyPath<Vector3, Double>, bump: Double) -> SwingCoordinate {
        SwingCoordinate(
          from: MotionState(
            value: a.position[keyPath: axis], rate: a.velocity[keyPath: axis],
            acceleration: a.acceleration[keyPath: axis]),
          at: swing.finalContact,
          to: MotionState(
            value: b.position[keyPath: axis], rate: b.velocity[keyPath: axis],
            acceleration: b.acceleration[keyPath: axis] + brake[keyPath: axis]),
          at: swing.initialContact, bump: bump,
          obstacle: obstacle.map { ($0.time, $0.way[keyPath: axis], $0.contact) })
      }
      x = motion(\.x, bump: side.x)
      y = motion(\.y, bump: side.y)
      z = motion(\.z, bump: style.lift)
    }

    func state(at time: Double) -> FootState {
      if time < swing.finalContact { return release.state(at: time) }
      if time >= swing.initialContact { return loading.state(at: time) }
      let (px, py, pz) = (x.state(at: time), y.state(at: time), z.state(at: time))
      return FootState(
        position: Vector3(px.value, py.value, pz.value),
        acceleration: Vector3(px.acceleration, py.acceleration, pz.acceleration) + scraping(at: time),
        heading: heading.state(at: time), pitch: pitch.state(at: time), roll: rolling(at: time))
    }

    /// Vibration of a foot that is dragged: too fast to move it by as much as a millimeter.
    private func scraping(at time: Double) -> Vector3 {
      guard swing.style.dragging > 0 else { return .zero }
      let share = (time - swing.finalContact) / (swing.initialContact - swing.finalContact)
      let amplitude = swing.style.dragging * sin(.pi * share) * sin(.pi * share)
      let phase = 2 * .pi * Self.scrapingFrequency * (time - swing.finalContact)
      return Vector3(cos(phase), 0, sin(phase)) * amplitude
    }

    /// In Hz.
    private static let scrapingFrequency = 30.0

    private func rolling(at time: Double) -> MotionState {
      let share = (time - swing.finalContact) / (swing.initialContact - swing.finalContact)
      return roll[min(max(Int(share * 3), 0), 2)].state(at: time)
    }
  }

  /// A foot that rolls over a fixed point of its sole.
  private struct Roll: Sendable {
    let pivot: FootShape.Pivot
    let shape: FootShape
    let ground: Vector3
    let heading: Double
    let pitch: QuinticMotion

    func state(at time: Double) -> FootState {
      let point = point(at: time)
      return FootState(
        position: point.position, acceleration: point.acceleration, heading: MotionState(value: heading),
        pitch: pitch.state(at: time))
    }

    func point(at time: Double) -> (position: Vector3, velocity: Vector3, acceleration: Vector3) {
      let state = pitch.state(at: time)
      let front = Vector3(cos(heading), sin(heading), 0)
      let up = Vector3(0, 0, 1)
      // The lever from the pivot to the sensor, turned by the pitch, and its derivative with respect to the pitch.
      let (back, height) = (-shape.ahead(pivot), shape.height)
      let (c, s) = (cos(state.value), sin(state.value))
      let lever = front * (back * c - height * s) + up * (back * s + height * c)
      let turned = front * (-back * s - height * c) + up * (back * c - height * s)
      return (
        ground + front * shape.ahead(pivot) + lever, turned * state.rate,
        turned * state.acceleration - lever * (state.rate * state.rate)
      )
    }
  }
}
