/// Where on the body a sensor is worn.
///
/// The raw values are the names used for files, HDF5 groups and command-line options.
public enum Placement: String, CaseIterable, Sendable, Codable, Hashable {
  case leftFoot = "left_foot"
  case rightFoot = "right_foot"
  case leftShank = "left_shank"
  case rightShank = "right_shank"
  case lowerBack = "lower_back"
  /// The front of the waist: a belt buckle, a phone on the belly.
  case waistFront = "waist_front"

  /// The foot this sensor is worn on, or `nil` if it is worn elsewhere.
  public var foot: Side? {
    switch self {
    case .leftFoot: .left
    case .rightFoot: .right
    case .leftShank, .rightShank, .lowerBack, .waistFront: nil
    }
  }

  /// Whether the sensor moves with the pelvis.
  public var isTrunk: Bool { self == .lowerBack || self == .waistFront }
}

extension Placement: Comparable {
  /// Placements are ordered as they are declared: feet, shanks, lower back, front of the waist.
  public static func < (lhs: Placement, rhs: Placement) -> Bool {
    lhs.order < rhs.order
  }

  private var order: Int {
    Placement.allCases.firstIndex(of: self) ?? Placement.allCases.count
  }
}

/// A side of the body.
public enum Side: String, CaseIterable, Sendable, Codable, Hashable {
  case left
  case right

  /// The other side.
  public var opposite: Side { self == .left ? .right : .left }
}
