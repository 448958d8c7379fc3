import GaitModel

/// How far the feet came in one walk, swing by swing, measured from the line at which it began.
struct FootTrack {
  /// A foot's way from where it stood to where it landed, in m from the line.
  private struct Swing {
    var from: Double
    var to: Double
    var leaves: Double
    var lands: Double
    /// Variance of `to` in m²; `nil` where an interval is missing.
    var variance: Double?
  }

  private var swings: [Swing] = []

  /// Standard deviation in m of where a foot stands at the beginning: feet are put to a line by eye.
  private static let standingDeviation = 0.02
  /// The same of the other foot's place where a walk is under way: half a stride behind, which a limp of 10 % moves by 3 cm.
  private static let placeDeviation = 0.03
  /// Half the width of a 95 % interval in standard deviations.
  private static let reach = 1.96

  /// Where each foot stands, and how surely.
  private var places: [Side: (place: Double, variance: Double?)] = [:]
  private let isFromStanding: Bool

  /// - Parameter isFromStanding: Whether both feet stood at the line; otherwise the first stride lands there, and the other
  ///   foot is half a stride behind it.
  init(isFromStanding: Bool) {
    self.isFromStanding = isFromStanding
  }

  /// Goes on by a stride that has a length; of a walk that is under way, the first one only lands at the line.
  mutating func append(_ stride: Stride) {
    guard isFromStanding || !places.isEmpty else {
      places[stride.foot] = (0, 0)
      return
    }
    guard let length = stride.length else { return }
    let deviation = isFromStanding ? Self.standingDeviation : Self.placeDeviation
    let start = places[stride.foot] ?? (isFromStanding ? 0 : -length / 2, deviation * deviation)
    let variance = stride.lengthInterval.flatMap { interval -> Double? in
      let own = (interval.upperBound - interval.lowerBound) / (2 * Self.reach)
      return start.variance.map { $0 + own * own }
    }
    let swing = Swing(
      from: start.place, to: start.place + length, leaves: stride.finalContact, lands: stride.end, variance: variance)
    places[stride.foot] = (swing.to, variance)
    swings.append(swing)
  }

  /// How far the foot in front came in the end.
  var reached: Double { swings.map(\.to).max() ?? 0 }

  /// When the first foot leaves the ground.
  var start: Double? { swings.map(\.leaves).min() }

  /// When the first foot passes a line `distance` meters from the beginning; `nil` where none does.
  func crossing(of distance: Double) -> Double? {
    swings.filter { $0.from < distance && distance <= $0.to }.map { swing in
      let share = MinimumJerk.time(ofShare: (distance - swing.from) / (swing.to - swing.from))
      return swing.leaves + share * (swing.lands - swing.leaves)
    }.min()
  }

  /// Half the width in m of the 95 % interval of the distance that the foot has come which crosses a line; `nil` where an
  /// interval is missing.
  func uncertainty(at distance: Double) -> Double? {
    let crossing = swings.filter { $0.from < distance && distance <= $0.to }.min { $0.lands < $1.lands }
    return crossing?.variance.map { Self.reach * $0.squareRoot() }
  }

  /// Number of steps that have begun before `time`.
  func stepsBegun(before time: Double) -> Int { swings.count { $0.leaves < time } }

  /// Number of steps that landed after `start` and until `end`.
  func stepsLanded(after start: Double, until end: Double) -> Int {
    swings.count { start < $0.lands && $0.lands <= end }
  }
}

/// How far a limb has come at each instant of a movement that begins and ends at rest and is as smooth as can be (Flash &
/// Hogan 1985, doi 10.1523/JNEUROSCI.05-07-01688.1985). A foot in swing is taken to move so.
enum MinimumJerk {
  /// Share of the way at a share of the time.
  static func share(atTime time: Double) -> Double { time * time * time * (10 - 15 * time + 6 * time * time) }

  /// Share of the time at a share of the way, by bisection.
  static func time(ofShare share: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<bisections {
      let middle = (low + high) / 2
      if self.share(atTime: middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Halvings of the time of a swing, to less than a microsecond.
  private static let bisections = 20
}
