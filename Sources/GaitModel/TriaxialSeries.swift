/// A vector quantity sampled over time, as one column per axis.
///
/// The three columns always have the same length.
public struct TriaxialSeries: Sendable, Equatable {
  public private(set) var x: [Double]
  public private(set) var y: [Double]
  public private(set) var z: [Double]

  /// Makes a series from its columns.
  ///
  /// - Precondition: `x`, `y` and `z` have the same length.
  public init(x: [Double], y: [Double], z: [Double]) {
    precondition(x.count == y.count && y.count == z.count, "columns of a series have one length")
    self.x = x
    self.y = y
    self.z = z
  }

  /// Makes a series without samples.
  public init() {
    self.init(x: [], y: [], z: [])
  }

  /// The number of samples.
  public var count: Int { x.count }

  /// Whether there are no samples.
  public var isEmpty: Bool { x.isEmpty }

  /// The samples of `range` as a series of their own.
  public subscript(range: Range<Int>) -> TriaxialSeries {
    TriaxialSeries(x: Array(x[range]), y: Array(y[range]), z: Array(z[range]))
  }

  /// The series with `transform` applied to each number of each column.
  public func map(_ transform: (Double) -> Double) -> TriaxialSeries {
    TriaxialSeries(x: x.map(transform), y: y.map(transform), z: z.map(transform))
  }
}
