import GaitSignal

/// The samples of one stride in pairs that are equally far from its start, of which any harmonic can be taken.
///
/// Cosines are even and sines odd about the start of a period. So the sum of such a pair is all that enters the real
/// part of a harmonic, and the difference all that enters the imaginary part: half of the work of a plain sum.
struct FoldedStride<Sample: SIMD> where Sample.Scalar == Double {
  /// Sample `i` and the one `i` before the end, added and subtracted. A sample without a counterpart, that is the first
  /// and in even strides the middle one, stands alone in the sums.
  private var sums: [Sample]
  private var differences: [Sample]
  /// `turns[k]` has turned by the share `k / turns.count` of a full turn: one for each sample of the stride.
  private var turns: [Phasor]

  /// - Precondition: `samples` are exactly one stride, and not empty.
  init(_ samples: [Sample]) {
    let count = samples.count
    let half = count / 2
    sums = (0...half).map { $0 == 0 || 2 * $0 == count ? samples[$0] : samples[$0] + samples[count - $0] }
    differences = (0...half).map { $0 == 0 ? .zero : samples[$0] - samples[count - $0] }
    turns = [Phasor](repeating: Phasor(1, 0), count: count)
    let turn = Phasor(angle: 2 * Double.pi / Double(count))
    for k in stride(from: 1, through: half, by: 1) {
      turns[k] = turns[k - 1] * turn
      turns[count - k] = turns[k].conjugate
    }
  }

  /// Real and imaginary part, as peak values and with the phase at the start of the stride, of what repeats `h` times in
  /// the stride; for `h` 0, twice the mean.
  func harmonic(_ h: Int) -> (real: Sample, imaginary: Sample) {
    var (real, imaginary) = (Sample.zero, Sample.zero)
    turns.withUnsafeBufferPointer { turns in
      sums.withUnsafeBufferPointer { sums in
        differences.withUnsafeBufferPointer { differences in
          let step = h % turns.count
          var place = 0
          for i in sums.indices {
            real += sums[i] * turns[place].real
            imaginary -= differences[i] * turns[place].imaginary
            place += step
            if place >= turns.count { place -= turns.count }
          }
        }
      }
    }
    let scale = 2 / Double(turns.count)
    return (real * scale, imaginary * scale)
  }
}
