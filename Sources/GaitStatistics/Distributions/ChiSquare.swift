#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The chi-squared distribution, of the variances of normal samples.
public struct ChiSquare: Sendable, Equatable {
  /// Degrees of freedom, above 0.
  public var freedom: Double

  /// - Returns: `nil` unless `freedom` is finite and above 0.
  public init?(freedom: Double) {
    guard freedom > 0, freedom.isFinite else { return nil }
    self.freedom = freedom
  }

  /// The probability of a value below `x`.
  public func probability(below x: Double) -> Double { incompleteGamma(freedom / 2, x / 2) }

  /// The value below which the share `p` lies.
  public func quantile(_ p: Double) -> Double { rootOfDistribution(p, probability(below:)) }
}

/// The regularized lower incomplete gamma function P(a, x): its series below a + 1, its continued fraction above (Lentz's
/// method; Thompson & Barnett 1986, doi 10.1016/0021-9991(86)90046-X).
func incompleteGamma(_ a: Double, _ x: Double) -> Double {
  guard x > 0 else { return 0 }
  let front = exp(a * log(x) - x - lgamma(a))
  // Far more steps than the degrees of freedom of any sample need.
  let mostSteps = 100_000
  if x < a + 1 {
    var term = 1 / a
    var sum = term
    for k in 1...mostSteps {
      term *= x / (a + Double(k))
      sum += term
      if term < sum * 1e-16 { break }
    }
    return front * sum
  }
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var fraction = d
  for k in 1...mostSteps {
    let n = Double(k)
    let factor = n * (a - n)
    b += 2
    d = factor * d + b
    d = 1 / (abs(d) < tiny ? tiny : d)
    c = b + factor / c
    if abs(c) < tiny { c = tiny }
    fraction *= c * d
    if abs(c * d - 1) < 1e-15 { break }
  }
  return 1 - front * fraction
}
