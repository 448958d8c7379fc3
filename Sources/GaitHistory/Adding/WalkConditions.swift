import GaitMeasures
import GaitModel

/// What must be alike for two walks to be compared.
public struct WalkConditions: Sendable, Hashable {
  /// Where the measures come from.
  public enum Sensors: String, Sendable, Hashable, CaseIterable {
    case feet
    case lowerBack = "lower_back"
    case other
  }

  /// Feet measure a stride's length, the lower back estimates it; the two are not compared.
  public var sensors: Sensors
  public var surface: Surface?
  /// Slope in whole percent; a smaller difference is within what a treadmill shows.
  public var inclinePercent: Int?
  /// Cane, walker, orthosis, as annotated.
  public var aid: String?

  public init(sensors: Sensors, surface: Surface? = nil, inclinePercent: Int? = nil, aid: String? = nil) {
    self.sensors = sensors
    self.surface = surface
    self.inclinePercent = inclinePercent
    self.aid = aid
  }

  /// The conditions in words: `feet, overground, aid: cane`.
  public var label: String {
    var parts = [sensors == .lowerBack ? "lower back" : sensors.rawValue]
    parts.append(surface?.rawValue ?? "surface not stated")
    if let inclinePercent, inclinePercent != 0 { parts.append("incline \(inclinePercent) %") }
    if let aid { parts.append("aid: \(PrintableText(aid))") }
    return parts.joined(separator: ", ")
  }
}

extension WalkConditions.Sensors {
  /// The sensors that the strides of `summary` come from: the feet where there are any.
  package init(_ summary: SummaryDocument) {
    let placements = Set(summary.sensors.map(\.placement))
    if !placements.isDisjoint(with: [.leftFoot, .rightFoot]) {
      self = .feet
    } else {
      self = placements.contains(.lowerBack) ? .lowerBack : .other
    }
  }
}
