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
        [--plan <plan>] [--comment <text>] [--store <file>]
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

      EXAMPLES
        retrogait history annotate S01 --group "knee OA" --plan 10x3x6
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

  @Option(help: ArgumentHelp("Walking aid or orthosis that was used.", valueName: "name"))
  var aid: String?

  @Option(help: ArgumentHelp("Pain in the session, 0 (none) to 10.", valueName: "0-10"))
  var pain: Double?

  @Option(help: ArgumentHelp("Any text.", valueName: "text"))
  var comment: String?

  func validate() throws {
    let concernsPerson =
      group != nil || affectedSide != nil || sex != nil || birthYear != nil || plan != nil
    guard concernsPerson || aid != nil || pain != nil || comment != nil else {
      throw ValidationError("Say what to write down, such as --group or --pain.")
    }
    if pain != nil, session == nil { throw ValidationError("--pain is of a session: name it with --session.") }
    if session != nil, concernsPerson {
      throw ValidationError(
        "--group, --affected-side, --sex, --birth-year and --plan concern the person: leave --session out.")
    }
  }

  func run() throws {
    try catchingHistoryErrors { () throws(HistoryError) in
      let plan = try self.plan.map { (text) throws(HistoryError) in try Self.plan(text) }
      let store = try options.changing()
      if session == nil {
        try store.annotate(
          subject,
          PersonAnnotation(
            diagnosisGroup: group, affectedSide: affectedSide, sex: sex, birthYear: birthYear, comment: comment,
            plan: plan))
      }
      if session != nil || aid != nil {
        try store.annotate(
          subject, session: session,
          SessionAnnotation(aid: aid, pain: pain, comment: session == nil ? nil : comment))
      }
    }
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
