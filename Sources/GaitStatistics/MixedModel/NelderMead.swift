/// The minimum of a function of a few variables without derivatives (Nelder & Mead 1965, doi 10.1093/comjnl/7.4.308).
struct NelderMead {
  /// Differences between the simplex's values at which a search ends, relative to the lowest.
  var tolerance = 1e-13
  /// Most evaluations of one search for each variable.
  var mostEvaluations = 1000
  /// Most searches, each from the last one's minimum, until none lowers it further.
  var mostRestarts = 10

  /// - Returns: Where the least value was found, the value, and whether the last search ended by itself.
  func minimum(
    of function: ([Double]) -> Double, from start: [Double], step: Double = 0.5
  ) -> (point: [Double], value: Double, hasConverged: Bool) {
    var best = search(function, start, step)
    for restart in 1...mostRestarts {
      let next = search(function, best.point, step / Double(1 + restart))
      let gain = best.value - next.value
      if next.value <= best.value { best = next }
      if gain <= tolerance * 10 * max(abs(best.value), 1), best.hasConverged { break }
    }
    return best
  }

  private func search(
    _ function: ([Double]) -> Double, _ start: [Double], _ step: Double
  ) -> (point: [Double], value: Double, hasConverged: Bool) {
    var corners = [start]
    for k in start.indices {
      var corner = start
      corner[k] += step
      corners.append(corner)
    }
    var simplex = corners.map { (point: $0, value: function($0)) }
    var evaluations = simplex.count
    func evaluate(_ point: [Double]) -> (point: [Double], value: Double) {
      evaluations += 1
      return (point, function(point))
    }
    while true {
      simplex.sort { $0.value < $1.value }
      let best = simplex[0]
      let worst = simplex[simplex.count - 1]
      let spread = worst.value - best.value
      let size = best.point.indices.map { abs(worst.point[$0] - best.point[$0]) }.max() ?? 0
      if spread <= tolerance * max(abs(best.value), 1), size < 1e-6 { return (best.point, best.value, true) }
      if evaluations >= mostEvaluations * start.count { return (best.point, best.value, false) }
      let others = simplex.dropLast()
      let center = best.point.indices.map { k in others.reduce(0) { $0 + $1.point[k] } / Double(others.count) }
      func along(_ factor: Double) -> [Double] {
        center.indices.map { center[$0] + factor * (worst.point[$0] - center[$0]) }
      }
      let reflected = evaluate(along(-1))
      if reflected.value < best.value {
        let expanded = evaluate(along(-2))
        simplex[simplex.count - 1] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < simplex[simplex.count - 2].value {
        simplex[simplex.count - 1] = reflected
      } else {
        let contracted = evaluate(along(reflected.value < worst.value ? -0.5 : 0.5))
        if contracted.value < min(worst.value, reflected.value) {
          simplex[simplex.count - 1] = contracted
        } else {
          for k in 1..<simplex.count {
            simplex[k] = evaluate(zip(simplex[k].point, best.point).map { ($0 + $1) / 2 })
          }
        }
      }
    }
  }
}
