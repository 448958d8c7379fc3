import ArgumentParser
import NumberText
import RetroGait

struct HistoryDoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dose",
    abstract: "How much a person walked backward, against the plan.",
    usage: """
      retrogait history dose <subject> [--by session|day|week] [--store <file>]
        [--json]
      """,
    discussion: """
      Only walking that was recorded and added counts.

      EXAMPLE
        retrogait history annotate S01 --plan 10x3x6
        retrogait history dose S01
      """)

  enum Span: String, ExpressibleByArgument, CaseIterable {
    case session
    case day
    case week
  }

  @Argument(help: "The person.")
  var subject: String

  @Option(help: "Sum per session, day or week.")
  var by: Span = .week

  @OptionGroup var options: StoreOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let console = Console(isQuiet: false)
    try catchingHistoryErrors { () throws(HistoryError) in
      let course = try options.reading().course(of: subject)
      let dose = WalkingDose(course)
      let periods =
        switch by {
        case .session: dose.sessions
        case .day: dose.days
        case .week: dose.weeks
        }
      if json {
        console.result(exactly: try JSONText.text(of: periods))
      } else {
        console.result(text(periods, dose, plan: course.person.plan))
      }
    }
  }

  private func text(_ periods: [WalkingDose.Period], _ dose: WalkingDose, plan: TrainingPlan?) -> String {
    let isPlanned = by == .week && plan != nil
    var columns: [(String, TextTable.Alignment)] = [
      ("", .left), ("", .right), ("backward", .right), ("", .right), ("", .right), ("forward", .right), ("", .right),
    ]
    var heads = [by == .week ? "week from" : by.rawValue, "sessions", "min", "strides", "m", "min", "m"]
    if isPlanned {
      columns += [("planned", .right), ("not recorded", .right)]
      heads += ["min", "min"]
    }
    var table = TextTable(columns)
    table.add(heads)
    for period in periods {
      var cells = [
        "\(PrintableText(period.label))", sessions(period, isPlanned: isPlanned),
        PlainNumbers.fixed(period.backward.minutes, 1),
        "\(period.backward.strides)", PlainNumbers.fixed(period.backward.meters, 0),
        PlainNumbers.fixed(period.forward.minutes, 1), PlainNumbers.fixed(period.forward.meters, 0),
      ]
      if isPlanned {
        cells += [
          period.planned.map { PlainNumbers.range($0.low, $0.high) } ?? "",
          hasBegun(period) ? period.missingMinutes.map { PlainNumbers.fixed($0, 1) } ?? "" : "",
        ]
      }
      table.add(cells)
    }
    var lines = [table.text]
    if isPlanned, let plan {
      lines += ["", "Plan of backward walking: \(PrintableText(plan.name))."]
      if plan.sessionsPerWeek != nil {
        lines += ["Sessions are those with backward walking, of those planned."]
      }
    }
    if by != .session, dose.undated > 0 { lines += ["", "\(dose.undated) sessions without a date are excluded."] }
    lines += ["", "Only recorded walking counts."]
    return lines.joined(separator: "\n")
  }

  /// Sessions of a planned week are those with backward walking: `2 of 3`.
  private func sessions(_ period: WalkingDose.Period, isPlanned: Bool) -> String {
    guard isPlanned, let planned = period.plannedSessions else { return "\(period.sessions)" }
    return "\(period.backwardSessions) of \(planned.words)"
  }

  /// Nothing is missing in a week that is still to come.
  private func hasBegun(_ period: WalkingDose.Period) -> Bool {
    guard let day = period.day, let today = CalendarDay.today else { return true }
    return day <= today
  }
}
