import GaitHistory
import GaitWords

/// How far an upload is, for the page's script.
struct UploadStatus: Encodable {
  var state: String
  var message: String
  /// Share of the samples that is analyzed, 0 to 1, where it is known.
  var share: Double?
  /// Where the upload goes on: what is asked, or what was added.
  var link: String?

  init(_ state: UploadDesk.State?, id: String) {
    switch state {
    case nil: (self.state, message) = ("unknown", "This upload does not exist. It may have been dropped after an hour.")
    case .receiving: (self.state, message) = ("receiving", "Receiving the files.")
    case .waiting: (self.state, message) = ("waiting", "Waiting for another analysis to end.")
    case .analyzing(let progress):
      (self.state, message, share) = ("analyzing", Self.words(progress), progress.share)
    case .asking:
      (self.state, message) = ("asking", "The columns of a table are not known. Choose what they hold.")
      link = PageLink.upload(.uploadColumns, id).description
    case .failed(let words): (self.state, message) = ("failed", words)
    case .done(let outcome):
      (self.state, message) = ("done", Self.words(outcome))
      link = PageLink.upload(.uploadResult, id).description
    }
  }

  private static func words(_ progress: UploadAnalysis.Progress) -> String {
    let what = progress.count > 1 ? "Analyzing recording \(progress.recording) of \(progress.count)" : "Analyzing"
    guard let share = progress.share else { return "\(what)." }
    return share < 1
      ? "\(what): \(Int((100 * share).rounded(.down))) % of the samples." : "Writing what was found to the store."
  }

  private static func words(_ outcome: UploadOutcome) -> String {
    if let one = outcome.recordings.first, outcome.recordings.count == 1, let added = one.added {
      return words(added)
    }
    let added = outcome.recordings.count { $0.added != nil }
    let refused = outcome.recordings.count - added
    let stored = added == 1 ? "1 recording is in the store" : "\(added) recordings are in the store"
    guard refused > 0 else { return stored + "." }
    return stored + (refused == 1 ? ", 1 was refused." : ", \(refused) were refused.")
  }

  /// What became of one recording, in words.
  static func words(_ added: AddedRecording) -> String {
    let outcome =
      switch added.outcome {
      case .added: "Added to \(added.subject), session \(added.session)."
      case .unchanged: "These results were in the store already. Nothing was changed."
      case .completed: "These results were in the store already. Data that an earlier version did not keep were added."
      case .superseding: "Added in place of an earlier analysis of the same walk."
      }
    return ([outcome] + added.warnings.map(\.words)).joined(separator: " ")
  }
}
