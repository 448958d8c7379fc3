import GaitModel

extension WalkQuantity {
  /// What the walking costs, as an estimate from speed, slope and direction.
  static let energy = [metabolicRate, energyUsed]

  private static let energySource =
    "Looney et al. 2019, doi 10.1249/mss.0000000000002002; backward: Kim 2001, the Compendium of 2011 and Flynn 1994"
  private static let energyMethod =
    "Estimated from mean speed and slope by an equation made of 95 adults of military age. Backward walking adds "
    + "\(Int((100 * WalkingEnergy.backwardSurcharge).rounded())) % of the cost on the level at the same speed. The "
    + "slope is that given, else that of both feet. Older people and patients need more."
  private static let energyRequirement =
    "the slope must be given (`incline_percent`) or shown by both feet, and be at most "
    + "\(Int(100 * WalkingEnergy.steepest)) %; the mean speed must be at most \(WalkingEnergy.highestSpeed) m/s"

  private static let metabolicRate = WalkQuantity(
    "metabolic_rate_met", "Metabolic rate, estimated", unit: "MET", decimals: 1, possible: 0...Double.infinity,
    method: energyMethod, source: energySource, requirement: energyRequirement
  ) { evidence, direction in
    guard let (energy, n) = energy(evidence, direction) else { return .missing(energyRequirement) }
    return .found(Found(n: n, value: energy.mets, interval: energy.metsInterval))
  }

  private static let energyUsed = WalkQuantity(
    "energy_kcal", "Energy used, estimated", unit: "kcal", decimals: 0, possible: 0...Double.infinity,
    method: "Metabolic rate, as estimated, times the time walked and the mass of the person.", source: energySource,
    requirement: "`mass_kg` must be given, and the metabolic rate known"
  ) { evidence, direction in
    guard let mass = evidence.mass else { return .missing("`mass_kg` must be given") }
    guard let (energy, n) = energy(evidence, direction), let walked = evidence.summary[direction]?.walked.duration
    else { return .missing(energyRequirement) }
    let kilocalories = mass * walked / WalkingEnergy.joulesPerKilocalorie
    let interval = energy.interval
    return .found(
      Found(
        n: n, value: energy.rate * kilocalories,
        interval: interval.lowerBound * kilocalories...interval.upperBound * kilocalories))
  }

  private static func energy(_ evidence: WalkEvidence, _ direction: Direction) -> (energy: WalkingEnergy, n: Int)? {
    // Without a slope, stairs would pass for level walking.
    guard let speed = evidence.summary[direction]?.measures[StrideQuantity.speed.id],
      let slope = evidence.inclinePercent.map({ $0 / 100 }) ?? WalkGround(evidence.counted(direction))?.sure
    else { return nil }
    return WalkingEnergy(direction, speed: speed.mean, gradient: slope).map { ($0, speed.n) }
  }
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The metabolic rate of walking, by the graded walking equation of the Load Carriage Decision Aid (Looney et al. 2019,
/// doi 10.1249/mss.0000000000002002), with what walking backward adds.
struct WalkingEnergy: Sendable, Equatable {
  /// W per kg of body mass.
  var rate: Double
  /// 95 % interval of `rate`: for one person, with the spread of the studies of walking backward.
  var interval: ClosedRange<Double>

  /// Fastest walk in m/s that the equation was made for.
  static let highestSpeed = 1.96
  /// Steepest slope of which the equation is used, as a share: it was made for up to 45 %, but stairs begin below that.
  static let steepest = 0.25
  /// W/kg of one MET: 3.5 ml of oxygen per minute and kg, at 20.9 J per ml.
  private static let wattsPerMET = 3.5 * 20.9 / 60
  static let joulesPerKilocalorie = 4184.0
  /// What walking backward adds to the cost on the level at the same speed, as a share: the mean of 0.48 (Kim 2001, 20 men,
  /// 1.39 m/s), 0.40 (Compendium of 2011, 1.56 m/s) and 0.40 (Flynn 1994). It adds uphill, and does not multiply (Hooper
  /// 2004, 27 people, 5 and 10 %).
  static let backwardSurcharge = 0.43
  /// Half of the 95 % prediction interval of a fourth study: 4.30 (Student's t of two degrees of freedom) times the
  /// standard deviation of the three, 0.046, times √(1 + 1 / 3).
  private static let surchargeReach = 0.23
  /// Standard errors of the estimate, in W/kg, on the level and on a slope (Looney et al. 2019).
  private static let levelError = 0.20
  private static let slopeError = 0.42
  /// Slope, as a share, from which the error is that on a slope.
  private static let level = 0.01
  /// Standard deviations within which 95 % of normal values lie.
  private static let reach95 = 1.96

  /// - Parameters:
  ///   - speed: m/s
  ///   - gradient: Rise over way in the direction of travel.
  /// - Returns: `nil` outside what the equation was made for, or for another direction than forward and backward.
  init?(_ direction: Direction, speed: Double, gradient: Double) {
    guard speed > 0, speed <= Self.highestSpeed, abs(gradient) <= Self.steepest,
      direction == .forward || direction == .backward
    else { return nil }
    let level = 1.44 + 1.94 * pow(speed, 0.43) + 0.24 * pow(speed, 4)
    let percent = 100 * gradient
    let slope = 0.34 * speed * percent * (1 - pow(1.05, 1 - pow(1.11, percent + 32)))
    let error = Self.reach95 * (abs(gradient) < Self.level ? Self.levelError : Self.slopeError)
    let surcharge = direction == .backward ? Self.backwardSurcharge * level : 0
    let surchargeError = direction == .backward ? Self.surchargeReach * level : 0
    let reach = (error * error + surchargeError * surchargeError).squareRoot()
    rate = level + slope + surcharge
    interval = max(0, rate - reach)...rate + reach
  }

  var mets: Double { rate / Self.wattsPerMET }
  var metsInterval: ClosedRange<Double> {
    interval.lowerBound / Self.wattsPerMET...interval.upperBound / Self.wattsPerMET
  }
}
