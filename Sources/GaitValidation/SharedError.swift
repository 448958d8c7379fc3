/// What two independent measurements of the same contacts share of their errors against one reference.
///
/// A sensor on the foot and one on the back know nothing of each other. Where both are late at the same contact, the
/// reference was early: the covariance of their errors is the variance of the reference's own error (and of what else the
/// two have in common), and what remains of each is its own.
package struct SharedError: Sendable {
  /// Errors in seconds above which a contact is left out: a step of a turn, of which one says something else.
  private static let farthest = 0.06
  /// Fewest contacts.
  private static let fewest = 30

  package var contacts: Int
  /// Coefficient of correlation of the two.
  package var correlation: Double
  /// Standard deviations in seconds: of each, and of what they share (0 where they share nothing).
  package var first: Double
  package var second: Double
  package var shared: Double

  /// `nil` with too few contacts that both found.
  package init?(_ a: Agreement, _ b: Agreement) {
    let pairs = a.initialContactErrors.compactMap { contact, error in
      b.initialContactErrors[contact].map { (contact, error, $0) }
    }
    .filter { abs($0.1) < Self.farthest && abs($0.2) < Self.farthest }
    .sorted { ($0.0.recording, $0.0.time, $0.0.foot.rawValue) < ($1.0.recording, $1.0.time, $1.0.foot.rawValue) }
    guard pairs.count >= Self.fewest, let x = Errors(pairs.map(\.1)), let y = Errors(pairs.map(\.2)),
      let first = x.sd, let second = y.sd, first > 0, second > 0
    else { return nil }
    let covariance = pairs.reduce(0) { $0 + ($1.1 - x.mean) * ($1.2 - y.mean) } / Double(pairs.count - 1)
    contacts = pairs.count
    correlation = covariance / (first * second)
    self.first = first
    self.second = second
    shared = max(0, covariance).squareRoot()
  }
}
