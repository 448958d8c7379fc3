import GaitMeasures
import GaitModel
import PageLanguage

/// The strides of some recordings that enter no mean of forward or backward walking, by the one reason of each.
package struct ExcludedStrides: Sendable, Equatable {
  /// A reason, with how many strides and recordings have it.
  package struct Reason: Sendable, Equatable {
    /// `excluded, direction uncertain`.
    package var words: Phrase
    package var strides: Int
    package var recordings: Int
  }

  /// All strides that were found.
  package private(set) var found = 0
  /// Those that enter means, by direction.
  package private(set) var counted: [Direction: Int] = [:]
  /// In the order in which pages name them; one that no stride has is absent.
  package private(set) var reasons: [Reason] = []

  package init(_ recordings: [AnalyzedRecording]) {
    var byReason: [String: Reason] = [:]
    for recording in recordings {
      var own: [String: (words: Phrase, count: Int)] = [:]
      for stride in recording.strides {
        if let words = Self.words(stride) {
          own[words.template, default: (words, 0)].count += 1
        } else if let direction = stride.direction {
          counted[direction, default: 0] += 1
        }
      }
      found += recording.strides.count
      for (words, count) in own.values {
        byReason[words.template, default: Reason(words: words, strides: 0, recordings: 0)].strides += count
        byReason[words.template]?.recordings += 1
      }
    }
    reasons = Self.order.compactMap { byReason[$0.template] }
  }

  /// All strides that enter no mean.
  package var excluded: Int { reasons.reduce(0) { $0 + $1.strides } }

  /// Why a stride enters no mean of forward or backward walking; `nil` if it does.
  private static func words(_ stride: Stride) -> Phrase? {
    if let reason = stride.rejectReason { return rejected(reason) }
    if let reason = stride.leftOut, let words = leftOut[reason] { return words }
    guard stride.isCounted else { return unknown }
    return switch stride.direction {
    case .forward, .backward: nil
    default: sideways
    }
  }

  private static func rejected(_ reason: RejectReason) -> Phrase { NoticedSection.phrase(for: reason) }

  private static let leftOut = Dictionary(uniqueKeysWithValues: NoticedSection.leftOutWords)
  private static let sideways: Phrase = "sideways, not compared"
  /// Strides that an earlier version analyzed.
  private static let unknown: Phrase = "not in means, the reason was not kept"

  private static let order =
    RejectReason.allCases.map(rejected) + NoticedSection.leftOutWords.map(\.1) + [sideways, unknown]
}
