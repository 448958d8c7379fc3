import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the swings of one foot show of the way it points.
///
/// A heading is an angle in the level plane of the sensor: the plane that is level while the foot is flat. The toes
/// lie at one of `FootAlignment.headings` evenly spaced headings, and all that is known is how probable each one is.
struct AlignmentEvidence: Sendable {
  /// Level axes and up, in the sensor's axes.
  var x: Vector3
  var y: Vector3
  var up: Vector3
  /// Standard deviation of the direction of up in rad: see `FootAxes.upDeviation`.
  var upDeviation: Double
  /// Heading in rad along which the foot tilts most, and the variance of the tilt across it as a share of that along
  /// it; `nil` where it tilts as much in all directions.
  var principal: (angle: Double, ratio: Double)?
  /// Swings that show a direction, ascending, at most `FootAlignment.mostSwings`.
  var swings: [Swing]
  /// What is known of the toes' heading from elsewhere, as logarithms of odds.
  var headingLogits: [Double]

  /// What one swing shows.
  struct Swing: Sendable {
    /// Middle of the swing in seconds.
    var time: Double
    /// Heading in rad of the foot's displacement, and its standard deviation about where the foot goes.
    var travel: Double
    var travelDeviation: Double
    /// Logarithm of the odds that the tilts along and across the travel are those of a sidestep.
    var sidestepLogit: Double
    /// Logarithm of the odds that the toes point to each heading rather than to its opposite.
    var toesLogits: [Double]
  }
}

/// The ways in which a foot goes, seen from its toes.
enum TravelClass: CaseIterable, Sendable {
  case forward, backward, leftward, rightward

  /// Heading of the travel in rad, with the toes at zero.
  var heading: Double {
    switch self {
    case .forward: 0
    case .backward: .pi
    case .leftward: .pi / 2
    case .rightward: -.pi / 2
    }
  }

  var isSidestep: Bool { self == .leftward || self == .rightward }
}

/// For each heading, how many swings in a row would go to one and the same side if the toes lay there.
private struct SidestepRuns {
  private(set) var longest = [Int](repeating: 0, count: FootAlignment.headings)
  private var current = [Int](repeating: 0, count: FootAlignment.headings)

  mutating func add(travel: Double) {
    for h in longest.indices {
      let apart = travel - FootAlignment.heading(h)
      // Positive counts go to the left, negative ones to the right.
      if abs(cos(apart)) >= 0.5.squareRoot() {
        current[h] = 0
      } else if sin(apart) > 0 {
        current[h] = max(current[h], 0) + 1
      } else {
        current[h] = min(current[h], 0) - 1
      }
      longest[h] = max(longest[h], abs(current[h]))
    }
  }
}

extension FootAlignment {
  private struct TellingSwing {
    var swing: SwingPath
    var segment: FootSegment
  }

