import GaitModel
import GaitStatistics

extension StrideQuantity {
  /// Every quantity, in the order in which they are shown. Those that are columns of `strides.csv` stand in the order of the
  /// columns; a new one goes to the end.
  public static let all: [StrideQuantity] = [
    bout, foot, number, start, finalContact, end, direction, directionConfidence, length, duration, stance, stanceShare,
    swing, speed, cadence, contact, contactConfidence, toeFirst, footPitchAtContact, footPitchAtRelease, clearance,
    lateralExcursion, elevation, turn, contactPeak, valid, rejectReason, doubleSupport, stepLength, stepWidth,
    lengthLow, lengthHigh, steady, stepTime, leftOut, segment, footPitchRange,
  ]

  /// Those that are columns of `strides.csv` and of the view of strides.
  public static let columns = all.filter { $0.content != .meanOnly }
  /// Those of which `summary.json` has means.
  public static let averaged = all.filter { $0.mean?.isShare == false }
  /// Those whose course over sessions is judged: those named beforehand by their rank, then the others.
  public static let tracked = prespecified + all.filter { $0.mean?.isTracked == true && $0.mean?.prespecified == nil }
  /// Those named beforehand as what backward walking is practiced for, by their rank.
  public static let prespecified = all.filter { $0.mean?.prespecified != nil }
    .sorted { ($0.mean?.prespecified ?? 0) < ($1.mean?.prespecified ?? 0) }

  /// The quantity whose mean or column is called `id`.
  public static func named(_ id: String) -> StrideQuantity? { byName[id] }
  private static let byName = Dictionary(
    all.flatMap { [($0.id, $0), ($0.column, $0)] }, uniquingKeysWith: { first, _ in first })

  // MARK: Which stride it is

  public static let bout = count(
    "bout", "Bout", isRequired: false, about: "number of the walking bout in `bouts.csv`; empty outside bouts",
    get: { $0.bout }, set: { $0.bout = $1 })
  public static let foot = word(
    "foot", "Foot", isRequired: true, isShown: true, about: "`left` or `right`", get: { $0.foot },
    set: { $0.foot = $1 ?? $0.foot })
  public static let number = count(
    "stride", "Stride", isRequired: true, about: "counts the strides of this foot from 1", get: { $0.number },
    set: { $0.number = $1 ?? $0.number })

  // MARK: When

  public static let start = kept(
    "start_s", "Initial contact before", .second, decimals: 2, \.start,
    about: "initial contact before; empty for the first swing after standing")
  public static let finalContact = time(
    "final_contact_s", "Final contact", \.finalContact, about: "the foot leaves the ground")
  public static let end = time(
    "end_s", "Initial contact", \.end, isShown: true, about: "initial contact that ends the swing")

  // MARK: Which way, how far and how fast

  public static let direction = word(
    "direction", "Direction", isShown: true, about: "`forward`, `backward`, `sideways` or `in_place`",
    get: { $0.direction }, set: { $0.direction = $1 })
  public static let directionConfidence = kept(
    "direction_confidence", "Direction confidence", .probability, decimals: 2, \.directionConfidence,
    possible: 0...1, about: "probability that `direction` is right")

  public static let length = kept(
    "length_m", "Stride length", .meter, decimals: 2, \.length, isShown: true,
    possible: 0...Double.infinity, about: "horizontal distance between the foot's places before and after",
    mean: Mean(
      "stride_length_m",
      method: "Horizontal distance between two rest positions of the foot, from strapdown integration between "
        + "zero-velocity instants.",
      source: mariani2010, requirement: atRest, isCompared: true, prespecified: 2,
      // Twice the 3.8 cm of a step; a walking speed of 0.60 m/s.
      borrowedError: MeasurementError(borrowed: 0.076, source: slowForward)))
  public static let duration = derived(
    "duration_s", "Stride duration", .second, decimals: 2, sql: "end_s - start_s", isShown: true,
    about: "`end_s` − `start_s`",
    mean: Mean(
      "duration_s", method: "From initial contact to the next initial contact of the same foot.", source: kluge2021,
      requirement: consecutive, isCompared: true,
      // Twice the 0.04 s of a step.
      borrowedError: MeasurementError(borrowed: 0.08, source: slowForward)), value: { $0.duration })
  public static let stance = derived(
    "stance_s", "Stance", .second, decimals: 2, sql: "final_contact_s - start_s",
    about: "on the ground: `final_contact_s` − `start_s`", value: { $0.stance })
  public static let swing = derived(
    "swing_s", "Swing", .second, decimals: 2, sql: "end_s - final_contact_s",
    about: "in the air: `end_s` − `final_contact_s`",
    mean: Mean(
      "swing_s", method: "From final contact to the next initial contact.", source: kluge2021, requirement: footSensor,
      isCompared: true, isTracked: false), value: { $0.swing })
  public static let speed = derived(
    "speed_m_s", "Walking speed", .meterPerSecond, decimals: 2, sql: "length_m / nullif(end_s - start_s, 0)",
    isShown: true, about: "length over duration",
    mean: Mean(
      "speed_m_s", method: "Stride length over stride duration.", source: mariani2010, requirement: atRest,
      isCompared: true, prespecified: 1,
      // 4.1 m/min over 20 m, 2,527 people with knee osteoarthritis.
      borrowedError: MeasurementError(
        borrowed: 0.068, source: "forward walking, knee osteoarthritis, PMC7392790"),
      // The smallest detectable change of 0.11 m/s of 29 people long after a stroke, over 2.77; that of 34 people soon
      // after it, 0.07 m/s, is smaller.
      backwardErrorAfterStroke: MeasurementError(
        borrowed: 0.040, freedom: 28, source: "backward walking after a stroke, DeMark et al. 2023, PubMed 35658807")),
    value: { $0.speed })
  public static let cadence = derived(
    "cadence_steps_min", "Cadence", .stepPerMinute, decimals: 0, sql: "120 / nullif(end_s - start_s, 0)", isShown: true,
    about: "120 over duration",
    mean: Mean(
      "cadence_steps_min", method: "Two steps per stride: 120 over the stride duration in seconds.", source: kluge2021,
      requirement: consecutive, borrowedError: MeasurementError(borrowed: 4.4, source: slowForward)),
    value: { $0.cadence })

