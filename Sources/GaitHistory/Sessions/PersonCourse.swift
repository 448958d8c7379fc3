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
    public var comment: String?
    public var plan: TrainingPlan?

    public init(
      name: String, diagnosisGroup: String? = nil, affectedSide: AffectedSide? = nil, comment: String? = nil,
      plan: TrainingPlan? = nil
    ) {
      self.name = name
      self.diagnosisGroup = diagnosisGroup
      self.affectedSide = affectedSide
      self.comment = comment
      self.plan = plan
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
    /// Seconds walked.
    public var duration: Double
    /// Metres walked; `nil` where no stride has a length.
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

    public init(n: Int, mean: Double, standardError: Double?) {
      self.n = n
      self.mean = mean
      self.standardError = standardError
    }

    /// The measure of this and another recording together.
    func merged(with other: SessionMeasure) -> SessionMeasure {
      let total = Double(n + other.n)
      let share = (a: Double(n) / total, b: Double(other.n) / total)
      var error: Double?
      if let a = standardError, let b = other.standardError {
        error = (share.a * share.a * a * a + share.b * share.b * b * b).squareRoot()
      }
      return SessionMeasure(
        n: n + other.n, mean: share.a * mean + share.b * other.mean, standardError: error)
    }

    /// 95 % interval, 1.96 standard errors either way.
    public var interval: ClosedRange<Double>? {
      standardError.map { (mean - 1.96 * $0)...(mean + 1.96 * $0) }
    }
  }

  /// The conditions under which the person walked in most sessions; of equals the first.
  public var usualConditions: WalkConditions? {
    var counts: [(conditions: WalkConditions, sessions: Int)] = []
    for conditions in sessions.flatMap(\.walks).map(\.conditions) {
      if let k = counts.firstIndex(where: { $0.conditions == conditions }) {
        counts[k].sessions += 1
      } else {
        counts.append((conditions, 1))
      }
    }
    let most = counts.map(\.sessions).max()
    return counts.first { $0.sessions == most }?.conditions
  }
}

/// The side of the body that an illness or injury concerns.
public enum AffectedSide: String, Sendable, CaseIterable {
  case left
  case right
  case both
  case none
}
