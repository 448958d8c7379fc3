import GaitCore
import GaitIngest
import GaitModel
import GaitValidation
import Testing

@Suite(
  "Real walks recorded at lower rates without a filter",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct SamplingTests {
  /// How many samples there are for one that is left, and the least share of intervals that hold the length of the whole
  /// recording. 18, 12 and 11 of 100 did not before the interval followed how much the signal bends.
  @Test(
    "lengths lie in their intervals, and no direction is surely another", arguments: [(2, 0.92), (3, 0.92), (4, 0.9)])
  func intervals(step: Int, least: Double) throws {
    var (lengths, held, surelyOther) = (0, 0, 0)
    for reference in try ReferenceRecording.all(in: ReferenceRecordings.root.path) {
      let feet = reference.placements.filter { $0.foot != nil }
      guard ["gaitmap", "stroke", "tripod", "uci", "voisard"].contains(reference.set), !feet.isEmpty else { continue }
      let recording = try RecordingReader().recording(at: reference.path, placements: feet)
      let whole = GaitAnalysis()(recording).strides.filter(\.isValid)
      let coarse = GaitAnalysis()(recording.everySample(step)).strides.filter(\.isValid)
      for stride in whole {
        guard let same = coarse.first(where: { $0.foot == stride.foot && abs($0.end - stride.end) < 0.15 }),
          let length = stride.length, let interval = same.lengthInterval
        else { continue }
        lengths += 1
        if interval.contains(length) { held += 1 }
        if let direction = same.sureDirection, let own = stride.sureDirection, direction != own { surelyOther += 1 }
      }
    }
    #expect(lengths > 300)
    #expect(Double(held) >= least * Double(lengths), "\(held) of \(lengths) hold")
    #expect(surelyOther <= lengths / 100, "\(surelyOther) of \(lengths)")
  }
}

extension Recording {
  /// Every `step`-th sample alone, as a sensor without a filter would have taken it.
  func everySample(_ step: Int) -> Recording {
    mapSensors { stream in
      func series(_ series: TriaxialSeries) -> TriaxialSeries {
        func column(_ values: [Double]) -> [Double] {
          Swift.stride(from: 0, to: values.count, by: step).map { values[$0] }
        }
        return TriaxialSeries(x: column(series.x), y: column(series.y), z: column(series.z))
      }
      var result = SensorStream(
        placement: stream.placement, time: Swift.stride(from: 0, to: stream.count, by: step).map { stream.time[$0] },
        acceleration: series(stream.acceleration), angularVelocity: series(stream.angularVelocity),
        timing: stream.timing, accelerationRange: stream.accelerationRange,
        angularVelocityRange: stream.angularVelocityRange)
      result.timing.rate = stream.timing.rate / Double(step)
      return result
    }
  }
}
