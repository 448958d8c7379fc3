/// A file or folder that was given, and is not part of any recording.
public struct UnusedInput: Sendable, Equatable {
  /// What leaving it out means.
  public enum Kind: Sendable, Equatable {
    /// It may hold a recording, so that something may be lost.
    case likelyRecording
    /// No recording is lost, but a person may think that it is used: a copy, or details of nothing.
    case notable
    /// It does not look like a recording.
    case other
  }

  /// Its path.
  public var path: String
  /// Why it is not used, as half a sentence.
  public var reason: String
  public var kind: Kind

  public init(path: String, reason: String, kind: Kind) {
    self.path = path
    self.reason = reason
    self.kind = kind
  }
}
