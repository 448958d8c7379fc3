import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// What is known of whole walks and not of single strides: each quantity of `WalkQuantity.groups` with its interval and the
/// number that it rests on, or the reason why there is none.
package struct WholeWalkSection {
  /// Where values come from: the place in words, or `nil` where there is only one, and the recording.
  typealias Source = (place: String?, summary: SummaryDocument)

  /// A quantity is taken from the first source that has it.
  private let sources: [Source]
  /// Whether the times of walk tests stand beside those of studies.
  private let hasStudies: Bool
  private let language: Language

  /// - Parameter hasStudies: Whether times of walk tests stand beside those of studies; no where another section has them.
  package init(_ recording: AnalyzedRecording, hasStudies: Bool = true, in language: Language = .english) {
    self.language = language
    sources = [(nil, recording.summary)]
    self.hasStudies = hasStudies
  }

  /// The last session, and what it lacks from the sessions before it.
  init(report: PersonReport) {
    let last = report.lastSession?.name
    let newestFirst = report.recordings.reversed()
    let ordered =
      newestFirst.filter { $0.summary.belongs(to: last ?? "") }
      + newestFirst.filter { !$0.summary.belongs(to: last ?? "") }
    sources = ordered.map { (report.placeWithIncline(of: $0), $0.summary) }
    hasStudies = true
    language = report.language
  }

  private static let directions = [Direction.forward, .backward]
  /// Rows of a group from which it is folded away, so that the page stays short: more than the ratios to forward, the longest
  /// group that a first reading is for.
  private static let longGroup = 10

  /// A quantity, where it was measured and what was found there.
  private struct Line {
    var quantity: WalkQuantity
    var source: Source
    var found: [Direction: WalkQuantity.Found]

    var place: String? { source.place }
  }

  /// Empty where nobody walked forward or backward.
  package func html() -> Markup {
    let walked = sources.filter { !$0.summary.directions.isEmpty }
    guard let newest = walked.first else { return .nothing }
    let groups = WalkQuantity.groups.map { group in
      (language.text(group.title), group.quantities.compactMap { line($0, of: walked) })
    }.filter { !$0.1.isEmpty }
    let lines = groups.flatMap(\.1)
    let missing = WalkQuantity.all.flatMap { quantity in
      self.missing(quantity, unless: lines.first { $0.quantity.id == quantity.id }, of: newest.summary)
    }
    // What is from another session than the first one names it.
    let main = walked.first?.place
    let (long, short) = (groups.filter { $0.1.count > Self.longGroup }, groups.filter { $0.1.count <= Self.longGroup })
    let tables =
      [table(language("The whole walk"), short, main: main)]
      + long.map { title, lines -> Markup in
        """
        <details><summary>\(language("\(title), \(lines.count, "measure")"))</summary>
        \(table(title, [(title, lines)], main: main))</details>
        """
      }
    let tests = lines.compactMap { line in
      line.quantity.test.flatMap { test in
        Self.directions.compactMap { line.found[$0] }.first.map { found in
          WalkTestContext(
            test: test, title: language.text(line.quantity.title), place: line.place == main ? nil : line.place,
            found: found, language: language
          ).html()
        }
      }
    }
    let hasOthers = lines.contains { $0.place != main }
    return """
      <section><h2>\(language("The whole walk"))\(main.map { ", \($0)" } ?? "")</h2>
      \(if: !lines.isEmpty, "<div class=\"whole-walk\">\(tables.joined())</div>\n<p class=\"soft\">\(note(hasOthers: hasOthers))</p>")\
      \(folded(missing))\
      \(if: newest.summary.walkMeasures == nil, earlierVersion)\
      \(if: hasStudies, tests.joined())</section>
      """
  }

  private func note(hasOthers: Bool) -> String {
    let intervals = language(
      "Values with 95 % intervals; n is the number of strides, turns, steps or bouts. Counts and sums have no interval."
    )
    return hasOthers
      ? intervals + " " + language("What this session lacks is from the session named beside it.") : intervals
  }

  private var earlierVersion: Markup {
    let commands = ["retrogait analyze --force", "retrogait history add"]
    let words = language(
      """
      An earlier version analyzed this walk and measured less. To measure the rest, use \(commands[0]), then \(commands[1]).
      """)
    let marked = commands.reduce(Markup(text: words).html) { $0.replacing($1, with: "<code>\($1)</code>") }
    return "<p class=\"soft\">\(Markup(trusted: marked))</p>"
  }

  private func line(_ quantity: WalkQuantity, of sources: [Source]) -> Line? {
    for source in sources {
      let pairs = quantity.directions.compactMap { direction in
        quantity(source.summary, direction).map { (direction, $0) }
      }
      if !pairs.isEmpty {
        return Line(quantity: quantity, source: source, found: Dictionary(uniqueKeysWithValues: pairs))
      }
    }
    return nil
  }

  private func table(_ name: String, _ groups: [(String, [Line])], main: String?) -> Markup {
    guard !groups.isEmpty else { return .nothing }
    let heads = Self.directions.map { Markup.numberHead(language.text($0.rawValue)) }
    return PageTable(
      .label(name), attributes: " class=\"changes\"", head: "<tr>\(.head(language("Measure")))\(heads.joined(""))</tr>",
      body: groups.map { title, lines in body(title, lines, main: main) }.joined()
    ).markup
  }

  /// What the titles of all ratios end in; it stands in the heading of their group instead.
  static let ratioWords = ", backward in percent of forward"

  private func body(_ title: String, _ lines: [Line], main: String?) -> Markup {
    let areRatios = lines.allSatisfy { $0.quantity.title.contains(Self.ratioWords) }
    let rows = lines.map { line -> Markup in
      let quantity = line.quantity
      let cells = Self.directions.map { direction -> Markup in
        guard quantity.directions.contains(direction) else { return .cell(.nothing) }
        return .number(cell(line.found[direction], of: quantity))
      }
      let name = language.text(quantity.title.replacing(Self.ratioWords, with: ""))
      let place = line.place == main ? nil : line.place
      let head: Markup = """
        \(name)\(quantity.unit.isEmpty ? "" : ", \(quantity.shown(in: language).text)")\
        \(place.map { " <span class=\"interval\">\($0)</span>" })
        """
      return .row(head, cells)
    }
    return """
      <tbody><tr><th scope="rowgroup" colspan="3" class="group">\
      \(areRatios ? language("Backward in percent of forward") : title)</th></tr>
      \(rows.joined())</tbody>
      """
  }

  /// `87 (84 to 90), n 24`; a dash where there is none.
  private func cell(_ found: WalkQuantity.Found?, of quantity: WalkQuantity) -> Markup {
    guard let found else { return .dash }
    let interval = found.interval.map { interval in quantity.possible.map(interval.clamped(to:)) ?? interval }
    let estimate = Markup.estimate(found.value, interval, quantity.shown(in: language), in: language)
    return "\(estimate) <span class=\"interval\">n \(found.n)</span>"
  }

  // MARK: What was not measured

  private struct Missing {
    var title: String
    var direction: Direction
    var reason: String
  }

  /// The directions of walking in which `quantity` has no value, with the reason; none of what an earlier version did not
  /// know.
  private func missing(_ quantity: WalkQuantity, unless line: Line?, of newest: SummaryDocument) -> [Missing] {
    guard newest.walkMeasures != nil else { return [] }
    let summary = line?.source.summary ?? newest
    return quantity.directions.compactMap { direction in
      guard summary.directions[direction.rawValue] != nil, line?.found[direction] == nil else { return nil }
      return Missing(
        title: language.text(quantity.title), direction: direction,
        reason: language.text(quantity.missingReason(summary, direction)))
    }
  }

  /// One item for each reason, so that what a sensor set lacks is said once.
  private func folded(_ missing: [Missing]) -> Markup {
    guard !missing.isEmpty else { return .nothing }
    var reasons: [String] = []
    for one in missing where !reasons.contains(one.reason) { reasons.append(one.reason) }
    let items = reasons.map { reason -> Markup in
      let own = missing.filter { $0.reason == reason }
      var titles: [String] = []
      for one in own where !titles.contains(one.title) { titles.append(one.title) }
      let words = titles.map { title in
        let ways = own.filter { $0.title == title }.map { language.text($0.direction.rawValue) }
        return "\(title) (\(ways.joined(separator: ", ")))"
      }
      // Reasons name keys as documents do, in backticks.
      let plain = reason.replacing("`", with: "").capitalizedFirst
      return "<li>\(plain): \(words.joined(separator: "; ")).</li>"
    }
    let count = Set(missing.map(\.title)).count
    return """
      <details><summary>\(language("\(count, "measure") not measured, with the reasons"))</summary>
      <ul>\(items.joined())</ul></details>
      """
  }
}

extension PersonReport {
  /// The session of a recording, with the slope where the ground had one.
  func placeWithIncline(of recording: AnalyzedRecording) -> String {
    let incline = recording.summary.inclinePercent.flatMap { $0 == 0 ? nil : $0 }
    return label(of: recording)
      + (incline.map { ", \(language("incline\u{A0}\(language.fixed($0, 0))\u{A0}%"))" } ?? "")
  }
}