  // MARK: How the foot lands and leaves

  public static let contact = word(
    "contact_type", "First contact", isShown: true, about: "what touched first at `end_s`: `heel`, `toe` or `flat`",
    get: { $0.contact }, set: { $0.contact = $1 })
  public static let contactConfidence = kept(
    "contact_confidence", "Contact confidence", .probability, decimals: 2, \.contactConfidence,
    possible: 0...1, about: "probability that `contact_type` is right")
  public static let footPitchAtContact = kept(
    "foot_pitch_contact_deg", "Foot pitch at contact", .degree, decimals: 0, \.footPitchAtContact, isShown: true,
    about: "pitch of the foot at `end_s`, toes up positive, 0 when flat",
    mean: Mean("foot_pitch_contact_deg", method: solePitch, source: mariani2013, requirement: firmFootSensor))
  public static let footPitchAtRelease = kept(
    "foot_pitch_off_deg", "Foot pitch at final contact", .degree, decimals: 0, \.footPitchAtRelease,
    about: "pitch of the foot at `final_contact_s`, toes up positive, 0 when flat",
    mean: Mean(
      "foot_pitch_off_deg", method: solePitch, source: mariani2013, requirement: firmFootSensor, isTracked: false))

  // MARK: The path

  public static let clearance = kept(
    "clearance_m", "Sole clearance", .meter, decimals: 3, \.clearance, isShown: true,
    possible: 0...Double.infinity, about: "largest height that the lowest point of the sole reaches",
    mean: Mean(
      "clearance_m", method: "Largest height that the lowest point of the sole reaches in the swing.",
      source: "Mariani et al. 2012, doi 10.1109/TBME.2012.2216263", requirement: atRest, isCompared: true))
  public static let lateralExcursion = kept(
    "lateral_excursion_m", "Lateral excursion", .meter, decimals: 3, \.lateralExcursion,
    possible: 0...Double.infinity, about: "largest distance of the path from the straight line between its ends")
  public static let elevation = kept(
    "elevation_m", "Elevation", .meter, decimals: 3, \.elevation,
    about: "height of the place after above the place before")
  public static let turn = kept(
    "turn_deg", "Turn", .degree, decimals: 0, \.turn, about: "change of the foot's heading, positive to the left")
  public static let contactPeak = kept(
    "contact_peak_m_s2", "Jolt at contact", .meterPerSecondSquared, decimals: 0, \.contactPeak,
    possible: 0...Double.infinity,
    about:
      "jolt: largest change within 20 ms of the acceleration of the point of the sole that lands, at right angles to "
      + "the sole, from 25 ms before to 75 ms after `end_s`; compare only one sensor in one place at one rate; empty where "
      + "a sensor was at the end of its range or is read less than 90 times per second",
    mean: Mean(
      "contact_peak_m_s2",
      method: "Largest change within 20 ms of the acceleration of the point of the sole that lands, at right angles to "
        + "the sole, around initial contact. Compare only one sensor in one place at one rate.",
      source: "RetroGait; how peaks depend on the rate: Mitschke et al. 2017, doi 10.1080/10255842.2017.1382482",
      requirement:
        "a foot must carry a firmly fixed sensor that is read 90 times per second or more, with range to spare"
    ))

  // MARK: Whether it counts

  public static let valid = truth(
    "valid", "Valid", sql: "reject_reason IS NULL",
    about: "`true` or `false`: whether everything in the row could be measured", get: { $0.isValid })
  public static let rejectReason = word(
    "reject_reason", "Excluded because", isShown: true,
    about: "if not: `no_foot_flat` (not at rest before or after), `clipped` (end of the sensor's range), "
      + "`missing_samples` (more than single ones), `implausible` (longer or faster than people walk), `irregular` (on "
      + "the trunk: steps that do not repeat themselves; only their times are known)",
    get: { $0.rejectReason }, set: { $0.rejectReason = $1 })

