import GaitSignal

/// Finds the phases in which the foot stands flat and still on the ground.
///
/// A phase is a minimum of the motion intensity that is separated from the next one by a rise of at least a given
/// ratio. A ratio needs no threshold in absolute terms, so slow and fast walkers are treated alike; whether a minimum
/// really is a stance is decided afterwards from the path (`ZeroVelocityConsistency`).
package struct FootFlatDetector: Sendable, Equatable, Codable {
  /// How many times the intensity must rise between two phases. Stance and swing differ by a factor of 10 and
  /// more; ripple within a phase stays below 2 (both seen in all walks looked at).
  package var ratio = 2.5
  /// Intensity in rad/s below which a foot counts as still: postural sway and the noise of cheap gyroscopes.
  package var stillness = 0.1
  /// The phase reaches as far as the intensity stays below this multiple of its minimum. Close to 1, because a
  /// foot that begins to roll moves, and its speed would be lost from the stride's length.
  package var width = 1.15
  /// Distance in seconds by which the zero-velocity instants lie within the phase, if it is long enough: near its
  /// ends the foot moves already, below what a noisy sensor shows.
  package var inset = 0.1
  /// Multiple of its minimum up to which the intensity stays in the neighborhood of a foot-flat phase, in which the
  /// foot is nearly flat.
  package var neighborhoodWidth = 3.0
  /// Farthest that the neighborhood of a foot-flat phase, in which the foot is nearly flat, reaches to either side, in
  /// seconds.
  package var neighborhoodReach = 0.4

  /// Intensity in rad/s on both sides of a gap above which the foot was swinging in it: what is interpolated looks
  /// quieter than it was. Stances of brisk walking stay below 0.7.
  package var swinging = 1.0

  package init() {}

  /// The phases of a stream, without those that are seen in the interpolation of a gap only.
  package func phases(in intensity: [Double], of stream: EvenStream) -> [FootFlat] {
    let all = phases(in: intensity, rate: stream.rate)
    guard !stream.bridged.isEmpty else { return all }
    return all.filter { phase in
      stream.bridged.overlapping(phase.first..<(phase.last + 1)).allSatisfy { gap in
        guard stream.missedShare(ofGap: gap.count) == 1, gap.contains(phase.middle) else { return true }
        let before = intensity[max(0, gap.lowerBound - 1)]
        let after = intensity[min(intensity.count - 1, gap.upperBound)]
        return min(before, after) <= swinging
      }
    }
  }

  /// The phases as closed ranges of samples, ascending.
  ///
  /// - Parameter rate: Samples per second.
  package func phases(in intensity: [Double], rate: Double) -> [FootFlat] {
    let minima = prominentMinima(in: intensity)
    return minima.enumerated().map { k, minimum in
      let low = k == 0 ? 0 : minima[k - 1] + 1
      let high = k == minima.count - 1 ? intensity.count - 1 : minima[k + 1] - 1
      let limit = max(intensity[minimum] * width, stillness)
      var first = minimum
      while first > low && intensity[first - 1] <= limit { first -= 1 }
      var last = minimum
      while last < high && intensity[last + 1] <= limit { last += 1 }
      let inset = min(Int(self.inset * rate), (last - first) / 2)
      let reach = Int(neighborhoodReach * rate)
      let nearLimit = limit * neighborhoodWidth
      var from = minimum
      while from > max(low, minimum - reach) && intensity[from - 1] <= nearLimit { from -= 1 }
      var to = minimum
      while to < min(high, minimum + reach) && intensity[to + 1] <= nearLimit { to += 1 }
      return FootFlat(
        first: first, last: last, zeroVelocity: (first + inset)...(last - inset), intensity: intensity[minimum],
        neighborhood: from...to)
    }
  }

  /// Minima between which the intensity rises by the ratio: hysteresis on a logarithmic scale.
  private func prominentMinima(in intensity: [Double]) -> [Int] {
    guard let firstValue = intensity.first else { return [] }
    var minima: [Int] = []
    var seeksMinimum = true
    var extreme = max(firstValue, stillness)
    var position = 0
    for (i, raw) in intensity.enumerated() {
      let value = max(raw, stillness)
      if seeksMinimum {
        if value < extreme || (value == extreme && raw < intensity[position]) {
          extreme = value
          position = i
        } else if value > extreme * ratio {
          minima.append(position)
          seeksMinimum = false
          extreme = value
          position = i
        }
      } else if value > extreme {
        extreme = value
        position = i
      } else if value * ratio < extreme {
        seeksMinimum = true
        extreme = value
        position = i
      }
    }
    if seeksMinimum { minima.append(position) }
    return minima
  }
}

/// A phase in which the foot stands flat and still.
package struct FootFlat: Sendable, Equatable {
  /// First and last sample of the phase.
  package var first: Int
  package var last: Int
  /// The samples between which a path may begin and end with zero velocity.
  package var zeroVelocity: ClosedRange<Int>
  /// Least motion intensity, in rad/s.
  package var intensity: Double
  /// The samples around it in which the foot is nearly flat.
  package var neighborhood: ClosedRange<Int>

  /// The sample in the middle.
  package var middle: Int { (first + last) / 2 }
}
