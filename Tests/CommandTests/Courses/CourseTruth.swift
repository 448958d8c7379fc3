import Foundation

/// What is true of a course by its `strides.csv`, against which a report is read.
struct CourseTruth {
  var sessions: [WrittenStrides]
  /// Sessions under the conditions of most.
  var usual: [WrittenStrides]

  /// The sessions that count: those after a run-in of two.
  private var counted: [WrittenStrides] { Array(usual.dropFirst(2)) }
  private var last: WrittenStrides { sessions[sessions.count - 1] }

  /// The column of `strides.csv` behind a title.
  static let columns = [
    "walking speed": "speed_m_s", "stride length": "length_m", "stride duration": "duration_s",
    "cadence": "cadence_steps_min", "foot pitch at contact": "foot_pitch_contact_deg",
    "sole clearance": "clearance_m", "jolt at contact": "contact_peak_m_s2", "double support": "double_support_s",
    "swing": "swing_s", "step time": "step_time_s",
  ]

  /// The value of a title in a session.
  private func value(_ title: String, _ direction: String, _ session: WrittenStrides) -> Double? {
    switch title.lowercased() {
    case "toe-first share": session.toesFirst(direction)?.percent
    case "stance":
      session.mean(direction) { row in
        row["stance_s"].flatMap { stance in row["duration_s"].map { 100 * stance / $0 } }
      }
    default: Self.columns[title.lowercased()].flatMap { session.mean($0, direction) }
    }
  }

  // MARK: Sentences

  /// A paragraph, sentence by sentence.
  static func sentences(_ paragraph: String) -> [String] {
    paragraph.replacing(/([.]) ([A-Z])/, with: { "\($0.1)\n\($0.2)" }).split(separator: "\n").map(String.init)
  }

  /// Sentences that explain and hold no figure of the person.
  private static let explanations = [
    "Vertical lines show the 95 % CI of each session’s mean.", "The band is the mean of the first three sessions",
    "Pale: the first two sessions, a run-in", "Change: along the Theil–Sen line through all sessions that count.",
    "One odd session hardly moves this line",
    "Smallest detectable: measurement error alone", "What a change means for the person",
    "Difference: backward minus forward.", "Intervals come from a bootstrap of blocks of neighboring strides.",
    "Conditions: feet, overground.", "All sessions together.", "Above +5° the heel touches first, below −5° the toes.",
    "The path is that of the sensor, toes to the right.", "Only recorded walking counts.",
    "Made by RetroGait", "Means are over steady, straight walking:", "Their 95 % intervals come from a block bootstrap",
    "Strides whose direction or first contact is less than 60 %",
    "RetroGait is research software, not a medical device.",
  ]

