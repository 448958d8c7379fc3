/// Degrees of freedom of fixed effects after Satterthwaite 1946, doi 10.2307/3002019, from the curvature of the restricted
/// likelihood in θ and σ (Giesbrecht & Burns 1985, doi 10.2307/2530872).
struct SatterthwaiteFreedom {
  private let problem: ProfiledDeviance
  private let parameters: [Double]
  /// Asymptotic covariance of the parameters θ, σ; by columns.
  private let covariance: [Double]?

  /// Step of numerical derivatives; parameters are of order one.
  private static let step = 1e-3
  /// Curvatures below this share of the greatest count as none: a variance at its bound of 0 is held there.
  private static let leastCurvature = 1e-6

  init(_ problem: ProfiledDeviance, theta: [Double], sigma: Double) {
    self.problem = problem
    let parameters = theta + [sigma]
    self.parameters = parameters
    let count = parameters.count
    let value = { (p: [Double]) in problem.deviance(Array(p.dropLast()), sigma: p[count - 1]) }
    func shifted(_ i: Int, _ di: Double, _ j: Int, _ dj: Double) -> Double? {
      var p = parameters
      p[i] += di * Self.step
      p[j] += dj * Self.step
      return value(p)
    }
    var hessian = [Double](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0...i {
        guard let pp = shifted(i, 1, j, 1), let pm = shifted(i, 1, j, -1), let mp = shifted(i, -1, j, 1),
          let mm = shifted(i, -1, j, -1)
        else {
          covariance = nil
          return
        }
        let second = (pp - pm - mp + mm) / (4 * Self.step * Self.step)
        hessian[i * count + j] = second
        hessian[j * count + i] = second
      }
    }
    covariance = Self.inverse(hessian, order: count).map { $0.map { 2 * $0 } }
  }

  /// - Returns: `nil` where the likelihood does not say.
  func freedom(ofCoefficient j: Int) -> Double? {
    guard let covariance, let own = variance(of: j, parameters) else { return nil }
    let count = parameters.count
    var gradient: [Double] = []
    for k in 0..<count {
      var up = parameters
      var down = parameters
      up[k] += Self.step
      down[k] -= Self.step
      guard let above = variance(of: j, up), let below = variance(of: j, down) else { return nil }
      gradient.append((above - below) / (2 * Self.step))
    }
    var spread = 0.0
    for a in 0..<count {
      for b in 0..<count { spread += gradient[a] * covariance[b * count + a] * gradient[b] }
    }
    let freedom = 2 * own * own / spread
    // A coefficient cannot rest on more than what the values have, nor on less than one degree.
    return freedom.isFinite && freedom > 0
      ? min(max(freedom, 1), Double(problem.observations - problem.fixedCount)) : nil
  }

  private func variance(of j: Int, _ p: [Double]) -> Double? {
    let sigma = p[p.count - 1]
    return problem.solution(Array(p.dropLast()))?.information.inverse.map {
      $0[j * problem.fixedCount + j] * sigma * sigma
    }
  }

  /// The inverse within the space of noticeable curvature.
  private static func inverse(_ matrix: [Double], order: Int) -> [Double]? {
    guard let (values, vectors) = eigen(matrix, order: order), let greatest = values.last, greatest > 0
    else { return nil }
    var inverse = [Double](repeating: 0, count: order * order)
    for (k, value) in values.enumerated() where value > leastCurvature * greatest {
      for a in 0..<order {
        for b in 0..<order { inverse[b * order + a] += vectors[k * order + a] * vectors[k * order + b] / value }
      }
    }
    return inverse
  }
}
