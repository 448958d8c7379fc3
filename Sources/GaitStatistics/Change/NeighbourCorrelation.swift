/// What sessions that resemble their neighbours do to the spread and slope that are taken from them.
///
/// Sessions i and j are taken to correlate by ρ^|i − j|, a first-order autoregression.
struct NeighbourCorrelation {
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

  /// For the variance of n neighbours about their mean, divisor n − 1.
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
