import CLAPACK

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The lower Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ, by LAPACK.
///
/// Matrices are stored by columns.
struct CholeskyFactor {
  let order: Int
  private var lower: [Double]

  /// - Parameter matrix: `order` × `order` numbers, of which the lower triangle is read.
  /// - Returns: `nil` if the matrix is not positive definite.
  init?(_ matrix: [Double], order: Int) {
    guard order > 0, matrix.count == order * order else { return nil }
    self.order = order
    lower = matrix
    let size = Int32(order)
    guard LAPACKE_dpotrf(LAPACK_COL_MAJOR, lowerTriangle, size, &lower, size) == 0 else { return nil }
  }

  /// The logarithm of the determinant of A.
  var logDeterminant: Double {
    2 * (0..<order).reduce(0) { $0 + log(lower[$1 * order + $1]) }
  }

  /// A⁻¹ B for a matrix of `columns` columns.
  func solve(_ b: [Double], columns: Int = 1) -> [Double]? {
    var result = b
    let size = Int32(order)
    let info = LAPACKE_dpotrs(LAPACK_COL_MAJOR, lowerTriangle, size, Int32(columns), lower, size, &result, size)
    return info == 0 ? result : nil
  }

  /// L⁻¹ B, or L⁻ᵀ B.
  func solveTriangle(_ b: [Double], columns: Int = 1, transposed: Bool = false) -> [Double]? {
    var result = b
    let size = Int32(order)
    let operation = CChar(UInt8(ascii: transposed ? "T" : "N"))
    let info = LAPACKE_dtrtrs(
      LAPACK_COL_MAJOR, lowerTriangle, operation, CChar(UInt8(ascii: "N")), size, Int32(columns), lower, size, &result,
      size)
    return info == 0 ? result : nil
  }

  /// A⁻¹.
  var inverse: [Double]? {
    var identity = [Double](repeating: 0, count: order * order)
    for k in 0..<order { identity[k * order + k] = 1 }
    return solve(identity, columns: order)
  }
}

/// Eigenvalues in rising order, and their vectors as columns, of a symmetric matrix stored by columns.
func eigen(_ matrix: [Double], order: Int) -> (values: [Double], vectors: [Double])? {
  var vectors = matrix
  var values = [Double](repeating: 0, count: order)
  let size = Int32(order)
  let info = LAPACKE_dsyev(LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), lowerTriangle, size, &vectors, size, &values)
  return info == 0 ? (values, vectors) : nil
}

/// The least-squares solution of X b = y, and the rank of X, by an orthogonal factorization with pivoting.
///
/// - Parameters:
///   - columns: The columns of X, each as long as `y`.
///   - precision: Columns whose part not explained by the others is smaller by this factor count as dependent.
func leastSquares(columns: [[Double]], _ y: [Double], precision: Double = 1e-10) -> (solution: [Double], rank: Int)? {
  let rows = y.count
  guard !columns.isEmpty, rows >= columns.count else { return nil }
  var matrix = columns.flatMap { $0 }
  var right = y
  var pivots = [Int32](repeating: 0, count: columns.count)
  var rank: Int32 = 0
  let info = LAPACKE_dgelsy(
    LAPACK_COL_MAJOR, Int32(rows), Int32(columns.count), 1, &matrix, Int32(rows), &right, Int32(rows), &pivots,
    precision, &rank)
  return info == 0 ? (Array(right.prefix(columns.count)), Int(rank)) : nil
}

private let lowerTriangle = CChar(UInt8(ascii: "L"))
