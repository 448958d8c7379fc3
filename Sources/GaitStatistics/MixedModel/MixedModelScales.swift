#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

func logarithm(_ x: Double) -> Double { log(x) }

/// Columns divided by their root mean squares.
struct ScaledColumns {
  let columns: [[Double]]
  /// What each was divided by; 1 for a column of zeros.
  let scales: [Double]

  init(_ columns: [LinearMixedModel.Column]) {
    scales = columns.map { column in
      let size = (column.values.reduce(0) { $0 + $1 * $1 } / Double(max(column.values.count, 1))).squareRoot()
      return size > 0 ? size : 1
    }
    self.columns = zip(columns, scales).map { column, scale in column.values.map { $0 / scale } }
  }

  /// Sum of the logarithms of `scales`.
  var logScales: Double { scales.reduce(0) { $0 + log($1) } }
}

/// Standard deviations and correlations of Λ Λᵀ.
struct RelativeCovariance {
  let sd: [Double]
  let correlation: [[Double?]]
  let isSingular: Bool

  /// Variances relative to that of single values below which an effect counts as none, and shares of variance not explained
  /// by the other effects below which a correlation counts as ±1.
  private static let leastShare = 1e-8

  /// - Parameter lambda: Lower triangular, by columns.
  init(_ lambda: [Double], order: Int) {
    let covariance = (0..<order).map { i in
      (0..<order).map { j in
        (0..<order).reduce(0) { $0 + lambda[$1 * order + i] * lambda[$1 * order + j] }
      }
    }
    let sd = (0..<order).map { covariance[$0][$0].squareRoot() }
    self.sd = sd
    let isNone = sd.map { $0 * $0 < Self.leastShare }
    correlation = (0..<order).map { i in
      (0..<order).map { j in
        isNone[i] || isNone[j] ? nil : max(-1, min(1, covariance[i][j] / (sd[i] * sd[j])))
      }
    }
    isSingular = (0..<order).contains { k in
      let own = lambda[k * order + k]
      return isNone[k] || own * own < Self.leastShare * covariance[k][k]
    }
  }
}
