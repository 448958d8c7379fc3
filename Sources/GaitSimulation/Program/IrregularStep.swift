import GaitModel

extension WalkProgram {
  /// A step that goes wrong, or comes late.
  public struct IrregularStep: Sendable, Equatable {
    /// Number of the step in its walk; the first step from standing is 1. A stumble needs a step before it and two after it,
    /// a hesitation one before it; others are left out.
    public var step: Int
    public var kind: Kind

    public init(_ kind: Kind, step: Int) {
      self.kind = kind
      self.step = step
    }

    /// What happens.
    public enum Kind: Sendable, Equatable {
      /// An obstacle stops the swing, the foot is put down early, and the next step makes up for half of what is lost: the
      /// "lowering strategy" of people who are tripped in mid-swing or late (Schillings et al. 2000, J Neurophysiol
      /// 83:2093; Pijnappels et al. 2005, J Biomech 38:627).
      case stumble
      /// The step begins later than the rhythm by so many seconds, with both feet on the ground meanwhile.
      case hesitation(seconds: Double)
    }

    /// Whether a walk of `steps` steps can have it.
    func isPossible(of steps: Int) -> Bool {
      switch kind {
      case .stumble: 2 <= step && step <= steps - 2
      case .hesitation: 2 <= step && step <= steps
      }
    }
  }
}

/// What a stumble does to a swing.
enum Stumble {
  /// Share of the swing after which the obstacle stops the foot: in the middle of it the foot is fastest.
  static let caughtAt = 0.5
  /// Seconds in which the obstacle stops the foot: shoe and leg give way by about 10 cm, at 4 m/s in the beginning.
  static let braking = 0.05
  /// Share of its speed that the foot has left then.
  static let speedLeft = 0.1
  /// Seconds from the obstacle to the ground: muscles answer after 60 to 140 ms (Schillings et al. 2000).
  static let lowering = 0.12
  /// Where the foot comes down, as a share of the stride that it was to make.
  static let landing = 0.6
  /// Share of the lost distance that the next step makes up for.
  static let recovery = 0.5
  /// Pitch at contact of a foot that is put down in haste, as a share of the usual one.
  static let contactPitch = 1.0 / 3
}