  /// Whether a sentence is known and its numbers are those of `strides.csv`.
  func accounts(for sentence: String) -> Bool {
    let numbers = ReadReport.numbers(sentence)
    if Self.explanations.contains(where: sentence.hasPrefix) { return true }
    if let found = sentence.wholeMatch(
      of: /In (\d+) sessions from (\S+) to (\S+), (\d+) forward strides and (\d+) backward strides were measured\./)
    {
      return Int(found.1) == sessions.count && found.2 == sessions[0].day && found.3 == last.day
        && Int(found.4) == sessions.reduce(0) { $0 + $1.counted("forward").count }
        && Int(found.5) == sessions.reduce(0) { $0 + $1.counted("backward").count }
    }
    if sentence.contains("backward walking was at") { return accountsForSpeeds(sentence) }
    if let found = sentence.wholeMatch(
      of: /The toes touched the ground first in (\d+) % of (\d+) backward and (\d+) % of (\d+) forward contacts\./),
      let backward = last.toesFirst("backward"), let forward = last.toesFirst("forward")
    {
      return isNear(Double(found.1), backward.percent, 0) && Int(found.2) == backward.n
        && isNear(Double(found.3), forward.percent, 0) && Int(found.4) == forward.n
    }
    if let found = sentence.wholeMatch(of: /In all (\d+) sessions that count, backward toe-first share was (\d+) %\./) {
      return Int(found.1) == counted.count
        && counted.allSatisfy { isNear(Double(found.2), $0.toesFirst("backward")?.percent, 0) }
    }
    if sentence.contains(" became ") { return accountsForChange(sentence) }
    if sentence.hasPrefix("No change of ") { return accountsForNoChange(sentence) || accountsForTooFew(sentence) }
    if sentence.contains("for change; left out: ") { return accountsForCounted(sentence) }
    if sentence.hasPrefix("The first 2 sessions are a run-in") { return true }
    if sentence.hasPrefix("Means over strides (left forward ") {
      let drawn = ["left", "right"].flatMap { foot in
        ["forward", "backward"].map { way in last.counted(way).count { $0[text: "foot"] == foot } }
      }
      return Array(numbers.prefix(4)) == drawn.map(Double.init)
    }
    if let found = sentence.wholeMatch(of: /(Forward|Backward), with (\d+) strides of both feet and a .*/) {
      let way = found.1.lowercased()
      guard let variation = last.variation("length_m", way) else { return false }
      let n = last.counted(way).count
      let half = 1.96 * variation * (4 / Double(n)).squareRoot()
      return Int(found.2) == n && numbers.count == 3 && isNear(numbers[1], variation, 1) && isNear(numbers[2], half, 1)
    }
    if let found = sentence.wholeMatch(of: /Not measured: ([a-z ]+) \(.*\)\./),
      let column = Self.columns[String(found.1)]
    {
      return last.rows.allSatisfy { $0[text: column].isEmpty }
    }
    if sentence.hasPrefix("Variability rests on ") {
      let fewest = ["forward", "backward"].map { last.counted($0).count }.min() ?? 0
      return numbers.first == Double(fewest) && fewest < 50
    }
    if sentence.hasPrefix(sessions[0].day) {
      // The line under the name: period, number of sessions, conditions.
      let treadmill = sessions.count - usual.count
      return sentence.contains("\(sessions[0].day) to \(last.day) · \(sessions.count) sessions")
        && sentence.contains(treadmill == 0 ? "· feet, overground" : "\(usual.count) of them feet, overground")
        && (treadmill == 0 || sentence.contains("\(treadmill) of them feet, treadmill"))
    }
    return false
  }

  /// `On DAY, backward walking was at … m/s`
  private func accountsForSpeeds(_ sentence: String) -> Bool {
    guard
      let found = sentence.firstMatch(
        of:
          /On (\S+), backward walking was at ([\d.]+) m\/s and forward walking at ([\d.]+) m\/s( \(feet, \w+\))?: the backward speed was (\d+) % \(95 % CI (\d+) to (\d+) %\) of the forward speed, the backward stride (\d+) % \(95 % CI (\d+) to (\d+) %\) of the forward stride\./
      ),
      let backward = last.mean("speed_m_s", "backward"), let forward = last.mean("speed_m_s", "forward"),
      let long = last.mean("length_m", "forward"), let short = last.mean("length_m", "backward"),
      let spread = [last.variation("speed_m_s", "backward"), last.variation("speed_m_s", "forward")] as? [Double],
      let low = Double(found.6), let high = Double(found.7), let share = Double(found.5)
    else { return false }
    // The relative standard error of a ratio of independent means; a bootstrap of blocks is near it.
    let n = ["backward", "forward"].map { Double(last.counted($0).count) }
    let error = (spread[0] * spread[0] / n[0] + spread[1] * spread[1] / n[1]).squareRoot() / 100
    let half = 100 * backward / forward * 2.1 * error
    return found.1 == last.day && isNear(Double(found.2), backward, 2) && isNear(Double(found.3), forward, 2)
      && isNear(share, 100 * backward / forward, 0) && isNear(Double(found.8), 100 * short / long, 0)
      && (low...high).contains(share) && (high - low) / 2 < 3 * half + 1 && (high - low) / 2 > half / 3 - 1
  }

  /// `Backward walking became faster: +0.30 m/s (95 % CI +0.20 to +0.40) over 9 sessions.`
  private func accountsForChange(_ sentence: String) -> Bool {
    let ways = ["faster": 1.0, "slower": -1, "longer": 1, "shorter": -1]
    guard
      let found = sentence.wholeMatch(
        of:
          /(Forward|Backward) (walking|strides) became (\w+): ([+−][\d.]+) (m\/s|m) \(95 % CI ([+−]?[\d.]+) to ([+−]?[\d.]+)\) over (\d+) sessions\./
      ),
      let way = ways[String(found.3)], let change = truth(found.2 == "walking" ? "speed" : "length", found.1),
      let low = ReadReport.numbers(found.6).first, let high = ReadReport.numbers(found.7).first
    else { return false }
    return isNear(ReadReport.numbers(found.4).first, change, 2) && Int(found.8) == counted.count
      && change * way > 0 && low * way > 0 && high * way > 0 && (low...high).contains(change)
  }

