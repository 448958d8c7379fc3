import GaitCore
import GaitIngest
import GaitModel

/// Clips of a few seconds out of longer recordings, which begin and end in mid-walk: nothing is known of the sensors
/// beforehand, and the person never stands.
extension Validation {
  /// Lengths of the clips in seconds, one after the other.
  private static let clipLengths = [3.0, 5, 8, 12]
  /// Time from the start of a clip to that of the next, in seconds.
  private static let clipDistance = 5.0
  /// Time in seconds by which a reference stride lies within its clip, so that its stances are in it.
  private static let clipMargin = 0.2

  /// Analyzes clips of all `recordings` that carry sensors on the feet, each clip on its own.
  ///
  /// - Throws: `IngestError` if a recording cannot be read.
  package init(clipsOf recordings: [ReferenceRecording]) throws {
    self.init(sensors: .feet)
    for recording in recordings {
      let placements = recording.placements.filter { Sensors.feet.contain($0) }
      guard !placements.isEmpty, let first = recording.strides.map(\.window.lowerBound).min(),
        let last = recording.strides.map(\.window.upperBound).max()
      else { continue }
      let whole = try RecordingReader().recording(at: recording.path, placements: placements)
      var agreement = Agreement()
      for (k, start) in stride(from: first, to: last, by: Self.clipDistance).enumerated() {
        let end = min(start + Self.clipLengths[k % Self.clipLengths.count], last)
        var reference = recording
        // A stride that the end of the clip cuts may be found all the same.
        reference.isComplete = false
        reference.strides.removeAll {
          $0.window.lowerBound < start + Self.clipMargin || $0.window.upperBound > end - Self.clipMargin
        }
        guard !reference.strides.isEmpty else { continue }
        agreement.add(GaitAnalysis()(whole.clip(start...end)).strides, against: reference)
      }
      add(agreement, to: recording.set)
    }
  }
}

extension Recording {
  fileprivate func clip(_ span: ClosedRange<Double>) -> Recording {
    var clip = self
    for k in sensors.indices {
      let stream = sensors[k]
      let first = stream.time.firstIndex { $0 >= span.lowerBound } ?? stream.count
      let end = stream.time.lastIndex { $0 <= span.upperBound }.map { $0 + 1 } ?? first
      let range = first..<max(first, end)
      clip.sensors[k].time = Array(stream.time[range])
      clip.sensors[k].acceleration = stream.acceleration[range]
      clip.sensors[k].angularVelocity = stream.angularVelocity[range]
      clip.sensors[k].timing.gaps.removeAll { $0.start < span.lowerBound || $0.end > span.upperBound }
    }
    return clip
  }
}
