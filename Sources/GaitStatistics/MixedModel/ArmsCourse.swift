/// A measure of two arms of a trial over its weeks, by a mixed model: arm, week and their product are the same for all
/// persons; level and change per week differ from person to person: y ~ arm · week + (1 + week | person).
///
/// This is the design of the published trials of backward training: arm by time, in which the product is what one training
/// adds to the other.
public struct ArmsCourse: Sendable, Equatable {
  /// One session's mean.
  public struct Row: Sendable, Equatable {
    public var person: String
    /// Whether the person is of the second arm.
    public var isSecond: Bool
    /// Time in weeks from the person's first session.
    public var week: Double
    public var value: Double

    public init(person: String, isSecond: Bool, week: Double, value: Double) {
      self.person = person
      self.isSecond = isSecond
      self.week = week
      self.value = value
    }
  }

  /// Names of coefficients.
  public enum Term {
    /// Mean of the first arm in week 0.
    public static let level = "level"
    /// Second less first arm in week 0.
    public static let arm = "arm"
    /// Change of the first arm per week.
    public static let week = "week"
    /// By how much the second arm changes more per week than the first.
    public static let armWeek = "arm × week"
  }

  public var model: LinearMixedModel
  public var personalEffects: PersonalEffects
  public var personsOfFirst: Int
  public var personsOfSecond: Int

  /// Fewest persons of an arm: of one, the arm cannot be told from the person.
  public static let fewestPersons = 2

  /// Fits the model to all rows; persons with one session count with what they have.
  ///
  /// Persons' changes per week differ in the model if two or more have three different weeks.
  ///
  /// - Throws: `MixedModelError` with fewer than two persons in an arm, with sessions of one week only, or if no fit is
  ///   found.
  public init(_ rows: [Row]) throws(MixedModelError) {
    let people = Dictionary(grouping: rows, by: \.person)
    personsOfSecond = people.values.count { $0.contains(where: \.isSecond) }
    personsOfFirst = people.count - personsOfSecond
    let fewest = min(personsOfFirst, personsOfSecond)
    guard fewest >= Self.fewestPersons else {
      throw .tooFew(persons: fewest, values: rows.count, coefficients: 4)
    }
    let ones = [Double](repeating: 1, count: rows.count)
    let arm = rows.map { $0.isSecond ? 1.0 : 0 }
    let weeks = rows.map(\.week)
    let middle = weeks.reduce(0, +) / Double(max(weeks.count, 1))
    var random = [LinearMixedModel.Column(Term.level, ones)]
    if people.values.count(where: { Set($0.map(\.week)).count >= 3 }) > 1 {
      // About their mean, so that persons differ least in the middle of the course and not at its beginning.
      random.append(.init(Term.week, weeks.map { $0 - middle }))
    }
    // Every coefficient rests on persons: of each arm, one less than there are.
    let freedom = Double(people.count - 2)
    let fit = try PersonalFit(
      PersonalDesign(
        values: rows.map(\.value), persons: rows.map(\.person), sessions: [],
        fixed: [
          .init(Term.level, ones), .init(Term.arm, arm), .init(Term.week, weeks),
          .init(Term.armWeek, zip(arm, weeks).map { $0 * $1 }),
        ], random: random,
        mostFreedom: [Term.level: freedom, Term.arm: freedom, Term.week: freedom, Term.armWeek: freedom]))
    model = fit.model
    personalEffects = fit.effects
  }
}
