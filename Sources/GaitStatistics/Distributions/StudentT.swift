import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Student's t distribution (Student 1908, doi 10.1093/biomet/6.1.1).
public struct StudentT: Sendable, Equatable {
  /// Degrees of freedom, above 0; need not be whole. Infinity gives the normal distribution.
  public var freedom: Double

  /// - Returns: `nil` unless `freedom` is above 0.
  public init?(freedom: Double) {
    guard freedom > 0 else { return nil }
    self.freedom = freedom
  }

  /// The probability of a value below `t`.
  public func probability(below t: Double) -> Double {
    guard t.isFinite else { return t.isNaN ? .nan : (t > 0 ? 1 : 0) }
    guard freedom.isFinite else { return normalProbability(below: t) }
    let tail = 0.5 * incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
    return t > 0 ? 1 - tail : tail
  }

  /// The probability of a value at least as far from 0 as `t`, in either direction.
  public func twoSided(_ t: Double) -> Double {
    guard t.isFinite else { return t.isNaN ? .nan : 0 }
    guard freedom.isFinite else { return 2 * normalProbability(below: -abs(t)) }
    return min(1, incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5))
  }

  /// The value below which the share `p` lies; infinite where `p` is 0 or 1.
  public func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p >= 1 ? .infinity : -.infinity }
    if p == 0.5 { return 0 }
    return p < 0.5 ? -quantile(1 - p) : rootOfDistribution(p, probability(below:))
  }
}

/// The value below which a standard normal variable lies with probability `p`; infinite where `p` is 0 or 1.
public func normalQuantile(_ p: Double) -> Double {
  StudentT(freedom: .infinity)?.quantile(p) ?? .nan
}

/// The regularized incomplete beta function I_x(a, b), for x from 0 to 1 and positive a and b, by its continued fraction
/// (Lentz's method; Thompson & Barnett 1986, doi 10.1016/0021-9991(86)90046-X).
func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard x < 1 else { return 1 }
  // The fraction converges fast below the mean of the distribution; above it, the mirrored one does.
  if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
  let tiny = 1e-300
  let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
  func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / guarded(1 - (a + b) * x / (a + 1))
  var fraction = d
  // Far more steps than the a and b of any sample need.
  for m in 1...10_000 {
    let k = Double(m)
    let even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k))
    d = 1 / guarded(1 + even * d)
    c = guarded(1 + even / c)
    fraction *= c * d
    let odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))
    d = 1 / guarded(1 + odd * d)
    c = guarded(1 + odd / c)
    fraction *= c * d
    if abs(c * d - 1) < 1e-15 { break }
  }
  return front * fraction
}
