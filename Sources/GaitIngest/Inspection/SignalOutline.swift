import GaitModel

/// The course of a signal as one line of blocks, for a terminal.
///
/// Each character is the largest magnitude in its part of the time, from nothing to the largest of all; a dot is a part
/// without a sample.
struct SignalOutline {
  let text: String
  /// The largest magnitude, in the unit of the series; `nil` without samples.
  let largest: Double?

  private static let blocks = Array("▁▂▃▄▅▆▇█")
  private static let none: Character = "·"

  /// - Parameters:
  ///   - time: Seconds of each sample, rising.
  ///   - range: The time that the line stands for, in seconds.
  ///   - width: Characters of the line.
  init(_ series: TriaxialSeries, time: [Double], over range: ClosedRange<Double>, width: Int) {
    var parts = [Double](repeating: -1, count: width)
    let length = range.upperBound - range.lowerBound
    for i in time.indices {
      let magnitude = series[i].norm
      guard magnitude.isFinite, range.contains(time[i]) else { continue }
      let part = length > 0 ? Int((time[i] - range.lowerBound) / length * Double(width)) : 0
      parts[min(part, width - 1)] = max(parts[min(part, width - 1)], magnitude)
    }
    let most = parts.max() ?? -1
    largest = most >= 0 ? most : nil
    text = String(
      parts.map { part in
        guard part >= 0 else { return Self.none }
        return Self.blocks[most > 0 ? min(Self.blocks.count - 1, Int(part / most * Double(Self.blocks.count))) : 0]
      })
  }
}
