/// A measure of a group over the weeks of a program, backward and forward, by a mixed model: direction, week and their
/// product are the same for all persons; level, difference between directions and change per week differ from person to
/// person, and sessions from each other: y ~ direction · week + (1 + direction + week | person) + (1 | person : session).
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
  public var personalEffects: PersonalEffects
  /// Whether persons' changes per week differ in the model; `false` where too few weeks let it tell only their levels.
  public var hasRandomSlope: Bool { model.randomNames.contains(Term.week) }
  /// Whether the persons' differences between backward and forward walking differ in the model.
  public var hasRandomDirection: Bool { model.randomNames.contains(Term.backward) }

  /// Fits the model to all rows; persons with one direction, or one session, count with what they have.
  ///
  /// Terms that the rows cannot tell are left out: those of direction if all walked one way, and those of time if all
  /// sessions are of one week.
  /// Persons differ in all that their sessions can tell (Barr et al. 2013, doi 10.1016/j.jml.2012.11.001): in level, in the
  /// difference between directions if two or more have both in two sessions, in change per week if one has three different
  /// weeks; sessions differ too. If a fit with correlations is not possible, or at the edge of what is, the effects are
  /// fitted without (Matuschek et al. 2017, doi 10.1016/j.jml.2017.01.001); if that is not possible either, with the
  /// level alone.
  public init(_ rows: [Row]) throws(MixedModelError) {
    let fit = try PersonalFit(PersonalDesign(rows))
    model = fit.model
    personalEffects = fit.effects
  }
}

/// The columns of a group's mixed model.
extension PersonalDesign {
  fileprivate init(_ rows: [GroupCourse.Row]) {
    typealias Term = GroupCourse.Term
    values = rows.map(\.value)
    persons = rows.map(\.person)
    sessions = rows.map { "\($0.week)" }
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
    self.fixed = fixed

    let byPerson = Dictionary(grouping: rows, by: \.person).values
    // Directions as ±½ and weeks about their mean: then independent effects mean that both directions vary alike, and that
    // persons differ least in the middle of the course and not at its beginning.
    let middle = weeks.reduce(0, +) / Double(max(weeks.count, 1))
    var random = [LinearMixedModel.Column(Term.level, ones)]
    let inBoth = byPerson.count { own in
      Set(own.filter(\.isBackward).map(\.week)).count > 1 && Set(own.filter { !$0.isBackward }.map(\.week)).count > 1
    }
    if inBoth > 1 { random.append(.init(Term.backward, backward.map { $0 - 0.5 })) }
    if byPerson.contains(where: { Set($0.map(\.week)).count >= 3 }) {
      random.append(.init(Term.week, weeks.map { $0 - middle }))
    }
    self.random = random
  }
}
