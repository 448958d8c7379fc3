/// What the user should know of a recording's files.
public enum FileWarning: Sendable, Hashable {
  /// A file of a sensor that was worn where nothing is measured.
  case sensorNotMeasured(file: String)
  /// Two files with the same bytes.
  case identicalFiles(String, String)
  /// Two sensors with the same numbers.
  case identicalSignals(Placement, Placement)
  /// The table of participants has no row of the person, or several.
  case noParticipant(table: String)
  /// A key of the details that resembles known ones.
  case unknownKey(String, file: String, meant: [String])
  /// The details name the ground as the surface, and the speed of a belt.
  case overgroundOnBelt(file: String)
  /// The recording was so long that it was analyzed in so many chunks.
  case analyzedInChunks(Int)

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .sensorNotMeasured: .sensorNotMeasured
    case .identicalFiles: .identicalFiles
    case .identicalSignals: .identicalSignals
    case .noParticipant: .noParticipant
    case .unknownKey: .unknownKey
    case .overgroundOnBelt: .overgroundOnBelt
    case .analyzedInChunks: .analyzedInChunks
    }
  }
}
