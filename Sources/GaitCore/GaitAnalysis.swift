import GaitModel

/// Finds the strides, events and walking bouts of a recording.
///
/// The analysis is its own settings: every stage holds its constants, each documented where it is declared.
public struct GaitAnalysis: Sendable, Equatable, Codable {
  /// The analysis of sensors on the feet.
  public var foot = FootAnalysis()
  /// Walking bouts, from strides that follow each other.
  package var bouts = BoutAssembler()
  /// Check of which foot is left and which is right.
  package var labels = FootLabels()
  /// Doubt about the direction of a turning stride, from the strides around it.
  package var context = DirectionContext()
  /// Check that the clocks of two feet agree.
  package var synchrony = FootSynchrony()
  /// The analysis of a sensor on the lower back or at the front of the waist.
  public var lowerBack = LowerBackAnalysis()

  public init() {}

  /// Strides, events and bouts of one recording.
  ///
  /// Feet give the strides where they carry sensors; a sensor on the trunk gives them where they do not, and is
  /// compared with them where they do.
  public func callAsFunction(_ recording: Recording) -> GaitResult {
    let feet = feet(of: recording)
    var result =
      feet.isEmpty ? GaitResult() : result(ofFeet: feet, clocks: recording.sensors.map(\.source?.clockRelation))
    if !feet.isEmpty { result.bouts = self.bouts(of: &result.strides, in: recording) }
    let trunk = recording[.lowerBack] ?? recording[.waistFront]
    if let stream = trunk {
      var back = lowerBack(stream, details: recording.details, bouts: feet.isEmpty ? nil : result.bouts)
      result.sensors.append(back.findings)
      if feet.isEmpty {
        (result.strides, result.events) = (back.strides, back.events)
        result.warnings = back.warnings.map { .trunk(stream.placement, $0) }
        result.signals = back.signals
        result.bouts = self.bouts(of: &result.strides, in: recording)
        if !recording.segments.isEmpty || recording.evaluated != nil {
          // Its own parts of walking end elsewhere than bouts that segments cut.
          back.trunk = lowerBack(stream, details: recording.details, bouts: result.bouts).trunk
        }
      } else {
        result.warnings += TrunkComparison().disagreements(feet: result.strides, back: back.strides)
      }
      bouts.describe(&result.bouts, trunk: back.trunk)
    }
    let unused = recording.sensors.map(\.placement).filter { $0.foot == nil && $0 != trunk?.placement }
    result.warnings += unused.map {
      .walk($0.isTrunk ? .trunkSensorNotUsed($0) : .shankNotAnalyzed($0))
    }
    return result
  }

  /// The bouts of `strides`, which take the names of the recording's segments.
  private func bouts(of strides: inout [Stride], in recording: Recording) -> [WalkingBout] {
    for k in strides.indices { strides[k].take(segments: recording.segments, evaluated: recording.evaluated) }
    return bouts.bouts(of: &strides)
  }

  private func feet(of recording: Recording) -> [FootAnalysis.Result] {
    foot(
      recording.sensors.compactMap { stream in stream.placement.foot.map { ($0, stream) } },
      toes: recording.details.toes)
  }

  private func sorted(_ strides: [Stride]) -> [Stride] {
    strides.sorted { ($0.end, $0.foot.rawValue) < ($1.end, $1.foot.rawValue) }
  }

  /// Uncertainty in seconds between the clocks of two feet up to which double support is timed: a tenth of it.
  private static let largestClockUncertainty = 0.02

  /// - Parameter clocks: How the clocks of the recording's sensors were set against each other by motion, if they were.
  private func result(ofFeet feet: [FootAnalysis.Result], clocks: [SignalSource.ClockRelation?]) -> GaitResult {
    var strides = sorted(feet.flatMap(\.strides))
    let both = BothFeet()
    context.doubt(&strides)
    let overlap = synchrony.contradiction(in: strides)
    let isOneClock = clocks.allSatisfy { $0?.uncertainty ?? 0 <= Self.largestClockUncertainty }
    if overlap == nil, isOneClock { both.complete(&strides) }
    let twists = Dictionary(feet.map { ($0.foot, $0.twists) }, uniquingKeysWith: +)
    return GaitResult(
      strides: strides,
      events: feet.flatMap(\.events).sorted { ($0.time, $0.foot.rawValue) < ($1.time, $1.foot.rawValue) },
      sensors: feet.map(\.findings),
      warnings: feet.flatMap { foot in foot.warnings.map { .foot(foot.findings.placement, $0) } }
        + both.disagreements(of: strides)
        + (overlap.map { [synchrony.warning(overlap: $0)] } ?? labels.doubts(twists: twists, strides: strides)),
      curves: feet.flatMap(\.curves), signals: feet.flatMap(\.signals))
  }
}
