import Testing

@testable import GaitStatistics
@testable import StatisticsSimulation

@Suite("Backward against forward")
struct PairedComparisonTests {
  private let backward = [[0.61, 0.66, 0.63], [0.70, 0.68, 0.72], [0.58, 0.6, 0.62], [0.66, 0.65, 0.7]]
  private let forward = [[1.21, 1.25, 1.19], [1.3, 1.28, 1.27], [1.22, 1.18, 1.2], [1.25, 1.31, 1.24]]

  @Test("difference, ratio, and what each direction rests on")
  func values() throws {
    let comparison = try #require(PairedComparison(backward: backward, forward: forward))
    #expect(comparison.backward.strides == 12 && comparison.backward.bouts == 4)
    #expect(agree(comparison.difference.value, comparison.backward.mean - comparison.forward.mean))
    #expect(agree(comparison.ratio?.value, comparison.backward.mean / comparison.forward.mean))
    #expect(comparison.drawsWholeBouts)
    #expect(try #require(comparison.effectSize).value < -5)
  }

  @Test("with bouts of equal length the interval is Welch's of the means of bouts")
  func welch() throws {
    // scipy.stats.ttest_ind of the means of bouts, equal_var=False: see Reference/reference.py.
    let reference = try Reference.read().welch
    let comparison = try #require(
      PairedComparison(backward: backward, forward: forward, resamplings: 40_000))
    let interval = try #require(comparison.difference.interval)
    let width = reference.high - reference.low
    // 40,000 resamplings know the standard error to 0.4 %.
    #expect(abs(interval.lowerBound - reference.low) < 0.02 * width)
    #expect(abs(interval.upperBound - reference.high) < 0.02 * width)
  }

  @Test("the same strides give the same intervals every time")
  func deterministic() {
    #expect(
      PairedComparison(backward: backward, forward: forward) == PairedComparison(backward: backward, forward: forward))
  }

  @Test("bouts that differ widen the interval, which strides taken one by one would hide")
  func boutsDiffer() throws {
    let alike = try #require(PairedComparison(backward: backward, forward: forward))
    let shifts = [-0.2, 0.2, -0.2, 0.2]
    let shifted = zip(backward, shifts).map { bout, shift in bout.map { $0 + shift } }
    let apart = try #require(PairedComparison(backward: shifted, forward: forward))
    let width = { (c: PairedComparison) in
      (c.difference.interval?.upperBound ?? 0) - (c.difference.interval?.lowerBound ?? 0)
    }
    #expect(width(apart) > 3 * width(alike))
  }

  @Test("one long bout still has an interval, and says that bouts were not compared")
  func oneBout() throws {
    let comparison = try #require(
      PairedComparison(backward: [backward.flatMap { $0 }], forward: [forward.flatMap { $0 }]))
    #expect(!comparison.drawsWholeBouts && comparison.difference.interval != nil)
  }

  @Test("few strides give values without intervals, none give nothing")
  func few() throws {
    let comparison = try #require(PairedComparison(backward: [[0.6, 0.7]], forward: forward))
    #expect(comparison.difference.interval == nil && comparison.ratio?.interval == nil)
    #expect(PairedComparison(backward: [], forward: forward) == nil)
    #expect(PairedComparison(backward: [[]], forward: forward) == nil)
    #expect(PairedComparison(backward: [[.nan]], forward: forward) == nil)
  }

  @Test("measures that may be negative, as a foot pitch, have a difference and no ratio")
  func negative() throws {
    let comparison = try #require(PairedComparison(backward: backward.map { $0.map { -$0 } }, forward: forward))
    #expect(comparison.ratio == nil && comparison.difference.interval != nil)
  }

  @Test("strides that do not vary have no effect size and no interval of width zero")
  func constant() throws {
    let flat = [[1.0, 1, 1], [1, 1, 1], [1, 1, 1]]
    let comparison = try #require(PairedComparison(backward: flat, forward: flat))
    #expect(comparison.effectSize == nil && comparison.difference.interval == nil)
  }

  @Test("nominal 95 % intervals hold the true value in 93 to 97 %, of whole bouts and of one", arguments: [1, 4, 8])
  func coverage(bouts: Int) throws {
    var random = NormalNumbers(seed: UInt64(bouts))
    // A single bout says nothing of how bouts differ, so there they do not.
    let (strides, boutSD) = bouts == 1 ? (40, 0.0) : (9, 0.05)
    let b = SimulatedWalk(bouts: bouts, stridesPerBout: strides, mean: 0.7, boutSD: boutSD)
    let f = SimulatedWalk(bouts: bouts, stridesPerBout: strides, mean: 1.2, sd: 0.06, boutSD: boutSD)
    let effect = -0.5 / ((b.totalSD * b.totalSD + f.totalSD * f.totalSD) / 2).squareRoot()
    let repetitions = 1000
    var differences = 0
    var ratios = 0
    var effects = 0
    for k in 0..<repetitions {
      let comparison = try #require(
        PairedComparison(
          backward: b.strides(random: &random), forward: f.strides(random: &random), resamplings: 200, seed: UInt64(k)))
      if comparison.difference.interval?.contains(-0.5) ?? false { differences += 1 }
      if comparison.ratio?.interval?.contains(0.7 / 1.2) ?? false { ratios += 1 }
      if comparison.effectSize?.interval?.contains(effect) ?? false { effects += 1 }
    }
    // Two standard errors of a thousand repetitions are 1.4 %.
    for held in [differences, ratios, effects] {
      #expect(held > 916 && held < 984)
    }
  }
}
