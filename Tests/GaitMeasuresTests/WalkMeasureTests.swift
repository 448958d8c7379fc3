import GaitCore
import GaitModel
import GaitSimulation
import Testing

@testable import GaitMeasures

@Suite("Measures of a whole walk, on walks of known truth")
struct WalkMeasureTests {
  private typealias Walk = WalkProgram.Walk

  private struct Measured {
    var truth: [Stride]
    var analyzed: AnalyzedRecording

    func outcome(_ id: String, _ direction: Direction) throws -> SummaryDocument.WalkMeasure {
      try #require(analyzed.summary.walkMeasures?[direction.rawValue]?[id], "\(id)")
    }

    func found(_ id: String, _ direction: Direction) throws -> WalkQuantity.Found {
      let outcome = try outcome(id, direction)
      return try #require(outcome.found, "\(id): \(outcome.notMeasured ?? "")")
    }
  }

  private func measured(
    _ parts: [WalkProgram.Part], variability: Double = 0, details: RecordingDetails = RecordingDetails()
  ) -> Measured {
    let walk = WalkSimulator(seed: 11).walk(WalkProgram(parts, variability: variability), details: details)
    return Measured(
      truth: walk.strides,
      analyzed: AnalyzedRecording(
        GaitAnalysis()(walk.recording), of: walk.recording, program: ProgramVersion(name: "RetroGait", version: "1")))
  }

  /// Walks that follow each other, each between two seconds of standing.
  private func parts(_ walks: [Walk]) -> [WalkProgram.Part] {
    walks.flatMap { [.stand(2), .walk($0)] } + [.stand(2)]
  }

  // MARK: Backward against forward

  @Test("backward in percent of forward is that of the strides that were walked")
  func chosenSpeed() throws {
    let walk = measured(
      parts([
        Walk(.forward, strides: 30, strideLength: 1.35, speed: 1.25),
        Walk(.backward, strides: 30, strideLength: 1.0, speed: 0.85),
      ]), variability: 0.03)
    let length = try walk.found("stride_length_m_percent_of_forward", .backward)
    let speed = try walk.found("speed_m_s_percent_of_forward", .backward)
    #expect(abs(length.value - 74) < 2.5 && abs(speed.value - 68) < 3)
    #expect(try #require(length.interval).contains(74.07) && (try #require(speed.interval)).contains(68))
    #expect(walk.analyzed.summary.walkMeasures?["forward"]?["stride_length_m_percent_of_forward"] == nil)
  }

  @Test("without the other direction there is no ratio, and the reason is given")
  func oneDirection() throws {
    let walk = measured(parts([Walk(.backward, strides: 20, strideLength: 1, speed: 0.85)]))
    let outcome = try walk.outcome("stride_length_m_percent_of_forward", .backward)
    #expect(outcome.value == nil && outcome.notMeasured == "both directions must have a mean of stride length")
  }

  /// Strides as long as `scale` times the square root of their speed, which is close to what people do.
  private func walks(_ direction: Direction, scale: Double, speeds: [Double]) -> [Walk] {
    speeds.map { Walk(direction, strides: 12, strideLength: scale * $0.squareRoot(), speed: $0) }
  }

  @Test("at equal speed, the difference that speed makes is gone")
  func equalSpeed() throws {
    let walk = measured(
      parts(
        walks(.forward, scale: 1.2, speeds: [0.6, 0.8, 1.0, 1.2])
          + walks(.backward, scale: 1.02, speeds: [0.5, 0.7, 0.9])),
      variability: 0.02)
    let equal = try walk.found("stride_length_m_percent_of_forward_at_equal_speed", .backward)
    let chosen = try walk.found("stride_length_m_percent_of_forward", .backward)
    // 1.02 / 1.2 is 85 %.
    #expect(abs(equal.value - 85) < 2, "\(equal)")
    #expect(try #require(equal.interval).contains(85))
    #expect(chosen.value < 80)
  }

