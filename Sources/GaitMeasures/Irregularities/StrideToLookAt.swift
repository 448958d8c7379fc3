import GaitModel

/// A stride that differs from the person's own strides around it as a stumble, a hesitation or a stop would.
///
/// It is worth a look, and not a near fall. A detector with 85 % sensitivity and specificity was right in about one of seven
/// alarms where 21 of 689 pieces of walking were near falls (from the figures of Weiss et al. 2010, doi
/// 10.1186/1756-0500-3-62). In daily life near falls are rarer.
public struct StrideToLookAt: Sendable, Equatable {
  public var foot: Side
  /// Number of the stride among those of its foot.
  public var number: Int
  /// Seconds on the recording's clock: when the foot came down early, or when the late step began.
  public var time: Double
  public var direction: Direction
  public var bout: Int?
  public var kind: Kind
  /// Seconds by which the step is late; `nil` of a swing.
  public var delay: Double?
  /// What speaks for it, and by how many of the person's own standard deviations.
  public var evidence: [Evidence]
  /// Number of strides of the same foot, direction and walk that it was compared with.
  public var neighbors: Int

  /// What it may be.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// A swing that ended early and short, as when the foot met something and was put down.
    case interruptedSwing = "interrupted_swing"
    /// A step that began late, with both feet on the ground for half a step's time more than usual.
    case hesitation
    /// Both feet on the ground for 1 to 3 s within a walk that goes on in the same direction. Whether the person wanted to
    /// stop is not seen.
    case stop
  }

  /// One difference from the strides around.
  public struct Evidence: Sendable, Equatable {
    public var quantity: Quantity
    /// Difference from the median of the neighbors, in standard deviations of theirs (from the median deviation).
    public var deviations: Double

    /// What differs.
    public enum Quantity: String, Sendable, Codable {
      /// Length of the stride.
      case length
      /// Time of the swing.
      case swingTime = "swing_time"
      /// Time on the ground before the swing: of both feet, or of the one that was seen.
      case groundTime = "ground_time"
    }
  }

  /// The largest difference, in standard deviations of the strides around.
  public var deviations: Double { evidence.map { abs($0.deviations) }.max() ?? 0 }
}

/// What a search for such strides found.
public struct StridesToLookAt: Sendable, Equatable {
  /// Sorted by time.
  public var strides: [StrideToLookAt]
  /// Number of strides that had enough neighbors to be judged.
  public var judged: Int
}
