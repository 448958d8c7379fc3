import GaitHistory
import GaitWords
import PageLanguage

/// How far an upload is, for the page's script.
struct UploadStatus: Encodable {
  var state: String
  var message: String
  /// Share of the samples that is analyzed, 0 to 1, where it is known.
  var share: Double?
  /// Where the upload goes on: what is asked, or what was added.
  var link: String?

  init(_ state: UploadDesk.State?, id: String, in language: Language) {
    switch state {
    case nil:
      (self.state, message) = (
        "unknown", language("This upload does not exist. It may have been dropped after an hour.")
      )
    case .receiving: (self.state, message) = ("receiving", language("Receiving the files."))
    case .waiting: (self.state, message) = ("waiting", language("Waiting for another analysis to end."))
    case .analyzing(let progress):
      (self.state, message, share) = ("analyzing", Self.words(progress, in: language), progress.share)
    case .asking:
      (self.state, message) = (
        "asking", language("The columns of a table are not known. Choose what they hold.")
      )
      link = PageLink.upload(.uploadColumns, id).description
    case .failed(let words): (self.state, message) = ("failed", Self.lines(words, in: language).joined(separator: "\n"))
    case .done(let outcome):
      (self.state, message) = ("done", Self.words(outcome, in: language))
      link = PageLink.upload(.uploadResult, id).description
    }
  }

  /// Why nothing was added, a line for each reason; they are kept in English.
  static func lines(_ words: String, in language: Language) -> [String] {
    words.split(separator: "\n").map { language.text(String($0)) }
  }

  private static func words(_ progress: UploadAnalysis.Progress, in language: Language) -> String {
    let what =
      progress.count > 1
      ? language("Analyzing recording \(progress.recording) of \(progress.count)") : language("Analyzing")
    guard let share = progress.share else { return "\(what)." }
    return share < 1
      ? language("\(what): \(Int((100 * share).rounded(.down))) % of the samples.")
      : language("Writing what was found to the store.")
  }

  private static func words(_ outcome: UploadOutcome, in language: Language) -> String {
    if let one = outcome.recordings.first, outcome.recordings.count == 1, let added = one.added {
      return words(added, in: language)
    }
    let added = outcome.recordings.count { $0.added != nil }
    let refused = outcome.recordings.count - added
    guard refused > 0 else {
      return language("\(added, "recording is", "recordings are") in the store.")
    }
    return language("\(added, "recording is", "recordings are") in the store, \(refused, "was", "were") refused.")
  }

  /// What became of one recording, in words.
  static func words(_ added: AddedRecording, in language: Language) -> String {
    let outcome =
      switch added.outcome {
      case .added: language("Added to \(added.subject), session \(added.session).")
      case .unchanged: language("These results were in the store already. Nothing was changed.")
      case .completed:
        language("These results were in the store already. Data that an earlier version did not keep were added.")
      case .superseding: language("Added in place of an earlier analysis of the same walk.")
      }
    return ([outcome] + added.warnings.map { language.text($0.words) }).joined(separator: " ")
  }
}