  /// What a measure changed by over the sessions that count.
  private func truth(_ word: Substring, _ direction: Substring) -> Double? {
    let titles = ["speed": "walking speed", "length": "stride length"]
    return counted.change { value(titles[String(word)] ?? String(word), direction.lowercased(), $0) }
  }

  /// `No change of forward walking speed that these 8 sessions can show: +0.03 m/s (95 % CI …); they can show 0.06 m/s or
  /// more.`, or `: so far …` with the reason.
  private func accountsForNoChange(_ sentence: String) -> Bool {
    guard
      let found = sentence.firstMatch(
        of:
          /^No change of (forward|backward) (walking speed|stride length|toe-first share) that these (\d+) sessions can show: (so far )?([+−]?[\d.]+) (?:m\/s|m|%) \(95 % CI ([+−]?[\d.]+) to ([+−]?[\d.]+)\)/
      ),
      let change = truth(found.2, found.1), let low = ReadReport.numbers(found.6).first,
      let high = ReadReport.numbers(found.7).first, isNear(ReadReport.numbers(found.5).first, change, 2),
      Int(found.3) == counted.count, low - 0.005 <= change, change <= high + 0.005
    else { return false }
    if found.4 != nil { return Self.openReasons.contains { sentence.hasSuffix("), \($0).") } }
    guard let shown = sentence.firstMatch(of: /; they can show ([\d.]+) (?:m\/s|m|%) or more\.$/) else { return false }
    return (Double(shown.1) ?? 0) > abs(change) - 0.005
  }

  /// `No change of backward walking speed (so far +0.09 m/s) … that these sessions can show: 3 sessions count …`
  private func accountsForTooFew(_ sentence: String) -> Bool {
    let opening = /^No change of (forward|backward) .* that these sessions can show:.*/
    guard let found = sentence.firstMatch(of: opening) else {
      return false
    }
    let parts = sentence.matches(
      of: /(walking speed|stride length|toe-first share) \(so far ([+−]?[\d.]+) (?:m\/s|m|%)\)/)
    return counted.count < 8 && parts.allSatisfy { isNear(ReadReport.numbers($0.2).first, truth($0.1, found.1), 2) }
      && sentence.hasSuffix(": \(counted.count) sessions count after a run-in of 2, and a test needs 8.")
  }

  /// `Of the sessions, 9 count for change; left out: 2 as a run-in; 1 with other conditions: feet, treadmill.`
  private func accountsForCounted(_ sentence: String) -> Bool {
    let others = sessions.count - usual.count
    let left = "2 as a run-in" + (others == 0 ? "" : "; \(others) with other conditions: feet, treadmill")
    return sentence == "Of the sessions, \(counted.count) count for change; left out: \(left)."
  }

  // MARK: Lists, charts and tables

  /// Words of the list of what was left out, and what `left_out` says.
  private static let leftOut = [
    "in place, not compared": "in_place", "at the start of a walk, not in means": "starting",
    "at the end of a walk, not in means": "stopping", "in turns, not in means": "turning",
    "next to turns, not in means": "beside_turn",
    "next to walking in another direction, not in means": "beside_other_direction",
    "excluded, direction uncertain": "unsure_direction",
  ]

  /// `Every recording: 6 strides in place, not compared.`, or a session that is not compared.
  func accountsForItem(_ item: String) -> Bool {
    if let found = item.wholeMatch(
      of: /Session (\S+), not compared with the others: other conditions: feet, treadmill\./)
    {
      return sessions.contains { $0.day == found.1 } && !usual.contains { $0.day == found.1 }
    }
    guard let found = item.wholeMatch(of: /(.+): (\d+) strides? (.+)\./) else { return false }
    let every = "Every recording"
    let named = found.1.replacing("\(every) but ", with: "").split(separator: ", ").map(String.init)
    let places = found.1.hasPrefix(every) ? sessions.map(\.day).filter { !named.contains($0) } : named
    return places.allSatisfy { day in
      guard let session = sessions.first(where: { $0.day == day }) else { return false }
      if let code = Self.leftOut[String(found.3)] {
        return session.rows.count { $0[text: "left_out"] == code } == Int(found.2)
      }
      let codes = ["no_foot_flat", "clipped", "missing_samples", "implausible"]
      return found.3.hasPrefix("excluded, because ")
        && codes.contains { code in session.rows.count { $0[text: "reject_reason"] == code } == Int(found.2) }
    }
  }

