import GaitModel
import GaitSignal
import GaitStatistics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The swings of both feet that carry out a program.
struct StepPlan: Sendable {
  var swings: [Side: [PlannedSwing]] = [:]
  /// Parts of straight walking, for the trunk: start, end, stride duration, speed along the heading, heading.
  var walks: [TrunkWalk] = []
  var duration = 0.0

  /// Where both feet stand at the beginning.
  static func origin(of foot: Side, stepWidth: Double) -> Vector3 {
    Vector3(0, (foot == .left ? 0.5 : -0.5) * stepWidth, 0)
  }

  /// Time in seconds of one step of a turn on the spot.
  private static let turnStep = 0.75

  init(_ program: WalkProgram, seed: UInt64) {
    var body = Body(stepWidth: program.stepWidth)
    var random = SplitMix64(seed: seed)
    for part in program.parts {
      switch part {
      case .stand(let seconds):
        duration += seconds
      case .walk(let walk):
        addWalk(walk, variability: program.variability, body: &body, random: &random)
      case .turn(let degrees, let steps):
        addTurn(degrees * .pi / 180, steps: steps, body: &body)
      }
    }
  }

  /// Where the feet and the body are.
  private struct Body {
    var stepWidth: Double
    var center = Vector3.zero
    var heading = 0.0
    var feet: [Side: Vector3]
    var footHeadings: [Side: Double] = [.left: 0, .right: 0]

    init(stepWidth: Double) {
      self.stepWidth = stepWidth
      feet = [
        .left: StepPlan.origin(of: .left, stepWidth: stepWidth),
        .right: StepPlan.origin(of: .right, stepWidth: stepWidth),
      ]
    }

    /// Where `foot` stands beside `center`.
    func place(of foot: Side) -> Vector3 {
      let across = (foot == .left ? 0.5 : -0.5) * stepWidth
      return center + Vector3(-sin(heading) * across, cos(heading) * across, 0)
    }
  }

  private mutating func addWalk(
    _ walk: WalkProgram.Walk, variability: Double, body: inout Body, random: inout SplitMix64
  ) {
    let start = duration + 0.3
    let usualWidth = body.stepWidth
    body.stepWidth = walk.stepWidth ?? usualWidth
    defer { body.stepWidth = usualWidth }
    // Sidesteps to the left begin with the left foot, or the feet would cross.
    let first = walk.direction == .sideways ? Side.left : .right
    let steps = 2 * walk.strides + 1
    let irregular = walk.irregularSteps.filter { $0.isPossible(of: steps) }
    var time = start
    var rhythm: [TrunkWalk.Step] = []
    // What a stumble cost, in m, and the next step makes up for.
    var owed = 0.0
    for step in 0..<steps {
      let foot = step % 2 == 0 ? first : first.opposite
      let isEnd = step == steps - 1
      let course = walk.course?.step(step, of: steps) ?? .init()
      let kind = irregular.first { $0.step == step + 1 }?.kind
      if case .hesitation(let seconds) = kind { time += seconds }
      let period = walk.strideDuration * course.period
      let scale = (1 + variability * random.nextNormal()) * (walk.turn?.lengthShare(ofStep: step) ?? 1)
      // Each step brings the body half a stride on; the foot that closes comes up beside the other.
      let advance = isEnd ? 0 : walk.strideLength / 2 * scale * course.length + owed
      owed = 0
      let bend = walk.curve / 2 + (walk.turn?.degrees(ofStep: step) ?? 0)
      body.heading += isEnd ? 0 : bend * .pi / 180
      body.center += travel(walk.direction, heading: body.heading) * advance
      body.center += Vector3(0, 0, isEnd ? 0 : walk.elevation / 2)
      let affected = walk.affected.flatMap { $0.foot == foot ? $0 : nil }
      let swingDuration = (1 - (affected?.stanceShare ?? walk.stanceShare)) * period
      let ahead = isEnd ? 0 : affected?.ahead ?? 0
      var style = affected?.style ?? walk.style
      style.pitchAtContact += course.contactPitch
      var swing = Swing(
        to: body.place(of: foot) + travel(walk.direction, heading: body.heading) * ahead, heading: body.heading,
        finalContact: time, duration: swingDuration, period: period, direction: walk.direction, style: style,
        irregularity: kind)
      if kind == .stumble {
        owed = Stumble.recovery * stumble(&swing, of: foot, body: &body)
      }
      add(foot, swing, body: &body)
      rhythm.append(TrunkWalk.Step(time: time, speed: walk.speed * course.speed))
      time += period / 2 * (1 + variability * random.nextNormal()) - (swingDuration - swing.duration)
    }
    let end = (swings.values.compactMap(\.last?.loadingEnd).max() ?? time)
    let isEven = walk.course == nil && irregular.isEmpty
    walks.append(
      TrunkWalk(
        start: start, end: end, stridePeriod: walk.strideDuration, speed: walk.speed, direction: walk.direction,
        heading: body.heading, lean: walk.lean * .pi / 180, steps: isEven ? [] : rhythm))
    duration = end + 0.3
  }

