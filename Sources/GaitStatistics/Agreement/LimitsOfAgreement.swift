/// The limits between which 95 % of the differences of two methods lie, where each person has several of them.
///
/// Differences of one person resemble each other, so that many strides of few people are not many observations. Their variance
/// is that of the people's means and that within people together (Bland & Altman 2007, doi 10.1080/10543400701329422). The
/// intervals of bias and limits are those of the method of variance estimates recovery (Zou 2013,
/// doi 10.1177/0962280211402548).
public struct LimitsOfAgreement: Sendable, Equatable {
  /// Number of people, and of differences of all.
  public var people: Int
  public var n: Int
  /// Mean over the people of each one's mean difference.
  public var bias: Double
  public var lower: Double
  public var upper: Double
  /// Standard deviation of the differences, between and within people together.
  public var sd: Double
  /// 95 % intervals; `nil` for a single person, of whom nothing follows for others.
  public var biasInterval: ClosedRange<Double>?
  public var lowerInterval: ClosedRange<Double>?
  public var upperInterval: ClosedRange<Double>?

  /// Standard deviations within which 95 % of normal values lie.
  private static let reach = 1.959963984540054
  /// Share of the intervals' misses on each side.
  private static let tail = 0.025

  /// - Parameter groups: The differences of each person.
  /// - Returns: `nil` with fewer than two differences.
  public init?(_ groups: [[Double]]) {
    let groups = groups.filter { !$0.isEmpty }
    n = groups.reduce(0) { $0 + $1.count }
    people = groups.count
    guard n > 1 else { return nil }
    let (n, k) = (Double(n), Double(people))
    let means = groups.map { $0.reduce(0, +) / Double($0.count) }
    bias = means.reduce(0, +) / k
    let within = zip(groups, means).reduce(0) { sum, group in
      sum + group.0.reduce(0) { $0 + ($1 - group.1) * ($1 - group.1) }
    }
    let withinVariance = n > k ? within / (n - k) : 0
    guard k > 1 else {
      sd = withinVariance.squareRoot()
      (lower, upper) = (bias - Self.reach * sd, bias + Self.reach * sd)
      return
    }
    let center = bias
    let between = means.reduce(0) { $0 + ($1 - center) * ($1 - center) } / (k - 1)
    // Harmonic mean of the people's numbers of differences.
    let harmonic = k / groups.reduce(0) { $0 + 1 / Double($1.count) }
    let share = (1 - 1 / harmonic) * withinVariance
    let variance = between + share
    sd = variance.squareRoot()
    (lower, upper) = (bias - Self.reach * sd, bias + Self.reach * sd)
    guard let t = StudentT(freedom: k - 1)?.quantile(1 - Self.tail), let people = ChiSquare(freedom: k - 1) else {
      return
    }
    let half = t * (between / k).squareRoot()
    biasInterval = bias - half...bias + half
    let strides = ChiSquare(freedom: n - k)
    /// How far the variance may be above or below, where the share `p` of each chi-squared lies below.
    func distance(_ p: Double) -> Double {
      let own = between * ((k - 1) / people.quantile(p) - 1)
      let other = share * (strides.map { (n - k) / $0.quantile(p) - 1 } ?? 0)
      return (own * own + other * other).squareRoot()
    }
    let least = max(0, variance - distance(1 - Self.tail)).squareRoot()
    let most = (variance + distance(Self.tail)).squareRoot()
    let near = Self.length(half, Self.reach * (sd - least))
    let far = Self.length(half, Self.reach * (most - sd))
    upperInterval = upper - near...upper + far
    lowerInterval = lower - far...lower + near
  }

  private static func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
}
