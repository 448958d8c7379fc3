import GaitMeasures
import GaitModel
import Testing

@testable import GaitReference

@Suite("Reference values")
struct ReferenceTests {
  private func speed(
    _ direction: Direction = .forward, sex: Sex? = .male, age: Int? = 75, surface: Surface? = .overground
  ) -> ReferenceQuestion {
    ReferenceQuestion(measure: "speed_m_s", direction: direction, sex: sex, age: age, surface: surface)
  }

  @Test("the band is where 95 % of healthy people of the same sex and age are, with its source")
  func band() throws {
    guard case .values(let values) = speed().answer() else { throw Missing() }
    let first = try #require(values.first)
    #expect(first.source.name == "Kawai et al. 2019" && first.source.doi == "10.2147/CIA.S213216")
    #expect(first.people == 491 && first.group == "men, 70 to 96 years")
    let band = try #require(first.band)
    #expect(abs(band.lowerBound - 0.7896) < 1e-9 && abs(band.upperBound - 1.7304) < 1e-9)
  }

  @Test("women are compared with women")
  func sexes() throws {
    guard case .values(let values) = speed(sex: .female).answer() else { throw Missing() }
    #expect(values.first?.people == 721)
    #expect(values.allSatisfy { $0.sex != .male })
  }

  @Test("young people have a mean without a band, since no spread between people was read")
  func meanAlone() throws {
    guard case .values(let values) = speed(age: 35).answer() else { throw Missing() }
    #expect(values.map(\.mean) == [1.433])
    #expect(values.first?.band == nil)
  }

  @Test("of several the one of the same sex with a band comes first")
  func order() throws {
    guard case .values(let values) = speed(age: 65).answer() else { throw Missing() }
    #expect(values.map(\.source.year) == [2008, 2021, 2011])
  }

  @Test(
    "without age there is none, without sex only what holds for both",
    arguments: [(nil, 65, 565 as Int?), (Sex.male, nil, nil), (nil, nil, nil), (nil, 35, nil)])
  func unknown(sex: Sex?, age: Int?, people: Int?) {
    switch speed(sex: sex, age: age).answer() {
    case .values(let values): #expect(values.map(\.people) == [people])
    case .none(let lack):
      #expect(people == nil)
      #expect(lack == (age == nil ? .ageNotKnown : .sexNotKnown))
    }
  }

  @Test("a reference of the ground is none for a treadmill, a slope, an aid, the lower back or an unknown surface")
  func conditions() {
    #expect(speed(surface: .treadmill).answer() == .none(.treadmill))
    #expect(speed(surface: nil).answer() == .none(.surfaceNotStated))
    var question = speed()
    question.inclinePercent = 5
    #expect(question.answer() == .none(.incline))
    question = speed()
    question.hasAid = true
    #expect(question.answer() == .none(.aid))
    question = speed()
    question.isMeasuredAtFeet = false
    #expect(question.answer() == .none(.notMeasuredAtFeet))
  }

  @Test("where no study was read there is none: backward, cadence, double support, children")
  func none() {
    #expect(speed(.backward).answer() == .none(.noStudy))
    for measure in [StrideQuantity.cadence, .doubleSupport] {
      let question = ReferenceQuestion(
        measure: measure.id, direction: .forward, sex: .female, age: 75, surface: .overground)
      #expect(question.answer() == .none(.noStudy))
    }
    #expect(speed(age: 9).answer() == .none(.otherAges))
  }

  @Test("every reference names a measure, its people and its source, and is possible")
  func complete() throws {
    for value in ReferenceValue.all {
      let quantity = try #require(StrideQuantity.named(value.measure))
      #expect(quantity.id == value.measure && quantity.unit.text == value.unit)
      #expect(!value.population.isEmpty && !value.setting.method.isEmpty && !value.source.origin.isEmpty)
      #expect(value.source.doi.wholeMatch(of: /10\.\d{4,5}\/\S+/) != nil, "\(value.source.doi)")
      #expect((1990...2026).contains(value.source.year))
      #expect(value.mean > 0 && (value.standardDeviation ?? 0.1) > 0 && (value.people ?? 1) > 0)
      #expect(value.standardDeviation.map { $0 < value.mean / 2 } ?? true)
    }
    let names = ReferenceValue.all.map { "\($0.measure) \($0.direction) \($0.group) \($0.source.doi)" }
    #expect(Set(names).count == names.count)
  }

  private struct Missing: Error {}
}
