import GaitMeasures
import GaitModel
import NumberText

/// The sensors of a session, as far as a change of them can move what is measured.
struct SensorSetup: Equatable {
  /// Where they were worn: the feet where there are any, else the trunk or elsewhere.
  var placements: Set<Placement>
  /// Formats of their files, which tell one product from another.
  var formats: Set<String>
  /// Of the slowest, in Hz.
  var samplingRate: Double

  /// `nil` where the recordings name no sensor.
  init?(_ recordings: [AnalyzedRecording]) {
    let sensors = recordings.flatMap(\.summary.sensors)
    let feet = sensors.filter { $0.placement.foot != nil }
    let shown = feet.isEmpty ? sensors : feet
    guard let rate = shown.map(\.samplingRateHz).min() else { return nil }
    placements = Set(shown.map(\.placement))
    let files = recordings.flatMap(\.summary.inputs).filter { $0.file != "recording.json" }
    formats = Set(files.map(\.format).filter { $0 != InputFile.segmentsFormat })
    samplingRate = rate
  }

  /// A few words for what is not as in the session before: `50 Hz`; `nil` where nothing is.
  func change(from earlier: SensorSetup) -> String? {
    if placements != earlier.placements {
      if placements.isSubset(of: [.leftFoot, .rightFoot]) {
        return placements.count == 2
          ? "both feet" : placements.contains(.leftFoot) ? "left foot only" : "right foot only"
      }
      return "sensors moved"
    }
    if formats != earlier.formats { return "other sensors" }
    let ratio = samplingRate / earlier.samplingRate
    return (Self.sameRate).contains(ratio) ? nil : "\(PlainNumbers.fixed(samplingRate, 0)) Hz"
  }

  /// Ratio of two rates that are the same setting: clocks of sensors differ by less than 1 %, settings by a fourth or more.
  private static let sameRate = 0.95...1.05
}
