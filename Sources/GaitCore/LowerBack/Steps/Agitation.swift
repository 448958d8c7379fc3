import GaitModel
import GaitSignal

extension EvenStream {
  /// Variance of the specific force over `range`, summed over the axes, in (m/s²)².
  package func agitation(in range: Range<Int>) -> Double {
    guard !range.isEmpty else { return 0 }
    var sum = Vector3.zero
    var squares = 0.0
    for i in range {
      sum += acceleration[i]
      squares += acceleration[i].squaredNorm
    }
    let n = Double(range.count)
    return max(0, squares / n - (sum / n).squaredNorm)
  }
}
