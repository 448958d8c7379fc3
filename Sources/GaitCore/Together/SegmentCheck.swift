import GaitModel

/// Says where the segments of a recording and its samples do not fit, and which segments have no stride.
package struct SegmentCheck: Sendable {
  /// Seconds by which a segment may reach beyond the recording: a sample or two, and times given to a tenth.
  private static let tolerance = 0.25

  package init() {}

  /// - Parameters:
  ///   - recording: As a whole, with its segments.
  ///   - strides: Of the recording, with the names of their segments.
  /// - Returns: A sentence for each doubt.
  package func doubts(about recording: Recording, _ strides: [Stride]) -> [String] {
    guard let span = recording.wholeSpan else { return [] }
    let extent = "the recording, which runs from \(Self.text(span.lowerBound)) to \(Self.text(span.upperBound)) s"
    var doubts: [String] = []
    let named = Set(strides.compactMap(\.segment))
    for segment in recording.segments {
      let label = "segment '\(segment.name)' (\(Self.text(segment.start)) to \(Self.text(segment.end)) s)"
      if segment.end <= span.lowerBound || segment.start >= span.upperBound {
        doubts.append("\(label) lies outside of \(extent); nothing of it is measured.")
      } else {
        if segment.start < span.lowerBound - Self.tolerance || segment.end > span.upperBound + Self.tolerance {
          doubts.append("\(label) reaches beyond \(extent); only what was recorded is measured.")
        }
        if !named.contains(segment.name) { doubts.append("no stride lies wholly in \(label).") }
      }
    }
    if let evaluated = recording.evaluated {
      let outside = strides.count { !$0.isEvaluated }
      doubts.append(
        "only \(Self.text(max(evaluated.from ?? span.lowerBound, span.lowerBound))) to "
          + "\(Self.text(min(evaluated.to ?? span.upperBound, span.upperBound))) s of the recording count; \(outside) of "
          + "\(strides.count) strides do not lie wholly in that time and stand in no table.")
    }
    return doubts
  }

  /// Hundredths of a second.
  private static func text(_ time: Double) -> String {
    let rounded = (time * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
  }
}