  @Test("at equal speed, directions without a common speed are not compared")
  func noCommonSpeed() throws {
    let walk = measured(
      parts(walks(.forward, scale: 1.2, speeds: [1.1, 1.3]) + walks(.backward, scale: 1, speeds: [0.5, 0.6])))
    let outcome = try walk.outcome("stride_length_m_percent_of_forward_at_equal_speed", .backward)
    #expect(outcome.value == nil && outcome.notMeasured == "the speeds of the two directions do not overlap")
  }

  @Test("the range of the foot's pitch is that of the simulated foot")
  func footPitchRange() throws {
    let walk = measured(parts([Walk(.forward, strides: 20, strideLength: 1.35, speed: 1.25)]))
    let mean = try #require(walk.analyzed.summary.directions["forward"]?.measures["foot_pitch_range_deg"])
    let ranges = walk.truth.dropFirst(4).dropLast(4).compactMap(\.footPitchRange).map { $0 * 180 / .pi }
    let truth = ranges.reduce(0, +) / Double(ranges.count)
    #expect(truth > 30 && abs(mean.mean - truth) < 3, "\(mean.mean) against \(truth)")
  }

  // MARK: Left against right

  @Test("a limp: left less right in step time is what was walked", arguments: [Side.left, .right])
  func limp(affected: Side) throws {
    for direction in [Direction.forward, .backward] {
      var part = Walk(direction, strides: 24, strideLength: 1, speed: 0.8)
      part.affected = .init(affected, style: .usual(direction), stanceShare: 0.58, ahead: 0.03)
      let walk = measured(parts([part]), variability: 0.02)
      let quantity = try #require(WalkQuantity.all.first { $0.id == WalkQuantity.asymmetryID(of: .stepTime) })
      let found = try #require(quantity(walk.analyzed.summary, direction))
      // The affected foot lands later by what its stance is shorter by; its steps gain that and the other's lose it.
      let size = 100 * 4 * (part.stanceShare - 0.58)
      let truth = affected == .left ? size : -size
      #expect(found.n >= WalkQuantity.fewestForAsymmetry && abs(found.value - truth) < 4, "\(found)")
      #expect(try !#require(found.interval).contains(0))
    }
  }

  // MARK: Within a recording

