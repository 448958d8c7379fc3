import GaitStatistics

/// Sessions of a person whose values scatter with standard deviation 1 about a line.
struct SimulatedPerson {
  /// Autocorrelation of neighboring sessions.
  var autocorrelation: Double
  /// Change from the first to the last session in standard deviations.
  var change = 0.0
  /// Whether sessions are one to five days apart, not one day.
  var hasUnequalTimes = true

  /// Baseline sessions before any change, and `n` sessions after them.
  func sessions(_ n: Int, baseline: Int, random: inout NormalNumbers) -> (baseline: [Double], points: [TrendPoint]) {
    var scatter = random.next()
    func step() -> Double {
      let value = scatter
      scatter = autocorrelation * scatter + (1 - autocorrelation * autocorrelation).squareRoot() * random.next()
      return value
    }
    let before = (0..<baseline).map { _ in step() }
    var day = 0.0
    let days = (0..<n).map { _ in
      day += hasUnequalTimes ? Double(Int.random(in: 1...5, using: &random.uniform)) : 1
      return day
    }
    let duration = max((days.last ?? 0) - (days.first ?? 0), 1)
    let points = days.map { TrendPoint(day: $0, value: step() + change * ($0 - (days.first ?? 0)) / duration) }
    return (before, points)
  }
}

/// Normal numbers of mean 0 and standard deviation 1, with a seed (Marsaglia & Bray 1964, doi 10.1137/1006063).
struct NormalNumbers {
  var uniform: SplitMix64
  private var spare: Double?

  init(seed: UInt64) {
    uniform = SplitMix64(seed: seed)
  }

  mutating func next() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    while true {
      let u = Double.random(in: -1..<1, using: &uniform)
      let v = Double.random(in: -1..<1, using: &uniform)
      let s = u * u + v * v
      guard s > 0, s < 1 else { continue }
      let factor = (-2 * naturalLogarithm(s) / s).squareRoot()
      spare = v * factor
      return u * factor
    }
  }
}
