import GaitModel

/// What a simulated person does, one part after the other.
public struct WalkProgram: Sendable, Equatable {
  public var parts: [Part]
  /// Distance between the feet across the heading, in m.
  public var stepWidth: Double
  /// Standard deviation of stride lengths and durations as a share of their mean.
  public var variability: Double

  public init(_ parts: [Part], stepWidth: Double = 0.12, variability: Double = 0) {
    self.parts = parts
    self.stepWidth = stepWidth
    self.variability = variability
  }

  /// One thing that the person does.
  public enum Part: Sendable, Equatable {
    /// Standing still, in seconds.
    case stand(Double)
    case walk(Walk)
    /// A turn on the spot by an angle in degrees (positive to the left), in a number of steps.
    case turn(degrees: Double, steps: Int)
  }

  /// Straight walking.
  public struct Walk: Sendable, Equatable {
    public var direction: Direction
    /// Full strides of each foot; a half stride begins and ends the walk.
    public var strides: Int
    /// m
    public var strideLength: Double
    /// m/s
    public var speed: Double
    /// Share of the stride that a foot is on the ground.
    public var stanceShare: Double
    /// Rise of the ground per stride, in m.
    public var elevation: Double
    /// Change of heading per stride in degrees, positive to the left.
    public var curve: Double
    public var style: SwingStyle
    /// The foot that walks in its own way, if one does.
    public var affected: AffectedFoot?
    /// A turn in the middle of the walk, without stopping.
    public var turn: TurnInWalk?
    /// How far the trunk leans farther forward than in standing, in degrees.
    public var lean = 0.0
    /// Distance between the feet in this walk in m; `nil` for the program's.
    public var stepWidth: Double?
    /// How the walk changes from its first step to its last one; `nil` where it does not.
    public var course: Course?
    /// Steps that go wrong or come late.
    public var irregularSteps: [IrregularStep] = []

    public init(
      _ direction: Direction, strides: Int, strideLength: Double, speed: Double, stanceShare: Double? = nil,
      elevation: Double = 0, curve: Double = 0, style: SwingStyle? = nil
    ) {
      self.direction = direction
      self.strides = strides
      self.strideLength = strideLength
      self.speed = speed
      // Backward walking has a longer stance by one to three per cent (Laufer 2005, doi 10.1093/gerona/60.5.627).
      self.stanceShare = stanceShare ?? (direction == .backward ? 0.64 : 0.62)
      self.elevation = elevation
      self.curve = curve
      self.style = style ?? .usual(direction)
    }

    /// Seconds from initial contact to initial contact.
    public var strideDuration: Double { strideLength / speed }
  }

  /// What the foot of the affected side does where the other does what the walk says, as after a stroke.
  public struct AffectedFoot: Sendable, Equatable {
    public var foot: Side
    public var style: SwingStyle
    /// Share of the stride that it is on the ground.
    public var stanceShare: Double
    /// How far ahead of the middle of the body it lands more than the other, in m; negative if behind. Its steps are
    /// longer by twice as much; strides of both feet are as long as the walk says.
    public var ahead: Double

    public init(_ foot: Side, style: SwingStyle, stanceShare: Double, ahead: Double = 0) {
      self.foot = foot
      self.style = style
      self.stanceShare = stanceShare
      self.ahead = ahead
    }
  }

  /// A turn in the middle of a walk, as on a walkway that people walk up and down: they slow down before it, take short steps
  /// in it, and get going again.
  public struct TurnInWalk: Sendable, Equatable {
    /// Full strides of each foot before it, those in which the person slows down among them.
    public var afterStrides: Int
    /// Degrees, positive to the left.
    public var degrees: Double
    /// Strides of each foot in it.
    public var strides: Int
    /// Length of the strides in it, as a share of the walk's.
    public var lengthShare: Double
    /// Lengths of the strides before it, the last one last, and of those after it in the opposite order, as shares.
    public var slowing: [Double]

    public init(
      afterStrides: Int, degrees: Double = 180, strides: Int = 3, lengthShare: Double = 0.5,
      slowing: [Double] = [0.96, 0.88]
    ) {
      self.afterStrides = afterStrides
      self.degrees = degrees
      self.strides = strides
      self.lengthShare = lengthShare
      self.slowing = slowing
    }

    /// Degrees by which step number `step` of the walk turns.
    func degrees(ofStep step: Int) -> Double {
      isWithin(step) ? degrees / Double(2 * strides) : 0
    }

    /// Length of step number `step` of the walk, as a share of the others.
    func lengthShare(ofStep step: Int) -> Double {
      if isWithin(step) { return lengthShare }
      let (first, last) = (2 * afterStrides, 2 * (afterStrides + strides))
      let stridesAway = step < first ? (first - 1 - step) / 2 : (step - last) / 2
      return stridesAway < slowing.count ? slowing[slowing.count - 1 - stridesAway] : 1
    }

    private func isWithin(_ step: Int) -> Bool {
      (2 * afterStrides..<2 * (afterStrides + strides)).contains(step)
    }
  }

  /// Standing, one straight walk at the usual length and speed unless others are given, standing.
  public static func straight(
    _ direction: Direction = .forward, strides: Int = 20, strideLength: Double? = nil, speed: Double? = nil
  ) -> WalkProgram {
    WalkProgram([
      .stand(2), .walk(.usual(direction, strides: strides, strideLength: strideLength, speed: speed)), .stand(2),
    ])
  }
}

extension WalkProgram.Walk {
  /// A walk at what healthy adults choose, unless something else is given: 1.35 m at 1.25 m/s forward, 1.0 m at
  /// 0.85 m/s backward (backward strides are about 0.75 times as long), 0.6 m at 0.5 m/s sideways.
  public static func usual(
    _ direction: Direction, strides: Int, strideLength: Double? = nil, speed: Double? = nil
  ) -> WalkProgram.Walk {
    let (length, pace): (Double, Double) =
      switch direction {
      case .forward: (1.35, 1.25)
      case .backward: (1.0, 0.85)
      case .sideways, .inPlace: (0.6, 0.5)
      }
    return WalkProgram.Walk(direction, strides: strides, strideLength: strideLength ?? length, speed: speed ?? pace)
  }
}
