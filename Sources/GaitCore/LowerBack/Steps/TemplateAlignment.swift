import GaitSignal

/// Shifts occurrences of the same movement so that the signals around them fit their common mean best, over a few rounds
/// (Woody 1967, doi 10.1007/BF02474247).
///
/// Only what changes within the window counts: constants are taken off the template and the signals.
struct TemplateAlignment {
  /// A place in one of several signals at which the movement happens.
  struct Occurrence {
    var signal: Int
    var center: Int
    /// What the cost of shifting it is multiplied by.
    var weight: Double
  }

  /// Offsets from an occurrence of the samples that are compared, ascending and evenly spaced.
  var window: [Int]
  /// Cost of a shift by 0, 1, 2 … samples, in shares of the signals' variance; the last is the largest shift.
  var costs: [Double]
  var rounds: Int

  /// Shifts in samples, with the median 0, between samples by the parabola through the three best.
  ///
  /// - Parameters:
  ///   - occurrences: So far from the ends of their signals that window and largest shift lie within.
  ///   - signals: With a mean variance of 1 over the axes in use.
  func shifts(of occurrences: [Occurrence], in signals: [[SixAxes]]) -> [Double] {
    let reach = Double(costs.count - 1)
    var exact = [Double](repeating: 0, count: occurrences.count)
    for _ in 0..<rounds {
      let template = template(of: occurrences, shiftedBy: exact, in: signals)
      for (k, occurrence) in occurrences.enumerated() {
        let misfits = misfits(
          of: template, to: signals[occurrence.signal], at: occurrence.center,
          costs: costs.map { $0 * occurrence.weight })
        exact[k] = minimum(of: misfits) - reach
      }
      let middle = median(of: exact) ?? 0
      for k in exact.indices { exact[k] = min(max(exact[k] - middle, -reach), reach) }
    }
    return exact
  }

  /// The mean of the shifted signals in the window, less its own mean.
  private func template(
    of occurrences: [Occurrence], shiftedBy shifts: [Double], in signals: [[SixAxes]]
  ) -> [SixAxes] {
    var values = [SixAxes](repeating: .zero, count: window.count)
    for (occurrence, shift) in zip(occurrences, shifts) {
      let middle = occurrence.center + Int(shift.rounded())
      signals[occurrence.signal].withUnsafeBufferPointer { signals in
        for (k, offset) in window.enumerated() { values[k] += signals[middle + offset] }
      }
    }
    for k in values.indices { values[k] /= Double(occurrences.count) }
    let mean = values.reduce(.zero, +) / Double(max(values.count, 1))
    return values.map { $0 - mean }
  }

  /// For each shift, of which the middle one is none, its cost and the mean square difference, less that of the means.
  ///
  /// Shifts are tried from the middle outward until the cost alone is more than the least misfit; what is not tried
  /// counts as infinite. The neighbors of the best shift are always tried.
  ///
  /// - Parameters:
  ///   - template: Its mean is zero.
  ///   - costs: Of shifts by 0, 1, 2 … samples.
  private func misfits(
    of template: [SixAxes], to signals: [SixAxes], at center: Int, costs: [Double]
  ) -> [Double] {
    let reach = costs.count - 1
    let spacing = window.count > 1 ? window[1] - window[0] : 1
    let share = 1 / Double(template.count)
    var misfits = [Double](repeating: .infinity, count: 2 * reach + 1)
    var least = Double.infinity
    template.withUnsafeBufferPointer { template in
      signals.withUnsafeBufferPointer { signals in
        for distance in costs.indices {
          if distance > 0, costs[distance - 1] > least { break }
          for shift in stride(from: -distance, through: distance, by: max(1, 2 * distance)) {
            var (squares, sums) = (SixAxes.zero, SixAxes.zero)
            var place = center + window[0] + shift
            for value in template {
              let difference = signals[place] - value
              squares += difference * difference
              sums += difference
              place += spacing
            }
            let misfit = costs[distance] + (squares - sums * sums * share).sum() * share / 6
            misfits[reach + shift] = misfit
            least = min(least, misfit)
          }
        }
      }
    }
    return misfits
  }

  /// Position of the smallest value, between elements by the parabola through three.
  private func minimum(of values: [Double]) -> Double {
    guard let best = values.indices.min(by: { values[$0] < values[$1] }) else { return 0 }
    guard best > 0, best < values.count - 1 else { return Double(best) }
    let (a, b, c) = (values[best - 1], values[best], values[best + 1])
    let bend = a - 2 * b + c
    return Double(best) + (bend > 0 ? 0.5 * (a - c) / bend : 0)
  }
}
