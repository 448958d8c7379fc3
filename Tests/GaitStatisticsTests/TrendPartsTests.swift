import Testing

@testable import GaitStatistics

@Suite("Parts of a trend, against scipy, statsmodels and pymannkendall")
struct TrendPartsTests {
  private let reference: Reference

  init() throws {
    reference = try Reference.read()
  }

  @Test("the line and its interval are those of Theil and Sen, at unequal times")
  func theilSen() throws {
    for trend in reference.trends {
      let line = try #require(TheilSen(times: trend.days, values: trend.values))
      #expect(agree(line.slope, trend.slope) && agree(line.intercept, trend.intercept))
      // The reference finds the interval by testing slope after slope; it has none where values are tied.
      if Set(trend.values).count == trend.values.count, trend.values.count <= 30 {
        #expect((line.interval == nil) == (trend.interval == nil))
        guard let interval = line.interval, let bounds = trend.interval else { continue }
        // Within the exact interval, which is whole steps wide, but not by more than a step.
        #expect(interval.lowerBound >= bounds[0] - 1e-12 && interval.lowerBound <= bounds[1] + 1e-12)
        #expect(interval.upperBound <= bounds[3] + 1e-12 && interval.upperBound >= bounds[2] - 1e-12)
      }
    }
    #expect(reference.trends.count { $0.interval != nil } >= 5)
  }

  @Test("S, tau, variance with ties and both kinds of p are Kendall's")
  func mannKendall() throws {
    for trend in reference.trends {
      let test = try #require(MannKendall(trend.values))
      #expect(test.s == trend.s && agree(test.tau, trend.tau) && agree(test.variance, trend.variance))
      if test.isExact {
        #expect(agree(test.p, trend.pExact))
      } else {
        #expect(agree(test.p, trend.pNormal))
      }
    }
    #expect(reference.trends.contains { Set($0.values).count < $0.values.count })
  }

  @Test("autocorrelation widens the variance as Hamed and Rao say")
  func hamedRao() throws {
    var changed = 0
    for trend in reference.trends {
      guard let ratio = trend.varianceRatio, ratio > 0 else { continue }
      let test = try #require(MannKendall(trend.values))
      #expect(agree(test.varianceRatio, ratio) && agree(test.correctedP, trend.pHamedRao))
      if abs(ratio - 1) > 0.01 { changed += 1 }
    }
    #expect(changed >= 3)
  }

  @Test("the interval of the slope excludes zero where the test rejects chance, but for a step of the exact test")
  func duality() throws {
    var random = SplitMix64(seed: 5)
    for n in [8, 12, 61, 70] {
      for k in 0..<40 {
        let rise = Double(k % 5) / Double(n)
        let values = (0..<n).map { rise * Double($0) + Double.random(in: -1...1, using: &random) }
        let test = try #require(MannKendall(values))
        let line = try #require(TheilSen(times: (0..<n).map(Double.init), values: values))
        let interval = try #require(line.interval)
        let excludesZero = interval.lowerBound > 0 || interval.upperBound < 0
        if test.p <= 0.045 { #expect(excludesZero) }
        if test.p >= 0.065 { #expect(!excludesZero) }
      }
    }
  }

  @Test("four sessions can never be significant, and have no 95 % interval")
  func four() throws {
    let test = try #require(MannKendall([1, 2, 3, 4]))
    #expect(abs(test.p - 2.0 / 24) < 1e-12)
    let line = try #require(TheilSen(times: [0, 1, 2, 3], values: [1, 2, 3, 4]))
    #expect(line.slope == 1 && line.interval == nil)
  }

  @Test("values that do not vary, that are too few or not finite give no wrong certainty")
  func degenerate() throws {
    let flat = try #require(MannKendall([2, 2, 2, 2, 2, 2, 2, 2]))
    #expect(flat.s == 0 && flat.p == 1 && flat.correctedP == 1)
    #expect(MannKendall([1, 2]) == nil)
    #expect(MannKendall([1, .nan, 3, 4]) == nil)
    #expect(TheilSen(times: [1, 1, 1], values: [1, 2, 3]) == nil)
    #expect(TheilSen(times: [1, 2], values: [1, .infinity]) == nil)
    #expect(TheilSen(times: [1, 2, 3], values: [1, 2]) == nil)
  }

  @Test("p-values of a family are corrected after Holm, and those without a p stay without")
  func holm() {
    for family in reference.holm {
      #expect(zip(Holm.adjusted(family.p), family.adjusted).allSatisfy { agree($0, $1) })
    }
    #expect(Holm.adjusted([0.03, nil, 0.01]) == [0.03, nil, 0.02])
    #expect(Holm.adjusted([]).isEmpty)
  }

  @Test("the chart's limits are mean and 2.66 mean moving ranges; points beyond and runs of eight are found")
  func xmr() throws {
    for trend in reference.trends {
      let chart = try #require(XmRChart(trend.values))
      #expect(agree(chart.mean, trend.xmr.mean) && agree(chart.meanMovingRange, trend.xmr.moving))
      #expect(agree(chart.limits.lowerBound, trend.xmr.low) && agree(chart.limits.upperBound, trend.xmr.high))
    }
    let step = [1, 2, 1, 2, 1, 2, 1, 2, 9, 1, 2, 1.0]
    #expect(try #require(XmRChart(step, baseline: 8)).beyond == [8])
    let shift = [1, 2, 1, 2, 1, 2, 1, 2].map(Double.init) + [2, 2.2, 2.1, 2, 2.3, 2.2, 2, 2.1, 1]
    let chart = try #require(XmRChart(shift, baseline: 8))
    #expect(chart.runs == [7..<16] && chart.beyond.isEmpty)
    #expect(XmRChart([1]) == nil)
  }

  @Test("Student's t has scipy's probabilities and quantiles")
  func student() throws {
    for row in reference.student {
      let t = try #require(StudentT(freedom: row.freedom))
      #expect(agree(t.probability(below: row.t), row.below, digits: 11))
      #expect(agree(t.quantile(0.975), row.quantile975, digits: 10))
    }
    #expect(agree(normalQuantile(0.975), 1.959_963_984_540_054, digits: 13))
    #expect(StudentT(freedom: 0) == nil)
  }
}
