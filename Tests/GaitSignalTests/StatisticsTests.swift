import Testing

@testable import GaitSignal

@Suite("Robust statistics")
struct RobustStatisticsTests {
  @Test("quantiles interpolate between order statistics as R's type 7 and numpy do")
  func quantiles() {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    #expect(quantile(0.25, of: values) == 1.75)
    #expect(median(of: values) == 3.5)
    #expect(quantile(0, of: values) == 1)
    #expect(quantile(1, of: values) == 9)
  }

  @Test("nothing has no middle")
  func empty() {
    #expect(median(of: [Double]()) == nil)
    #expect(median(of: [Vector3]()) == nil)
  }

  @Test(
    "the normal distribution agrees with its tables",
    arguments: zip([-1.96, 0, 1, 2.5758], [0.024998, 0.5, 0.841345, 0.995]))
  func normal(z: Double, probability: Double) {
    #expect(abs(normalProbability(below: z) - probability) < 1e-5)
  }
}