  /// What the swings of one foot show; `nil` without a swing that shows anything.
  func evidence(of segments: [FootSegment]) -> AlignmentEvidence? {
    let long = segments.flatMap { segment in
      segment.swings.filter { $0.horizontalDisplacement.norm > shortestSwing }
        .map { TellingSwing(swing: $0, segment: segment) }
    }
    let seen = long.filter { $0.segment.stream.seesRotation(in: $0.swing.first..<($0.swing.last + 1)) }
    let all = seen.isEmpty ? long : seen
    let straight = all.filter { abs(turn(of: $0)) < straightTurn }
    let telling = straight.count < fewestStraight ? all : straight
    guard let (up, upDeviation) = up(of: all), let x = perpendicular(to: up) else { return nil }
    let y = up.cross(x)
    var common = SwingTilt()
    var swings: [AlignmentEvidence.Swing] = []
    let step = max(1, Double(telling.count) / Double(mostSwings))
    var next = 0.0
    var runs = SidestepRuns()
    for (k, item) in telling.enumerated() {
      let tilt = self.tilt(of: item, x: x, y: y)
      if straight.isEmpty || abs(turn(of: item)) < straightTurn { common.add(tilt) }
      let travel = self.travel(of: item, x: x, y: y)
      runs.add(travel: travel)
      guard Double(k) >= next else { continue }
      next += step
      let stream = item.segment.stream
      swings.append(
        .init(
          time: stream.time(at: (item.swing.first + item.swing.last) / 2), travel: travel,
          travelDeviation: deviation(turn: turn(of: item)), sidestepLogit: sidestepLogit(tilt, travel: travel),
          toesLogits: (0..<Self.headings).map { toesLogit(tilt, heading: Self.heading($0)) }))
    }
    let principal = common.principal.map { (angle: $0.angle, ratio: $0.smallest / max($0.largest, 1e-12)) }
    var logits = landing(of: telling, x: x, y: y)
    for h in logits.indices { logits[h] -= Double(runs.longest[h]) / sidestepRun }
    return AlignmentEvidence(
      x: x, y: y, up: up, upDeviation: upDeviation, principal: principal, swings: swings, headingLogits: logits)
  }

  private func perpendicular(to up: Vector3) -> Vector3? {
    let other = abs(up.x) < 0.6 ? Vector3(1, 0, 0) : Vector3(0, 1, 0)
    return other.perpendicular(to: up).normalized
  }

  private func tilt(of item: TellingSwing, x: Vector3, y: Vector3) -> SwingTilt {
    var tilt = SwingTilt()
    for i in item.swing.first...item.swing.last {
      let current = item.segment.track.orientation[i].inverse.rotate(item.swing.up)
      tilt.add(current.dot(x), current.dot(y))
    }
    return tilt
  }

  /// How far the foot turned over a swing, in rad, positive to the left.
  private func turn(of item: TellingSwing) -> Double {
    let orientation = item.segment.track.orientation
    let rotation = orientation[item.swing.last] * orientation[item.swing.first].inverse
    let twist = 2 * atan2(Vector3(rotation.x, rotation.y, rotation.z).dot(item.swing.up), rotation.w)
    return remainder(twist, 2 * .pi)
  }

  /// Logarithm of the odds that the toes point to `heading` and not to its opposite.
  ///
  /// Up leans back, seen from a foot whose toes are down; skewness has the sign of the larger and longer excursion. Along
  /// an axis about which the foot hardly tilts it says nothing.
  private func toesLogit(_ tilt: SwingTilt, heading: Double) -> Double {
    let along = tilt.square(at: heading)
    let all = along + tilt.square(at: heading + .pi / 2)
    return all > 0 ? -frontWeight * tilt.skewness(at: heading) * along / all : 0
  }

  /// Standard deviation in rad of the travel of a swing in which the foot turns.
  private func deviation(turn: Double) -> Double {
    (travelDeviation * travelDeviation + travelPerTurn * travelPerTurn * turn * turn).squareRoot()
  }

  /// Angle in rad, from x to y, of the direction in which the foot travels, as the sensor sees it.
  private func travel(of item: TellingSwing, x: Vector3, y: Vector3) -> Double {
    let orientation = item.segment.track.orientation
    let displacement = item.swing.horizontalDisplacement
    let before = orientation[item.swing.first].inverse.rotate(displacement)
    let seen = before + orientation[item.swing.last].inverse.rotate(displacement)
    return atan2(seen.dot(y), seen.dot(x))
  }

  /// Logarithm of how much more likely the tilts of a swing are in sidesteps than in walking.
  private func sidestepLogit(_ tilt: SwingTilt, travel: Double) -> Double {
    let along = tilt.square(at: travel)
    let across = tilt.square(at: travel + .pi / 2)
    guard along > 0, across > 0 else { return 0 }
    let ratio = tiltWeight * log(across / along / ambiguousTilt)
    let skewness = skewnessWeight * (ambiguousSkewness - abs(tilt.skewness(at: travel)))
    return min(max(ratio, -largestLogit), largestLogit) + min(max(skewness, -largestSkewnessLogit), largestLogit)
  }

