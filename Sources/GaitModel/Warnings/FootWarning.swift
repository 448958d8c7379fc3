/// What the user should know of what a foot's sensor shows.
public enum FootWarning: Sendable, Hashable {
  /// The foot did not swing.
  case noSwing
  /// The sensor moved, and no stride of a walk was found.
  case noStride
  /// Few of the swings have a length, most often for this reason.
  case fewLengths(swings: Int, measured: Int, mostOften: RejectReason?)
  /// The foot moves as if the toes were not where they were declared to be.
  case toesContradicted
  /// The axis that was declared to point to the toes points up or down.
  case toesUpright
  /// Toes and heel could not be told apart.
  case toesUnknown
  /// The sensor turns by so many degrees while the foot should be flat.
  case loose(degrees: Int)
  /// So many samples reached the end of the sensor's range.
  case clipped(samples: Int)
  /// Samples are missing in so many places for longer than so many seconds.
  case missing(places: Int, longerThan: Double)
  /// The foot rolls over its toes as the other one would.
  case looksLikeOther

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .noSwing: .noSwing
    case .noStride: .noStride
    case .fewLengths: .fewLengths
    case .toesContradicted: .toesContradicted
    case .toesUpright: .toesUpright
    case .toesUnknown: .toesUnknown
    case .loose: .sensorLoose
    case .clipped: .samplesClipped
    case .missing: .samplesMissing
    case .looksLikeOther: .footLooksLikeOther
    }
  }
}