  /// Stops `swing` on its way, and the body with it.
  ///
  /// - Returns: The distance in m that is lost.
  private func stumble(_ swing: inout Swing, of foot: Side, body: inout Body) -> Double {
    let from = body.feet[foot] ?? .zero
    let planned = swing.to - from
    swing.obstacle = PlannedSwing.Obstacle(
      time: swing.finalContact + Stumble.caughtAt * swing.duration, aim: swing.to,
      aimedContact: swing.finalContact + swing.duration)
    swing.to = from + planned * Stumble.landing
    swing.duration = Stumble.caughtAt * swing.duration + Stumble.lowering
    swing.style.pitchAtContact *= Stumble.contactPitch
    let lost = planned * (1 - Stumble.landing)
    body.center = body.center - lost
    return lost.norm
  }

  private mutating func addTurn(_ angle: Double, steps: Int, body: inout Body) {
    var time = duration + 0.3
    // The foot on the inner side of the turn goes first; each foot follows to the body's heading.
    let first = angle > 0 ? Side.left : .right
    for step in 0..<max(2, steps) {
      let foot = step % 2 == 0 ? first : first.opposite
      if step % 2 == 0 { body.heading += angle / Double((max(2, steps) + 1) / 2) }
      add(
        foot,
        Swing(
          to: body.place(of: foot), heading: body.heading, finalContact: time, duration: 0.4,
          period: 2 * Self.turnStep, direction: .inPlace, style: .sideways), body: &body)
      time += Self.turnStep
    }
    duration = (swings.values.compactMap(\.last?.loadingEnd).max() ?? time) + 0.3
  }

  /// What a foot is to do in one swing.
  private struct Swing {
    var to: Vector3
    var heading: Double
    var finalContact: Double
    var duration: Double
    var period: Double
    var direction: Direction
    var style: SwingStyle
    var irregularity: WalkProgram.IrregularStep.Kind?
    var obstacle: PlannedSwing.Obstacle?
  }

  private mutating func add(_ foot: Side, _ swing: Swing, body: inout Body) {
    let from = body.feet[foot] ?? .zero
    let before = body.footHeadings[foot] ?? 0
    let loadingEnd = swing.finalContact + swing.duration + swing.style.loadingShare * swing.period
    // A foot never begins to roll off before it has come down.
    let earliest = swings[foot]?.last?.loadingEnd ?? 0
    let releaseStart = max(swing.finalContact - swing.style.releaseShare * swing.period, earliest + 0.02)
    swings[foot, default: []].append(
      PlannedSwing(
        foot: foot, releaseStart: releaseStart, finalContact: swing.finalContact,
        initialContact: swing.finalContact + swing.duration, loadingEnd: loadingEnd, from: from, to: swing.to,
        headingBefore: before, headingAfter: swing.heading, direction: swing.direction, style: swing.style,
        irregularity: swing.irregularity, obstacle: swing.obstacle))
    body.feet[foot] = swing.to
    body.footHeadings[foot] = swing.heading
  }

  private func travel(_ direction: Direction, heading: Double) -> Vector3 {
    switch direction {
    case .forward: Vector3(cos(heading), sin(heading), 0)
    case .backward: Vector3(-cos(heading), -sin(heading), 0)
    case .sideways: Vector3(-sin(heading), cos(heading), 0)
    case .inPlace: .zero
    }
  }
}
