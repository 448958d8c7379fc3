/// What a reader, an analysis or a store noticed and the user should know: a code with its parameters.
///
/// Numbers are rounded as they are shown, so that two warnings that read alike are equal. `GaitWords` has the sentences.
public indirect enum GaitWarning: Sendable, Hashable {
  /// Of the files of a recording.
  case files(FileWarning)
  /// Of the named parts of a recording.
  case segments(SegmentWarning)
  /// Of the table that one sensor was read from.
  case table(Placement, TableWarning)
  /// Of how the clocks of sensors are to each other, and from when to when they measured.
  case clocks(ClockWarning)
  /// Of the signals of one sensor.
  case signals(Placement, SignalWarning)
  /// Of what one foot's sensor shows.
  case foot(Placement, FootWarning)
  /// Of what the sensor on the lower back or at the front of the waist shows.
  case trunk(Placement, TrunkWarning)
  /// Of what all sensors show together.
  case walk(WalkWarning)
  /// Of a recording beside the others of the person.
  case history(HistoryWarning)
  /// A warning that holds for some of the chunks of a long recording only.
  case inChunks(Int, of: Int, GaitWarning)

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .files(let warning): warning.code
    case .segments(let warning): warning.code
    case .table(_, let warning): warning.code
    case .clocks(let warning): warning.code
    case .signals(_, let warning): warning.code
    case .foot(_, let warning): warning.code
    case .trunk(_, let warning): warning.code
    case .walk(let warning): warning.code
    case .history(let warning): warning.code
    case .inChunks(_, _, let warning): warning.code
    }
  }

  /// The sensor that it is about, where it is about one.
  public var placement: Placement? {
    switch self {
    case .table(let placement, _), .signals(let placement, _), .foot(let placement, _), .trunk(let placement, _):
      placement
    case .inChunks(_, _, let warning): warning.placement
    case .files, .segments, .clocks, .walk, .history: nil
    }
  }
}
