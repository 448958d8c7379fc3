import GaitHistory

/// What became of an upload whose recordings were analyzed.
struct UploadOutcome: Sendable {
  /// One recording of the upload.
  struct Recording: Sendable {
    enum Result: Sendable {
      case added(AddedRecording)
      /// Why it was not added, in words.
      case refused(String)
    }

    var name: String
    var result: Result
    /// How its tables were read where the layout was kept, a sentence each.
    var notes: [String] = []

    var added: AddedRecording? {
      if case .added(let added) = result { added } else { nil }
    }
  }

  /// A file that was not used.
  struct Unused: Sendable {
    var file: String
    var reason: String
  }

  var recordings: [Recording]
  var unused: [Unused] = []
  /// What the user should know beside what became of each recording.
  var remarks: [String] = []

  /// Why nothing was added, a line for each recording and each file.
  var reasons: String {
    let refused = recordings.compactMap { recording -> String? in
      guard case .refused(let words) = recording.result else { return nil }
      // What the store refuses begins with the name of the recording.
      return recording.name.isEmpty || words.hasPrefix("\(recording.name):") ? words : "\(recording.name): \(words)"
    }
    return (refused + unused.map { "\($0.file) was not used: \($0.reason)." }).joined(separator: "\n")
  }
}
