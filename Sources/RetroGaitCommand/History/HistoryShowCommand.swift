import ArgumentParser
import NumberText
import RetroGait

struct HistoryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what is kept of a person, session by session.",
    usage: "retrogait history show <subject> [--store <file>] [--json]",
    discussion: """
      EXAMPLE
        retrogait history show S01
      """)

  @Argument(help: "The person.")
  var subject: String

  @OptionGroup var options: StoreOptions

  @Flag(help: "Print JSON, with the SHA-256 of every input.")
  var json = false

  func run() throws {
    let console = Console(isQuiet: false)
    try catchingHistoryErrors { () throws(HistoryError) in
      let store = try options.reading()
      let course = try store.course(of: subject)
      let recordings = try store.recordings(of: subject)
      if json {
        console.result(exactly: try JSONText.text(of: Shown(course, recordings)))
      } else {
        console.result(Self.text(course, recordings))
      }
    }
  }

  /// What `--json` prints.
  private struct Shown: Encodable {
    var subject: String
    var group: String?
    var affectedSide: String?
    var comment: String?
    var plan: TrainingPlan?
    var goals: [Goal]
    var prescriptions: [Prescription]
    var recordings: [StoredRecording]

    init(_ course: PersonCourse, _ recordings: [StoredRecording]) {
      subject = course.person.name
      group = course.person.diagnosisGroup
      affectedSide = course.person.affectedSide?.rawValue
      comment = course.person.comment
      plan = course.person.plan
      goals = GoalKind.allCases.compactMap { kind in
        course.person.goals[kind].map { value in
          Goal(
            direction: kind.direction.rawValue, measure: kind.measure.id, value: value, unit: kind.measure.unit)
        }
      }
      prescriptions = course.person.prescriptions
      self.recordings = recordings
    }

    private enum CodingKeys: String, CodingKey {
      case subject, group, comment, plan, goals, prescriptions, recordings
      case affectedSide = "affected_side"
    }
  }

  private struct Goal: Encodable {
    var direction: String
    var measure: String
    var value: Double
    var unit: String
  }

  private static func text(_ course: PersonCourse, _ recordings: [StoredRecording]) -> String {
    let person = course.person
    var lines = ["\(PrintableText(person.name))"]
    if let group = person.diagnosisGroup { lines.append("group: \(PrintableText(group))") }
    if let side = person.affectedSide { lines.append("affected side: \(side.rawValue)") }
    if let plan = person.plan { lines.append("plan: \(PrintableText(plan.name))") }
    for kind in GoalKind.allCases {
      guard let goal = person.goals[kind] else { continue }
      lines.append("goal: \(kind.title) \(PlainNumbers.fixed(goal, kind.measure.decimals)) \(kind.measure.unit)")
    }
    lines += person.prescriptions.map { "prescription from \($0.week): \(PrintableText($0.text))" }
    if let comment = person.comment { lines.append("comment: \(PrintableText(comment))") }
    // Without it, conditions of an incline fit the line.
    let hasPain = course.sessions.contains { $0.pain != nil }
    var table = TextTable(
      [("session", .left), ("day", .left), ("rec.", .right), ("backward", .right), ("forward", .right)]
        + (hasPain ? [("pain", .right)] : []) + [("conditions", .left)])
    for session in course.sessions {
      let strides = { (direction: Direction) in
        "\(session.walks.compactMap { $0.directions[direction]?.strides }.reduce(0, +)) str."
      }
      let pain = hasPain ? [session.pain.map { PlainNumbers.short($0) } ?? ""] : []
      table.add(
        [
          "\(PrintableText(session.name))", session.day?.description ?? "no date", "\(session.recordings)",
          strides(.backward), strides(.forward),
        ] + pain + [session.walks.map(\.conditions.label).joined(separator: "; ")])
    }
    lines += ["", table.text]
    let superseded = recordings.count(where: \.isSuperseded)
    if superseded > 0 {
      lines += ["", "\(superseded) earlier analys\(superseded == 1 ? "is" : "es") kept, see --json"]
    }
    return lines.joined(separator: "\n")
  }
}
