/// One swing of a foot, from the initial contact before it to the initial contact that ends it.
///
/// Lengths are in meters, times in seconds on the recording's clock, angles in radians.
/// A value that could not be measured is `nil`, never zero.
public struct Stride: Sendable, Equatable {
  public var foot: Side
  /// Counts the strides of this foot from 1.
  public var number: Int
  /// Number of the walking bout it belongs to, or `nil` outside bouts.
  public var bout: Int?

  /// The foot's previous initial contact; `nil` for the first swing after standing.
  public var start: Double?
  /// The final contact that begins the swing.
  public var finalContact: Double
  /// The initial contact that ends the swing.
  public var end: Double

  public var direction: Direction?
  /// Probability that `direction` is right.
  public var directionConfidence: Double?

  /// Horizontal distance between the foot's rest positions before and after the swing.
  public var length: Double?
  /// Interval in which the true length lies with a probability of 95 %; `nil` where it is not known.
  public var lengthInterval: ClosedRange<Double>? {
    get {
      guard let low = lengthLow, let high = lengthHigh, low <= high else { return nil }
      return low...high
    }
    set { (lengthLow, lengthHigh) = (newValue?.lowerBound, newValue?.upperBound) }
  }
  /// Ends of `lengthInterval`, as they stand in tables.
  package var lengthLow: Double?
  package var lengthHigh: Double?
  /// Standard deviation of the logarithm of the length that this stride has in common with all others of the person, as
  /// where lengths are estimated from the trunk: a mean over more strides is not surer of it; `nil` where errors are
  /// each stride's own.
  public var sharedLengthDeviation: Double?
  /// Meters, where `length` is empty because it is too uncertain for a single stride; it counts in distances only, in
  /// which such errors cancel.
  package var uncertainLength: Double?
  /// Largest height of the sole above the line between the foot's rest positions.
  public var clearance: Double?
  /// Largest horizontal distance of the foot's path from the straight line between its rest positions.
  public var lateralExcursion: Double?
  /// Height of the foot's rest position after the swing above the one before it.
  public var elevation: Double?
  /// Change of the foot's heading over the swing, positive to the left.
  public var turn: Double?

  public var contact: FirstContact?
  /// Probability that `contact` is right.
  public var contactConfidence: Double?
  /// Foot pitch at `end`, toes up positive.
  public var footPitchAtContact: Double?
  /// Foot pitch at `finalContact`, toes up positive.
  public var footPitchAtRelease: Double?
  /// Largest less smallest foot pitch from the foot-flat phase before the swing to the one after it.
  public var footPitchRange: Double?
  /// Largest change within 20 ms of the acceleration of the point of the sole that lands, at right angles to the sole, in
  /// m/s²; `nil` where the sensor was at the end of its range or is read too seldom.
  public var contactPeak: Double?

  /// Time of the stride in which both feet are on the ground; needs both feet.
  public var doubleSupport: Double?
  /// Time from the other foot's initial contact to this one's, at `end`; needs both feet.
  public var stepTime: Double?
  /// Distance along the line of progression from the other foot to this one, at `end`; needs both feet.
  public var stepLength: Double?
  /// Distance across the line of progression between the feet; needs both feet.
  public var stepWidth: Double?

  /// Why this stride must not enter any aggregate; `nil` if it may.
  public var rejectReason: RejectReason?
  /// Whether the stride stands in steady, straight walking, however well it was measured.
  public var isSteady = true
  /// Why the stride enters no mean, once that was judged; `nil` if it does.
  public var leftOut: LeftOutReason?
  /// Name of the segment of the recording in which the stride lies wholly; `nil` if there is none.
  public var segment: String?
  /// Whether the stride lies in the time of the recording that counts; one that does not stands in no result.
  public var isEvaluated = true

  public init(foot: Side, number: Int, start: Double? = nil, finalContact: Double, end: Double) {
    self.foot = foot
    self.number = number
    self.start = start
    self.finalContact = finalContact
    self.end = end
  }

  /// Whether the stride may enter aggregates.
  public var isValid: Bool { rejectReason == nil }

  /// Confidence below which a stride's direction or contact enters no aggregate.
  public static let leastConfidence = 0.6

  /// `direction`, where it is sure enough to enter an aggregate.
  public var sureDirection: Direction? {
    (directionConfidence ?? 0) >= Self.leastConfidence ? direction : nil
  }
  /// Whether the stride enters means: it could be measured, its direction is sure, and it is one of steady walking.
  public var isCounted: Bool { isValid && isSteady && sureDirection != nil }

  /// `contact`, where it is sure enough to enter an aggregate.
  public var sureContact: FirstContact? {
    (contactConfidence ?? 0) >= Self.leastConfidence ? contact : nil
  }

  /// Seconds from initial contact to initial contact.
  public var duration: Double? { start.map { end - $0 } }
  /// Seconds on the ground before the swing.
  public var stance: Double? { start.map { finalContact - $0 } }
  /// Seconds in the air.
  public var swing: Double { end - finalContact }
  /// Meters per second.
  public var speed: Double? {
    guard let length, let duration, duration > 0 else { return nil }
    return length / duration
  }
  /// Steps per minute: two steps make a stride.
  public var cadence: Double? {
    guard let duration, duration > 0 else { return nil }
    return 120 / duration
  }
}

/// Why a stride must not enter any aggregate.
public enum RejectReason: String, CaseIterable, Sendable, Codable {
  /// The foot was not at rest before or after the swing, so the path has no anchor.
  case noFootFlat = "no_foot_flat"
  /// The sensor reached the end of its range: on a foot the gyroscope, so its orientation is not known; on the back
  /// either sensor.
  case clipped
  /// Samples were missing within the stride.
  case missingSamples = "missing_samples"
  /// The stride is longer, faster or slower than people walk.
  case implausible
  /// Steps that followed each other without repeating themselves from stride to stride, seen by a sensor on the trunk:
  /// only their times are known.
  case irregular
}
