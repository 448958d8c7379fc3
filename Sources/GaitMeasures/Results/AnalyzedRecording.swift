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
    // Marked as parts of the whole walk, then cut: a stride beside the cut is not one beside standing still.
    result.strides = SteadyWalking().marked(result.strides)
    let outside = result.strides.count { !$0.isEvaluated }
    if let evaluated = recording.evaluated { result.restrict(to: evaluated) }
    strides = result.strides
    events = result.events
    bouts = result.bouts
    curves = DrawnStride.all(of: result)
    summary = SummaryDocument(
      recording: recording, result: result, summary: WalkSummary(strides: strides, bouts: bouts), settings: settings,
      program: program)
    if let evaluated = recording.evaluated {
      summary.evaluated = .init(fromS: evaluated.from, toS: evaluated.to, stridesOutside: outside)
    }
    if !recording.segments.isEmpty {
      summary.segments = recording.segments.map { .init($0, strides: strides, bouts: bouts) }
      summary.stridesOutsideSegments = strides.count { $0.segment == nil }
    }
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

extension GaitResult {
  /// Leaves out what does not lie wholly in the time that counts.
  fileprivate mutating func restrict(to evaluated: EvaluatedTime) {
    strides.removeAll { !$0.isEvaluated }
    events.removeAll { !evaluated.holds($0.time) }
    let kept = Dictionary(grouping: strides, by: \.foot).mapValues { Set($0.map(\.number)) }
    curves.removeAll { kept[$0.foot]?.contains($0.number) != true }
    signals.removeAll { kept[$0.foot]?.contains($0.number) != true }
  }
}
