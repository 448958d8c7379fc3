#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The restricted likelihood of a linear mixed model as a function of the random effects' relative covariance alone, after
/// Bates, Mächler, Bolker & Walker 2015, doi 10.18637/jss.v067.i01.
///
/// Values y = X β + Z b + s + ε, with b ~ N(0, σ² Λ Λᵀ) for each person, s ~ N(0, σ² τ²) for each session of a person, and
/// ε ~ N(0, σ²). The parameters θ are the lower triangle of Λ by columns (its diagonal alone, where effects are
/// independent), and τ where rows share sessions. Persons share nothing but β, and a session's rows nothing but s, so sums
/// over persons of small products suffice.
struct ProfiledDeviance {
  /// Products of rows: Zᵀ Z, Zᵀ X, Zᵀ y, Xᵀ X, Xᵀ y by columns, and yᵀ y.
  struct Products {
    var zz: [Double]
    var zx: [Double]
    var zy: [Double]
    var xx: [Double]
    var xy: [Double]
    var yy: Double

    /// The products of the columns' `rows`.
    init(_ rows: [Int], z: [[Double]], x: [[Double]], y: [Double]) {
      zz = Self.products(z, z, rows)
      zx = Self.products(z, x, rows)
      zy = Self.products(z, [y], rows)
      xx = Self.products(x, x, rows)
      xy = Self.products(x, [y], rows)
      yy = rows.reduce(0) { $0 + y[$1] * y[$1] }
    }

    /// Aᵀ B over some rows, by columns.
    private static func products(_ a: [[Double]], _ b: [[Double]], _ rows: [Int]) -> [Double] {
      b.flatMap { right in a.map { left in rows.reduce(0) { $0 + left[$1] * right[$1] } } }
    }

    /// Adds `other` times `factor`.
    mutating func add(_ other: Products, times factor: Double) {
      func add(_ a: inout [Double], _ b: [Double]) {
        for k in a.indices { a[k] += factor * b[k] }
      }
      add(&zz, other.zz)
      add(&zx, other.zx)
      add(&zy, other.zy)
      add(&xx, other.xx)
      add(&xy, other.xy)
      yy += factor * other.yy
    }
  }

  /// One person's rows, and those of her sessions of more than one row.
  struct Person {
    var rows: Products
    /// By number of rows: the sum over sessions of the products of their summed rows, and how many sessions there are.
    var sessions: [(rows: Int, count: Int, sums: Products)]
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
  /// Whether a person's random effects may be correlated.
  let isCorrelated: Bool
  /// Whether some rows share a session.
  let hasSessions: Bool
  let persons: [Person]

  /// - Parameters:
  ///   - rows: Indices of each person's rows, by session.
  ///   - x: Columns of fixed effects.
  ///   - z: Columns of random effects.
  init(rows: [[[Int]]], x: [[Double]], z: [[Double]], y: [Double], isCorrelated: Bool) {
    observations = y.count
    fixedCount = x.count
    randomCount = z.count
    self.isCorrelated = isCorrelated
    persons = rows.map { sessions in
      let shared = Dictionary(grouping: sessions.filter { $0.count > 1 }, by: \.count).sorted { $0.key < $1.key }
      return Person(
        rows: Products(sessions.flatMap { $0 }, z: z, x: x, y: y),
        sessions: shared.map { size, sessions in
          let sum = { (column: [Double]) in sessions.map { $0.reduce(0) { $0 + column[$1] } } }
          let sums = Products(Array(sessions.indices), z: z.map(sum), x: x.map(sum), y: sum(y))
          return (size, sessions.count, sums)
        })
    }
    hasSessions = persons.contains { !$0.sessions.isEmpty }
  }

  /// The θ of independent effects as large as σ.
  var start: [Double] {
    let lower =
      isCorrelated
      ? (0..<randomCount).flatMap { column in (column..<randomCount).map { $0 == column ? 1.0 : 0 } }
      : [Double](repeating: 1, count: randomCount)
    return lower + (hasSessions ? [0.5] : [])
  }

  /// Λ by columns.
  func factor(_ theta: [Double]) -> [Double] {
    var lambda = [Double](repeating: 0, count: randomCount * randomCount)
    var next = 0
    for column in 0..<randomCount {
      for row in column..<(isCorrelated ? randomCount : column + 1) {
        lambda[column * randomCount + row] = theta[next]
        next += 1
      }
    }
    return lambda
  }

  /// τ.
  func sessionFactor(_ theta: [Double]) -> Double { hasSessions ? abs(theta.last ?? 0) : 0 }

  /// A person's products where rows of a session share s: those of the rows, weighted by the inverse of I + τ² 1 1ᵀ of
  /// each session, which is I − τ² / (1 + m τ²) 1 1ᵀ, and the logarithm of its determinant.
  private func weighted(_ person: Person, tau: Double) -> (products: Products, logDeterminant: Double) {
    var products = person.rows
    var logarithm = 0.0
    for sessions in person.sessions {
      let whole = 1 + Double(sessions.rows) * tau * tau
      products.add(sessions.sums, times: -tau * tau / whole)
      logarithm += Double(sessions.count) * log(whole)
    }
    return (products, logarithm)
  }

  /// - Returns: `nil` where rounding leaves no positive definite matrix.
  func solution(_ theta: [Double]) -> Solution? {
    let lambda = factor(theta)
    let tau = sessionFactor(theta)
    var information = [Double](repeating: 0, count: fixedCount * fixedCount)
    var right = [Double](repeating: 0, count: fixedCount)
    var squares = 0.0
    var logarithms = 0.0
    for person in persons {
      let (products, logarithm) = weighted(person, tau: tau)
      guard let reduced = reduced(products, lambda) else { return nil }
      logarithms += reduced.factor.logDeterminant + logarithm
      for i in 0..<fixedCount {
        for j in 0..<fixedCount {
          information[j * fixedCount + i] +=
            products.xx[j * fixedCount + i] - product(reduced.x, i, reduced.x, j)
        }
        right[i] += products.xy[i] - product(reduced.x, i, reduced.y, 0)
      }
      squares += products.yy - product(reduced.y, 0, reduced.y, 0)
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
    let tau = sessionFactor(theta)
    return persons.map { person in
      guard let reduced = reduced(weighted(person, tau: tau).products, lambda) else {
        return [Double](repeating: 0, count: randomCount)
      }
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
  private func reduced(
    _ products: Products, _ lambda: [Double]
  ) -> (factor: CholeskyFactor, x: [Double], y: [Double])? {
    var inner = transposedProduct(lambda, transposed(transposedProduct(lambda, products.zz)))
    for k in 0..<randomCount { inner[k * randomCount + k] += 1 }
    guard let factor = CholeskyFactor(inner, order: randomCount),
      let x = factor.solveTriangle(transposedProduct(lambda, products.zx), columns: fixedCount),
      let y = factor.solveTriangle(transposedProduct(lambda, products.zy))
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
