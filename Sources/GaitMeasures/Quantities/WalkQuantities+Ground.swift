import GaitModel
import GaitStatistics

extension WalkQuantity {
  /// Slope of the ground along the way.
  static let gradient = WalkQuantity(
    "gradient_percent", "Gradient of the ground", unit: "%", decimals: 1,
    method: "Rise of both feet over their way, in percent, positive uphill, over the strides that enter means. The "
      + "interval contains what level walks show (1.4 %, a standard deviation of 21 walks) and what the feet differ by.",
    source: "elevation between zero-velocity instants: Mariani et al. 2010, doi 10.1016/j.jbiomech.2010.07.003",
    requirement: WalkGround.requirement
  ) { evidence, direction in
    guard let ground = WalkGround(evidence.counted(direction)) else { return .missing(WalkGround.requirement) }
    return .found(
      Found(
        n: ground.n, value: 100 * ground.gradient,
        interval: 100 * ground.interval.lowerBound...100 * ground.interval.upperBound))
  }
}

/// The slope of the ground that the strides of both feet show.
///
/// A foot that still rolls at its zero-velocity instants rises or falls with each stride by something that looks like a
/// slope. Both feet walk on the same ground, so what they differ by is error. So is a rise that changes from stride to stride.
struct WalkGround: Sendable, Equatable {
  /// Number of strides.
  var n: Int
  /// Rise over way.
  var gradient: Double
  /// 95 % interval of `gradient`.
  var interval: ClosedRange<Double>

  /// Fewest strides of each foot: ten cycles give reliable means (König et al. 2014, PubMed 23838361).
  static let fewest = 10
  /// Largest standard deviation of the rise of a stride about that of the slope, in m. In 25 recordings of level walking it
  /// was 3 to 26 mm, and the slope at most 3 %. Where it was 54 to 112 mm, slopes of up to 24 % came out.
  static let largestScatter = 0.03
  static let requirement =
    "both feet must come to rest between swings, with \(fewest) strides each that enter means and rises that scatter by "
    + "\(Int(100 * largestScatter)) cm at most"
  /// Standard deviation of what all strides of a recording have in common, as a share of the way: the root mean square of
  /// 21 level walks, healthy and after stroke or with ALS.
  private static let sharedError = 0.014
  /// Standard deviations within which 95 % of normal values lie.
  private static let reach95 = 1.96

  /// - Returns: `nil` where the feet do not show a slope.
  init?(_ strides: [Stride]) {
    let feet = [Side.left, .right].map { foot in
      strides.filter { $0.foot == foot }.compactMap { stride in
        stride.elevation.flatMap { rise in stride.length.map { (rise: rise, way: $0) } }
      }
    }
    let slopes = feet.compactMap { foot -> Double? in
      let way = foot.reduce(0) { $0 + $1.way }
      return foot.count >= Self.fewest && way > 0 ? foot.reduce(0) { $0 + $1.rise } / way : nil
    }
    guard slopes.count == 2 else { return nil }
    let residuals = zip(feet, slopes).map { foot, slope in foot.map { $0.rise - slope * $0.way } }
    guard let scatter = Spread(residuals.flatMap { $0 })?.sd, scatter <= Self.largestScatter else { return nil }
    let ways = feet.map { foot in foot.reduce(0) { $0 + $1.way } / Double(foot.count) }
    var variance = Self.sharedError * Self.sharedError
    variance += (slopes[0] - slopes[1]) * (slopes[0] - slopes[1]) / 4
    for (own, way) in zip(residuals, ways) {
      let error = scatter / way / Double(own.count).squareRoot()
      variance += error * error / 4
    }
    n = feet[0].count + feet[1].count
    gradient = (slopes[0] + slopes[1]) / 2
    let reach = Self.reach95 * variance.squareRoot()
    interval = gradient - reach...gradient + reach
  }

  /// `gradient` where it is known to be one, else none.
  var sure: Double { interval.contains(0) ? 0 : gradient }
}
