/// A column that counts the samples or packets of a sensor; where it skips, they were lost.
struct SampleCounter {
  /// How many samples were lost, and in how many places.
  let skips: (samples: Int, places: Int)

  /// Share of the rows that must be one above the row before, for a column to be a counter.
  private static let leastSteps = 0.8

  /// - Returns: `nil` if the numbers do not count the rows.
  init?(_ numbers: [Double]) {
    guard numbers.count > 1 else { return nil }
    let wrap = Self.wrap(of: numbers)
    var (ones, lost, places) = (0, 0.0, 0)
    for (a, b) in zip(numbers, numbers.dropFirst()) {
      var step = b - a
      if step < 0, let wrap { step += wrap }
      guard step >= 1, step == step.rounded(), a == a.rounded() else { return nil }
      if step == 1 {
        ones += 1
      } else {
        places += 1
        lost += step - 1
      }
    }
    guard Double(ones) >= Self.leastSteps * Double(numbers.count - 1), lost < 1e9 else { return nil }
    skips = (Int(lost), places)
  }

  /// The number at which a counter that goes back starts again: the smallest power of two of whole bytes above all of its
  /// numbers; `nil` if it never goes back.
  static func wrap(of numbers: [Double]) -> Double? {
    guard zip(numbers, numbers.dropFirst()).contains(where: { $1 < $0 }), let most = numbers.filter(\.isFinite).max()
    else { return nil }
    return [256.0, 65_536, 4_294_967_296].first { $0 > most }
  }
}
