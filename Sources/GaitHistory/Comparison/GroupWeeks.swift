import GaitModel
import GaitStatistics

/// How a measure goes over weeks in a group, backward and forward: a linear mixed model over all sessions.
public struct GroupWeeks: Sendable {
  public var measure: TrackedMeasure
  /// `nil` where the model cannot be fitted.
  public var course: GroupCourse?
  /// Why it cannot.
  public var reason: MixedModelError?

  /// The model over the dated sessions of `courses`, everybody under `conditions`; week 0 is that of a person's
  /// first session.
  init(_ measure: TrackedMeasure, courses: [PersonCourse], conditions: WalkConditions?) {
    self.measure = measure
    var rows: [GroupCourse.Row] = []
    for course in courses {
      for visit in ComparableSessions(course, conditions: conditions).visits {
        for direction in [Direction.forward, .backward] {
          guard let value = visit.directions[direction]?.measures[measure.id]?.mean else { continue }
          rows.append(
            GroupCourse.Row(
              person: course.person.name, isBackward: direction == .backward, week: visit.time / 7, value: value))
        }
      }
    }
    do throws(MixedModelError) {
      course = try GroupCourse(rows)
    } catch {
      reason = error
    }
  }
}
