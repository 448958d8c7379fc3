/// The report on the walking of one or more people.
public struct GaitReport: Sendable {
  public var recordings: [AnalyzedRecording]

  public init(recordings: [AnalyzedRecording]) {
    self.recordings = recordings
  }

  /// The report as one HTML file that refers to nothing outside of it.
  public func html() -> String {
    ""
  }
}