  @Test("fatigue is the slope of the strides that were walked", arguments: [-0.03, 0, 0.02])
  func fatigue(perWalk: Double) throws {
    let walks = (0..<14).map { k in
      let length = 1.2 + perWalk * Double(k)
      return Walk(.backward, strides: 10, strideLength: length, speed: length / 1.2)
    }
    let walk = measured(parts(walks), variability: 0.02)
    let found = try walk.found("stride_length_m_change_per_min", .backward)
    // Each of the 14 walks begins this much later than the one before it.
    let period = (walk.analyzed.summary.durationSeconds - 2) / 14
    let truth = perWalk / period * 60
    #expect(abs(found.value - truth) < 0.01, "\(found.value) against \(truth)")
    #expect(try #require(found.interval).contains(truth))
    if perWalk == 0 { #expect(try #require(found.interval).contains(0)) }
  }

  @Test("a walk of half a minute has no change per minute")
  func shortWalk() throws {
    let walk = measured(parts([Walk(.forward, strides: 24, strideLength: 1.35, speed: 1.25)]))
    let outcome = try walk.outcome("speed_m_s_change_per_min", .forward)
    #expect(outcome.value == nil && outcome.notMeasured?.contains("60 s") == true)
  }

  @Test("intervals, their alternation and their length are counted")
  func intervals() throws {
    let pair = [
      Walk(.forward, strides: 8, strideLength: 1.3, speed: 1.2),
      Walk(.backward, strides: 6, strideLength: 0.9, speed: 0.8),
    ]
    let walk = measured(
      (pair + pair + pair).flatMap { [WalkProgram.Part.stand(5), .walk($0)] } + [.stand(5)])
    #expect(try walk.found("bouts", .forward).value == 3 && (try walk.found("bouts", .backward)).value == 3)
    #expect(try walk.found("direction_changes", .forward).value == 2)
    #expect(try walk.found("direction_changes", .backward).value == 3)
    let longest = try walk.found("bout_longest_s", .backward)
    // Six strides of 0.9 / 0.8 s and a half stride at each end.
    #expect(abs(longest.value - 7.3) < 0.8, "\(longest.value)")
    #expect(longest.interval == nil)
    let way = try walk.found("walked_m", .backward)
    #expect(abs(way.value - 3 * 6 * 0.9) < 0.8, "\(way.value)")
  }

  @Test("the trunk leans as far as it was made to, forward and backward", arguments: [-8.0, 0, 12])
  func inclination(lean: Double) throws {
    for direction in [Direction.forward, .backward] {
      var part = Walk(direction, strides: 14, strideLength: 1.1, speed: 0.95)
      part.lean = lean
      let walk = WalkSimulator(seed: 4, placements: [.lowerBack]).walk(WalkProgram(parts([part])))
      var analysis = GaitAnalysis()
      analysis.lowerBack.front = .x
      let analyzed = AnalyzedRecording(
        analysis(walk.recording), of: walk.recording, program: ProgramVersion(name: "RetroGait", version: "1"))
      let quantity = try #require(WalkQuantity.all.first { $0.id == "trunk_inclination_deg" })
      let found = try #require(quantity(analyzed.summary, direction))
      #expect(abs(found.value - lean) < 1.5, "\(direction): \(found.value)")
    }
  }

  @Test("walk tests and strides to look at are in the summary, or the reason why not")
  func testsOfWalks() throws {
    var stumbling = Walk(.backward, strides: 30, strideLength: 1.0, speed: 0.85)
    stumbling.irregularSteps = [.init(.stumble, step: 30)]
    let walk = measured(
      [
        .stand(4), .walk(Walk(.backward, strides: 8, strideLength: 1.0, speed: 0.85)), .stand(4), .walk(stumbling),
        .stand(4),
      ],
      variability: 0.02)
    let time = try walk.found("walk_3m_from_standing_s", .backward)
    // Six steps of 0.5 m, each 0.59 s, and the swing of the first.
    #expect(time.value > 3 && time.value < 4.5 && (5...8).contains(time.n), "\(time)")
    #expect(try #require(time.interval).contains(time.value))
    #expect(walk.analyzed.summary.walkMeasures?["backward"]?["walk_10m_from_standing_s"] == nil)
    let found = try #require(walk.analyzed.summary.stridesToLookAt)
    #expect(found.judged > 30 && found.strides.contains { $0.kind == .interruptedSwing })
    let short = measured(parts([Walk(.backward, strides: 2, strideLength: 0.8, speed: 0.7)]))
    if let outcome = short.analyzed.summary.walkMeasures?["backward"]?["walk_3m_from_standing_s"] {
      #expect(outcome.value == nil && outcome.notMeasured?.contains("the test needs") == true)
    }
  }

  // MARK: Ground and energy

  @Test(
    "the gradient is that of the ground, in both directions", arguments: [-0.06, 0, 0.05],
    [Direction.forward, .backward])
  func gradient(slope: Double, direction: Direction) throws {
    let walk = measured(
      parts([Walk(direction, strides: 24, strideLength: 1.1, speed: 0.9, elevation: 1.1 * slope)]), variability: 0.02)
    let found = try walk.found("gradient_percent", direction)
    #expect(abs(found.value - 100 * slope) < 0.7, "\(found.value)")
    #expect(try #require(found.interval).contains(100 * slope))
  }

  @Test("a rise that scatters, one foot alone, and feet that disagree give no slope, or a wide interval")
  func doubtfulGround() throws {
    func strides(_ left: Double, _ right: Double, scatter: Double) -> [Stride] {
      (0..<40).map { k in
        let foot: Side = k % 2 == 0 ? .left : .right
        var stride = Stride(
          foot: foot, number: k / 2 + 1, start: Double(k), finalContact: Double(k) + 0.6, end: Double(k) + 1)
        stride.length = 1.2
        stride.elevation = 1.2 * (foot == .left ? left : right) + scatter * [-1, 0.5, 1, -0.5][k / 2 % 4]
        return stride
      }
    }
    let clean = try #require(WalkGround(strides(0.05, 0.05, scatter: 0.005)))
    #expect(abs(clean.gradient - 0.05) < 1e-3 && clean.sure == clean.gradient)
    #expect(WalkGround(strides(0.05, 0.05, scatter: 0.08)) == nil)
    #expect(WalkGround(strides(0.05, 0.05, scatter: 0).filter { $0.foot == .left }) == nil)
    let disagreeing = try #require(WalkGround(strides(0.08, 0.0, scatter: 0.005)))
    #expect(disagreeing.interval.contains(0) && disagreeing.sure == 0)
  }

  @Test("the metabolic rate follows the equation, and backward adds to it")
  func energy() throws {
    let forward = try #require(WalkingEnergy(.forward, speed: 1.34, gradient: 0))
    // 1.44 + 1.94 · 1.34^0.43 + 0.24 · 1.34^4 = 4.41 W/kg.
    #expect(abs(forward.rate - 4.41) < 0.01 && abs(forward.mets - 3.61) < 0.02)
    let backward = try #require(WalkingEnergy(.backward, speed: 1.34, gradient: 0))
    #expect(abs(backward.rate / forward.rate - 1.43) < 1e-9)
    #expect(
      backward.interval.upperBound - backward.interval.lowerBound > forward.interval.upperBound
        - forward.interval.lowerBound)
    // Uphill, the surcharge adds and does not multiply.
    let (up, upBackward) = (
      try #require(WalkingEnergy(.forward, speed: 1.34, gradient: 0.1)),
      try #require(WalkingEnergy(.backward, speed: 1.34, gradient: 0.1))
    )
    #expect(abs((upBackward.rate - up.rate) - (backward.rate - forward.rate)) < 1e-9 && up.rate > forward.rate + 2)
    #expect(WalkingEnergy(.forward, speed: 3, gradient: 0) == nil)
    #expect(WalkingEnergy(.sideways, speed: 1, gradient: 0) == nil)
    #expect(WalkingEnergy(.forward, speed: 1, gradient: 0.5) == nil)
  }

