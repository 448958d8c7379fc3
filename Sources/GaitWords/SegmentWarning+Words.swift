import GaitModel

extension SegmentWarning {
  var words: String {
    switch self {
    case .read(let names, let file):
      switch names.count {
      case 0: "\(file) has no segments."
      case 1: "1 segment was read from \(file): \(quoted(names, atMost: Self.mostNames))."
      default: "\(names.count) segments were read from \(file): \(quoted(names, atMost: Self.mostNames))."
      }
    case .replaced(let file): "\(file) was not used, because --from and --to select the time to measure."
    case .severalTables(let files, let ending):
      "\(files.joined(separator: " and ")) were not used. A recording can have only one table of segments. Name the right "
        + "one \(ending), or give it with --segments."
    case .ofOtherRecording(let file, let expected):
      "\(file) was not used, because several recordings lie beside it. Name it \(expected) if it belongs to this recording."
    case .notPreferred(let file, let preferred): "\(file) was not used, because \(preferred) takes precedence."
    case .unusable(let file, let reason):
      "\(file) was not used, and the recording was not cut into segments: \(reason)."
    case .events(1, let file): "1 event in \(file) has no label or no duration. It is not a segment."
    case .events(let count, let file): "\(count) events in \(file) have no label or no duration. They are not segments."
    case .repeatedLabel(let label, let count, let file):
      "The label '\(label)' appears \(count) times in \(file). Its segments are numbered in time order, from "
        + "'\(label) 1' to '\(label) \(count)'."
    case .outside(let segment, let recording):
      "\(Self.name(segment)) lies outside the recording (\(Self.text(recording))). It is not measured."
    case .reachesBeyond(let segment, let recording):
      "\(Self.name(segment)) extends beyond the recording (\(Self.text(recording))). Only the recorded part is measured."
    case .withoutStride(let segment): "\(Self.name(segment)) contains no complete stride."
    case .evaluatedTime(let time, let outside, let strides):
      "Only the time from \(Self.text(time)) is evaluated. \(outside) of \(strides) strides do not lie fully within it. "
        + "They are excluded from all tables."
    }
  }

  /// Names of segments in a warning.
  private static let mostNames = 6

  private static func name(_ segment: Segment) -> String {
    "Segment '\(segment.name)' (\(text(segment.start...max(segment.start, segment.end))))"
  }

  /// Hundredths of a second.
  private static func text(_ time: ClosedRange<Double>) -> String {
    func text(_ seconds: Double) -> String { plain((seconds * 100).rounded() / 100) }
    return "\(text(time.lowerBound)) to \(text(time.upperBound)) s"
  }
}
