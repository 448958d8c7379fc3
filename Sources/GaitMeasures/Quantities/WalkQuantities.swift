import GaitModel
import GaitStatistics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension WalkQuantity {
  /// Every quantity in its group, in the order in which they are shown.
  public static let groups: [Group] = [
    Group(title: "Variation from stride to stride", quantities: [StrideQuantity.length, .duration].map(variation)),
    Group(title: "Left against right", quantities: [StrideQuantity.length, .stepTime, .swing].map(asymmetry)),
    Group(title: "Backward against forward", quantities: ratios),
    Group(title: "Change within the recording", quantities: courses),
    Group(title: "Walk tests", quantities: tests),
    Group(title: "Ground", quantities: [gradient]),
    Group(title: "Amount of walking", quantities: amounts),
    Group(title: "Energy, estimated", quantities: energy),
    Group(title: "Turns", quantities: [halfTurn]),
    Group(title: "Trunk", quantities: TrunkMeasureDefinition.all.map(trunk)),
  ]

  /// Every quantity, in the order in which they are shown.
  public static let all = groups.flatMap(\.quantities)

  /// Those that the store keeps and whose course over sessions is judged.
  public static let tracked = all.filter(\.isTracked)

  /// Those that a stopwatch could take: the walk tests, then the turns.
  package static let timed = tests + [halfTurn]

  /// Those that another slope of the ground would change.
  package static let restingOnIncline = energy

  /// Fewest strides of which a variation has a course: with 50 its reliability is fair (König et al. 2014,
  /// PubMed 23838361).
  public static let fewestForVariation = 50
  /// Fewest strides of both feet of which an asymmetry has a course: ten cycles of each foot give reliable means
  /// (König et al. 2014, PubMed 23838361).
  public static let fewestForAsymmetry = 20
  /// Standard deviations within which 95 % of normal values lie.
  private static let reach95 = 1.96

  private static func variation(_ quantity: StrideQuantity) -> WalkQuantity {
    WalkQuantity(
      "\(quantity.id)_cv_percent", "Variation of \(quantity.title.lowercased())", unit: "%", decimals: 1,
      possible: 0...Double.infinity,
      method: "Standard deviation over the strides that count, in percent of their mean; from \(fewestForVariation) "
        + "strides on. The interval takes strides to be independent.",
      source: "large samples of normal values: the error of the logarithm, by the delta method",
      requirement: "\(fewestForVariation) strides must enter means"
    ) { summary, direction in
      guard let measure = summary.directions[direction.rawValue]?.measures[quantity.id],
        let percent = measure.cvPercent, percent > 0, measure.n >= fewestForVariation
      else { return nil }
      let n = Double(measure.n)
      let share = percent / 100
      let reach = exp(reach95 * (1 / (2 * (n - 1)) + share * share / n).squareRoot())
      return Found(n: measure.n, value: percent, interval: percent / reach...percent * reach)
    }
  }

  /// Name in files of the difference between left and right in the means of `quantity`.
  package static func asymmetryID(of quantity: StrideQuantity) -> String { "\(quantity.id)_asymmetry_percent" }

  private static func asymmetry(_ quantity: StrideQuantity) -> WalkQuantity {
    WalkQuantity(
      asymmetryID(of: quantity), "\(quantity.title), left less right", unit: "%", decimals: 1,
      method: "100 · (left − right) / mean of both; from \(fewestForAsymmetry) strides on. The interval is that of the "
        + "difference of two means.",
      source: "Robinson et al. 1987, PubMed 2958572",
      requirement: "both feet must have strides that enter means, together \(fewestForAsymmetry)"
    ) { summary, direction in
      guard let walk = summary.directions[direction.rawValue], let percent = walk.asymmetryPercent[quantity.id],
        let measure = walk.measures[quantity.id], let total = measure.cvPercent, measure.n >= fewestForAsymmetry
      else { return nil }
      // Half of the difference of the feet is in the spread of all strides.
      let within = max(0, total * total - percent * percent / 4).squareRoot()
      let half = reach95 * within * (4 / Double(measure.n)).squareRoot()
      return Found(n: measure.n, value: percent, interval: percent - half...percent + half)
    }
  }

  private static let halfTurn = WalkQuantity(
    "half_turn_s", "Duration of a half turn", unit: "s", decimals: 1, possible: 0...Double.infinity,
    method: "Mean time from the first swing that turns to the contact that ends the last one, of turns of 135° to 225° "
      + "that follow walking in this direction.",
    source: "El-Gohary et al. 2014, doi 10.3390/s140100356",
    requirement: "a turn of 135° to 225° must follow walking in this direction"
  ) { summary, direction in
    summary.halfTurns?[direction.rawValue].map { Found(n: $0.n, value: $0.mean, interval: $0.interval) }
  }

  private static func trunk(_ definition: TrunkMeasureDefinition) -> WalkQuantity {
    WalkQuantity(
      definition.id, definition.title, unit: definition.unit, decimals: definition.unit == "m" ? 3 : 2,
      method: definition.method + " Mean over the walking bouts, weighted by steps; the interval is that of the bouts.",
      source: definition.source, requirement: TrunkMeasureDefinition.requirement
    ) { summary, direction in
      guard let motion = summary.trunk?.directions[direction.rawValue], let value = motion.measures[definition.id]
      else { return nil }
      let bouts = (summary.trunk?.bouts ?? []).filter { $0.direction == direction }
        .compactMap { $0.measures[definition.id] }
      var interval: ClosedRange<Double>?
      if let sd = Spread(bouts)?.sd, let t = StudentT(freedom: Double(bouts.count - 1))?.quantile(0.975) {
        let half = t * sd / Double(bouts.count).squareRoot()
        interval = value - half...value + half
      }
      return Found(n: motion.steps, value: value, interval: interval)
    }
  }
}

extension SummaryDocument.Measure {
  /// Durations of the turns that go about half round, by the direction of walking before them; absent where there was none.
  static func halfTurns(in strides: [Stride]) -> [String: SummaryDocument.Measure]? {
    /// Halfway to a quarter and to three quarters of a turn, in rad.
    let halfRound = 0.75 * Double.pi...1.25 * Double.pi
    let turns = TurnDetector().turns(in: strides).filter { halfRound.contains(abs($0.angle)) }
    var found: [String: SummaryDocument.Measure] = [:]
    for direction in [Direction.forward, .backward] {
      let durations = turns.filter { $0.directionBefore == direction }.map(\.duration)
      found[direction.rawValue] = MeasureSummary(durations).map(SummaryDocument.Measure.init)
    }
    return found.isEmpty ? nil : found
  }
}
