import GaitModel

/// Which reference values a person's value may be seen beside.
///
/// A reference of walking on the ground is none for a treadmill, a slope or a walk with an aid. A stride length that the lower
/// back estimates is not compared with one that was measured.
public struct ReferenceQuestion: Sendable, Equatable {
  /// The measure, by its name in files.
  public var measure: String
  public var direction: Direction
  /// `nil` where it is not known.
  public var sex: Sex?
  /// In whole years on the day of the walk; `nil` where it is not known.
  public var age: Int?
  /// `nil` where it is not stated.
  public var surface: Surface?
  /// `nil` where it is not stated, which is taken for level ground.
  public var inclinePercent: Int?
  public var hasAid: Bool
  public var isMeasuredAtFeet: Bool

  public init(
    measure: String, direction: Direction, sex: Sex?, age: Int?, surface: Surface?,
    inclinePercent: Int? = nil,
    hasAid: Bool = false, isMeasuredAtFeet: Bool = true
  ) {
    self.measure = measure
    self.direction = direction
    self.sex = sex
    self.age = age
    self.surface = surface
    self.inclinePercent = inclinePercent
    self.hasAid = hasAid
    self.isMeasuredAtFeet = isMeasuredAtFeet
  }

  /// Why there are none.
  public enum Lack: Sendable, Equatable, CaseIterable {
    /// No reference of the measure in this direction is known.
    case noStudy
    case notMeasuredAtFeet
    case aid
    case incline
    case treadmill
    case surfaceNotStated
    case ageNotKnown
    /// References exist, but for other ages.
    case otherAges
    /// References exist, but for one sex each.
    case sexNotKnown
  }

  /// What applies, or why nothing does.
  public enum Answer: Sendable, Equatable {
    /// The one to show first: with a band before a mean alone, of one sex before both, then of the fewest years.
    case values([ReferenceValue])
    case none(Lack)
  }

  /// - Parameter all: What is known; the package's own list by default.
  public func answer(among all: [ReferenceValue] = ReferenceValue.all) -> Answer {
    let known = all.filter { $0.measure == measure && $0.direction == direction }
    guard !known.isEmpty else { return .none(.noStudy) }
    guard isMeasuredAtFeet else { return .none(.notMeasuredAtFeet) }
    guard !hasAid else { return .none(.aid) }
    guard (inclinePercent ?? 0) == 0 else { return .none(.incline) }
    guard let surface else { return .none(.surfaceNotStated) }
    let alike = known.filter { $0.setting.surface == surface }
    guard !alike.isEmpty else { return .none(surface == .treadmill ? .treadmill : .noStudy) }
    guard let age else { return .none(.ageNotKnown) }
    let ofAge = alike.filter { $0.ages.contains(age) }
    guard !ofAge.isEmpty else { return .none(.otherAges) }
    let found = ofAge.filter { $0.sex == nil || $0.sex == sex }
    guard !found.isEmpty else { return .none(.sexNotKnown) }
    return .values(found.sorted(by: Self.areInOrder))
  }

  private static func areInOrder(_ a: ReferenceValue, _ b: ReferenceValue) -> Bool {
    let rank = { (value: ReferenceValue) in
      (value.standardDeviation == nil ? 1 : 0, value.sex == nil ? 1 : 0, value.ages.count, -(value.people ?? 0))
    }
    return rank(a) < rank(b)
  }
}
