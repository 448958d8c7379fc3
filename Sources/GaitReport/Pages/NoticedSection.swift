import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// What numbers leave out, and what was noticed.
package struct NoticedSection {
  let report: PersonReport
  private var language: Language { report.language }

  func html() -> Markup {
    var labels: [String: [String]] = [:]
    var order: [String] = []
    for recording in report.recordings {
      for text in Self.noticed(in: recording, language) {
        if labels[text] == nil { order.append(text) }
        labels[text, default: []].append(report.label(of: recording))
      }
    }
    let items = order.map { text -> Markup in
      "<li>\(words(for: labels[text] ?? [])): \(text)</li>"
    }
    // A person's only session has none to be compared with.
    let leftOut = report.course.sessions.count > 1 ? report.trend.sessions.leftOut : []
    let sessions = leftOut.map { one -> Markup in
      let reason = language.text(one.reason.words)
      return "<li>\(language("Session \(one.session), not compared with the others: \(reason)."))</li>"
    }
    var all = items + sessions
    if !report.trend.sessions.versions.isEmpty {
      let versions = report.trend.sessions.versions.joined(separator: ", ")
      let words = language("Sessions were analyzed by different versions of the program: \(versions).")
      all.append("<li>\(words)</li>")
    }
    let list: Markup = all.isEmpty ? "<p>\(language("Nothing."))</p>" : "<ul>\(all.joined())</ul>"
    return "<section><h2>\(language("Warnings and exclusions"))</h2>\(list)</section>"
  }

  /// Where something was noticed: all places, or those where it was not if these are fewer.
  private func words(for places: [String]) -> String {
    let all = report.recordings.map(report.label)
    let named = all.filter(Set(places).contains)
    guard named.count > 1 else { return named.joined() }
    let others = all.filter { !named.contains($0) }
    if others.isEmpty { return language("Every recording") }
    return others.count < named.count / 2
      ? language("Every recording but \(others.joined(separator: ", "))") : named.joined(separator: ", ")
  }

  /// What a recording's numbers leave out, and its warnings, one sentence each.
  package static func noticed(in recording: AnalyzedRecording, _ language: Language = .english) -> [String] {
    var items: [String] = []
    let strides = { (count: Int, words: Phrase) in language("\(count, "stride") \(language(words)).") }
    for (reason, count) in recording.summary.rejected.sorted(by: { $0.key < $1.key }) {
      items.append(strides(count, RejectReason(rawValue: reason).map(phrase) ?? "excluded, \(reason)"))
    }
    let reasons = recording.strides.map(\.leftOut)
    for (reason, words) in Self.leftOutWords {
      let count = reasons.count { $0 == reason }
      if count > 0 { items.append(strides(count, words)) }
    }
    let sideways = zip(recording.strides, reasons).count { $0.direction == .sideways && $1 == nil }
    if sideways > 0 { items.append(strides(sideways, "sideways, not compared")) }
    return items + recording.summary.warnings.map(language.text)
  }

  /// How strides are called that enter no mean; those that are not valid are told by their reject reason.
  static let leftOutWords: [(LeftOutReason, Phrase)] = [
    (.unsureDirection, "excluded, direction uncertain"), (.inPlace, "in place, not compared"),
    (.starting, "at the start of a walk, not in means"), (.stopping, "at the end of a walk, not in means"),
    (.turning, "in turns, not in means"), (.besideTurn, "next to turns, not in means"),
    (.besideOtherDirection, "next to walking in another direction, not in means"),
  ]

  static func phrase(for reason: RejectReason) -> Phrase {
    switch reason {
    case .noFootFlat: "excluded, because the foot was not at rest before or after the swing"
    case .clipped: "excluded, because the sensor reached the end of its range"
    case .missingSamples: "excluded, because samples were missing"
    case .implausible: "excluded, because their length or speed is beyond walking"
    case .irregular: "excluded, because the trunk did not repeat its movement from stride to stride"
    }
  }
}
