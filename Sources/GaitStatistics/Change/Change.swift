/// A change of a measure between two sessions, or means of sessions, against its measurement error.
public struct Change: Sendable, Equatable {
  /// Later value less the earlier one.
  public var amount: Double
  /// Amount of change that measurement error alone stays below in 95 of 100.
  public var mdc: Double
  /// 95 % confidence interval of the true change: `amount` ± `mdc`.
  public var interval: ClosedRange<Double>
  /// `amount` over its standard error, the reliable change index (Jacobson & Truax 1991, doi 10.1037/0022-006X.59.1.12).
  public var reliableChangeIndex: Double
  public var error: MeasurementError

  /// Two-sided p of a change at least as great without any true change, from Student's t with the error's degrees of freedom.
  public var p: Double { StudentT(freedom: error.freedom)?.twoSided(reliableChangeIndex) ?? 1 }

  /// Whether the change is beyond what measurement error explains.
  public var exceedsError: Bool { abs(amount) > mdc }

  /// - Parameters:
  ///   - from: Earlier values; one or more sessions without change among them.
  ///   - to: Later values.
  /// - Returns: `nil` where there are no values, or one is not finite.
  public init?(from: [Double], to: [Double], error: MeasurementError) {
    guard let earlier = Spread(from)?.mean, let later = Spread(to)?.mean, (later - earlier).isFinite else { return nil }
    amount = later - earlier
    mdc = error.minimalDetectableChange(from: from.count, to: to.count)
    interval = (amount - mdc)...(amount + mdc)
    reliableChangeIndex =
      amount / (error.sem * (1 / Double(from.count) + 1 / Double(to.count)).squareRoot())
    self.error = error
  }
}
