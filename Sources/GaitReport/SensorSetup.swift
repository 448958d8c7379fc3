import GaitMeasures
import GaitModel
import PageLanguage

/// The sensors of a session, as far as a change of them can move what is measured.
struct SensorSetup: Equatable {
  /// Where they were worn: the feet where there are any, else the trunk or elsewhere.
  var placements: Set<Placement>
  /// Products, as far as the formats of the files are those of one: `APDM`, `Movella DOT`.
  var products: Set<String>
  /// Of the slowest, in Hz.
  var samplingRate: Double

  /// `nil` where the recordings name no sensor.
  init?(_ recordings: [AnalyzedRecording]) {
    let sensors = recordings.flatMap(\.summary.sensors)
    let feet = sensors.filter { $0.placement.foot != nil }
    let shown = feet.isEmpty ? sensors : feet
    guard let rate = shown.map(\.samplingRateHz).min() else { return nil }
    placements = Set(shown.map(\.placement))
    products = Set(recordings.flatMap(\.summary.inputs).compactMap { Self.product($0.format) })
    samplingRate = rate
  }

  /// A few words for what is not as in the session before: `50 Hz`; `nil` where nothing is.
  func change(from earlier: SensorSetup, in language: Language) -> String? {
    if placements != earlier.placements {
      if placements.isSubset(of: [.leftFoot, .rightFoot]) {
        return placements.count == 2
          ? language("both feet")
          : placements.contains(.leftFoot) ? language("left foot only") : language("right foot only")
      }
      return language("sensors moved")
    }
    if !products.isEmpty, !earlier.products.isEmpty, products != earlier.products {
      return products.sorted().joined(separator: ", ")
    }
    let ratio = samplingRate / earlier.samplingRate
    return Self.sameRate.contains(ratio) ? nil : "\(language.fixed(samplingRate, 0)) Hz"
  }

  /// The product whose files have a format; `nil` for formats that many products are converted to.
  private static func product(_ format: String) -> String? {
    guard !ofNoProduct.contains(where: format.hasPrefix) else { return nil }
    // What follows a comma is a version; one product writes several kinds of files.
    var words = format.prefix { $0 != "," }.split(separator: " ").map(String.init)
    while let last = words.last, kinds.contains(last) { words.removeLast() }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static let kinds: Set<String> = ["CSV", "HDF5", "MATLAB", "text"]
  /// How the names of formats begin that no product writes: plain tables, toolboxes, archives of research, and what stands
  /// beside a recording.
  private static let ofNoProduct = [
    "plain", "table", "declared", "gaitmap", "mobgap", "Motion-BIDS", "Mobilise-D", "recording details",
    "row of a participant",
  ]

  /// Ratio of two rates that are the same setting: clocks of sensors differ by less than 1 %, settings by a fourth or more.
  private static let sameRate = 0.95...1.05
}
