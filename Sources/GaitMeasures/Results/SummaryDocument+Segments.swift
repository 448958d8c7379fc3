import GaitModel

extension SummaryDocument {
  /// The time of a recording that counts.
  public struct Evaluated: Sendable, Equatable, Codable {
    /// Seconds on the recording's clock; absent for the beginning of the recording.
    public var fromS: Double?
    /// Seconds on the recording's clock; absent for the end of the recording.
    public var toS: Double?
    /// Number of strides that do not lie wholly in it and stand in no table.
    public var stridesOutside: Int

    enum CodingKeys: String, CodingKey {
      case fromS = "from_s"
      case toS = "to_s"
      case stridesOutside = "strides_outside"
    }
  }

  /// A named part of a recording, and the measures of the strides that lie wholly in it.
  public struct SegmentMeasures: Sendable, Equatable, Codable {
    public var name: String
    /// Seconds on the recording's clock, as given.
    public var startS: Double
    public var endS: Double
    /// Number of strides of all directions, of both feet.
    public var strides: Int
    /// By `forward` and `backward`; absent where nobody walked that way.
    public var directions: [String: DirectionMeasures]
    /// Share of `toe`, `flat` and `heel` by direction.
    public var contacts: [String: [String: Double]]
    /// Number of strides that entered no mean, by `LeftOutReason`.
    public var leftOut: [String: Int]

    enum CodingKeys: String, CodingKey {
      case name, strides, directions, contacts
      case startS = "start_s"
      case endS = "end_s"
      case leftOut = "left_out"
    }
  }
}