  // MARK: What does not depend on the direction of walking

  /// What the point that lands tells: that the foot points along the lever from it to the sensor.
  ///
  /// While a foot comes down over a point of its sole, the sensor rises and falls by the angular velocity times the lever
  /// from that point. The level part of the lever follows from all landings in least squares.
  private func landing(of telling: [TellingSwing], x: Vector3, y: Vector3) -> [Double] {
    var (xx, xy, yy, xv, yv, vv) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for item in telling {
      let (swing, track) = (item.swing, item.segment.track)
      let level = track.orientation[swing.last].inverse.rotate(swing.up)
      for k in 0..<min(swing.count, track.stream.samples(in: landingTime)) {
        let i = swing.count - 1 - k
        let up = track.orientation[swing.first + i].inverse.rotate(swing.up)
        guard up.dot(level) > cos(landingTilt) else { break }
        // The velocity ω × r has the upward part r · (up × ω).
        let moment = up.cross(track.stream.angularVelocity[swing.first + i] - track.bias)
        let (a, b, v) = (moment.dot(x), moment.dot(y), swing.velocity[i].dot(swing.up))
        xx += a * a
        xy += a * b
        yy += b * b
        xv += a * v
        yv += b * v
        vv += v * v
      }
    }
    let determinant = xx * yy - xy * xy
    guard determinant > 1e-9 * xx * yy, vv > 0 else { return alongLogits(heading: 0, weight: 0) }
    let (a, b) = ((yy * xv - xy * yv) / determinant, (xx * yv - xy * xv) / determinant)
    let lever = (a * a + b * b).squareRoot()
    guard lever < largestLever else { return alongLogits(heading: 0, weight: 0) }
    let explained = max(0, (a * xv + b * yv) / vv)
    let weight = leverWeight * explained * min(max((lever - leastLever) / clearLever, 0), 1.2)
    return alongLogits(heading: atan2(b, a), weight: weight)
  }

  /// Logarithms of odds that favor headings along `heading`, to either side alike.
  private func alongLogits(heading: Double, weight: Double) -> [Double] {
    (0..<Self.headings).map { weight * cos(2 * (Self.heading($0) - heading)) }
  }

  // MARK: Up

  /// Up in the sensor's axes when the foot is flat, and the standard deviation of its direction in rad, both as the
  /// median over the times when the foot should be flat.
  private func up(of telling: [TellingSwing]) -> (up: Vector3, deviation: Double)? {
    var ups: [Vector3] = []
    var spreads: [Double] = []
    var rates: [Vector3] = []
    for item in telling {
      let track = item.segment.track
      for phase in [item.swing.phaseBefore, item.swing.phaseAfter] {
        var sum = Vector3.zero
        var weights = 0.0
        for i in phase.neighborhood {
          let stillness = max(item.segment.intensity[i], stillness)
          let weight = 1 / (stillness * stillness)
          sum += track.orientation[i].inverse.rotate(item.swing.up) * weight
          weights += weight
        }
        guard let mean = sum.normalized else { continue }
        ups.append(mean)
        // The mean of unit vectors that lie within δ of each other is shorter than they by δ²/2.
        spreads.append((2 * max(0, 1 - sum.norm / weights)).squareRoot())
        var turn = Vector3.zero
        for i in phase.first...phase.last { turn += track.stream.angularVelocity[i] - track.bias }
        rates.append(turn / Double(phase.last - phase.first + 1))
      }
    }
    guard let up = median(of: ups)?.normalized, let spread = median(of: spreads), let rate = median(of: rates) else {
      return nil
    }
    let turned = rate.perpendicular(to: up).norm * turningTime
    // Both tell of the same turning; the one misses what the other sees in a short or in a long stance.
    return (up, max(spread, turned))
  }
}
