import GaitCore
import GaitModel
import GaitSimulation
import Testing

/// Where on the shoe a sensor sits.
private enum ShoePlacement: String, CaseIterable, CustomTestStringConvertible {
  case instep
  case heel
  case side
  case toeCap = "toe cap"

  var testDescription: String { rawValue }

  var shape: FootShape {
    switch self {
    case .instep: FootShape()
    case .heel: FootShape(heelBehind: 0.01, ballAhead: 0.17, height: 0.05)
    case .side: FootShape(heelBehind: 0.06, ballAhead: 0.12, height: 0.07)
    case .toeCap: FootShape(heelBehind: 0.21, ballAhead: -0.03, height: 0.05)
    }
  }
}

@Suite("A sensor anywhere on the shoe")
struct ShoePlacementTests {
  private static let program = WalkProgram([
    .stand(2), .walk(.init(.forward, strides: 12, strideLength: 1.3, speed: 1.2)), .stand(1),
    .walk(.init(.backward, strides: 12, strideLength: 0.95, speed: 0.8)), .stand(2),
  ])

  private func compare(_ placement: ShoePlacement, effects: SensorEffects = .realistic) -> Comparison {
    Comparison(WalkSimulator(shape: placement.shape, effects: effects).walk(Self.program))
  }

  /// The middle half of `errors`, without those of first and last strides.
  private func typical(_ errors: [Double]) -> (bias: Double, spread: Double) {
    let sorted = errors.sorted()
    let middle = sorted[sorted.count / 2]
    let distances = errors.map { abs($0 - middle) }.sorted()
    return (middle, distances[distances.count * 3 / 4])
  }

  @Test("tells the same strides, directions and contacts", arguments: ShoePlacement.allCases)
  fileprivate func strides(placement: ShoePlacement) {
    let result = compare(placement)
    #expect(result.pairs.count == result.truth.count)
    #expect(result.found.strides.count == result.truth.count)
    for pair in result.pairs {
      #expect(pair.found.direction == pair.truth.direction)
      #expect(pair.found.contact == pair.truth.contact)
    }
    #expect(Comparison.worst(result.errors(\.length)) < 0.03)
  }

  @Test("tells when the foot lands and leaves, not when the sensor does", arguments: ShoePlacement.allCases)
  fileprivate func contacts(placement: ShoePlacement) {
    let result = compare(placement)
    for direction in [Direction.forward, .backward] {
      let pairs = result.pairs.filter { $0.truth.direction == direction }
      for time in [\Stride.end, \.finalContact] {
        let errors = typical(pairs.map { $0.found[keyPath: time] - $0.truth[keyPath: time] })
        #expect(abs(errors.bias) < 0.03)
        #expect(errors.spread < 0.005)
      }
      for pitch in [\Stride.footPitchAtContact, \.footPitchAtRelease] {
        let errors = typical(
          pairs.compactMap { pair in
            guard let found = pair.found[keyPath: pitch], let truth = pair.truth[keyPath: pitch] else { return nil }
            return (found - truth) * 180 / .pi
          })
        #expect(abs(errors.bias) < 2)
        #expect(errors.spread < 1)
      }
    }
  }
}
