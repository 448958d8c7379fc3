/// Holm's correction of p-values for the number of tests (Holm 1979, Scandinavian Journal of Statistics 6:65–70,
/// www.jstor.org/stable/4615733): the chance of one or more false alarms in the family stays below the level.
public enum Holm {
  /// The corrected p of each test, in the order of `p`. Tests without a p (`nil`) count for nothing and stay without.
  public static func adjusted(_ p: [Double?]) -> [Double?] {
    let order = p.indices.compactMap { index in p[index].map { (index: index, p: $0) } }
      .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
    var adjusted = [Double?](repeating: nil, count: p.count)
    var greatest = 0.0
    for (rank, test) in order.enumerated() {
      greatest = max(greatest, min(1, Double(order.count - rank) * test.p))
      adjusted[test.index] = greatest
    }
    return adjusted
  }
}
