import GaitSignal

/// The samples of one stride in pairs that are equally far from its start, of which any harmonic can be taken.
///
/// Cosines are even and sines odd about the start of a period. So the sum of such a pair is all that enters the real
/// part of a harmonic, and the difference all that enters the imaginary part: half of the work of a plain sum.
struct FoldedStride<Sample: SIMD> where Sample.Scalar == Double {
  /// Sample `i` and the one `i` before the end, added and subtracted. A sample without a counterpart, that is the first
  /// and in even strides the middle one, stands alone in the sum.
  private var pairs: [(sum: Sample, difference: Sample)]
  /// `turns[k]` has turned by the share `k / turns.count` of a full turn: one for each sample of the stride.
  private var turns: [Phasor]

  /// - Parameter samples: Exactly one stride.
  init(_ samples: ArraySlice<Sample>) {
    let count = samples.count
    let half = count / 2
    guard count > 0 else {
      (pairs, turns) = ([], [])
      return
    }
    pairs = samples.withUnsafeBufferPointer { samples in
      (0...half).map { i in
        i == 0 || 2 * i == count
          ? (samples[i], .zero) : (samples[i] + samples[count - i], samples[i] - samples[count - i])
      }
    }
    turns = [Phasor](repeating: Phasor(1, 0), count: count)
    let step = Phasor(angle: 2 * Double.pi / Double(count))
    var turn = step
    for k in stride(from: 1, through: half, by: 1) {
      turns[k] = turn
      turns[count - k] = turn.conjugate
      turn = turn * step
    }
  }

  /// Real and imaginary part, as peak values and with the phase at the start of the stride, of what repeats `h` times in
  /// the stride; for `h` 0, twice the mean. Zero without samples.
  func harmonic(_ h: Int) -> (real: Sample, imaginary: Sample) {
    guard !turns.isEmpty else { return (.zero, .zero) }
    let step = h % turns.count
    let scale = 2 / Double(turns.count)
    return turns.withUnsafeBufferPointer { turns in
      pairs.withUnsafeBufferPointer { pairs in
        var (real, imaginary) = (Sample.zero, Sample.zero)
        var place = 0
        for i in pairs.indices {
          real += pairs[i].sum * turns[place].real
          imaginary -= pairs[i].difference * turns[place].imaginary
          place += step
          if place >= turns.count { place -= turns.count }
        }
        return (real * scale, imaginary * scale)
      }
    }
  }
}
