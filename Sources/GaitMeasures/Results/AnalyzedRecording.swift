import GaitModel

/// A recording and everything that was found in it: the value that goes on to files, to a store and to a report.
///
/// ```swift
/// let analyzed = AnalyzedRecording(GaitAnalysis()(recording), of: recording, program: program)
/// try HistoryStore(path: "clinic.sqlite", access: .writing).add(analyzed)
/// ```
public struct AnalyzedRecording: Sendable, Equatable {
  public var summary: SummaryDocument
  /// Sorted by `end`, then by foot, each with whether it is steady.
  public var strides: [Stride]
  /// Sorted by time; empty where the recording was read back from its results.
  public var events: [GaitEvent]
  /// Sorted by start; empty where the recording was read back from its results.
  public var bouts: [WalkingBout]
  /// The curves of the strides; empty where they were not asked for, or where an earlier version kept none.
  public var curves: [DrawnStride]
  /// Number of the recording in the store that it was read from.
  public var numberInStore: Int64?

  /// A recording that was read back.
  public init(
    summary: SummaryDocument, strides: [Stride], curves: [DrawnStride] = [], numberInStore: Int64? = nil
  ) {
    self.summary = summary
    self.strides = strides
    self.curves = curves
    self.numberInStore = numberInStore
    events = []
    bouts = []
  }

  /// What an analysis found in `recording`, with its means.
  ///
  /// - Parameters:
  ///   - settings: What the result depends on besides the recording.
  ///   - program: What analyzed it.
  public init(
    _ result: GaitResult, of recording: Recording, settings: JSONValue = .object([:]), program: ProgramVersion
  ) {
    var result = result
    result.strides = SteadyWalking().marked(result.strides)
    strides = result.strides
    events = result.events
    bouts = result.bouts
    curves = DrawnStride.all(of: result)
    summary = SummaryDocument(
      recording: recording, result: result, summary: WalkSummary(strides: strides, bouts: bouts), settings: settings,
      program: program)
  }

  /// The recording as its files hold it: each number of a stride with the decimals of its column.
  ///
  /// So a store or a report is the same whether it was made from the value or from the files.
  public func rounded() -> AnalyzedRecording {
    var rounded = self
    for k in strides.indices {
      for quantity in StrideQuantity.columns { quantity.round(&rounded.strides[k]) }
    }
    return rounded
  }
}