  // MARK: Both feet

  public static let doubleSupport = kept(
    "double_support_s", "Double support", .second, decimals: 2, \.doubleSupport,
    possible: 0...Double.infinity, about: "time of the stride with both feet on the ground; needs both feet",
    mean: Mean(
      "double_support_s", method: "Time per stride in which both feet are on the ground; needs sensors on both feet.",
      source: kluge2021, requirement: bothFeet))
  public static let stepLength = kept(
    "step_length_m", "Step length", .meter, decimals: 2, \.stepLength, about: "empty: \(noCommonOrigin)")
  public static let stepWidth = kept(
    "step_width_m", "Step width", .meter, decimals: 2, \.stepWidth, about: "empty: \(noCommonOrigin)")

  // MARK: How sure the length is, and which strides enter means

  public static let lengthLow = kept(
    "length_low_m", "Stride length, low", .meter, decimals: 2, \.lengthLow,
    possible: 0...Double.infinity,
    about: "the true length is above it, and below `length_high_m`, with a probability of 95 %")
  public static let lengthHigh = kept(
    "length_high_m", "Stride length, high", .meter, decimals: 2, \.lengthHigh, possible: 0...Double.infinity,
    about: "see `length_low_m`")
  public static let steady = truth(
    "steady", "Steady", about: "`true` or `false`: whether the stride is part of steady, straight walking",
    get: { $0.isSteady }, set: { $0.isSteady = $1 })
  public static let leftOut = word(
    "left_out", "Not in means because", isShown: true,
    about: "why the stride enters no mean, empty where it does: "
      + LeftOutReason.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") + " (see below)",
    get: { $0.leftOut }, set: { $0.leftOut = $1 }
  ).since(version: "0.2.0")

  public static let segment = name(
    "segment", "Segment",
    about: "name of the segment of the recording in which the stride lies wholly; empty where there is none",
    get: { $0.segment }, set: { $0.segment = $1 }
  ).since(version: "0.2.0")

  public static let stepTime = kept(
    "step_time_s", "Step time", .second, decimals: 2, \.stepTime,
    possible: 0...Double.infinity, about: "time from the other foot's initial contact to `end_s`; needs both feet",
    mean: Mean(
      "step_time_s", method: "From the initial contact of the other foot to that of this one.",
      source: kluge2021, requirement: bothFeet, isCompared: true,
      isTracked: false)
  ).since(version: "0.2.0")

  public static let footPitchRange = kept(
    "foot_pitch_range_deg", "Range of foot pitch", .degree, decimals: 0, \.footPitchRange,
    possible: 0...180,
    about: "largest less smallest pitch of the foot from foot-flat to foot-flat",
    mean: Mean(
      "foot_pitch_range_deg",
      method:
        "Largest less smallest angle of the sole to the ground, from foot-flat to foot-flat: how far the foot moves "
        + "in the sagittal plane.",
      source: mariani2013, requirement: firmFootSensor)
  ).since(version: "0.2.0")

  // MARK: Of means only

  public static let stanceShare = derived(
    "stance_share_percent", "Stance", .percentOfStride, decimals: 1, sql: nil, possible: 0...100,
    about: "stance over duration",
    mean: Mean(
      "stance_share_percent", method: "From initial to final contact, as a share of the stride.", source: kluge2021,
      requirement: consecutive, isCompared: true),
    value: { stride in
      guard let stance = stride.stance, let duration = stride.duration, duration > 0 else { return nil }
      return 100 * stance / duration
    })
  /// 100 for a contact in which the toes came first, 0 for another.
  public static let toeFirst = derived(
    "toe_first_percent", "Toe-first share", .percent, decimals: 0, sql: nil, possible: 0...100,
    about: "whether the toes touched first",
    mean: Mean(
      "toe_first_percent", method: "Share of the initial contacts in which the toes touched the ground first.",
      source: "RetroGait", requirement: firmFootSensor, isShare: true, prespecified: 3),
    value: { stride in stride.sureContact.map { $0 == .toe ? 100 : 0 } })

  // MARK: Words that several share

  private static let atRest = "the foot must come to rest between swings"
  private static let consecutive = "two contacts of the same foot must follow each other"
  private static let bothFeet = "both feet must carry a sensor"
  private static let footSensor = "a foot must carry a sensor"
  private static let firmFootSensor = "a foot that stands flat in each step must carry a firmly fixed sensor"
  private static let noCommonOrigin = "feet that are tracked one by one have no common origin"
  private static let solePitch = "Angle of the sole to the ground, toes up positive, zero when the foot is flat."
  private static let mariani2010 = "Mariani et al. 2010, doi 10.1016/j.jbiomech.2010.07.003"
  private static let mariani2013 = "Mariani et al. 2013, doi 10.1016/j.gaitpost.2012.07.012"
  private static let kluge2021 = "Kluge et al. 2021, doi 10.1371/journal.pone.0256541"
  private static let slowForward = "forward walking at 0.6 m/s, doi 10.3390/s20174866"
}
