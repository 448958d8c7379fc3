import GaitStatistics

/// Strides of one direction by bout, whose bouts differ and whose neighbors resemble each other.
struct SimulatedWalk {
  var bouts: Int
  var stridesPerBout: Int
  var mean: Double
  /// Standard deviation of single strides within a bout.
  var sd = 0.1
  /// Standard deviation of bouts.
  var boutSD = 0.05
  var autocorrelation = 0.3

  /// Values by bout; bouts are of unequal length, a third shorter or longer.
  func strides(random: inout NormalNumbers) -> [[Double]] {
    (0..<bouts).map { bout in
      let level = mean + boutSD * random.next()
      let count = max(1, stridesPerBout * (3 + (bout + 1) % 3 - 1) / 3)
      var scatter = random.next()
      return (0..<count).map { _ in
        let value = level + sd * scatter
        scatter = autocorrelation * scatter + (1 - autocorrelation * autocorrelation).squareRoot() * random.next()
        return value
      }
    }
  }

  /// Standard deviation of a stride of any bout.
  var totalSD: Double { (sd * sd + boutSD * boutSD).squareRoot() }
}
