import GaitReference
import PageLanguage

/// A reference value in words.
struct ReferenceWords {
  private let value: ReferenceValue
  private let language: Language

  init(_ value: ReferenceValue, in language: Language = .english) {
    self.value = value
    self.language = language
  }

  private func number(_ number: Double) -> String { language.fixed(number, unit) }

  private var unit: ShownUnit { value.shown(in: language) }

  private var direction: String { language.text(value.direction.rawValue) }

  /// Within a chart: `reference, men 70–96, forward: 0.79–1.73`.
  var label: String {
    let numbers =
      value.band.map { "\(number($0.lowerBound))–\(number($0.upperBound))" }
      ?? language("mean \(number(value.mean))")
    let ages =
      value.ages.upperBound == ReferenceValue.oldest
      ? "\(value.ages.lowerBound)+" : "\(value.ages.lowerBound)–\(value.ages.upperBound)"
    return language("reference, \(who) \(ages), \(direction): \(numbers)")
  }

  private var who: String {
    switch value.sex {
    case .female: language("women")
    case .male: language("men")
    case nil: language("adults")
    }
  }

  /// Where 95 % are, or the mean alone.
  var numbers: String {
    guard let band = value.band, let deviation = value.standardDeviation else {
      return language("mean \(number(value.mean)) \(unit.text), spread not known")
    }
    return language(
      """
      mean \(number(value.mean)) \(unit.text), SD \(number(deviation)); 95 % of such people between \
      \(number(band.lowerBound)) and \(number(band.upperBound)) \(unit.text)
      """)
  }

  /// `n = 491: people in Japan who live at home`, or without a number `People in Japan who live at home`.
  var population: String {
    let population = language.text(value.population)
    return value.people.map { "n = \($0): \(population)" } ?? population.capitalizedFirst
  }

  /// How people walked: `comfortable pace, overground, pressure plate`.
  var setting: String {
    let pace = value.setting.pace.map { language("\(language.text($0)) pace") } ?? language("pace not stated")
    return "\(pace), \(language.text(value.setting.surface.rawValue)), \(language.text(value.setting.method))"
  }

  /// `men, 70 to 96 years`.
  var group: String { language.text(value.group) }

  /// `Kawai et al. 2019, doi 10.2147/CIA.S213216`.
  var source: String { "\(value.source.name), doi \(value.source.doi)" }

  /// In one line, for those who point at the band.
  var title: String {
    language("Reference, \(direction) walking, \(group): \(numbers). \(population). \(source).")
  }
}

extension ReferenceQuestion.Lack {
  /// Why there is no reference, as part of a sentence; `nil` where nothing about the person or the walk would change it.
  var phrase: Phrase? {
    switch self {
    case .noStudy: nil
    case .notMeasuredAtFeet: "the sensor on the lower back estimates lengths and speeds"
    case .aid: "the person walked with an aid"
    case .incline: "the walk was on a slope"
    case .treadmill: "the walk was on a treadmill"
    case .surfaceNotStated: "the surface is not stated"
    case .ageNotKnown: "the age is not known"
    case .otherAges: "the studies are of people of other ages"
    case .sexNotKnown: "the sex is not stated"
    }
  }
}
