import GaitModel
import GaitSimulation
import Testing

@testable import GaitCore

@Suite("Which way a foot points")
struct FootPointingTests {
  /// A person whose right foot is paretic.
  private func affectedWalk(_ direction: Direction, strides: Int = 20) -> WalkProgram {
    var style = SwingStyle.paretic
    if direction == .backward {
      (style.pitchAtRelease, style.pitchAtContact) = (style.pitchAtContact, style.pitchAtRelease)
      (style.pitchRateAtRelease, style.pitchRateAtContact) = (-0.6, -0.4)
    }
    var walk = WalkProgram.Walk(direction, strides: strides, strideLength: 0.7, speed: 0.45, stanceShare: 0.72)
    walk.affected = .init(.right, style: style, stanceShare: 0.6)
    return WalkProgram([.stand(2), .walk(walk), .stand(2)], variability: 0.04)
  }

  @Test(
    "a foot that rolls as much as it pitches goes where the other foot goes",
    arguments: [Direction.forward, .backward],
    [1, 2, 3] as [UInt64])
  func paretic(direction: Direction, seed: UInt64) {
    var effects = SensorEffects.realistic
    effects.mounting = [0.3, -0.5, 2.1]
    let result = Comparison(WalkSimulator(seed: seed, effects: effects).walk(affectedWalk(direction)))
    #expect(result.pairs.count == result.truth.count)
    for pair in result.pairs {
      #expect(pair.found.direction == direction)
      #expect((pair.found.directionConfidence ?? 0) >= Stride.leastConfidence)
    }
  }

  @Test("such a foot alone is never surely sideways", arguments: [1, 2, 3] as [UInt64])
  func pareticAlone(seed: UInt64) {
    let walk = WalkSimulator(seed: seed, effects: .realistic, placements: [.rightFoot]).walk(affectedWalk(.forward))
    #expect(!GaitAnalysis()(walk.recording).strides.contains { $0.sureDirection == .sideways })
  }

  @Test("two feet that lean and go sideways are sidestepping, whatever walking is more common")
  func sidesteps() {
    var style = SwingStyle.sideways
    style.lean = 16
    let program = WalkProgram([
      .stand(2), .walk(.init(.sideways, strides: 6, strideLength: 0.7, speed: 0.6, style: style)), .stand(2),
    ])
    let result = Comparison(WalkSimulator(effects: .realistic).walk(program))
    #expect(result.pairs.count == result.truth.count)
    #expect(result.pairs.allSatisfy { $0.found.direction == .sideways || $0.truth.direction != .sideways })
  }

  // MARK: Evidence

  private func evidence(
    sidestepLogit: Double, toes: Double, travel: Double = 0, count: Int = 12, every: Double = 1
  ) -> AlignmentEvidence {
    AlignmentEvidence(
      x: .init(1, 0, 0), y: .init(0, 1, 0), up: .init(0, 0, 1), upDeviation: 0.02, principal: nil,
      swings: (0..<count).map { k in
        .init(
          time: Double(k) * every, travel: travel, travelDeviation: 0.35, sidestepLogit: sidestepLogit,
          toesLogits: (0..<FootAlignment.headings).map { toes * cosine(FootAlignment.heading($0)) })
      },
      headingLogits: [Double](repeating: 0, count: FootAlignment.headings))
  }

  /// Cosine by its series, which keeps this test free of a platform's mathematics.
  private func cosine(_ angle: Double) -> Double {
    var (term, sum, x) = (1.0, 1.0, angle > .pi ? angle - 2 * .pi : angle)
    x *= x
    for k in 1..<14 {
      term *= -x / Double((2 * k - 1) * 2 * k)
      sum += term
    }
    return sum
  }

  private func shares(_ probabilities: [Double]) -> (along: Double, across: Double) {
    var (along, across) = (0.0, 0.0)
    for (k, probability) in probabilities.enumerated() {
      if abs(cosine(FootAlignment.heading(k))) > 0.7072 { along += probability } else { across += probability }
    }
    return (along, across)
  }

  @Test("a clear foot decides for a doubtful one and not the other way round")
  func clearDecides() {
    let posterior = HeadingPosterior(alignment: FootAlignment())
    let clear = evidence(sidestepLogit: -3, toes: 4)
    let doubtful = evidence(sidestepLogit: 4, toes: 0)
    let both = posterior.probabilities(of: [clear, doubtful])
    #expect(shares(both[0]).along > 0.99)
    #expect(shares(both[1]).along > 0.9)
  }

  @Test("two feet of sidesteps are across, one alone is not sure, and none says that walking is more likely")
  func across() {
    let posterior = HeadingPosterior(alignment: FootAlignment())
    let sidestepping = evidence(sidestepLogit: 4, toes: 0, count: 5)
    let both = posterior.probabilities(of: [sidestepping, sidestepping])
    #expect(shares(both[0]).across > 0.8)
    let silent = evidence(sidestepLogit: 0, toes: 0, count: 5)
    #expect(shares(posterior.probabilities(of: [silent])[0]).along > 0.8)
  }

  @Test("probabilities sum to one and do not depend on the order of the feet")
  func symmetric() {
    let posterior = HeadingPosterior(alignment: FootAlignment())
    let (a, b) = (evidence(sidestepLogit: -1, toes: 1), evidence(sidestepLogit: 2, toes: -1, travel: 0.4))
    let (ab, ba) = (posterior.probabilities(of: [a, b]), posterior.probabilities(of: [b, a]))
    for (x, y) in [(ab[0], ba[1]), (ab[1], ba[0])] {
      #expect(abs(x.reduce(0, +) - 1) < 1e-9)
      #expect(zip(x, y).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }
}
