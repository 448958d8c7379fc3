/// What sessions that resemble their neighbors do to the spread and slope that are taken from them.
///
/// Sessions i and j are taken to correlate by ρ^|i − j|, a first-order autoregression.
struct NeighborCorrelation {
  /// Lag-one autocorrelation ρ, from 0 to below 1.
  var lagOne: Double

  /// How an estimated variance of sessions stands to the true one.
  struct Shrinkage: Equatable {
    /// Its expected value as a share of the true variance.
    var share: Double
    /// Degrees of freedom of a χ² distribution with the same mean and variance
    /// (Satterthwaite 1946, doi 10.2307/3002019).
    var freedom: Double
  }

  /// What is taken of sessions before they are seen, and how many sessions that counts for. It is more than is likely, so
  /// that eight sessions, which tell nothing of their autocorrelation, are safe up to 0.6, and thirty are not judged as if
  /// theirs were 0.6 when it is 0: false alarms stay below 6 % and intervals hold 94 % for 0 to 0.6 and 8 to 30 sessions
  /// (simulated).
  private static let expected = 0.8
  private static let expectedWeight = 20.0
  /// Most autocorrelation that is believed.
  private static let most = 0.9

  /// The autocorrelation to allow for in sessions, by their residuals about a line, drawn toward a cautious value: a few
  /// sessions tell little of it. The estimate from n residuals about a line is too low by about (2 + 4 ρ) / n, as simulation confirms
  /// (about a mean: Marriott & Pope 1954, doi 10.1093/biomet/41.3-4.390).
  static func estimated(residuals: [Double]) -> NeighborCorrelation {
    let square = residuals.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return NeighborCorrelation(lagOne: expected) }
    let count = Double(residuals.count)
    let raw = zip(residuals, residuals.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / square
    let corrected = raw + (2 + 4 * raw) / count
    let drawn = (count * corrected + expectedWeight * expected) / (count + expectedWeight)
    return NeighborCorrelation(lagOne: min(max(drawn, 0), most))
  }

  /// The autocorrelation of strides less their mean, which is estimated too low by about (1 + 4 ρ) / n
  /// (Marriott & Pope 1954, doi 10.1093/biomet/41.3-4.390).
  static func ofStrides(_ deviations: [Double]) -> NeighborCorrelation {
    let square = deviations.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return NeighborCorrelation(lagOne: 0) }
    let raw = zip(deviations, deviations.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / square
    return NeighborCorrelation(lagOne: min(max(raw + (1 + 4 * raw) / Double(deviations.count), 0), most))
  }

  /// Factor by which the autocorrelation changes the variance of the mean of n values.
  func varianceOfMean(_ n: Int) -> Double {
    let weights = constant(n)
    return product(weights, correlated(weights))
  }

  /// The variance of the sum of values of variance 1, each times its weight.
  func variance(ofSumWith weights: [Double]) -> Double { product(weights, correlated(weights)) }

  /// For the variance of n neighbors about their mean, divisor n − 1.
  func spread(sessions n: Int) -> Shrinkage? {
    guard n > 1 else { return nil }
    return shrinkage(n: n, basis: [constant(n)])
  }

  /// For the variance of sessions about their line, divisor n − 2; `nil` if all times are the same.
  func spreadAboutLine(times: [Double]) -> Shrinkage? {
    guard times.count > 2, let direction = unitSlope(times) else { return nil }
    return shrinkage(n: times.count, basis: [constant(times.count), direction])
  }

  /// Standard error of the change of a least-squares line from the first to the last time, for values of standard
  /// deviation 1; `nil` if all times are the same.
  func standardErrorOfChange(times: [Double]) -> Double? {
    guard let first = times.min(), let last = times.max(), let direction = unitSlope(times) else { return nil }
    let mean = times.reduce(0, +) / Double(times.count)
    let square = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (last - first) * (product(direction, correlated(direction)) / square).squareRoot()
  }

  /// With the residual-maker M = I − Q Qᵀ of an orthonormal `basis` Q and the correlations R: tr(M R) over its degrees of
  /// freedom, and tr(M R)² / tr(M R M R).
  private func shrinkage(n: Int, basis: [[Double]]) -> Shrinkage? {
    let images = basis.map(correlated)
    var trace = Double(n)
    var square = traceOfSquare(n)
    for (i, image) in images.enumerated() {
      trace -= product(basis[i], image)
      square -= 2 * product(image, image)
      for j in basis.indices {
        let overlap = product(basis[j], image)
        square += overlap * overlap
      }
    }
    guard trace > 0, square > 0 else { return nil }
    return Shrinkage(share: trace / Double(n - basis.count), freedom: trace * trace / square)
  }

  private func constant(_ n: Int) -> [Double] {
    [Double](repeating: 1 / Double(n).squareRoot(), count: n)
  }

  /// `times` less their mean, scaled to length 1.
  private func unitSlope(_ times: [Double]) -> [Double]? {
    let mean = times.reduce(0, +) / Double(times.count)
    let length = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    return length > 0 ? times.map { ($0 - mean) / length } : nil
  }

  /// R w, in one sweep forward and one back.
  private func correlated(_ w: [Double]) -> [Double] {
    var result = w
    var faded = 0.0
    for i in w.indices {
      result[i] += faded
      faded = lagOne * (faded + w[i])
    }
    faded = 0
    for i in w.indices.reversed() {
      result[i] += faded
      faded = lagOne * (faded + w[i])
    }
    return result
  }

  /// tr(R R): the sum of the squares of all correlations.
  private func traceOfSquare(_ n: Int) -> Double {
    var power = 1.0
    var sum = Double(n)
    for lag in stride(from: 1, to: n, by: 1) {
      power *= lagOne * lagOne
      sum += 2 * Double(n - lag) * power
    }
    return sum
  }

  private func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