  /// `Walking speed in 11 sessions: forward from 1.00 to 1.20; backward from 0.50 to 0.90 m/s.`
  func accountsForChart(_ chart: String) -> Bool {
    if let found = chart.wholeMatch(of: /(.+) in (\d+) sessions: (.+) \S+\./) {
      return Int(found.2) == sessions.count
        && found.3.matches(of: /(forward|backward) from ([−\d.]+) to ([−\d.]+)/).allSatisfy { part in
          let told = [part.2, part.3].compactMap { ReadReport.numbers($0).first }
          return zip(told, [sessions[0], last]).allSatisfy { number, session in
            isNear(number, value(String(found.1), String(part.1), session), Self.decimals(part.2))
          }
        }
    }
    if let found = chart.wholeMatch(of: /([\d.]+) minutes of backward walking in (\d+) weeks\./) {
      let minutes = sessions.reduce(0) { $0 + $1.minutes("backward") }
      return isNear(Double(found.1), minutes, 1, slack: 0.1) && Int(found.2) == sessions.count
    }
    if let found = chart.wholeMatch(
      of: /Distribution of the foot’s angle at contact: (\d+) forward and (\d+) backward strides\. .*/)
    {
      return ["left", "right"].contains { foot in
        zip(["forward", "backward"], [found.1, found.2]).allSatisfy { way, n in
          sessions.reduce(0) { $0 + $1.counted(way).count { $0[text: "foot"] == foot } } == Int(n)
        }
      }
    }
    // Mean paths come from the signals and not from strides.csv.
    return chart.hasPrefix("Mean path of the ") || chart.hasPrefix("Mean pitch of the ")
  }

  /// Whether a row's numbers are those of `strides.csv`; `nil` where the row is a head or of another kind.
  func accountsForRow(_ row: [String], under heading: String) -> Bool? {
    guard row.count > 1 else { return nil }
    let title = String(row[0].prefix { $0 != "," })
    switch heading {
    case "All sessions":
      guard let session = sessions.first(where: { $0.day == row[0] }), row.count == 7 else { return nil }
      return zip(["forward", "backward"], [1, 4]).allSatisfy { way, at in
        Int(row[at]) == session.counted(way).count && isMean(row[at + 1], session.mean("speed_m_s", way), 2)
          && isMean(row[at + 2], session.mean("length_m", way), 2)
      }
    case "Change over the sessions": return accountsForChangeRow(row, title)
    case "How much was walked":
      guard let week = sessions.first(where: { $0.dayOfWeek(row[0]) }), row.count == 6 else { return nil }
      return row[1] == "1" && Int(row[3]) == week.rows.count { $0.isSure && $0.direction == "backward" }
        && isNear(Double(row[2]), week.minutes("backward"), 1, slack: 0.05)
        && isNear(Double(row[5]), week.minutes("forward"), 1, slack: 0.05)
    case _ where heading.hasPrefix("Forward and backward"):
      guard heading.hasSuffix(last.day), let forward = value(title, "forward", last),
        let backward = value(title, "backward", last)
      else { return nil }
      let told = row[1...3].compactMap { ReadReport.numbers($0).first }
      guard told.count == 3 else { return false }
      let decimals = Self.decimals(row[1][...])
      return isNear(told[0], forward, decimals) && isNear(told[1], backward, decimals)
        && isNear(told[2], backward - forward, decimals, slack: 0.001)
    case _ where heading.hasPrefix("Left against right"):
      guard row.count == 5, let column = Self.columns[title.lowercased()] else { return nil }
      return zip(["forward", "backward"], [1, 2]).allSatisfy { way, at in
        isNear(ReadReport.numbers(row[at]).first, last.asymmetry(column, way), 1, slack: 0.05)
          && isNear(ReadReport.numbers(row[at + 2]).first, last.variation(column, way), 1, slack: 0.05)
          && ReadReport.numbers(row[at + 2]).last == Double(last.counted(way).count)
      }
    default: return nil
    }
  }

