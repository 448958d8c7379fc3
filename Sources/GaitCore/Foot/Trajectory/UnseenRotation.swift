import GaitModel
import GaitSignal

/// Mends the angular velocity where it was not seen: in lost packets and beyond the end of the sensor's range.
///
/// Orientation is the integral of the angular velocity, so that a piece of it that is missing tilts all that follows,
/// and gravity with it. But the foot stands still before and after, and the accelerometer then shows where up is: the
/// rotation that takes up as it was seen before to up as it is seen after is what the missing piece lacks. It is added
/// within that piece as a constant rate, less where the piece is short and little can have been missed. Heading cannot
/// be mended this way.
package struct UnseenRotation: Sendable, Equatable, Codable {
  /// Standard deviation of missed rotation with known ends, in rad for the third power of the seconds missed. A swing's
  /// rate has a second derivative of 800 rad/s³ (5 rad/s at 2 Hz), of which a straight line misses T³/12.
  package var curved = 60.0
  /// Standard deviation of missed rotation with known ends, in rad for each second missed, from changes that are faster
  /// than a swing.
  package var rough = 0.3
  /// Standard deviation in rad of the vertical from the accelerometer in one foot-flat phase that is at rest (2°).
  package var upDeviation = 0.035
  /// Motion intensity in rad/s of a foot-flat phase at which the deviation of its vertical is twice that at rest; it
  /// grows with the square, because the phase may be a quiet moment of a swing.
  package var restless = 0.5
  /// Most foot-flat phases on each side of missed rotation that show the vertical.
  package var mostPhases = 3
  /// Farthest in seconds from missed rotation that a foot-flat phase may be to show the vertical.
  package var farthest = 3.0
  /// Largest rotation rate beyond the gyroscope's range, as a multiple of the range.
  package var largestExcess = 2.0

  package init() {}

  /// The stream with its angular velocity mended; the stream itself if all of it was seen.
  ///
  /// - Parameters:
  ///   - bias: Of the gyroscope, rad/s.
  ///   - phases: Foot-flat phases, ascending.
  package func mended(_ stream: EvenStream, bias: Vector3, phases: [FootFlat]) -> EvenStream {
    let unseen = stream.unseen
    guard !unseen.isEmpty else { return stream }
    var mended = stream
    mended.angularVelocity = restored(stream)
    let track = InertialTrack(mended, bias: bias)
    var rate = mended.angularVelocity.columns
    let ups = phases.map { up(in: $0, track: track) }
    var next = 0
    for k in phases.indices.dropLast() {
      let (from, to) = (phases[k].last, phases[k + 1].first)
      while next < unseen.count, unseen[next].upperBound <= from { next += 1 }
      var pieces: [Range<Int>] = []
      var i = next
      while i < unseen.count, unseen[i].lowerBound < to {
        pieces.append(unseen[i])
        i += 1
      }
      guard !pieces.isEmpty,
        let before = up(of: (0...k).suffix(mostPhases).reversed(), ups, phases, unseen, stream),
        let after = up(of: phases.indices[(k + 1)...].prefix(mostPhases), ups, phases, unseen, stream)
      else { continue }
      let samples = pieces.reduce(0) { $0 + $1.count }
      let missed = pieces.reduce(0) { $0 + variance(ofPiece: Double($1.count) * stream.period) }
      let seen = before.variance + after.variance
      let share = missed / (missed + seen)
      let axis = after.up.cross(before.up)
      // The vector product of unit vectors is the sine; tilts by more than 60° were not measured.
      let correction = axis * (share / Double(samples))
      for piece in pieces {
        for j in piece {
          let step = track.orientation[j].inverse.rotate(correction) * stream.rate
          rate.x[j] += step.x
          rate.y[j] += step.y
          rate.z[j] += step.z
        }
      }
    }
    mended.angularVelocity = TriaxialSeries(x: rate.x, y: rate.y, z: rate.z)
    return mended
  }

  /// Variance in rad² of the rotation missed in `time` seconds.
  private func variance(ofPiece time: Double) -> Double {
    let missed = curved * time * time * time + rough * time
    return missed * missed
  }

  // MARK: Where up is

  /// Direction of the specific force in a foot-flat phase, in the track's axes.
  private func up(in phase: FootFlat, track: InertialTrack) -> Vector3 {
    var sum = Vector3.zero
    for i in phase.first...phase.last { sum += track.force(at: i) }
    return sum.normalized ?? .zero
  }

  /// Up in the nearest phases that can be reached without passing an unseen piece, each weighted by its variance.
  ///
  /// - Parameter order: Indices of phases, the nearest first.
  private func up(
    of order: some Collection<Int>, _ ups: [Vector3], _ phases: [FootFlat], _ unseen: [Range<Int>],
    _ stream: EvenStream
  ) -> (up: Vector3, variance: Double)? {
    guard let nearest = order.first else { return nil }
    var sum = Vector3.zero
    var total = 0.0
    for k in order {
      let (a, b) = k < nearest ? (phases[k], phases[nearest]) : (phases[nearest], phases[k])
      guard Double(b.middle - a.middle) * stream.period <= farthest,
        !unseen.intersects(a.first..<(b.last + 1))
      else { break }
      let unrest = phases[k].intensity / restless
      let deviation = upDeviation * (1 + unrest * unrest)
      sum += ups[k] / (deviation * deviation)
      total += 1 / (deviation * deviation)
    }
    return sum.normalized.map { ($0, 1 / total) }
  }

  // MARK: Beyond the range

  /// The angular velocity with the tops that were cut off put back: cubic curves with the slopes at both ends.
  private func restored(_ stream: EvenStream) -> TriaxialSeries {
    guard !stream.clippedRotation.isEmpty else { return stream.angularVelocity }
    func column(_ values: [Double]) -> [Double] {
      var result = values
      for range in stream.clippedRotation {
        let (a, b) = (range.lowerBound - 1, range.upperBound)
        guard a > 0, b + 1 < values.count else { continue }
        let top = range.reduce(0.0) { max($0, abs(values[$1])) }
        // A column that is flat over the range is the one that was cut.
        guard range.allSatisfy({ abs(values[$0]) > 0.999 * top }), top > 0 else { continue }
        let width = Double(b - a)
        let (slopeA, slopeB) = ((values[a] - values[a - 1]) * width, (values[b + 1] - values[b]) * width)
        for i in range {
          let s = Double(i - a) / width
          let (r, q) = (1 - s, s * s)
          let curve =
            values[a] * (1 + 2 * s) * r * r + slopeA * s * r * r + values[b] * q * (3 - 2 * s) - slopeB * q * r
          let limit = largestExcess * top
          let outward = values[i] < 0 ? min(curve, values[i]) : max(curve, values[i])
          result[i] = min(max(outward, -limit), limit)
        }
      }
      return result
    }
    let rate = stream.angularVelocity
    return TriaxialSeries(x: column(rate.x), y: column(rate.y), z: column(rate.z))
  }
}

extension TriaxialSeries {
  fileprivate var columns: (x: [Double], y: [Double], z: [Double]) { (x, y, z) }
}
