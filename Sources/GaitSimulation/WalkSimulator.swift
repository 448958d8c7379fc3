import GaitModel
import GaitSignal

/// A simulated walk: what the sensors read, and what really happened.
public struct SimulatedWalk: Sendable {
  public var recording: Recording
  /// Every stride as it was, sorted by end; angles in rad, lengths in m, both exact to the last digits.
  public var strides: [Stride]
  /// Initial and final contacts, sorted by time.
  public var events: [GaitEvent]
  /// Steps that went wrong or came late, sorted by time.
  public var irregularSteps: [TrueIrregularStep] = []
}

/// A step of a simulated walk that went wrong or came late.
public struct TrueIrregularStep: Sendable, Equatable {
  public var foot: Side
  /// Number of its stride among those of the foot, from 1.
  public var stride: Int
  /// When the obstacle stopped the foot, or when the late step began, in seconds.
  public var time: Double
  public var kind: WalkProgram.IrregularStep.Kind
}

/// Makes walks with known truth.
public struct WalkSimulator: Sendable {
  /// The same seed gives the same walk.
  public var seed: UInt64
  public var shape: FootShape
  public var effects: SensorEffects
  /// Where sensors are worn: feet and lower back.
  public var placements: [Placement]

  public init(
    seed: UInt64 = 1, shape: FootShape = FootShape(), effects: SensorEffects = SensorEffects(),
    placements: [Placement] = [.leftFoot, .rightFoot]
  ) {
    self.seed = seed
    self.shape = shape
    self.effects = effects
    self.placements = placements
  }

  /// Walks `program`.
  ///
  /// Sensors on the shanks are not simulated.
  ///
  /// - Parameters:
  ///   - name: Of the recording.
  ///   - details: What the recording says of the person and the walk; it changes nothing in the signals.
  public func walk(
    _ program: WalkProgram, name: String = "simulated", details: RecordingDetails = RecordingDetails()
  ) -> SimulatedWalk {
    let plan = StepPlan(program, seed: seed)
    var streams: [SensorStream] = []
    var strides: [Stride] = []
    var irregular: [TrueIrregularStep] = []
    for (k, placement) in placements.sorted().enumerated() {
      var model = SensorModel(effects, seed: seed &* 1_000_003 &+ UInt64(k))
      if let foot = placement.foot {
        let swings = plan.swings[foot] ?? []
        let motion = FootMotion(
          shape: shape, swings: swings, standingAt: StepPlan.origin(of: foot, stepWidth: program.stepWidth),
          heading: 0)
        let turn = effects.stanceTurn == 0 ? nil : StanceTurn(range: effects.stanceTurn, swings: swings)
        streams.append(
          model.stream(placement, duration: plan.duration, contacts: swings.map(\.initialContact)) { time in
            let state = motion.state(at: time)
            return turn.map { IdealSensor.reading(of: state, turnedBy: $0.state(at: time)) }
              ?? IdealSensor.reading(of: state)
          })
        strides += TrueStrides(motion: motion).strides(of: foot).filter { $0.finalContact >= effects.cut }
        irregular += swings.enumerated().compactMap { number, swing in
          guard let kind = swing.irregularity, swing.finalContact >= effects.cut else { return nil }
          return TrueIrregularStep(
            foot: foot, stride: number + 1, time: swing.obstacle?.time ?? swing.finalContact, kind: kind)
        }
      } else if placement == .lowerBack {
        let trunk = TrunkMotion(walks: plan.walks)
        let contacts = plan.swings.values.joined().map(\.initialContact).sorted()
        streams.append(
          model.stream(placement, duration: plan.duration, contacts: contacts) { trunk.reading(at: $0) })
      }
    }
    strides.sort { ($0.end, $0.foot.rawValue) < ($1.end, $1.foot.rawValue) }
    TrueStrides.completeDoubleSupport(&strides)
    let events = strides.flatMap { stride in
      [
        GaitEvent(foot: stride.foot, time: stride.finalContact, kind: .finalContact),
        GaitEvent(foot: stride.foot, time: stride.end, kind: .initialContact, contact: stride.contact),
      ]
    }.sorted { ($0.time, $0.foot.rawValue) < ($1.time, $1.foot.rawValue) }
    return SimulatedWalk(
      recording: Recording(name: name, details: details, sensors: streams), strides: strides, events: events,
      irregularSteps: irregular.sorted { $0.time < $1.time })
  }
}
