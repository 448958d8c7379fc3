import GaitModel
import GaitStatistics

/// Two groups of people over the weeks of a trial, such as backward and forward training: what one changes more than the
/// other.
public struct ArmsComparison: Sendable {
  /// Names of the groups; changes of the second are set against those of the first.
  public var first: String
  public var second: String
  /// Under which everybody is compared; `nil` where nobody walked.
  public var conditions: WalkConditions?
  /// Speed and stride length, forward and backward.
  public var courses: [Course]
  /// People who do not enter, and why.
  public var leftOut: [(subject: String, reason: PersonExclusion)]

  /// One measure of one direction of walking.
  public struct Course: Sendable {
    public var measure: TrackedMeasure
    public var direction: Direction
    /// `nil` where the model cannot be fitted.
    public var course: ArmsCourse?
    /// Why it cannot.
    public var reason: MixedModelError?
  }

  /// - Parameter conditions: Those under which people are compared; without, those under which most of them walked in most
  ///   sessions, of equals the first.
  init(
    first: (name: String, courses: [PersonCourse]), second: (name: String, courses: [PersonCourse]),
    conditions: WalkConditions? = nil
  ) {
    self.first = first.name
    self.second = second.name
    let everybody = first.courses + second.courses
    let usual = everybody.compactMap(\.usualConditions)
    let counts = usual.map { one in usual.count { $0 == one } }
    let most = zip(usual, counts).first { $0.1 == counts.max() }?.0
    let wanted = conditions ?? most
    self.conditions = wanted
    courses = []
    leftOut = []
    let arms = [(isSecond: false, courses: first.courses), (isSecond: true, courses: second.courses)]
    let people = arms.flatMap { arm in
      arm.courses.map { course in
        (
          name: course.person.name, isSecond: arm.isSecond,
          visits: ComparableSessions(course, conditions: wanted).visits.filter { !$0.directions.isEmpty }
        )
      }
    }
    for one in people where one.visits.isEmpty {
      leftOut.append((one.name, .noDatedSession(under: wanted)))
    }
    for direction in [Direction.forward, .backward] {
      for measure in TrackedMeasure.speedAndLength {
        let rows = people.flatMap { one in
          one.visits.compactMap { visit -> ArmsCourse.Row? in
            visit.directions[direction]?.measures[measure.id].map {
              ArmsCourse.Row(person: one.name, isSecond: one.isSecond, week: visit.time / 7, value: $0.mean)
            }
          }
        }
        guard !rows.isEmpty else { continue }
        do throws(MixedModelError) {
          courses.append(Course(measure: measure, direction: direction, course: try ArmsCourse(rows), reason: nil))
        } catch {
          courses.append(Course(measure: measure, direction: direction, course: nil, reason: error))
        }
      }
    }
  }
}

extension HistoryStore {
  /// Compares the changes of two diagnosis groups over weeks.
  ///
  /// - Throws: `HistoryError` if there is no such group or the store cannot be read.
  public func comparison(ofArms first: String, _ second: String) throws(HistoryError) -> ArmsComparison {
    var arms: [[PersonCourse]] = []
    for group in [first, second] {
      var courses: [PersonCourse] = []
      for name in try subjects(inGroup: group) { courses.append(try course(of: name)) }
      arms.append(courses)
    }
    return ArmsComparison(first: (first, arms[0]), second: (second, arms[1]))
  }
}
