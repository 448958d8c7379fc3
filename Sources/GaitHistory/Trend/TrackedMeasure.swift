import GaitMeasures
import GaitModel
import GaitStatistics

/// A measure whose course over sessions is judged.
public struct TrackedMeasure: Sendable {
  /// Name in files: `speed_m_s`.
  public var id: String
  public var title: String
  public var unit: String
  /// Decimals that are worth printing.
  public var decimals: Int

  /// All of them, in the order in which they are shown.
  public static let all: [TrackedMeasure] = [
    TrackedMeasure(id: "speed_m_s", title: "Walking speed", unit: "m/s", decimals: 2),
    TrackedMeasure(id: "stride_length_m", title: "Stride length", unit: "m", decimals: 2),
    TrackedMeasure(id: ToeFirstShare.id, title: ToeFirstShare.title, unit: ToeFirstShare.unit, decimals: 0),
    TrackedMeasure(id: "cadence_steps_min", title: "Cadence", unit: "steps/min", decimals: 0),
    TrackedMeasure(id: "duration_s", title: "Stride duration", unit: "s", decimals: 2),
    TrackedMeasure(id: "stance_share_percent", title: "Stance", unit: "%", decimals: 1),
    TrackedMeasure(id: "double_support_s", title: "Double support", unit: "s", decimals: 2),
    TrackedMeasure(id: "foot_pitch_contact_deg", title: "Foot pitch at contact", unit: "°", decimals: 0),
    TrackedMeasure(id: "clearance_m", title: "Sole clearance", unit: "m", decimals: 3),
    TrackedMeasure(id: "contact_peak_m_s2", title: "Peak acceleration at contact", unit: "m/s²", decimals: 0),
  ]

  /// Least and greatest value that the measure can have, where it has any.
  public var possible: ClosedRange<Double>? { id == ToeFirstShare.id ? 0...100 : nil }

  /// Whether one value divided by another means something: not so for angles and shares, which may be 0 or negative.
  public var hasRatio: Bool { id != ToeFirstShare.id && unit != "°" }

  /// The 95 % interval of a session's value, within what is possible.
  public func interval(of value: PersonCourse.SessionMeasure) -> ClosedRange<Double>? {
    value.interval.map(bounded)
  }

  /// `interval` within what is possible.
  public func bounded(_ interval: ClosedRange<Double>) -> ClosedRange<Double> {
    possible.map(interval.clamped(to:)) ?? interval
  }

  /// The measure of the name.
  public static func named(_ id: String) -> TrackedMeasure? { all.first { $0.id == id } }

  /// Whether the measure was named beforehand as what backward walking is practised for.
  ///
  /// There are three, so that a change is not found by looking at many (figures that are looked at in numbers give false
  /// alarms: five measures at 5 % give one in 23 of 100 people who do not change).
  public func isPrimary(_ direction: Direction) -> Bool {
    direction == .backward && ["speed_m_s", "stride_length_m", ToeFirstShare.id].contains(id)
  }

  /// What a measure differs by from one day to another in people who do not change, from studies of forward walking.
  ///
  /// No such figure is known for backward walking, and none for the share of toe-first contacts.
  public var borrowedError: MeasurementError? {
    switch id {
    // 4.1 m/min over 20 m, 2,527 people with knee osteoarthritis.
    case "speed_m_s": MeasurementError(borrowed: 0.068, source: "forward walking, knee osteoarthritis, PMC7392790")
    // Twice the 3.8 cm of a step; a walking speed of 0.60 m/s.
    case "stride_length_m":
      MeasurementError(borrowed: 0.076, source: "forward walking at 0.6 m/s, doi 10.3390/s20174866")
    case "cadence_steps_min":
      MeasurementError(borrowed: 4.4, source: "forward walking at 0.6 m/s, doi 10.3390/s20174866")
    // Twice the 0.04 s of a step.
    case "duration_s":
      MeasurementError(borrowed: 0.08, source: "forward walking at 0.6 m/s, doi 10.3390/s20174866")
    default: nil
    }
  }
}
