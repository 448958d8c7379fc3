import GaitStatistics
import NumberText
import RetroGait

/// Two groups over weeks, for a terminal and as JSON.
struct ArmsText: Encodable {
  var first: String
  var second: String
  var conditions: String?
  var courses: [Course]
  var leftOut: [String]
  var note = "Research software, not a medical device."

  enum CodingKeys: String, CodingKey {
    case first, second, conditions, courses, note
    case leftOut = "left_out"
  }

  struct Course: Encodable {
    var measure: String
    var unit: String
    var direction: String
    var people: [Int]
    var rows: Int
    var terms: [ModelTerm]
    var personalEffects: String?
    var reason: String?

    enum CodingKeys: String, CodingKey {
      case measure, unit, direction, people, rows, terms, reason
      case personalEffects = "personal_effects"
    }

    init(_ course: ArmsComparison.Course) {
      measure = course.measure.id
      unit = course.measure.unit
      direction = course.direction.rawValue
      people = course.course.map { [$0.personsOfFirst, $0.personsOfSecond] } ?? []
      rows = course.course?.model.observations ?? 0
      terms = course.course?.model.coefficients.map(ModelTerm.init) ?? []
      personalEffects = course.course?.personalEffects.rawValue
      reason = course.reason?.description
    }
  }

  init(_ comparison: ArmsComparison) {
    first = comparison.first
    second = comparison.second
    conditions = comparison.conditions?.label
    courses = comparison.courses.map(Course.init)
    leftOut = comparison.leftOut.map { "\($0.subject): \($0.reason.words)" }
  }

  var text: String {
    var lines = ["\(PrintableText(second)) against \(PrintableText(first))"]
    if let conditions { lines.append("Conditions: \(conditions)") }
    if courses.isEmpty { lines.append("Not compared: nobody walked under the same conditions.") }
    for course in courses {
      let measure = TrackedMeasure.named(course.measure)
      let title = "\(course.direction.uppercased()): \(measure?.title.lowercased() ?? course.measure) over weeks"
      if let reason = course.reason {
        lines += ["", "\(title): no model (\(reason))"]
        continue
      }
      lines += [
        "", "\(title), mixed model: \(course.people[0]) and \(course.people[1]) people, \(course.rows) values",
        ModelTerm.table(course.terms, unit: course.unit, decimals: (measure?.decimals ?? 2) + 1),
      ]
    }
    if courses.contains(where: { !$0.terms.isEmpty }) { lines += [""] + Self.termWords }
    lines += leftOut.map { "Excluded: \(PrintableText($0))" }
    return (lines + [note]).joined(separator: "\n")
  }

  /// What the terms of the model are.
  private static let termWords = [
    "level: the first group in its first week; arm: by how much the second group",
    "differs from it there; week: change of the first group per week; arm × week: by",
    "how much the second group changes more. p: the chance of a value at least so far",
    "from 0 if there were no difference or change.",
  ]
}
