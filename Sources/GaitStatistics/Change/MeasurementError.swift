/// How much a measure differs from session to session in a person who does not change: the standard error of measurement,
/// SEM (Weir 2005, doi 10.1519/15184.1).
public struct MeasurementError: Sendable, Equatable {
  /// Where the SEM comes from.
  public enum Source: Sendable, Hashable {
    /// The person's own repeated sessions, with their number.
    case ownBaseline(sessions: Int)
    /// The scatter of the person's own sessions about the line through them, with their number.
    case ownSeries(sessions: Int)
    /// Other people's sessions, with the publication.
    case borrowed(String)

    /// Whether it comes from other people.
    public var isBorrowed: Bool { if case .borrowed = self { true } else { false } }
  }

  /// Standard deviation from session to session, in the measure's unit.
  public var sem: Double
  /// Degrees of freedom that `sem` was estimated with; infinite if it counts as known.
  public var freedom: Double
  public var source: Source
  /// Lag-one autocorrelation of sessions that is allowed for in changes of a line.
  public var autocorrelation = allowedAutocorrelation

  /// Lag-one autocorrelation that is allowed for where too few sessions are there to estimate it. Sessions of one person resemble their neighbors, so that a
  /// few in a row show less than their full spread, and wander. No value is published for backward walking; with 0.35,
  /// false alarms of three and four sessions stay below 5 % in simulated persons with 0.3.
  public static let allowedAutocorrelation = 0.35
  /// Degrees of freedom of a borrowed SEM whose study does not say: reliability studies of gait have some 30 people.
  public static let borrowedFreedom = 30.0

  /// A published SEM.
  ///
  /// - Returns: `nil` unless `sem` and `freedom` are above 0.
  public init?(borrowed sem: Double, freedom: Double = borrowedFreedom, source: String) {
    guard sem > 0, sem.isFinite, freedom > 0 else { return nil }
    self.init(sem: sem, freedom: freedom, source: .borrowed(source))
  }

  /// The SEM of repeated sessions of one person who was not treated in between: their standard deviation, widened for
  /// `allowedAutocorrelation`, with nearly n − 1 degrees of freedom.
  ///
  /// The expected variance of n neighbors with lag-one autocorrelation ρ is σ² (1 − r), where r is the mean of ρ^|i − j|
  /// over all pairs; so SEM = SD / √(1 − r).
  ///
  /// - Parameter values: In the order of time.
  /// - Returns: `nil` with fewer than three sessions, with a value that is not finite, or if all are equal.
  public init?(baseline values: [Double], autocorrelation: Double = allowedAutocorrelation) {
    guard values.count >= 3, values.allSatisfy(\.isFinite), let sd = Spread(values)?.sd, sd > 0 else { return nil }
    guard let shrinkage = NeighborCorrelation(lagOne: autocorrelation).spread(sessions: values.count)
    else { return nil }
    self.init(
      sem: sd / shrinkage.share.squareRoot(), freedom: shrinkage.freedom, source: .ownBaseline(sessions: values.count))
  }

  /// The SEM of a person's sessions that may follow a trend: their scatter about `line`, widened in the same way, with
  /// nearly n − 2 degrees of freedom.
  ///
  /// - Parameter autocorrelation: What is allowed for; `nil` takes it from the scatter, cautiously.
  /// - Returns: `nil` with fewer than five sessions, or if all lie on the line.
  public init?(times: [Double], values: [Double], about line: TheilSen, autocorrelation: Double? = nil) {
    guard values.count >= 5, times.count == values.count else { return nil }
    let residuals = zip(times, values).map { $1 - line.value(at: $0) }
    let square = residuals.reduce(0) { $0 + $1 * $1 }
    let correlation =
      autocorrelation.map { NeighborCorrelation(lagOne: $0) } ?? .estimated(residuals: residuals)
    guard square > 0, square.isFinite, let shrinkage = correlation.spreadAboutLine(times: times) else { return nil }
    self.init(
      sem: (square / Double(values.count - 2) / shrinkage.share).squareRoot(), freedom: shrinkage.freedom,
      source: .ownSeries(sessions: values.count))
    self.autocorrelation = correlation.lagOne
  }

  private init(sem: Double, freedom: Double, source: Source) {
    self.sem = sem
    self.freedom = freedom
    self.source = source
  }

  /// The same error, but no less than what the strides of single sessions leave open.
  ///
  /// - Parameter standardErrors: Standard errors of the sessions' values; their root mean square is the least SEM.
  public func atLeast(_ standardErrors: [Double]) -> MeasurementError {
    let known = standardErrors.filter { $0 > 0 && $0.isFinite }
    guard !known.isEmpty else { return self }
    var error = self
    error.sem = max(sem, (known.reduce(0) { $0 + $1 * $1 } / Double(known.count)).squareRoot())
    return error
  }

  /// The smallest amount of change between two sessions that a person who does not change stays below in 95 of 100 pairs:
  /// t₀.₉₇₅(freedom) · √2 · SEM, which is 2.77 SEM where the SEM counts as known (Weir 2005).
  public var mdc95: Double { minimalDetectableChange() }

  /// The half width of the interval of the difference between means of sessions: t · √(1/m + 1/k) · SEM.
  ///
  /// - Parameters:
  ///   - from: Number of sessions m that the first mean rests on.
  ///   - to: Number of sessions k that the second mean rests on.
  ///   - level: Share of persons without change who stay below.
  public func minimalDetectableChange(from: Int = 1, to: Int = 1, level: Double = 0.95) -> Double {
    let quantile = StudentT(freedom: freedom)?.quantile((1 + level) / 2) ?? .infinity
    return quantile * (1 / Double(max(from, 1)) + 1 / Double(max(to, 1))).squareRoot() * sem
  }

  /// The amount of change of a line through sessions, from the first to the last, that a person who does not change stays
  /// below: t · SEM · the standard error of a line's change when sessions have this `autocorrelation`. The error is that of
  /// a least-squares line, divided by the efficiency of Theil's and Sen's, √(3/π) for normal scatter (Sen 1968).
  ///
  /// - Parameter times: Times of all sessions, in their order.
  /// - Returns: `nil` if all times are the same.
  public func minimalDetectableChange(ofLineThrough times: [Double], level: Double = 0.95) -> Double? {
    guard let quantile = StudentT(freedom: freedom)?.quantile((1 + level) / 2),
      let standardError = standardErrorOfChange(ofLineThrough: times)
    else { return nil }
    return quantile * standardError
  }

  /// The standard error of a line's change from the first to the last session; `nil` if all times are the same.
  func standardErrorOfChange(ofLineThrough times: [Double]) -> Double? {
    NeighborCorrelation(lagOne: autocorrelation).standardErrorOfChange(times: times)
      .map { $0 * (Double.pi / 3).squareRoot() * sem }
  }
}
