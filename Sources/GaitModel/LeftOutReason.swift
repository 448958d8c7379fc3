/// Why a stride enters no mean.
public enum LeftOutReason: String, CaseIterable, Sendable, Codable {
  /// It could not be measured; its reject reason says why.
  case notValid = "not_valid"
  /// Its direction is not sure.
  case unsureDirection = "unsure_direction"
  /// The foot stayed where it was.
  case inPlace = "in_place"
  /// It belongs to a turn, or turns by itself.
  case turning
  /// It is one of the first or last strides beside a turn.
  case besideTurn = "beside_turn"
  /// It is one of the first strides after standing, or after a recording began.
  case starting
  /// It is one of the last strides before standing, or before a recording ended.
  case stopping
  /// It is one of the first or last strides beside walking in another direction.
  case besideOtherDirection = "beside_other_direction"

  /// Whether the reason lies in where the stride stands in the walk, and not in how well it was measured.
  public var isPlaceInWalk: Bool {
    switch self {
    case .turning, .besideTurn, .starting, .stopping, .besideOtherDirection: true
    case .notValid, .unsureDirection, .inPlace: false
    }
  }
}