  @Test("kilocalories need the person's mass")
  func mass() throws {
    let walks = parts([Walk(.forward, strides: 20, strideLength: 1.35, speed: 1.25)])
    let outcome = try measured(walks).outcome("energy_kcal", .forward)
    #expect(outcome.value == nil && outcome.notMeasured == "`mass_kg` must be given")
    let known = measured(walks, details: RecordingDetails(other: ["mass_kg": .number(80)]))
    let used = try known.found("energy_kcal", .forward)
    // 80 kg at 4.1 W/kg for some 22 s.
    #expect(abs(used.value - 1.75) < 0.25, "\(used.value)")
    #expect(try #require(used.interval).contains(used.value))
    let back = WalkSummary(strides: [], bouts: [])
    let nothing = WalkEvidence(strides: [], bouts: [], summary: back)
    let rate = try #require(WalkQuantity.all.first { $0.id == "metabolic_rate_met" })
    // Stairs would pass for level walking.
    #expect(rate.outcome(nothing, .forward) == .missing(rate.requirement))
    let slip = measured(walks, details: RecordingDetails(other: ["mass_kg": .number(8000)]))
    #expect(try slip.outcome("energy_kcal", .forward).value == nil)
  }

  @Test("an interval without an end is left out, so that the summary can be written")
  func endlessInterval() throws {
    let endless = WalkQuantity.Found(n: 12, value: 80, interval: 0...Double.infinity)
    let kept = SummaryDocument.WalkMeasure(.found(endless))
    #expect(kept.value == 80 && kept.ci95 == nil && kept.found?.interval == nil)
  }

  @Test("the summary keeps the measures, and reads them back")
  func roundTrip() throws {
    let walk = measured(parts([Walk(.backward, strides: 20, strideLength: 1, speed: 0.85)]))
    #expect(try SummaryDocument(json: walk.analyzed.summary.json()) == walk.analyzed.summary)
    let values = MeasuredValue.all(of: walk.analyzed.summary)
    #expect(values.allSatisfy { ($0.value == nil) == ($0.notMeasured != nil) && ($0.value == nil) == ($0.n == 0) })
    #expect(values.allSatisfy { $0.value?.isFinite ?? true })
    let backward = MeasureDefinition.all.filter { $0.directions.contains(.backward) }.map(\.measure)
    #expect(values.map(\.measure) == backward)
  }
}
