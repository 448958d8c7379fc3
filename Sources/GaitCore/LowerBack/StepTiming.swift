import GaitModel
import GaitSignal

/// Finds when each step of a sequence happens, more exactly than the lowest point of the trunk tells.
///
/// The lowest point is found in every step but is flat, so its time scatters. The whole movement around it is much
/// alike in every second step: the mean of the three accelerations over the steps of one foot is the template to
/// which each of these steps is shifted, over a few rounds, so that they fit best (Woody 1967,
/// doi 10.1007/BF02474247). The template of each foot stays where its lowest points are in the median.
package struct StepTiming: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Stretch of the template before and after the lowest point, in seconds.
    package var before = 0.25
    package var after = 0.20
    /// Largest shift, in seconds.
    package var largestShift = 0.10
    /// Shift that costs as much as 15 % of the signal's variance, in seconds: without a strong reason steps stay.
    package var costlyShift = 0.05
    package var cost = 0.15
    /// Cutoff of the low-pass filter, in Hz: impacts on other floors and in other shoes differ above.
    package var cutoff = 10.0
    /// Samples per second that suffice.
    package var rate = 100.0
    package var rounds = 3
    /// Steps that share a template: people change the way they walk within minutes.
    package var stepsPerTemplate = 256

    package init() {}
  }

  /// The time of each step's lowest point as a position between samples.
  package func positions(of motion: TrunkMotion, in stream: EvenStream) -> [Double] {
    let sequence = motion.sequence
    let offset = median(of: zip(sequence.positions, sequence.steps).map { $0 - Double($1) }) ?? 0
    var positions = sequence.steps.map { Double($0) + offset }
    var start = 0
    while start < positions.count {
      // A remainder of less than half a template joins the last one.
      let rest = positions.count - start
      let end = rest < settings.stepsPerTemplate * 3 / 2 ? positions.count : start + settings.stepsPerTemplate
      let shifts = shifts(of: Array(sequence.steps[start..<end]), motion: motion, stream: stream)
      for (k, shift) in zip(start..<end, shifts) { positions[k] += shift }
      start = end
    }
    return positions
  }

  /// Shifts in samples of the stream.
  private func shifts(of steps: [Int], motion: TrunkMotion, stream: EvenStream) -> [Double] {
    var shifts = [Double](repeating: 0, count: steps.count)
    guard let first = steps.first, let last = steps.last else { return shifts }
    let thinning = max(1, Int((stream.rate / settings.rate).rounded(.down)))
    let margin = stream.samples(in: settings.before + settings.largestShift) + thinning
    let range = max(0, first - margin)..<min(stream.count, last + margin + 1)
    let signals = [motion.up, motion.first, motion.second].map { axis in
      signal(along: axis, in: stream, range: range, thinning: thinning)
    }
    let rate = stream.rate / Double(thinning)
    let window = -Int(settings.before * rate)...Int(settings.after * rate)
    let reach = Int(settings.largestShift * rate)
    let centers = steps.map { ($0 - range.lowerBound) / thinning }
    let count = signals[0].count
    for parity in 0...1 {
      let members = centers.indices.filter { k in
        k % 2 == parity && centers[k] + window.lowerBound - reach >= 0 && centers[k] + window.upperBound + reach < count
      }
      guard members.count > 1 else { continue }
      let found = aligned(members.map { centers[$0] }, signals: signals, window: window, reach: reach, rate: rate)
      for (k, shift) in zip(members, found) { shifts[k] = shift * Double(thinning) }
    }
    return shifts
  }

  /// Low-passed specific force along `axis`, of mean 0 and variance 1.
  private func signal(along axis: Vector3, in stream: EvenStream, range: Range<Int>, thinning: Int) -> [Double] {
    let force = stream.acceleration
    var values = range.map { force.x[$0] * axis.x + force.y[$0] * axis.y + force.z[$0] * axis.z }
    RecursiveFilter.lowPass(cutoff: settings.cutoff, rate: stream.rate).applyForwardAndBackward(to: &values)
    if thinning > 1 { values = stride(from: 0, to: values.count, by: thinning).map { values[$0] } }
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(values.count, 1))
    let scale = variance > 0 ? 1 / variance.squareRoot() : 0
    for i in values.indices { values[i] = (values[i] - mean) * scale }
    return values
  }

  private func aligned(
    _ centers: [Int], signals: [[Double]], window: ClosedRange<Int>, reach: Int, rate: Double
  ) -> [Double] {
    var exact = [Double](repeating: 0, count: centers.count)
    var misfit = [Double](repeating: 0, count: 2 * reach + 1)
    for _ in 0..<settings.rounds {
      let templates = signals.map { signal in
        window.map { offset in
          zip(centers, exact).reduce(0) { $0 + signal[$1.0 + Int($1.1.rounded()) + offset] } / Double(centers.count)
        }
      }
      for (k, center) in centers.enumerated() {
        for lag in -reach...reach {
          let seconds = Double(lag) / rate / settings.costlyShift
          misfit[lag + reach] = settings.cost * seconds * seconds
        }
        for (signal, template) in zip(signals, templates) {
          addMisfit(of: template, to: signal, at: center + window.lowerBound, scale: 1 / Double(3 * window.count), &misfit)
        }
        exact[k] = Double(-reach) + minimum(of: misfit)
      }
      let middle = median(of: exact) ?? 0
      for k in exact.indices { exact[k] = min(max(exact[k] - middle, -Double(reach)), Double(reach)) }
    }
    return exact
  }

  /// Adds to each element of `misfit` the mean square difference at one shift; the middle element is no shift.
  private func addMisfit(
    of template: [Double], to signal: [Double], at start: Int, scale: Double, _ misfit: inout [Double]
  ) {
    let reach = misfit.count / 2
    template.withUnsafeBufferPointer { template in
      signal.withUnsafeBufferPointer { signal in
        for lag in -reach...reach {
          var sum = 0.0
          let shifted = start + lag
          for i in template.indices {
            let difference = signal[shifted + i] - template[i]
            sum += difference * difference
          }
          misfit[lag + reach] += scale * sum
        }
      }
    }
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