  /// `Walking speed, m/s`, first → last, change; of backward or of forward walking, which stands in the rows above.
  private func accountsForChangeRow(_ row: [String], _ title: String) -> Bool? {
    guard row.count == 6, row[1].contains("→"), row[0] != "Measure" else { return nil }
    let ends = ReadReport.numbers(row[1])
    let decimals = Self.decimals(row[1].prefix { $0 != " " })
    return Int(row[5]) == counted.count
      && ["backward", "forward"].contains { way in
        guard let first = counted.first.flatMap({ value(title, way, $0) }),
          let final = counted.last.flatMap({ value(title, way, $0) }),
          let change = counted.change({ value(title, way, $0) })
        else { return false }
        return isNear(ends.first, first, decimals) && isNear(ends.last, final, decimals)
          && isNear(ReadReport.numbers(row[2]).first, change, decimals, slack: 0.001)
          && accountsForMeaning(
            row[3], change: ReadReport.numbers(row[2]), detectable: ReadReport.numbers(row[4]).first,
            counted: counted.compactMap { value(title, way, $0) })
      }
  }

  /// What a word says of the sign of a change.
  private static let ways: [String: Double] = [
    "faster": 1, "slower": -1, "longer": 1, "shorter": -1, "higher": 1, "lower": -1, "more often toes first": 1,
    "less often toes first": -1,
  ]
  /// Why many sessions can show no change although the line rises or falls.
  private static let openReasons = [
    "not consistent over sessions", "consistent, but sessions alike by chance could explain it",
    "does not hold after correction for the number of measures",
  ]

  /// Whether the words for a change fit the numbers beside them.
  ///
  /// - Parameters:
  ///   - change: The amount, then its interval if there is one.
  ///   - detectable: The smallest detectable change, if it stands in the row.
  ///   - counted: The values of the sessions that count.
  func accountsForMeaning(_ words: String, change: [Double], detectable: Double?, counted: [Double]) -> Bool {
    if words == "the same in all sessions that count" { return Set(counted).count == 1 }
    let parts = words.split(separator: ": ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let amount = change.first else { return false }
    if let way = Self.ways[parts[0]] {
      return counted.count >= 8 && parts[1] == "consistent over sessions" && change.count == 3
        && change.allSatisfy { $0 * way >= 0 } && abs(amount) >= (detectable ?? 0)
    }
    guard parts[0] == "no change that these sessions can show" else { return false }
    return switch parts[1] {
    case "a test needs 8 sessions": (5..<8).contains(counted.count)
    case "below the smallest detectable change": counted.count >= 8 && abs(amount) <= (detectable ?? .infinity)
    default: counted.count >= 8 && Self.openReasons.contains(parts[1])
    }
  }

  // MARK: Numbers

  static func decimals(_ number: Substring) -> Int {
    number.firstIndex(of: ".").map { number.distance(from: $0, to: number.endIndex) - 1 } ?? 0
  }

  /// A mean with its interval, which holds it.
  private func isMean(_ cell: String, _ value: Double?, _ decimals: Int) -> Bool {
    let told = ReadReport.numbers(cell)
    guard isNear(told.first, value, decimals) else { return false }
    return told.count < 3 || (told[1] <= told[0] && told[0] <= told[2])
  }

  /// Whether a printed number is `value` in its decimals; values in strides.csv are rounded themselves.
  func isNear(_ told: Double?, _ value: Double?, _ decimals: Int, slack: Double = 0) -> Bool {
    guard let told, let value else { return false }
    return abs(told - value) <= 0.5001 * pow(10, -Double(decimals)) + 0.0002 * max(1, abs(value)) + slack
  }
}

extension WrittenStrides {
  /// The mean over the strides that count of what `value` makes of a row.
  func mean(_ direction: String, _ value: (Row) -> Double?) -> Double? {
    let values = counted(direction).compactMap(value)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Minutes from the first to the last contact of the strides of a sure direction.
  func minutes(_ direction: String) -> Double {
    let own = rows.filter { $0.isSure && $0.direction == direction }
    let start = own.compactMap { $0["start_s"] ?? $0["final_contact_s"] }.min() ?? 0
    return ((own.compactMap { $0["end_s"] }.max() ?? 0) - start) / 60
  }

  /// Whether the session's week begins on the day.
  func dayOfWeek(_ monday: String) -> Bool { day == monday }
}
