/// A measure of a group over the weeks of a programme, backward and forward, by a mixed model: direction, week and their
/// product are the same for all persons; level and change per week differ from person to person.
public struct GroupCourse: Sendable, Equatable {
  /// One session's mean of one direction.
  public struct Row: Sendable, Equatable {
    public var person: String
    public var isBackward: Bool
    /// Time in weeks from the person's first session.
    public var week: Double
    public var value: Double

    public init(person: String, isBackward: Bool, week: Double, value: Double) {
      self.person = person
      self.isBackward = isBackward
      self.week = week
      self.value = value
    }
  }

  /// Names of coefficients.
  public enum Term {
    /// Mean of forward walking in week 0; of the one direction there is, if there is only one.
    public static let level = "level"
    /// Backward less forward in week 0.
    public static let backward = "backward"
    /// Change of forward walking per week; of the one direction there is, if there is only one.
    public static let week = "week"
    /// By how much backward walking changes more per week than forward walking.
    public static let backwardWeek = "backward × week"
  }

  public var model: LinearMixedModel
  /// Whether persons' changes per week differ in the model; `false` where too few weeks let it tell only their levels.
  public var hasRandomSlope: Bool

  /// Fits the model to all rows; persons with one direction, or one session, count with what they have.
  ///
  /// Terms that the rows cannot tell are left out: those of direction if all walked one way, those of time if all sessions
  /// are of one week, and the persons' own slopes if nobody has three different weeks.
  public init(_ rows: [Row]) throws(MixedModelError) {
    let ones = [Double](repeating: 1, count: rows.count)
    let backward = rows.map { $0.isBackward ? 1.0 : 0 }
    let weeks = rows.map(\.week)
    let hasDirections = Set(backward).count > 1
    let hasWeeks = Set(weeks).count > 1
    let hasInteraction =
      hasDirections
      && [true, false].allSatisfy { way in Set(rows.filter { $0.isBackward == way }.map(\.week)).count > 1 }
    var fixed = [LinearMixedModel.Column(Term.level, ones)]
    if hasDirections { fixed.append(.init(Term.backward, backward)) }
    if hasWeeks { fixed.append(.init(Term.week, weeks)) }
    if hasInteraction { fixed.append(.init(Term.backwardWeek, zip(backward, weeks).map { $0 * $1 })) }
    let byPerson = Dictionary(grouping: rows, by: \.person)
    hasRandomSlope = byPerson.values.contains { Set($0.map(\.week)).count >= 3 }
    var random = [LinearMixedModel.Column(Term.level, ones)]
    if hasRandomSlope { random.append(.init(Term.week, weeks)) }
    model = try LinearMixedModel(rows.map(\.value), persons: rows.map(\.person), fixed: fixed, random: random)
  }
}
