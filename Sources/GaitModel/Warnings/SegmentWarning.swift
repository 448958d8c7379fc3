/// What the user should know of the named parts of a recording.
public enum SegmentWarning: Sendable, Hashable {
  /// The segments of this file are used.
  case read([String], file: String)
  /// A table that was not used, because the user gave the time that counts.
  case replaced(file: String)
  /// Tables that were not used, because only one can be.
  case severalTables([String], ending: String)
  /// A table that was not used, because it may be of another recording; `expected` is the name that it would need.
  case ofOtherRecording(file: String, expected: String)
  /// A table that was not used, because there is a better one.
  case notPreferred(file: String, preferred: String)
  /// A table of events that was not used, because it cannot be read.
  case unusable(file: String, reason: String)
  /// Events without a label or a duration.
  case events(Int, file: String)
  /// A label that stands several times in the table.
  case repeatedLabel(String, count: Int, file: String)
  /// The segment and the recording, in seconds, have no time in common.
  case outside(Segment, recording: ClosedRange<Double>)
  /// A part of the segment is outside of the recording.
  case reachesBeyond(Segment, recording: ClosedRange<Double>)
  /// No stride lies in the segment.
  case withoutStride(Segment)
  /// Only this time in seconds counts, outside of which some of the strides lie.
  case evaluatedTime(ClosedRange<Double>, outside: Int, strides: Int)

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .read: .segmentsRead
    case .replaced: .segmentsReplaced
    case .severalTables: .severalSegmentTables
    case .ofOtherRecording: .segmentsOfOtherRecording
    case .notPreferred: .segmentTableNotPreferred
    case .unusable: .segmentTableUnusable
    case .events: .eventsNotSegments
    case .repeatedLabel: .repeatedSegmentLabel
    case .outside: .segmentOutside
    case .reachesBeyond: .segmentReachesBeyond
    case .withoutStride: .segmentWithoutStride
    case .evaluatedTime: .evaluatedTimeOnly
    }
  }
}
