/// The measures of the whole walk, the walk tests and the strides to look at.
extension CourseTruth {
  /// Sentences that explain them and hold no figure of the person.
  private static let explanations = [
    "Values with 95 % intervals; n is the number", "Counts and sums have no interval.",
    "What this session lacks is from the session named beside it.", "They are context, and no verdict on a person.",
    "A stopwatch starts at the command", "No walk was long enough.",
    "A stride is compared with eight others of its foot in the same walk.",
  ]

  /// Whether a sentence explains, is from a study, or gives a time that fits the speed of a session.
  func accountsForWalk(_ sentence: String) -> Bool {
    if Self.explanations.contains(where: sentence.hasPrefix) { return true }
    if sentence.hasPrefix("Measurement error alone stays below ") {
      return sentence.contains("; ") && sentence.contains("doi 10.")
    }
    guard
      let found = sentence.wholeMatch(
        of: /3 m in ([\d.]+) s \(([\d.]+) to ([\d.]+)\), ([\d.]+) m\/s, (\d+) steps\./),
      let time = Double(found.1), let low = Double(found.2), let high = Double(found.3), let speed = Double(found.4)
    else { return false }
    // From standing the foot in front is ahead of the body, and steps are whole.
    return (low...high).contains(time) && abs(speed - 3 / time) < 0.006
      && sessions.contains { session in
        session.mean("speed_m_s", "backward").map { abs(speed / $0 - 1) < 0.25 } ?? false
      }
  }

  /// Whether an item is a published time with its source, or a reason with the measures that it keeps from being measured.
  func accountsForWalkItem(_ item: String) -> Bool {
    item.wholeMatch(
      of: /[\d.]+ s: people who (did not fall tend to be faster|fell tend to be slower) \(.+doi 10\..+\)\./) != nil
      || item.wholeMatch(of: /[^`]+: .+ \((forward|backward|forward, backward)\)\./) != nil
  }

  /// Whether backward in percent of forward is the ratio of the two means; `nil` of other rows.
  func accountsForWalkRow(_ row: [String], under heading: String) -> Bool? {
    guard heading.hasPrefix("The whole walk"), row.count == 3, row[0].hasSuffix(", %"), let last = sessions.last,
      let column = Self.columns[row[0].dropLast(3).lowercased()], let backward = last.mean(column, "backward"),
      let forward = last.mean(column, "forward"), let found = ReadReport.numbers(row[2]).first
    else { return nil }
    return abs(found - 100 * backward / forward) < 1
  }
}
