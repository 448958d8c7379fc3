import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds swings that were seen and whose path was not measured.
///
/// A path needs a foot that stands still before and after it, and an accelerometer that sees all of the motion between.
/// That a foot swung shows in less: between two quiet moments in which the sensor is tilted alike, the foot pitches far
/// to one side and then to the other. In forward walking the heel rises first and the toes afterwards; backward, the toes
/// first.
package struct UnmeasuredSwingDetector: Sendable, Equatable, Codable {
  /// Range of the pitch over a swing in rad, at least (20°); feet that shuffle and feet that fidget stay below.
  package var smallestPitch = 0.35
  /// Shortest and longest time in seconds between the quiet moments of a swing.
  package var interval = 0.4...3.0
  /// Shortest and longest swing in seconds, from one extreme of the pitch to the other.
  package var duration = 0.1...1.5
  /// Angle in rad by which the sensor may be tilted otherwise in a quiet moment than while the foot is flat (25°).
  package var flatTilt = 0.44
  /// How many times more restless than the median of the foot-flat phases a quiet moment may be.
  package var restlessRatio = 3.0
  /// Longest time in seconds from one swing of a walk to the next: as in a bout.
  package var longestPause = 3.0
  /// Fewest swings of a walk, those with a path included: as in a bout.
  package var fewestSwings = 4
  /// Range of the pitch, as a multiple of that of the roll, from which the order of heel and toes shows the direction.
  package var pitchPerRoll = 2.0
  /// Probability that the order of heel and toes shows the right direction: 98 % of healthy feet, 77 % of a dropped
  /// foot.
  package var confidence = 0.9

  /// Time in seconds around a swing without a path within which other swings show where the walk goes.
  package var around = 5.0
  /// Share of the swings around a swing without a path that must agree on where the walk goes: three of four.
  package var agreeing = 0.7
  /// Fewest swings around a swing without a path that show where the walk goes: as in a bout.
  package var fewestAround = 4
  /// Share of the swings that must have a path: the axes of the foot rest on these alone.
  package var leastMeasured = 1.0 / 3

  package init() {}

  /// Gives each of these swings the direction that it and the swings around it show together, or none where they do not
  /// agree; none at all where few swings had a path.
  ///
  /// - Parameters:
  ///   - seen: Places in `strides` of the swings without a path, ascending.
  ///   - strides: Of one foot, ascending.
  package func settleDirections(of seen: [Int], in strides: inout [Stride]) {
    let hasAxes = Double(strides.count - seen.count) >= leastMeasured * Double(strides.count)
    let before = strides
    for k in seen {
      guard let own = before[k].direction, let confidence = before[k].directionConfidence else { continue }
      var votes = [own: 1]
      for step in [-1, 1] {
        var i = k + step
        while before.indices.contains(i), abs(before[i].end - before[k].end) <= around {
          if let other = before[i].direction, other != .inPlace { votes[other, default: 0] += 1 }
          i += step
        }
      }
      let all = votes.values.reduce(0, +)
      let winner = Direction.allCases.max { votes[$0, default: 0] < votes[$1, default: 0] } ?? own
      let share = Double(votes[winner, default: 0]) / Double(all)
      if hasAxes, all >= fewestAround, share >= agreeing {
        (strides[k].direction, strides[k].directionConfidence) = (winner, share * confidence)
      } else {
        (strides[k].direction, strides[k].directionConfidence) = (nil, nil)
      }
    }
  }

  /// The swings of one segment that no stride in `measured` covers, ascending, without numbers.
  ///
  /// - Parameters:
  ///   - axes: `nil` where they are not known; swings then have no direction.
  ///   - measured: What was measured of the segment: intervals of samples, ascending, and whether each is a stride.
  package func strides(
    of segment: FootSegment, foot: Side, axes: FootAxes?, measured: [(samples: Range<Int>, isStride: Bool)]
  ) -> [Stride] {
    let quiet = quietMoments(of: segment, axes: axes)
    var found: [Stride] = []
    for (a, b) in zip(quiet, quiet.dropFirst()) {
      let span = a.middle..<max(a.middle, b.middle)
      guard interval.contains(Double(span.count) * segment.stream.period), !isMeasured(span, measured),
        let stride = swing(between: a, b, of: segment, foot: foot, axes: axes)
      else { continue }
      found.append(stride)
    }
    let walked = measured.filter { $0.isStride }.map {
      segment.stream.time(at: ($0.samples.lowerBound + $0.samples.upperBound) / 2)
    }
    return inWalks(found, walked: walked)
  }

  /// Moments of little motion in which the foot may stand.
  private func quietMoments(of segment: FootSegment, axes: FootAxes?) -> [FootFlat] {
    let forces = segment.candidates.map { force(in: $0, of: segment) }
    let middle = median(of: segment.candidates.map { max($0.intensity, 0.1) })
    guard let middle, let up = axes?.up ?? median(of: forces)?.normalized else { return [] }
    return zip(segment.candidates, forces).compactMap { phase, force in
      guard phase.intensity <= restlessRatio * middle, let direction = force.normalized else { return nil }
      return direction.dot(up) >= cos(flatTilt) ? phase : nil
    }
  }

  private func force(in phase: FootFlat, of segment: FootSegment) -> Vector3 {
    var sum = Vector3.zero
    for i in phase.first...phase.last { sum += segment.stream.acceleration[i] }
    return sum / Double(phase.last - phase.first + 1)
  }

  /// Whether a path was measured over most of `span`, be it a stride or not.
  private func isMeasured(_ span: Range<Int>, _ measured: [(samples: Range<Int>, isStride: Bool)]) -> Bool {
    let covered = measured.reduce(0) { sum, path in
      path.samples.overlaps(span) ? sum + path.samples.clamped(to: span).count : sum
    }
    return 3 * covered > span.count
  }

  private func swing(
    between a: FootFlat, _ b: FootFlat, of segment: FootSegment, foot: Side, axes: FootAxes?
  ) -> Stride? {
    let (stream, orientation) = (segment.stream, segment.track.orientation)
    guard let up = axes?.up ?? force(in: a, of: segment).normalized else { return nil }
    let upward = orientation[a.middle].rotate(up)
    var (lowest, highest, left, right) = (a.middle, a.middle, 0.0, 0.0)
    var (least, most) = (Double.infinity, -Double.infinity)
    for i in a.middle...b.middle {
      let seen = orientation[i].inverse.rotate(upward)
      let pitch = axes.map { seen.dot($0.front) } ?? (1 - seen.dot(up))
      if pitch < least { (least, lowest) = (pitch, i) }
      if pitch > most { (most, highest) = (pitch, i) }
      if let axes {
        left = max(left, seen.dot(axes.left))
        right = min(right, seen.dot(axes.left))
      }
    }
    // Without axes the tilt has no sign, and its cosine is all there is.
    guard let axes else {
      guard most >= 1 - cos(smallestPitch) else { return nil }
      return stride(from: a.last, to: b.first, in: stream, foot: foot)
    }
    let range = asin(min(most, 1)) - asin(max(least, -1))
    guard range >= smallestPitch,
      var result = stride(from: min(lowest, highest), to: max(lowest, highest), in: stream, foot: foot)
    else { return nil }
    if stream.seesRotation(in: a.middle..<b.middle), range >= pitchPerRoll * (asin(min(left, 1)) - asin(max(right, -1)))
    {
      result.direction = lowest < highest ? .forward : .backward
      result.directionConfidence = confidence * axes.frontConfidence * axes.axisConfidence
    }
    return result
  }

  private func stride(from first: Int, to last: Int, in stream: EvenStream, foot: Side) -> Stride? {
    guard duration.contains(Double(last - first) * stream.period) else { return nil }
    var stride = Stride(foot: foot, number: 0, finalContact: stream.time(at: first), end: stream.time(at: last))
    let span = first..<(last + 1)
    stride.rejectReason =
      stream.losesTooMuch(in: span)
      ? .missingSamples
      : stream.clippedForce.intersects(span) || stream.clippedRotation.intersects(span) ? .clipped : .noFootFlat
    return stride
  }

  /// Those of `swings` that belong to a walk: swings follow each other.
  private func inWalks(_ swings: [Stride], walked: [Double]) -> [Stride] {
    struct Swing {
      var time: Double
      var stride: Stride?
    }
    let all = (swings.map { Swing(time: ($0.finalContact + $0.end) / 2, stride: $0) } + walked.map { Swing(time: $0) })
      .sorted { $0.time < $1.time }
    var kept: [Stride] = []
    var first = 0
    for k in all.indices {
      let isLast = k + 1 == all.count || all[k + 1].time - all[k].time > longestPause
      guard isLast else { continue }
      if k - first + 1 >= fewestSwings { kept += all[first...k].compactMap(\.stride) }
      first = k + 1
    }
    return kept
  }
}
