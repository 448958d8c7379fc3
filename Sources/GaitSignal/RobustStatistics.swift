/// The value below which the share `p` (0 to 1) of `values` lies, interpolated linearly between order statistics
/// (type 7 of Hyndman & Fan 1996, doi 10.1080/00031305.1996.10473566); `nil` without values.
package func quantile(_ p: Double, of values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let (lower, share) = order(p, count: values.count)
  return withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { buffer in
    _ = buffer.initialize(from: values)
    let value = buffer.select(lower)
    guard share > 0, let next = buffer[(lower + 1)...].min() else { return value }
    return value + share * (next - value)
  }
}

/// The middle of `values`; `nil` without values.
package func median(of values: [Double]) -> Double? {
  quantile(0.5, of: values)
}

/// The middle of `values` and its standard error if they scatter normally, which odd ones among them hardly change; `nil`
/// without values.
///
/// The standard deviation is that which the median of the amounts of deviation stands for (Rousseeuw & Croux 1993,
/// doi 10.1080/01621459.1993.10476408).
package func medianWithError(of values: [Double]) -> (median: Double, error: Double)? {
  guard let middle = median(of: values), let deviation = median(of: values.map { abs($0 - middle) }) else { return nil }
  return (middle, medianErrorShare * (deviation * normalDeviationShare) / Double(values.count).squareRoot())
}

/// Standard deviations of a normal variable in the median of its amount.
private let normalDeviationShare = 1.4826
/// Standard error of the median over that of the mean, √(π/2).
private let medianErrorShare = 1.2533

/// The quantile of values that are sorted already.
package func quantile(_ p: Double, ofSorted sorted: [Double]) -> Double? {
  guard let last = sorted.indices.last else { return nil }
  let (lower, share) = order(p, count: sorted.count)
  return sorted[lower] + share * (sorted[min(lower + 1, last)] - sorted[lower])
}

/// The order statistic below the quantile of `count` values, and the share of the way to the next one.
private func order(_ p: Double, count: Int) -> (lower: Int, share: Double) {
  let position = min(max(p, 0), 1) * Double(count - 1)
  return (Int(position), position - position.rounded(.down))
}

extension UnsafeMutableBufferPointer<Double> {
  /// The value that would stand at `place` if the buffer were sorted; it stands there then, with no larger one before it
  /// and no smaller one behind it (Hoare 1961, doi 10.1145/366622.366647). On average it takes time in
  /// proportion to the number.
  fileprivate func select(_ place: Int) -> Double {
    var (first, last) = (startIndex, endIndex - 1)
    while first < last {
      let pivot = self[first + (last - first) / 2]
      var (low, high) = (first, last)
      while low <= high {
        while self[low] < pivot { low += 1 }
        while pivot < self[high] { high -= 1 }
        guard low <= high else { break }
        swapAt(low, high)
        low += 1
        high -= 1
      }
      if place <= high {
        last = high
      } else if place >= low {
        first = low
      } else {
        break
      }
    }
    return self[place]
  }
}

/// The spatial median of vectors: the point whose distances to all of them have the least sum; `nil` without vectors.
///
/// It turns with the axes in which the vectors are given, which a median of each component does not. (Weiszfeld's
/// iteration in the form of Vardi & Zhang 2000, doi 10.1073/pnas.97.4.1423, which may start and end on one of the
/// vectors.)
package func median(of vectors: [Vector3]) -> Vector3? {
  guard !vectors.isEmpty else { return nil }
  let mean = vectors.reduce(Vector3.zero, +) / Double(vectors.count)
  let scale = vectors.reduce(0) { max($0, ($1 - mean).norm) }
  var middle = mean
  for _ in 0..<mostSpatialMedianSteps {
    var weights = 0.0
    var sum = Vector3.zero
    var pull = Vector3.zero
    var here = 0.0
    for vector in vectors {
      let difference = vector - middle
      let distance = difference.norm
      guard distance > negligibleShare * scale else {
        here += 1
        continue
      }
      weights += 1 / distance
      sum += vector / distance
      pull += difference / distance
    }
    guard weights > 0 else { return middle }
    // Vectors at the very place hold it back; where they are more than what pulls, it is the median.
    let stay = here > 0 ? min(1, here / max(pull.norm, .leastNormalMagnitude)) : 0
    let next = sum / weights * (1 - stay) + middle * stay
    let step = (next - middle).norm
    middle = next
    if step <= negligibleShare * scale { break }
  }
  return middle
}

/// Share of the vectors' reach that is as good as nothing: far below any sensor's error.
private let negligibleShare = 1e-7
/// Steps after which the spatial median is taken as it is: each step takes a share of the distance that is left, and
/// ends within a thousandth of the reach after a few.
private let mostSpatialMedianSteps = 100
