/// Something that happens to a foot at one instant.
public struct GaitEvent: Sendable, Equatable {
  public var foot: Side
  /// Seconds on the recording's clock.
  public var time: Double
  public var kind: Kind
  /// What touched the ground first; only of initial contacts, and only where it can be told.
  public var contact: FirstContact?

  public init(foot: Side, time: Double, kind: Kind, contact: FirstContact? = nil) {
    self.foot = foot
    self.time = time
    self.kind = kind
    self.contact = contact
  }

  /// What happens to the foot; the raw values are those of `events.csv`.
  public enum Kind: String, Sendable, Codable {
    /// The first part of the foot touches the ground.
    case initialContact = "initial_contact"
    /// The last part of the foot leaves the ground.
    case finalContact = "final_contact"
    /// The sole comes to rest flat on the ground.
    case footFlatStart = "foot_flat_start"
    /// The heel or the toes begin to rise.
    case footFlatEnd = "foot_flat_end"
  }
}

/// The part of the foot that touches the ground first.
public enum FirstContact: String, CaseIterable, Sendable, Codable {
  /// The heel: foot pitch above +5° at initial contact.
  case heel
  /// Heel and toes at about the same time: foot pitch between −5° and +5°.
  case flat
  /// The toes: foot pitch below −5°.
  case toe
}

/// The way a stride goes, as seen from the walker.
public enum Direction: String, CaseIterable, Sendable, Codable {
  /// Less than 45° between the foot's displacement and its long axis.
  case forward
  /// More than 135° between the foot's displacement and its long axis.
  case backward
  /// In between.
  case sideways
  /// A stride shorter than 0.15 m, or one that turns the foot by more than 45° and goes no farther than a turn on the
  /// spot would carry it.
  case inPlace = "in_place"
}
