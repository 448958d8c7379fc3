import GaitModel

/// Says where the segments of a recording and its samples do not fit, and which segments have no stride.
package struct SegmentCheck: Sendable {
  /// Seconds by which a segment may reach beyond the recording: a sample or two, and times given to a tenth.
  private static let tolerance = 0.25

  package init() {}

  /// - Parameters:
  ///   - recording: As a whole, with its segments.
  ///   - strides: Of the recording, with the names of their segments.
  package func doubts(about recording: Recording, _ strides: [Stride]) -> [GaitWarning] {
    guard let span = recording.wholeSpan else { return [] }
    var doubts: [SegmentWarning] = []
    let named = Set(strides.compactMap(\.segment))
    for segment in recording.segments {
      if segment.end <= span.lowerBound || segment.start >= span.upperBound {
        doubts.append(.outside(segment, recording: span))
      } else {
        if segment.start < span.lowerBound - Self.tolerance || segment.end > span.upperBound + Self.tolerance {
          doubts.append(.reachesBeyond(segment, recording: span))
        }
        if !named.contains(segment.name) { doubts.append(.withoutStride(segment)) }
      }
    }
    if let evaluated = recording.evaluated {
      let outside = strides.count { !$0.isEvaluated }
      let from = max(evaluated.from ?? span.lowerBound, span.lowerBound)
      let to = min(evaluated.to ?? span.upperBound, span.upperBound)
      doubts.append(.evaluatedTime(from...max(from, to), outside: outside, strides: strides.count))
    }
    return doubts.map { .segments($0) }
  }
}
