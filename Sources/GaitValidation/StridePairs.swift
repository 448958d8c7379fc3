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
    var candidates: [(distance: Double, stride: Int, reference: Int)] = []
    for (i, stride) in strides.enumerated() {
      let middle = (stride.finalContact + stride.end) / 2
      for (j, other) in reference.enumerated()
      where (anyFoot || other.foot == stride.foot) && other.window.contains(middle) {
        candidates.append((abs(middle - other.middle), i, j))
      }
    }
    var takenStrides: Set<Int> = []
    var takenReferences: Set<Int> = []
    pairs = candidates.sorted { $0 < $1 }.compactMap { _, i, j in
      guard !takenStrides.contains(i), !takenReferences.contains(j) else { return nil }
      takenStrides.insert(i)
      takenReferences.insert(j)
      return (strides[i], reference[j])
    }
    unmatched = strides.indices.filter { !takenStrides.contains($0) }.map { strides[$0] }
  }
}
