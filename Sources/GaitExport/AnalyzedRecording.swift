import GaitModel

/// A recording as its result files tell it: its summary and its strides.
public struct AnalyzedRecording: Sendable {
  public var summary: SummaryDocument
  public var strides: [Stride]

  public init(summary: SummaryDocument, strides: [Stride]) {
    self.summary = summary
    self.strides = strides
  }
}
