/// The distribution of the ratio of two variances of normal samples (Fisher & Snedecor).
public struct FRatio: Sendable, Equatable {
  /// Degrees of freedom of numerator and denominator, above 0.
  public var freedom: (Double, Double) { (numerator, denominator) }
  private let numerator: Double
  private let denominator: Double

  /// - Returns: `nil` unless both are finite and above 0.
  public init?(freedom numerator: Double, _ denominator: Double) {
    guard numerator > 0, denominator > 0, numerator.isFinite, denominator.isFinite else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The probability of a value below `f`.
  public func probability(below f: Double) -> Double {
    guard f > 0 else { return 0 }
    return incompleteBeta(numerator * f / (numerator * f + denominator), numerator / 2, denominator / 2)
  }

  /// The value below which the share `p` lies.
  public func quantile(_ p: Double) -> Double { rootOfDistribution(p, probability(below:)) }
}
