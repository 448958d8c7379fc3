import ArgumentParser
import GaitStatistics
import RetroGait

struct HistoryTrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show whether a person's walking changes, and how certain that is.",
    usage: """
      retrogait history trend <subject> [--all] [--include-run-in]
        [--order date|name] [--surface overground|treadmill]
        [--incline <percent>] [--sensors feet|lower_back]
        [--store <file>] [--json]
      """,
    discussion: """
      The number of sessions that count sets the method. Up to 2: the values only.
      3 or 4: the change against the smallest detectable change. 5 to 7: a slope
      without a verdict. 8 or more: a verdict on the trend line. 12 or more: also a
      control chart. Only sessions under the same conditions (sensors, surface,
      incline, aid) are compared. These are the person's usual conditions, or those
      that you choose. Excluded sessions are listed. A change that chance hardly
      explains is called faster, slower, longer or shorter. All others are called "no
      change that these sessions can show", with the reason. A clinician judges
      whether it is an improvement. JSON has codes in place of words.

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
