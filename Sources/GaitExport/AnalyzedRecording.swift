import GaitModel

/// A recording as its result files tell it: its summary and its strides.
public struct AnalyzedRecording: Sendable {
  public var summary: SummaryDocument
  public var strides: [Stride]
  /// The curves of the strides; empty where they were not asked for, or where an earlier version kept none.
  public var curves: [DrawnStride]
  /// Number of the recording in the store that it was read from.
  public var numberInStore: Int64?

  public init(
    summary: SummaryDocument, strides: [Stride], curves: [DrawnStride] = [], numberInStore: Int64? = nil
  ) {
    self.summary = summary
    self.strides = strides
    self.curves = curves
    self.numberInStore = numberInStore
  }
}
