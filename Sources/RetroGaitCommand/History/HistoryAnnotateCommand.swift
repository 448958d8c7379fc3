import ArgumentParser
import Foundation
import RetroGait

struct HistoryAnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Add notes on a person or a session.",
    usage: """
      retrogait history annotate <subject> [--group <name>]
        [--affected-side <side>] [--sex <sex>] [--birth-year <year>]
        [--plan <plan>] [--goal <goal>]... [--comment <text>]
        [--prescription <text> [--week <day>]] [--store <file>]
      retrogait history annotate <subject> --session <name> [--aid <name>]
        [--pain <0-10>] [--comment <text>] [--store <file>]
      """,
    discussion: """
      An empty text removes what was written. Sessions with different aids are not
      compared with each other. --aid without --session applies to all sessions of
      the person.

      Plans by name, from studies of backward walking:
        10x3x6    10 min, 3 times a week, 6 weeks
        growing   5-10 min growing to 20-30, 2-3 times a week, 6 weeks
        portions  2-3 h a week in any portions, 6 weeks

      A goal is a value to be reached, in m/s or m. The charts show it as a line.
      --goal can be given several times; nothing after the = removes the goal:
        backward:speed=0.9  backward:length=0.8  forward:speed=  forward:length=

      EXAMPLES
        retrogait history annotate S01 --group "knee OA" --plan 10x3x6
        retrogait history annotate S01 --goal backward:speed=0.9
        retrogait history annotate S01 --prescription "10 min daily, by the rail"
        retrogait history annotate S01 --session 2026-09-11 --pain 3 --aid cane
      """)

  @Argument(help: "The person.")
  var subject: String

  @OptionGroup var options: StoreOptions

  @Option(help: ArgumentHelp("The session.", valueName: "name"))
  var session: String?

  @Option(help: ArgumentHelp("Diagnosis group of the person.", valueName: "name"))
  var group: String?

  @Option(help: ArgumentHelp("Side affected by the illness.", valueName: "side"))
  var affectedSide: AffectedSide?

  @Option(help: ArgumentHelp("Sex, by which reference values are given.", valueName: "sex"))
  var sex: Sex?

  @Option(help: ArgumentHelp("Year of birth, for reference values by age.", valueName: "year"))
  var birthYear: Int?

  @Option(
    help: ArgumentHelp(
      "Planned training: a YAML file, or one of \(TrainingPlan.presets.keys.sorted().joined(separator: ", ")).",
      valueName: "plan"))
  var plan: String?

  @Option(help: ArgumentHelp("A value to be reached, such as backward:speed=0.9.", valueName: "goal"))
  var goal: [String] = []

  @Option(help: ArgumentHelp("What is prescribed for a week, as text.", valueName: "text"))
  var prescription: String?

  @Option(help: ArgumentHelp("A day of that week, else next week.", valueName: "day"))
  var week: String?

  @Option(help: ArgumentHelp("Walking aid or orthosis that was used.", valueName: "name"))
  var aid: String?

  @Option(help: ArgumentHelp("Pain in the session, 0 (none) to 10.", valueName: "0-10"))
  var pain: Double?

  @Option(help: ArgumentHelp("Any text.", valueName: "text"))
  var comment: String?

  func validate() throws {
    let concernsPerson =
      group != nil || affectedSide != nil || sex != nil || birthYear != nil || plan != nil || !goal.isEmpty
      || prescription != nil
    if week != nil, prescription == nil { throw ValidationError("--week is of a prescription: add --prescription.") }
    guard concernsPerson || aid != nil || pain != nil || comment != nil else {
      throw ValidationError("Say what to write down, such as --group or --pain.")
    }
    if pain != nil, session == nil { throw ValidationError("--pain is of a session: name it with --session.") }
    if session != nil, concernsPerson {
      throw ValidationError(
        "--group, --affected-side, --sex, --birth-year, --plan, --goal and --prescription concern the person: "
          + "leave --session out.")
    }
  }

  func run() throws {
    try catchingHistoryErrors { () throws(HistoryError) in
      let annotation = try annotation()
      let store = try options.changing()
      if session == nil {
        try store.annotate(subject, annotation)
      }
      if session != nil || aid != nil {
        try store.annotate(
          subject, session: session,
          SessionAnnotation(aid: aid, pain: pain, comment: session == nil ? nil : comment))
      }
    }
  }

  /// What is written down of the person.
  private func annotation() throws(HistoryError) -> PersonAnnotation {
    var annotation = PersonAnnotation(
      diagnosisGroup: group, affectedSide: affectedSide, sex: sex, birthYear: birthYear, comment: comment)
    annotation.removesPlan = plan?.isEmpty == true
    if let plan, !plan.isEmpty { annotation.plan = try Self.plan(plan) }
    for text in goal {
      let (kind, value) = try GoalKind.parsed(text)
      annotation.goals.updateValue(value, forKey: kind)
    }
    if let prescription { annotation.prescriptions[try weekOfPrescription()] = prescription }
    return annotation
  }

  private func weekOfPrescription() throws(HistoryError) -> CalendarDay {
    guard let day = week.map({ CalendarDay($0) }) ?? CalendarDay.today?.nextMonday else {
      throw .outOfRange("--week", found: week ?? "", expected: "a day such as 2026-11-30")
    }
    return day
  }

  private static func plan(_ text: String) throws(HistoryError) -> TrainingPlan {
    if let preset = TrainingPlan.presets[text] { return preset }
    guard let data = FileManager.default.contents(atPath: text) else {
      let names = TrainingPlan.presets.keys.sorted().joined(separator: ", ")
      throw .outOfRange("--plan", found: text, expected: "a YAML file that is there, or one of \(names)")
    }
    return try TrainingPlan(yaml: String(decoding: data, as: UTF8.self), file: text)
  }
}

extension AffectedSide: ExpressibleByArgument {}
extension Sex: ExpressibleByArgument {}
