import GaitIngest

/// Why a batch, or one recording of it, could not be finished.
public enum BatchError: Error, Sendable, CustomStringConvertible {
  /// A recording could not be read or used.
  case ingest(IngestError)
  /// Two recordings have the same name and would be written to the same folder.
  case sameName(String, String, String)
  /// The results of the recording would take the recording's own place.
  case outputOverRecording(String, output: String)
  /// Where the results should go there is something else.
  case foreignFolder(String)
  /// A file or folder could not be written.
  case notWritable(path: String, reason: String)
  /// What was found could not be put into a file: a defect.
  case notExportable(recording: String, reason: String)

  public var description: String {
    switch self {
    case .ingest(let error):
      error.description
    case .sameName(let name, let first, let second):
      "\(second): found a second recording named '\(name)' beside \(first); expected names that differ, since each "
        + "recording is written to a folder of its name; rename one or analyze them into different folders"
    case .outputOverRecording(let path, let output):
      "\(path): found the recording where its results should go, in \(output); expected an output folder of its own; "
        + "name another one with --output"
    case .foreignFolder(let path):
      "\(path): found a file or folder that this program has not written; expected nothing, or earlier results; "
        + "move it away or name another folder with --output"
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)); check that the folder exists, is yours and has space"
    case .notExportable(let recording, let reason):
      "\(recording): the results could not be encoded (\(reason)); this is a defect, please report it"
    }
  }
}
