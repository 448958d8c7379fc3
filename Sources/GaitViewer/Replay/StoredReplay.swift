import GaitHistory
import GaitMeasures
import GaitModel

extension HistoryStore {
  /// The strides around one of a recording, to be played; `nil` where no path of them was kept.
  func replay(around chosen: Stride, of recording: AnalyzedRecording) throws(HistoryError) -> WalkReplay? {
    let shown = WalkReplay.strides(around: chosen, of: recording.strides).shown
    var curves: [DrawnStride] = []
    for foot in Side.allCases {
      let numbers = shown.filter { $0.foot == foot }.map(\.number)
      guard let first = numbers.min(), let last = numbers.max() else { continue }
      curves += try self.curves(of: foot, first...last, in: recording)
    }
    return WalkReplay(chosen: chosen, of: recording.strides, curves: curves)
  }

  /// A stride in the middle of the longest walk of each direction, as far as its path was kept.
  func replayable(in recording: AnalyzedRecording) throws(HistoryError) -> [Stride] {
    var found: [Stride] = []
    for direction in [Direction.backward, .forward] {
      let bouts = Dictionary(
        grouping: recording.strides.filter { $0.direction == direction && $0.bout != nil }, by: \.bout)
      // Of equally long ones the first.
      let longest = bouts.values.max { ($0.count, $1[0].end) < ($1.count, $0[0].end) } ?? []
      guard !longest.isEmpty else { continue }
      let middle = longest.sorted { $0.end < $1.end }[longest.count / 2]
      if try curves(of: middle.foot, middle.number, in: recording)?.path != nil { found.append(middle) }
    }
    return found
  }
}
