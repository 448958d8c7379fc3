import PlainYAML

/// Why a file of settings cannot be used.
public enum SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(file: String)
  /// The text is not a YAML document of names and values.
  case notSettings(file: String, YAMLValue.Fault)
  /// A key that no stage has.
  case unknownKey(file: String, line: Int, path: String, known: [String])
  /// A value of another kind than the constant's.
  case wrongKind(file: String, line: Int, path: String, found: String, expected: String)
  /// A value that the constant cannot have.
  case impossible(file: String, line: Int, path: String, found: String, expected: String)

  public var description: String {
    switch self {
    case .unreadable(let file):
      "\(file): found no file that can be read as UTF-8 text; expected settings in YAML; check the path"
    case .notSettings(let file, let fault):
      "\(file), \(fault.description)"
    case .unknownKey(let file, let line, let path, let known):
      "\(file), line \(line): found '\(path)'; expected one of \(known.joined(separator: ", ")); "
        + "'retrogait analyze --print-settings' lists all constants"
    case .wrongKind(let file, let line, let path, let found, let expected):
      "\(file), line \(line), \(path): found \(found); expected \(expected); correct the value"
    case .impossible(let file, let line, let path, let found, let expected):
      "\(file), line \(line), \(path): found \(found); expected \(expected); correct the value"
    }
  }
}
