import GaitModel

/// Strides that were found, beside those of a reference.
package struct StridePairs: Sendable {
  package var pairs: [(found: Stride, reference: ReferenceStride)]
  /// Strides that were found and have no reference.
  package var unmatched: [Stride]

  /// A stride matches a reference stride if the middle of its swing lies in the reference's window; one to one, nearest
  /// first.
  ///
  /// - Parameter anyFoot: Whether feet need not be the same, as for the lower back, which errs in which foot it is.
  package init(_ strides: [Stride], reference: [ReferenceStride], anyFoot: Bool = false) {
    let matches = Self.matches(
      strides.map { ($0.foot, ($0.finalContact + $0.end) / 2) }, reference.map { ($0.foot, $0.window) },
      anyFoot: anyFoot)
    pairs = matches.map { (strides[$0.found], reference[$0.reference]) }
    let taken = Set(matches.map(\.found))
    unmatched = strides.indices.filter { !taken.contains($0) }.map { strides[$0] }
  }

  /// Which of `found` lies in which window, one to one, those nearest to the middle of a window first.
  static func matches(
    _ found: [(foot: Side, time: Double)], _ reference: [(foot: Side, window: ClosedRange<Double>)], anyFoot: Bool
  ) -> [(found: Int, reference: Int)] {
    var candidates: [(distance: Double, found: Int, reference: Int)] = []
    for (i, one) in found.enumerated() {
      for (j, other) in reference.enumerated()
      where (anyFoot || other.foot == one.foot) && other.window.contains(one.time) {
        candidates.append((abs(one.time - (other.window.lowerBound + other.window.upperBound) / 2), i, j))
      }
    }
    var taken: (found: Set<Int>, references: Set<Int>) = ([], [])
    return candidates.sorted { $0 < $1 }.compactMap { _, i, j in
      guard !taken.found.contains(i), !taken.references.contains(j) else { return nil }
      taken.found.insert(i)
      taken.references.insert(j)
      return (i, j)
    }
  }
}
