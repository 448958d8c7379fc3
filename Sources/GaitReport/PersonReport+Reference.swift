import GaitHistory
import GaitReference

extension PersonReport {
  /// Age in whole years in a session: its year without the year of birth, so it may be one too high. `nil` where either is
  /// not known.
  func age(in session: PersonCourse.Session) -> Int? {
    guard let born = course.person.birthYear, let day = session.day else { return nil }
    let age = day.year - born
    return (0...ReferenceValue.oldest).contains(age) ? age : nil
  }
}
