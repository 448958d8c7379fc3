import Testing

@testable import GaitStatistics
@testable import StatisticsSimulation

@Suite("Backward against forward in a group")
struct GroupComparisonTests {
  private let pairs = [(0.61, 1.05), (0.72, 1.21), (0.55, 1.12), (0.80, 1.30), (0.66, 1.02), (0.49, 0.98)]

  private var group: GroupComparison? {
    GroupComparison(pairs.map { (backward: $0.0, forward: $0.1) })
  }

  @Test("difference and ratio have the intervals of scipy's paired t test")
  func scipy() throws {
    let reference = try Reference.read().paired
    let group = try #require(group)
    #expect(agree(group.difference.interval?.lowerBound, reference.low))
    #expect(agree(group.difference.interval?.upperBound, reference.high))
    #expect(agree(group.ratio?.interval?.lowerBound, reference.ratioLow))
    #expect(agree(group.ratio?.interval?.upperBound, reference.ratioHigh))
    #expect(group.persons == 6 && group.ratio?.value ?? 1 < 0.65)
  }

  @Test("the effect size is large where all persons walk slower backward")
  func effect() throws {
    let effect = try #require(group?.effectSize)
    let interval = try #require(effect.interval)
    #expect(effect.value < -3 && interval.upperBound < -1)
  }

  @Test("one person has values and no interval; nobody has nothing")
  func few() throws {
    let one = try #require(GroupComparison([(backward: 0.6, forward: 1.1)]))
    #expect(one.difference.interval == nil && one.effectSize == nil && agree(one.difference.value, -0.5))
    #expect(GroupComparison([]) == nil)
    #expect(try #require(GroupComparison([(backward: -1, forward: 1), (backward: 1, forward: 2)])).ratio == nil)
  }

  @Test("the effect size's interval holds the true one in about 95 %")
  func coverage() throws {
    var random = NormalNumbers(seed: 8)
    var held = 0
    let repetitions = 1000
    for _ in 0..<repetitions {
      let pairs = (0..<15).map { _ in
        let person = 0.2 * random.next()
        return (backward: 0.7 + person + 0.1 * random.next(), forward: 0.9 + person + 0.1 * random.next())
      }
      // Persons differ by √(0.2² + 0.1²) in each direction.
      let effect = try #require(GroupComparison(pairs)?.effectSize)
      if effect.interval?.contains(-0.2 / 0.05.squareRoot()) ?? false { held += 1 }
    }
    #expect(held > 925 && held < 985)
  }
}
