#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The restricted likelihood of a linear mixed model as a function of the random effects' relative covariance alone, after
/// Bates, Mächler, Bolker & Walker 2015, doi 10.18637/jss.v067.i01.
///
/// Values y = X β + Z b + ε, with b ~ N(0, σ² Λ Λᵀ) for each person and ε ~ N(0, σ²). The parameters θ are the lower
/// triangle of Λ by columns. Persons share nothing but β, so sums over persons of small products suffice.
struct ProfiledDeviance {
  /// Products of one person's rows: Zᵀ Z, Zᵀ X and Zᵀ y, by columns.
  struct Person {
    var zz: [Double]
    var zx: [Double]
    var zy: [Double]
  }

  /// What one θ gives.
  struct Solution {
    /// −2 log of the restricted likelihood at the best β and σ.
    var deviance: Double
    /// Sum of logarithms of determinants, without σ.
    var logDeterminants: Double
    /// Penalized residual sum of squares.
    var residualSquares: Double
    var beta: [Double]
    /// σ⁻² times the inverse covariance of β.
    var information: CholeskyFactor
  }

  let observations: Int
  let fixedCount: Int
  let randomCount: Int
  let persons: [Person]
  private let xx: [Double]
  private let xy: [Double]
  private let yy: Double

  /// - Parameters:
  ///   - rows: Indices of each person's rows.
  ///   - x: Columns of fixed effects.
  ///   - z: Columns of random effects.
  init(rows: [[Int]], x: [[Double]], z: [[Double]], y: [Double]) {
    observations = y.count
    fixedCount = x.count
    randomCount = z.count
    let all = Array(y.indices)
    xx = Self.products(x, x, all)
    xy = Self.products(x, [y], all)
    yy = y.reduce(0) { $0 + $1 * $1 }
    persons = rows.map {
      Person(zz: Self.products(z, z, $0), zx: Self.products(z, x, $0), zy: Self.products(z, [y], $0))
    }
  }

  /// Aᵀ B over some rows, by columns.
  private static func products(_ a: [[Double]], _ b: [[Double]], _ rows: [Int]) -> [Double] {
    b.flatMap { right in a.map { left in rows.reduce(0) { $0 + left[$1] * right[$1] } } }
  }

  /// Λ by columns.
  func factor(_ theta: [Double]) -> [Double] {
    var lambda = [Double](repeating: 0, count: randomCount * randomCount)
    var next = 0
    for column in 0..<randomCount {
      for row in column..<randomCount {
        lambda[column * randomCount + row] = theta[next]
        next += 1
      }
    }
    return lambda
  }

  /// - Returns: `nil` where rounding leaves no positive definite matrix.
  func solution(_ theta: [Double]) -> Solution? {
    let lambda = factor(theta)
    var information = xx
    var right = xy
    var squares = yy
    var logarithms = 0.0
    for person in persons {
      guard let reduced = reduced(person, lambda) else { return nil }
      logarithms += reduced.factor.logDeterminant
      for i in 0..<fixedCount {
        for j in 0..<fixedCount {
          information[j * fixedCount + i] -= product(reduced.x, i, reduced.x, j)
        }
        right[i] -= product(reduced.x, i, reduced.y, 0)
      }
      squares -= product(reduced.y, 0, reduced.y, 0)
    }
    guard let factor = CholeskyFactor(information, order: fixedCount), let beta = factor.solve(right)
    else { return nil }
    let residual = squares - zip(beta, right).reduce(0) { $0 + $1.0 * $1.1 }
    guard residual > 0, residual.isFinite else { return nil }
    let freedom = Double(observations - fixedCount)
    logarithms += factor.logDeterminant
    return Solution(
      deviance: logarithms + freedom * (1 + log(2 * .pi * residual / freedom)), logDeterminants: logarithms,
      residualSquares: residual, beta: beta, information: factor)
  }

  /// −2 log of the restricted likelihood at the best β, for any θ and σ.
  func deviance(_ theta: [Double], sigma: Double) -> Double? {
    solution(theta).map {
      $0.logDeterminants + Double(observations - fixedCount) * log(2 * .pi * sigma * sigma)
        + $0.residualSquares / (sigma * sigma)
    }
  }

  /// Each person's expected random effects b at θ, by the best β.
  func randomEffects(_ theta: [Double], beta: [Double]) -> [[Double]] {
    let lambda = factor(theta)
    return persons.map { person in
      guard let reduced = reduced(person, lambda) else { return [Double](repeating: 0, count: randomCount) }
      var right = reduced.y
      for (j, coefficient) in beta.enumerated() {
        for i in 0..<randomCount { right[i] -= reduced.x[j * randomCount + i] * coefficient }
      }
      let u = reduced.factor.solveTriangle(right, transposed: true) ?? right
      return (0..<randomCount).map { row in
        (0..<randomCount).reduce(0) { $0 + lambda[$1 * randomCount + row] * u[$1] }
      }
    }
  }

  /// L of Λᵀ Zᵀ Z Λ + I = L Lᵀ, with L⁻¹ Λᵀ Zᵀ X and L⁻¹ Λᵀ Zᵀ y.
  private func reduced(_ person: Person, _ lambda: [Double]) -> (factor: CholeskyFactor, x: [Double], y: [Double])? {
    var inner = transposedProduct(lambda, transposed(transposedProduct(lambda, person.zz)))
    for k in 0..<randomCount { inner[k * randomCount + k] += 1 }
    guard let factor = CholeskyFactor(inner, order: randomCount),
      let x = factor.solveTriangle(transposedProduct(lambda, person.zx), columns: fixedCount),
      let y = factor.solveTriangle(transposedProduct(lambda, person.zy))
    else { return nil }
    return (factor, x, y)
  }

  /// Aᵀ B for matrices of `randomCount` rows.
  private func transposedProduct(_ a: [Double], _ b: [Double]) -> [Double] {
    let q = randomCount
    return (0..<(b.count / q)).flatMap { column in (0..<q).map { product(a, $0, b, column) } }
  }

  private func transposed(_ a: [Double]) -> [Double] {
    let q = randomCount
    return (0..<q).flatMap { row in (0..<q).map { a[$0 * q + row] } }
  }

  /// Product of column `i` of `a` with column `j` of `b`, of `randomCount` rows.
  private func product(_ a: [Double], _ i: Int, _ b: [Double], _ j: Int) -> Double {
    var sum = 0.0
    for k in 0..<randomCount { sum += a[i * randomCount + k] * b[j * randomCount + k] }
    return sum
  }
}
