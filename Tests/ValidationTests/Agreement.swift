import RetroGait

/// How well the strides that were found agree with those of a reference.
struct Agreement {
  private(set) var references = 0
  private(set) var found = 0
  private var direction: [Direction: Share] = [:]
  private var heelOrToe = Share()
  private var lengthErrors: [Double] = []

  struct Share {
    var right = 0
    var all = 0
    var value: Double? { all == 0 ? nil : Double(right) / Double(all) }
  }

  /// Share of the reference's strides that were found.
  var recall: Double? { Share(right: found, all: references).value }
  /// Share of the found strides of one direction whose direction is right.
  func correct(_ direction: Direction) -> Double? { self.direction[direction]?.value }
  /// Share of heel and toe contacts that were told right.
  var contactCorrect: Double? { heelOrToe.value }
  /// Mean absolute error of the stride length in metres.
  var lengthError: Double? {
    lengthErrors.isEmpty ? nil : lengthErrors.reduce(0) { $0 + abs($1) } / Double(lengthErrors.count)
  }

  /// Adds one recording: strides in place count neither way.
  mutating func add(_ strides: [Stride], against reference: [ReferenceStride]) {
    references += reference.count { $0.direction != .inPlace }
    for (stride, reference) in Self.pairs(of: strides, and: reference) where reference.direction != .inPlace {
      found += 1
      direction[reference.direction, default: Share()].all += 1
      if stride.direction == reference.direction { direction[reference.direction]?.right += 1 }
      if let contact = reference.contact, contact != .flat {
        heelOrToe.all += 1
        if stride.contact == contact { heelOrToe.right += 1 }
      }
      if let length = stride.length, let truth = reference.length { lengthErrors.append(length - truth) }
    }
  }

  mutating func add(_ other: Agreement) {
    references += other.references
    found += other.found
    for (key, share) in other.direction {
      direction[key, default: Share()].right += share.right
      direction[key, default: Share()].all += share.all
    }
    heelOrToe.right += other.heelOrToe.right
    heelOrToe.all += other.heelOrToe.all
    lengthErrors += other.lengthErrors
  }

  /// A stride matches a reference stride of the same foot if the middle of its swing lies in the reference's window;
  /// one to one, nearest first.
  static func pairs(
    of strides: [Stride], and reference: [ReferenceStride]
  ) -> [(stride: Stride, reference: ReferenceStride)] {
    var candidates: [(distance: Double, stride: Int, reference: Int)] = []
    for (i, stride) in strides.enumerated() {
      let middle = (stride.finalContact + stride.end) / 2
      for (j, other) in reference.enumerated() where other.foot == stride.foot && other.window.contains(middle) {
        candidates.append((abs(middle - other.middle), i, j))
      }
    }
    var takenStrides: Set<Int> = []
    var takenReferences: Set<Int> = []
    return candidates.sorted { $0 < $1 }.compactMap { _, i, j in
      guard !takenStrides.contains(i), !takenReferences.contains(j) else { return nil }
      takenStrides.insert(i)
      takenReferences.insert(j)
      return (strides[i], reference[j])
    }
  }
}
