/// Why a recording could not be read: the place, what was found, what was expected, and what to do.
public struct IngestError: Error, Sendable, Equatable {
  /// Whether the file could not be read at all, or was read and cannot be used.
  public var kind: Kind
  /// The file or folder, as the user named it.
  public var file: String
  /// Where in the file: a line and column, a dataset, a key.
  public var place: String?
  /// What stands there.
  public var found: String
  /// What should stand there.
  public var expected: String
  /// What the user can do about it.
  public var advice: String

  public init(
    _ kind: Kind, file: String, place: String? = nil, found: String, expected: String, advice: String
  ) {
    self.kind = kind
    self.file = file
    self.place = place
    self.found = found
    self.expected = expected
    self.advice = advice
  }

  /// Whether it may help to say what the columns of the file hold: the advice names `--map`.
  public var isMendedByMapping: Bool { advice.contains("--map") }

  /// What kind of trouble it is.
  public enum Kind: Sendable, Equatable {
    /// The file system refused: missing, no permission, input/output error.
    case unreadable
    /// The content cannot be used.
    case unusable
  }
}

extension IngestError: CustomStringConvertible {
  /// One line: `file, place: found …; expected …; advice`.
  public var description: String {
    // What a file holds, or is called, does not steer a terminal.
    let location = place.map { "\(file), \($0)" } ?? file
    return Self.oneLine("\(location): found \(found); expected \(expected); \(advice)")
  }

  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "·"
          default: scalar
          }
        }))
  }
}
