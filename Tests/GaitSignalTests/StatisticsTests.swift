import Testing

@testable import GaitSignal

@Suite("Robust statistics")
struct RobustStatisticsTests {
  @Test("a quantile is that of the sorted values, whatever their order, with equal ones among them", arguments: 1...60)
  func unsorted(count: Int) {
    for kinds in [3, 997] {
      let values = (0..<count).map { Double(($0 * $0 * 7919 + count * 31) % kinds) }
      for order in [values, values.sorted(), values.sorted(by: >)] {
        for p in [0, 0.1, 0.5, 0.77, 1] { #expect(quantile(p, of: order) == quantile(p, ofSorted: values.sorted())) }
      }
      // No number among them is a defect elsewhere, but must not stop the program.
      _ = quantile(0.5, of: values + [.nan, 1, .nan])
    }
  }

  @Test("quantiles interpolate between order statistics as R's type 7 and numpy do")
  func quantiles() {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    #expect(quantile(0.25, of: values) == 1.75)
    #expect(median(of: values) == 3.5)
    #expect(quantile(0, of: values) == 1)
    #expect(quantile(1, of: values) == 9)
  }

  @Test("the error of a middle is that of its scatter, whatever one odd value says")
  func medianError() throws {
    let values = [1.0, 2, 3, 4, 5, 6, 7, 8, 900]
    let (middle, error) = try #require(medianWithError(of: values))
    // Half of the values are within 2 of 5.
    #expect(middle == 5 && abs(error - 1.2533 * 1.4826 * 2 / 3) < 1e-12)
    #expect(try #require(medianWithError(of: [4])).error == 0)
    #expect(medianWithError(of: []) == nil)
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

  @Test("the spatial median turns with the axes and does not follow a minority")
  func spatialMedian() throws {
    let vectors = [Vector3(1, 0, 0), Vector3(0, 2, 0), Vector3(0.5, 0.5, 1), Vector3(0, 0, 3), Vector3(40, -30, 20)]
    let turn = Quaternion(rotationVector: Vector3(0.7, -1.1, 0.4))
    let middle = try #require(median(of: vectors))
    let turned = try #require(median(of: vectors.map(turn.rotate)))
    #expect((turn.rotate(middle) - turned).norm < 1e-6)
    #expect(middle.norm < 2)
    // No other point is nearer to all of them.
    func total(_ point: Vector3) -> Double { vectors.reduce(0) { $0 + ($1 - point).norm } }
    for step in [Vector3(0.01, 0, 0), Vector3(0, -0.01, 0), Vector3(0, 0, 0.01)] {
      #expect(total(middle) < total(middle + step))
      #expect(total(middle) < total(middle - step))
    }
  }

  @Test("the spatial median of vectors most of which are one is that one")
  func spatialMedianOnAVector() throws {
    let place = Vector3(0.2, -0.3, 0.9)
    let middle = try #require(median(of: [place, place, place, Vector3(5, 5, 5), Vector3(-4, 0, 1)]))
    #expect((middle - place).norm < 1e-6)
    #expect(median(of: [place]) == place)
  }
}
