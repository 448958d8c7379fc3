extension Collection<Stride> {
  /// How far these strides (in order of time) went, in meters: the mean of both feet, each of which goes the whole way.
  ///
  /// A stride whose length is uncertain counts with that; one that is not valid or has none is taken to be as long as the
  /// nearest ones of its foot before and after, in the mean. `nil` where more than half of each foot's strides are
  /// without a length.
  package var walkedDistance: Double? {
    let distances = Side.allCases.compactMap { side -> Double? in
      let own = filter { $0.foot == side }
      guard 2 * own.count(where: { $0.isValid && $0.length != nil }) >= own.count else { return nil }
      return Self.sum(of: own.map { $0.isValid ? $0.length ?? $0.uncertainLength : nil })
    }
    return distances.isEmpty ? nil : distances.reduce(0, +) / Double(distances.count)
  }

  private static func sum(of lengths: [Double?]) -> Double? {
    let known = lengths.enumerated().compactMap { k, length in length.map { (place: k, length: $0) } }
    guard let first = known.first, let last = known.last else { return nil }
    let ends = first.length * Double(first.place) + last.length * Double(lengths.count - 1 - last.place)
    let between = zip(known, known.dropFirst()).map { before, after in
      (before.length + after.length) / 2 * Double(after.place - before.place - 1)
    }
    return known.reduce(ends) { $0 + $1.length } + between.reduce(0, +)
  }
}
