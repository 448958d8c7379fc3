import GaitCore
import GaitMeasures
import GaitModel
import NumberText

/// A methods section for copying: how walking was measured, by which version, with which constants changed, after whom.
public struct MethodsText: Sendable {
  private let versions: [String]
  private let recordings: Int
  private let people: Int
  private let placements: [Placement]
  /// Which sensors strides come from, and whether the trunk was measured beside the feet.
  private let hasFeet: Bool
  private let hasBackAlone: Bool
  private let hasTrunk: Bool
  private let rates: ClosedRange<Double>?
  private let changed: [[String: JSONValue]]

  /// The methods of a study that is still to come.
  public init(_ settings: SettingsDocument = SettingsDocument()) {
    versions = [RetroGaitVersion.current]
    (recordings, people, placements, rates) = (0, 0, [], nil)
    (hasFeet, hasBackAlone, hasTrunk) = (true, true, false)
    changed = [settings.changed]
  }

  /// The methods of recordings that were analyzed.
  public init(_ summaries: [SummaryDocument]) {
    versions = Set(summaries.map(\.program.version)).sorted { NaturalOrder.compare($0, $1) < 0 }
    recordings = summaries.count
    people = Set(summaries.compactMap(\.subject)).count
    placements = Set(summaries.flatMap(\.sensors).map(\.placement)).sorted()
    let feet = summaries.map { summary in summary.sensors.contains { $0.placement.foot != nil } }
    hasFeet = feet.contains(true)
    hasBackAlone = feet.contains(false)
    hasTrunk = zip(summaries, feet).contains { $1 && $0.trunk != nil }
    let all = summaries.flatMap(\.sensors).map { $0.samplingRateHz.rounded() }
    rates = all.min().flatMap { least in all.max().map { least...$0 } }
    changed = summaries.map { summary in
      guard case .object(let settings) = summary.settings, case .object(let changed)? = settings["changed"] else {
        return [:]
      }
      return changed
    }
  }

  /// One paragraph, the constants that were changed, and the references, each in a line.
  public var text: String {
    ([sentences.joined(separator: " "), "", "References", ""] + references).joined(separator: "\n")
  }

  private var sentences: [String] {
    var sentences = [
      "Walking was measured with wearable inertial sensors\(worn) and analyzed with RetroGait "
        + "\(versions.joined(separator: " and "))\(amount)."
    ]
    if hasFeet {
      sentences += [
        "For sensors on the feet, foot-flat phases were found by their contrast to the swings around them "
          + "(\(CitedWork.skog2010.short)).",
        "Stride length is the horizontal distance between two rest positions of the foot, from strapdown integration between "
          + "zero-velocity instants (\(CitedWork.mariani2010.short)).",
        "First contact was heel for a foot pitch above +5° at initial contact, toe below −5°, and flat between.",
      ]
    }
    if hasBackAlone {
      sentences += [
        "Where no foot carried a sensor, a sensor at the waist gave steps where the trunk is lowest.",
        "Its stride lengths are the speed of the belt times duration on a treadmill of known speed. Elsewhere they are "
          + "estimated from the change of speed within each step and the vertical acceleration, by an inverted pendulum "
          + "(after \(CitedWork.zijlstra2003.short)), and are off by about 10 % for a person as a whole.",
      ]
    }
    if hasTrunk {
      sentences.append(
        "A sensor on the lower back described the movement of the trunk in walking bouts (\(CitedWork.menz2003.short))."
      )
    }
    let bouts = GaitAnalysis().bouts
    let fewest = constant("bouts.fewestStrides", Double(bouts.fewestStrides))
    sentences += [
      "A stride was forward if the angle between its displacement and the front was below 45°, backward above 135° and "
        + "sideways between; strides shorter than 0.15 m were in place.",
      "A walking bout has at least \(fewest) strides in one direction and breaks of at most "
        + "\(constant("bouts.longestBreak", bouts.longestBreak)) s (\(CitedWork.kluge2021.short)).",
      "Means are over valid strides of steady, straight walking with a probability of their direction of at least "
        + "\(PlainNumbers.fixed(Stride.leastConfidence, 1)); strides beside turns, standing and changes of direction were "
        + "excluded (\(CitedWork.ensink2023.short)).",
      "Their 95 % confidence intervals are those of a block bootstrap (\(CitedWork.kunsch1989.short)).",
    ]
    return sentences + [changes]
  }

  /// The values that a constant had in the recordings: `4`, or `4 or 6`.
  private func constant(_ name: String, _ usual: Double) -> String {
    Set(changed.map { ($0[name] ?? .number(usual)).methodsText }).sorted().joined(separator: " or ")
  }

  /// ` on left foot, right foot (100–128 Hz)`.
  private var worn: String {
    guard !placements.isEmpty else { return "" }
    let names = placements.map { $0.rawValue.replacing("_", with: " ") }.joined(separator: ", ")
    return " (\(names)\(rates.map { "; \(PlainNumbers.range($0.lowerBound, $0.upperBound)) Hz" } ?? ""))"
  }

  private var amount: String {
    guard recordings > 0 else { return "" }
    let named = people == 1 ? "1 person" : "\(people) people"
    return " (\(PlainNumbers.count(recordings, "recording"))\(people == 0 ? "" : " of \(named)"))"
  }

  private var changes: String {
    var counts: [String: Int] = [:]
    for recording in changed {
      for (name, value) in recording { counts["\(name) = \(value.methodsText)", default: 0] += 1 }
    }
    guard !counts.isEmpty else { return "All constants of the analysis had the values of the program." }
    let list = counts.sorted { $0.key < $1.key }.map { change, count in
      count == changed.count ? change : "\(change) (in \(count) of \(PlainNumbers.count(changed.count, "recording")))"
    }
    return "Constants of the analysis had the values of the program, except \(list.joined(separator: ", "))."
  }

  private var references: [String] {
    ["The RetroGait maintainers. \(Self.title), version \(versions.joined(separator: " and ")). Apache-2.0."]
      + works.map(\.reference)
  }

  /// The publications that the text cites, in the order of the references.
  private var works: [CitedWork] {
    var works = [CitedWork.kluge2021, .ensink2023, .kunsch1989]
    if hasFeet { works += [.skog2010, .mariani2010] }
    if hasBackAlone { works.append(.zijlstra2003) }
    if hasTrunk { works.append(.menz2003) }
    return works
  }

  private static let title = "RetroGait: backward and forward walking from wearable inertial sensors"

  /// By what a file of references begins.
  static let bibTeXMark = "% References of RetroGait"

  /// The references as BibTeX: the program, and each publication that `text` cites.
  public var bibTeX: String {
    let program = """
      @misc{retrogait,
        author = {{The RetroGait maintainers}},
        title = {{\(Self.title)}},
        note = {Version \(versions.joined(separator: " and ")), Apache-2.0}
      }

      """
    return ([Self.bibTeXMark + "\n", program] + works.map(\.bibTeX)).joined(separator: "\n")
  }
}

extension JSONValue {
  /// As it stands in a settings file.
  fileprivate var methodsText: String {
    switch self {
    case .null: "none"
    case .bool(let value): "\(value)"
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    case .string(let text): text
    case .array(let values): "[\(values.map(\.methodsText).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.methodsText)" }.joined(separator: ", "))}"
    }
  }
}
