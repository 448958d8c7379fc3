import GaitModel

/// Finds the strides, events and walking bouts of a recording.
public struct GaitAnalysis: Sendable {
  public var settings: Settings

  public init(settings: Settings = Settings()) {
    self.settings = settings
  }

  /// The constants of every stage, each documented where it is declared.
  public struct Settings: Sendable, Equatable, Codable {
    public init() {}
  }

  /// Strides, events and bouts of one recording.
  public func callAsFunction(_ recording: Recording) -> GaitResult {
    GaitResult()
  }
}
