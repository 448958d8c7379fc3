import GaitModel

extension MeasureDefinition {
  /// All measures that are taken from single strides, in the order in which they are shown.
  public static let all: [MeasureDefinition] = [
    strideLength, speed, cadence, strideDuration, stanceShare, swing, doubleSupport, footPitchAtContact,
    footPitchAtRelease, clearance, contactPeak,
  ]

  private static let atRest = "the foot must come to rest between swings"
  private static let consecutive = "two contacts of the same foot must follow each other"
  private static let bothFeet = "both feet must carry a sensor"
  private static let footSensor = "a foot must carry a sensor"
  private static let firmFootSensor = "a foot that stands flat in each step must carry a firmly fixed sensor"
  private static let degrees = 180 / Double.pi

  public static let strideLength = MeasureDefinition(
    id: "stride_length_m", title: "Stride length", unit: "m",
    method: "Horizontal distance between two rest positions of the foot, from strapdown integration between "
      + "zero-velocity instants.",
    source: "Mariani et al. 2010, doi 10.1016/j.jbiomech.2010.07.003", requirement: atRest,
    value: { $0.length })

  public static let speed = MeasureDefinition(
    id: "speed_m_s", title: "Walking speed", unit: "m/s", method: "Stride length over stride duration.",
    source: "Mariani et al. 2010, doi 10.1016/j.jbiomech.2010.07.003", requirement: atRest,
    value: { $0.speed })

  public static let cadence = MeasureDefinition(
    id: "cadence_steps_min", title: "Cadence", unit: "steps/min",
    method: "Two steps per stride: 120 over the stride duration in seconds.",
    source: "Kluge et al. 2021, doi 10.1371/journal.pone.0256541", requirement: consecutive,
    value: { $0.cadence })

  public static let strideDuration = MeasureDefinition(
    id: "duration_s", title: "Stride duration", unit: "s",
    method: "From initial contact to the next initial contact of the same foot.",
    source: "Kluge et al. 2021, doi 10.1371/journal.pone.0256541", requirement: consecutive,
    value: { $0.duration })

  public static let stanceShare = MeasureDefinition(
    id: "stance_share_percent", title: "Stance", unit: "% of stride",
    method: "From initial to final contact, as a share of the stride.",
    source: "Kluge et al. 2021, doi 10.1371/journal.pone.0256541",
    requirement: consecutive,
    value: { stride in
      guard let stance = stride.stance, let duration = stride.duration, duration > 0 else { return nil }
      return 100 * stance / duration
    })

  public static let swing = MeasureDefinition(
    id: "swing_s", title: "Swing", unit: "s", method: "From final contact to the next initial contact.",
    source: "Kluge et al. 2021, doi 10.1371/journal.pone.0256541",
    requirement: footSensor,
    value: { $0.swing })

  public static let doubleSupport = MeasureDefinition(
    id: "double_support_s", title: "Double support", unit: "s",
    method: "Time per stride in which both feet are on the ground; needs sensors on both feet.",
    source: "Kluge et al. 2021, doi 10.1371/journal.pone.0256541", requirement: bothFeet,
    value: { $0.doubleSupport })

  public static let footPitchAtContact = MeasureDefinition(
    id: "foot_pitch_contact_deg", title: "Foot pitch at initial contact", unit: "°",
    method: "Angle of the sole to the ground, toes up positive, zero when the foot is flat.",
    source: "Mariani et al. 2013, doi 10.1016/j.gaitpost.2012.07.012",
    requirement: firmFootSensor,
    value: { $0.footPitchAtContact.map { $0 * degrees } })

  public static let footPitchAtRelease = MeasureDefinition(
    id: "foot_pitch_off_deg", title: "Foot pitch at final contact", unit: "°",
    method: "Angle of the sole to the ground, toes up positive, zero when the foot is flat.",
    source: "Mariani et al. 2013, doi 10.1016/j.gaitpost.2012.07.012",
    requirement: firmFootSensor,
    value: { $0.footPitchAtRelease.map { $0 * degrees } })

  public static let clearance = MeasureDefinition(
    id: "clearance_m", title: "Sole clearance", unit: "m",
    method: "Largest height that the lowest point of the sole reaches in the swing.",
    source: "Mariani et al. 2012, doi 10.1109/TBME.2012.2216263", requirement: atRest,
    value: { $0.clearance })

  public static let contactPeak = MeasureDefinition(
    id: "contact_peak_m_s2", title: "Peak acceleration at contact", unit: "m/s²",
    method: "Largest acceleration of the sensor from 25 ms before to 75 ms after initial contact.",
    source: "RetroGait; the value depends on where the sensor sits on the shoe", requirement: footSensor,
    value: { $0.contactPeak })
}
