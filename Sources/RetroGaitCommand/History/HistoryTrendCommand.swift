import ArgumentParser
import GaitStatistics
import RetroGait

struct HistoryTrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Say whether a person's walking is changing, and how sure that is.",
    usage: """
      retrogait history trend <subject> [--all] [--include-run-in]
        [--order date|name] [--surface overground|treadmill]
        [--incline <percent>] [--sensors feet|lower_back]
        [--store <file>] [--json]
      """,
    discussion: """
      How much can be said depends on the number of sessions that count: up to 2
      the values, 3 or 4 the change against the minimal detectable change, 5 to 7 a
      slope without a verdict, 8 and more a verdict on the line through them, 12
      and more a control chart as well. Only sessions under the same conditions
      (sensors, surface, incline, aid) are compared: the person's usual ones, or
      those that you choose; what is left out is listed. A change is "likely real",
      "within measurement error", or one "cannot tell yet"; whether it is for the
      better is for the clinician to say.

      EXAMPLE
        retrogait history trend S01
      """)

  @Argument(help: "The person.")
  var subject: String

  @OptionGroup var options: StoreOptions

  @OptionGroup var conditions: ConditionOptions

  @Flag(help: "Show all measures, not only speed, stride length and toe-first share.")
  var all = false

  @Flag(help: "Count the first two sessions too, in which people learn the task.")
  var includeRunIn = false

  @Option(help: "Order of sessions: by date, or by name where they have none.")
  var order: ComparableSessions.Ordering = .date

  @Flag(help: "Print JSON with all measures.")
  var json = false

  func run() throws {
    let console = Console(isQuiet: false)
    try catchingHistoryErrors { () throws(HistoryError) in
      let course = try options.reading().course(of: subject)
      let trend = CourseTrend(
        course, conditions: try conditions.chosen(of: course), ordering: order,
        settings: TrendSettings(runIn: includeRunIn ? 0 : TrendSettings().runIn))
      if json {
        console.result(exactly: try JSONText.text(of: TrendDocument(trend)))
      } else {
        console.result(TrendText(trend, all: all).text)
      }
    }
  }
}

extension ComparableSessions.Ordering: ExpressibleByArgument {}
