import GaitReference
import NumberText

/// A reference value in words.
struct ReferenceWords {
  private let value: ReferenceValue

  init(_ value: ReferenceValue) {
    self.value = value
  }

  private func number(_ number: Double) -> String { PlainNumbers.fixed(number, value.decimals) }

  /// Within a chart: `reference, men 70–96, forward: 0.79–1.73`.
  var label: String {
    let numbers = value.band.map { "\(number($0.lowerBound))–\(number($0.upperBound))" } ?? "mean \(number(value.mean))"
    let ages =
      value.ages.upperBound == ReferenceValue.oldest
      ? "\(value.ages.lowerBound)+" : "\(value.ages.lowerBound)–\(value.ages.upperBound)"
    return "reference, \(who) \(ages), \(value.direction.rawValue): \(numbers)"
  }

  private var who: String {
    switch value.sex {
    case .female: "women"
    case .male: "men"
    case nil: "adults"
    }
  }

  /// Where 95 % are, or the mean alone.
  var numbers: String {
    let mean = "mean \(number(value.mean)) \(value.unit)"
    guard let band = value.band, let deviation = value.standardDeviation else { return "\(mean), spread not known" }
    return "\(mean), SD \(number(deviation)); 95 % of such people between \(number(band.lowerBound)) and "
      + "\(number(band.upperBound)) \(value.unit)"
  }

  /// `n = 491: people in Japan who live at home`, or without a number `People in Japan who live at home`.
  var population: String {
    value.people.map { "n = \($0): \(value.population)" } ?? value.population.capitalizedFirst
  }

  /// How people walked: `comfortable pace, overground, pressure plate`.
  var setting: String {
    let pace = value.setting.pace.map { "\($0) pace" } ?? "pace not stated"
    return "\(pace), \(value.setting.surface.rawValue), \(value.setting.method)"
  }

  /// `Kawai et al. 2019, doi 10.2147/CIA.S213216`.
  var source: String { "\(value.source.name), doi \(value.source.doi)" }

  /// In one line, for those who point at the band.
  var title: String {
    "Reference, \(value.direction.rawValue) walking, \(value.group): \(numbers). \(population). \(source)."
  }
}

extension ReferenceQuestion.Lack {
  /// Why there is no reference, as part of a sentence; `nil` where nothing about the person or the walk would change it.
  var words: String? {
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
