import GaitModel

/// A person's sessions in the order in which they happened.
public struct PersonCourse: Sendable {
  public var person: Person
  /// Dated sessions by time, then those without a date by name.
  public var sessions: [Session]

  /// What is known of a person.
  public struct Person: Sendable, Equatable {
    public var name: String
    public var diagnosisGroup: String?
    public var affectedSide: AffectedSide?
    public var sex: Sex?
    public var birthYear: Int?
    public var comment: String?
    public var plan: TrainingPlan?
    /// In the unit of each measure.
    public var goals: [GoalKind: Double]
    /// In the order of weeks.
    public var prescriptions: [Prescription]

    public init(
      name: String, diagnosisGroup: String? = nil, affectedSide: AffectedSide? = nil, sex: Sex? = nil,
      birthYear: Int? = nil, comment: String? = nil, plan: TrainingPlan? = nil, goals: [GoalKind: Double] = [:],
      prescriptions: [Prescription] = []
    ) {
      self.name = name
      self.diagnosisGroup = diagnosisGroup
      self.affectedSide = affectedSide
      self.sex = sex
      self.birthYear = birthYear
      self.comment = comment
      self.plan = plan
      self.goals = goals
      self.prescriptions = prescriptions
    }
  }

  /// One visit or training day.
  public struct Session: Sendable {
    public var name: String
    /// `nil` where no recording says when it was made.
    public var day: CalendarDay?
    public var pain: Double?
    public var comment: String?
    /// By conditions; most sessions have one.
    public var walks: [Walk]
    /// Versions of the program that analyzed the recordings.
    public var versions: Set<String>
    public var recordings: Int

    /// The walk under `conditions`.
    public subscript(conditions: WalkConditions) -> Walk? { walks.first { $0.conditions == conditions } }
  }

  /// All walking of a session under the same conditions.
  public struct Walk: Sendable {
    public var conditions: WalkConditions
    public var directions: [Direction: DirectionWalk]
  }

  /// All walking of a session in one direction under the same conditions.
  public struct DirectionWalk: Sendable {
    /// Strides that measures rest on.
    public var strides: Int
    /// All strides of a sure direction, those that enter no mean included.
    public var walked: Int
    /// Seconds walked, in bouts or not.
    public var duration: Double
    /// Meters walked; `nil` where no stride has a length.
    public var distance: Double?
    /// By the measure's name.
    public var measures: [String: SessionMeasure]
  }

  /// A measure of a session: the mean over the recordings, weighted by their strides.
  public struct SessionMeasure: Sendable, Equatable {
    public var n: Int
    public var mean: Double
    /// `nil` where there are too few strides for an interval.
    public var standardError: Double?
    /// 95 % interval of the mean: of one recording that of the bootstrap in its summary.
    public var interval: ClosedRange<Double>?
    /// Number of strides of recordings that have a standard error of their own.
    private var stridesWithError: Int

    public init(n: Int, mean: Double, standardError: Double?, interval: ClosedRange<Double>?) {
      self.n = n
      self.mean = mean
      self.standardError = standardError
      stridesWithError = standardError == nil ? 0 : n
      self.interval = interval
    }

    /// Half of a normal interval of 95 % in standard errors.
    private static let halfWidth = 1.96

    /// The standard error of a mean that has the interval, for the weight of a session in a trend.
    static func standardError(of interval: ClosedRange<Double>) -> Double {
      (interval.upperBound - interval.lowerBound) / (2 * halfWidth)
    }

    /// The normal interval of a mean of which only the standard error is known.
    static func interval(_ mean: Double, standardError: Double) -> ClosedRange<Double> {
      (mean - halfWidth * standardError)...(mean + halfWidth * standardError)
    }

    /// The measure of this and another recording together.
    ///
    /// A recording of too few strides for a standard error of its own is taken to scatter as the strides of the others do.
    func merged(with other: SessionMeasure) -> SessionMeasure {
      let total = Double(n + other.n)
      let squares = { (one: SessionMeasure) in
        (one.standardError ?? 0) * (one.standardError ?? 0) * Double(one.stridesWithError) * Double(one.n)
      }
      let known = stridesWithError + other.stridesWithError
      var both = SessionMeasure(
        n: n + other.n, mean: (Double(n) * mean + Double(other.n) * other.mean) / total, standardError: nil,
        interval: Self.interval(of: [(Double(n) / total, self), (Double(other.n) / total, other)]))
      if known > 0 {
        both.standardError = ((squares(self) + squares(other)) / Double(known) / total).squareRoot()
        both.stridesWithError = known
      }
      return both
    }

    /// What was added from `earlier` to this measure, with the interval of the difference.
    public func change(from earlier: SessionMeasure) -> (value: Double, interval: ClosedRange<Double>?) {
      (mean - earlier.mean, Self.interval(of: [(1, self), (-1, earlier)]))
    }

    /// The interval of a weighted sum of independent means from theirs: distances of the limits add as squares
    /// (MOVER, Zou & Donner 2008, doi 10.1002/sim.3095).
    private static func interval(of parts: [(weight: Double, mean: SessionMeasure)]) -> ClosedRange<Double>? {
      var (sum, below, above) = (0.0, 0.0, 0.0)
      for (weight, part) in parts {
        guard let interval = part.interval else { return nil }
        let ends = [interval.lowerBound, interval.upperBound].map { weight * ($0 - part.mean) }.sorted()
        sum += weight * part.mean
        below += ends[0] * ends[0]
        above += ends[1] * ends[1]
      }
      return (sum - below.squareRoot())...(sum + above.squareRoot())
    }
  }

  /// The conditions under which the person walked in most sessions; of equals the first.
  public var usualConditions: WalkConditions? {
    let most = conditions.map(\.sessions).max()
    return conditions.first { $0.sessions == most }?.conditions
  }

  /// All conditions under which the person walked, in the order in which they first occur, with the number of sessions.
  public var conditions: [(conditions: WalkConditions, sessions: Int)] {
    var counts: [(conditions: WalkConditions, sessions: Int)] = []
    for conditions in sessions.flatMap(\.walks).map(\.conditions) {
      if let k = counts.firstIndex(where: { $0.conditions == conditions }) {
        counts[k].sessions += 1
      } else {
        counts.append((conditions, 1))
      }
    }
    return counts
  }
}

/// The side of the body that an illness or injury concerns.
public enum AffectedSide: String, Sendable, CaseIterable {
  case left
  case right
  case both
  case none
}
