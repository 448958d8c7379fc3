import GaitModel

extension WalkQuantity {
  /// How much was walked in a direction, and in what portions.
  static let amounts = [walkedTime, walkedDistance, boutCount, meanBout, longestBout, directionChanges]

  private static let countedHere = "Counted, so it has no interval."
  private static let boutSource = "walking bouts: Kluge et al. 2021, doi 10.1371/journal.pone.0256541"
  private static let boutRequirement = "a walking bout needs four strides in this direction"

  private static let walkedTime = WalkQuantity(
    "walked_s", "Time walked", unit: "s", decimals: 0, possible: 0...Double.infinity,
    method: "From the first to the last contact of each walk in this direction, in bouts or not. \(countedHere)",
    source: boutSource, requirement: "somebody must walk in this direction"
  ) { evidence, direction in
    amount(evidence, direction) { $0.duration }
  }

  private static let walkedDistance = WalkQuantity(
    "walked_m", "Way walked", unit: "m", decimals: 0, possible: 0...Double.infinity,
    method:
      "Sum of the stride lengths in this direction, mean of both feet, in bouts or not. A stride without a length "
      + "counts with those of its neighbors.",
    source: boutSource, requirement: "half of the strides must have a length"
  ) { evidence, direction in
    amount(evidence, direction) { $0.distance }
  }

  private static func amount(
    _ evidence: WalkEvidence, _ direction: Direction, _ value: (WalkedAmount) -> Double?
  ) -> Outcome {
    guard let walked = evidence.summary[direction]?.walked, let value = value(walked) else {
      return .missing("half of the strides must have a length")
    }
    return .found(Found(n: walked.strides, value: value))
  }

  private static let boutCount = WalkQuantity(
    "bouts", "Walking bouts", unit: "", decimals: 0, possible: 0...Double.infinity,
    method: "Number of walking bouts in this direction: the intervals of interval training. \(countedHere)",
    source: boutSource, requirement: boutRequirement
  ) { evidence, direction in
    bouts(evidence, direction) { Double($0.count) }
  }

  private static let meanBout = WalkQuantity(
    "bout_mean_s", "Mean length of a walking bout", unit: "s", decimals: 0, possible: 0...Double.infinity,
    method: "Mean time from the first to the last contact of the walking bouts in this direction.", source: boutSource,
    requirement: boutRequirement
  ) { evidence, direction in
    bouts(evidence, direction) { $0.reduce(0, +) / Double($0.count) }
  }

  private static let longestBout = WalkQuantity(
    "bout_longest_s", "Longest walking bout", unit: "s", decimals: 0, possible: 0...Double.infinity,
    method: "Longest time from the first to the last contact of a walking bout in this direction.", source: boutSource,
    requirement: boutRequirement
  ) { evidence, direction in
    bouts(evidence, direction) { $0.max() ?? 0 }
  }

  private static func bouts(
    _ evidence: WalkEvidence, _ direction: Direction, _ value: ([Double]) -> Double
  ) -> Outcome {
    let durations = evidence.bouts.filter { $0.direction == direction }.map(\.duration)
    guard !durations.isEmpty else { return .missing(boutRequirement) }
    return .found(Found(n: durations.count, value: value(durations)))
  }

  private static let directionChanges = WalkQuantity(
    "direction_changes", "Changes to this direction", unit: "", decimals: 0, possible: 0...Double.infinity,
    method:
      "How often a walking bout in this direction follows one in the opposite direction: the alternation of forward "
      + "and backward intervals. \(countedHere)",
    source: boutSource, requirement: boutRequirement
  ) { evidence, direction in
    let along = evidence.bouts.map(\.direction).filter { $0 == .forward || $0 == .backward }
    guard along.contains(direction) else { return .missing(boutRequirement) }
    let changes = zip(along, along.dropFirst()).count { $0 != $1 && $1 == direction }
    return .found(Found(n: along.count, value: Double(changes)))
  }
}
