import GaitModel
import GaitSimulation
import Testing

@testable import GaitCore

@Suite("What a sensor measured over a stride")
struct StrideSignalsTests {
  @Test(
    "every stride of a foot has signals, which lead along its path and to its pitch",
    arguments: [Direction.forward, .backward])
  func foot(_ direction: Direction) throws {
    let walk = WalkSimulator(seed: 3, effects: .realistic).walk(.straight(direction, strides: 10))
    let result = GaitAnalysis()(walk.recording)
    #expect(result.signals.count == result.strides.count)
    for stride in result.strides {
      let signals = try #require(result.signals.first { $0.foot == stride.foot && $0.number == stride.number })
      let swing = try #require(signals.swing)
      #expect(signals.start == (stride.start ?? swing.lowerBound))
      #expect((signals.start...signals.end).contains(stride.finalContact) && signals.end >= stride.end)
      #expect(signals.footFlat.allSatisfy { $0.lowerBound >= signals.start && $0.upperBound <= signals.end })
      guard case .pitchRate(let rate) = signals.third,
        let curve = result.curves.first(where: { $0.foot == stride.foot && $0.number == stride.number })
      else {
        Issue.record("a foot has a pitch rate and a path")
        continue
      }
      let step = (signals.end - signals.start) / Double(StrideSignals.points - 1)
      var (velocity, distance, pitch, extremes) = (0.0, 0.0, 0.0, (0.0, 0.0))
      for k in 1..<StrideSignals.points where signals.time(at: k) > swing.lowerBound {
        velocity += Double(signals.forward[k - 1] + signals.forward[k]) / 2 * step
        distance += velocity * step
        pitch += Double(rate[k - 1] + rate[k]) / 2 * step
        extremes = (min(extremes.0, pitch), max(extremes.1, pitch))
      }
      // Thinned signals miss a part of the impacts.
      #expect(abs(distance - (curve.forward.last ?? 0)) < 0.15)
      #expect(abs(extremes.0 - (curve.pitch.min() ?? 0)) < 0.15 && abs(extremes.1 - (curve.pitch.max() ?? 0)) < 0.15)
    }
  }

  @Test("strides that the lower back gives have its acceleration, which goes up and down twice in a stride")
  func lowerBack() throws {
    let walk = WalkSimulator(seed: 3, effects: .realistic, placements: [.lowerBack])
      .walk(.straight(.forward, strides: 12))
    let result = GaitAnalysis()(walk.recording)
    #expect(!result.strides.isEmpty && result.signals.count == result.strides.count)
    for (stride, signals) in zip(result.strides, result.signals) {
      #expect(signals.foot == stride.foot && signals.number == stride.number && signals.swing == nil)
      #expect(signals.end == stride.end && signals.start == stride.start ?? stride.finalContact)
      guard case .leftward(let left) = signals.third else {
        Issue.record("the trunk has no pitch of a foot")
        continue
      }
      for values in [signals.forward, signals.upward, left] {
        #expect(values.count == StrideSignals.points && abs(values.reduce(0, +) / Float(values.count)) < 1e-3)
      }
    }
    let whole = result.signals.filter { $0.end - $0.start > 0.9 }.dropFirst(4).dropLast(4)
    #expect(!whole.isEmpty)
    for signals in whole {
      let crossings = zip(signals.upward, signals.upward.dropFirst()).count { ($0 < 0) != ($1 < 0) }
      #expect(crossings >= 3)
    }
  }
}
