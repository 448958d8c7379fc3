import ArgumentParser
import RetroGait

/// How the command ends, as scripts rely on it; numbers after sysexits.h where it has one.
extension ExitCode {
  /// At least one recording could not be used.
  static let unusableInput = ExitCode(65)
  /// A defect of the program.
  static let defect = ExitCode(70)
  /// A file could not be read or written.
  static let inputOutput = ExitCode(74)
  /// Interrupted by the user.
  static let interrupted = ExitCode(130)
}

extension BatchError {
  var exitCode: ExitCode {
    switch self {
    case .ingest(let error): error.exitCode
    case .sameName, .outputOverRecording: .validationFailure
    case .foreignFolder, .notWritable: .inputOutput
    case .notExportable: .defect
    }
  }
}

extension IngestError {
  var exitCode: ExitCode {
    switch kind {
    case .unreadable: .inputOutput
    case .unusable: .unusableInput
    }
  }
}
