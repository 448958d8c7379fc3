import GaitMeasures
import GaitModel

extension ReferenceValue {
  /// All of them, in the order of measures, ages and sexes.
  ///
  /// Only numbers of which the source was read stand here: an abstract, a table or a list of people, named in `Source.origin`.
  /// None is known by heart or from a quotation alone.
  public static let all: [ReferenceValue] = speeds + strideLengths

  // MARK: Walking speed

  private static let speeds: [ReferenceValue] = meanSpeeds + olderSpeeds + seniorSpeeds + [allOlder]

  /// Means by decade over many studies; what was read gives no standard deviation between people.
  private static let meanSpeeds: [ReferenceValue] = {
    let decades = [20...29, 30...39, 40...49, 50...59, 60...69, 70...79, 80...99]
    let women = [1.341, 1.337, 1.390, 1.313, 1.241, 1.132, 0.943]
    let men = [1.358, 1.433, 1.434, 1.433, 1.339, 1.262, 0.968]
    return decades.indices.flatMap { k in
      [(Sex.female, women[k]), (Sex.male, men[k])].map { sex, mean in
        value(
          of: .speed, population: "healthy people of many studies, 23,111 of all ages and both sexes together",
          sex: sex,
          ages: decades[k], mean: mean, deviation: nil, people: nil,
          Setting(
            surface: .overground, pace: "comfortable",
            method: "various, without the start from standing and without turns"),
          bohannon)
      }
    }
  }()

  private static let olderSpeeds: [ReferenceValue] = [
    value(
      of: .speed, population: healthyControls, sex: .female, ages: 50...69, mean: 1.26, deviation: 0.15, people: 23,
      levelGround, hausdorff),
    value(
      of: .speed, population: healthyControls, sex: .male, ages: 50...69, mean: 1.24, deviation: 0.16, people: 31,
      levelGround, hausdorff),
  ]

  private static let seniorSpeeds: [ReferenceValue] = [
    value(
      of: .speed, population: independentInJapan, sex: .female, ages: 70...96, mean: 1.27, deviation: 0.21, people: 721,
      pressurePlate, kawai),
    value(
      of: .speed, population: independentInJapan, sex: .male, ages: 70...96, mean: 1.26, deviation: 0.24, people: 491,
      pressurePlate, kawai),
  ]

  private static let allOlder = value(
    of: .speed, population: "people who live at home, measured in Zagreb", sex: nil, ages: 60...oldest, mean: 1.24,
    deviation: 0.28,
    people: 565, pressurePlate, kasovic)

  // MARK: Stride length

  private static let strideLengths: [ReferenceValue] = [
    value(
      of: .length, population: independentInJapan, sex: .female, ages: 70...96, mean: 1.157, deviation: 0.163,
      people: 721,
      pressurePlate, kawai),
    value(
      of: .length, population: independentInJapan, sex: .male, ages: 70...96, mean: 1.219, deviation: 0.198,
      people: 491,
      pressurePlate, kawai),
  ]

  // MARK: What several of them share

  private static let healthyControls = "healthy people in Israel, compared with people with Parkinson’s disease"
  private static let independentInJapan = "people in Japan who live at home and need no help from day to day"
  private static let levelGround = Setting(
    surface: .overground, pace: "comfortable", method: "walk of about 2 minutes on level ground")
  private static let pressurePlate = Setting(surface: .overground, pace: nil, method: "pressure plate")

  private static let bohannon = Source(
    authors: "Bohannon & Williams Andrews", year: 2011, doi: "10.1016/j.physio.2010.12.004",
    origin: "Means of the meta-analysis, from its abstract and a public copy of its table. No SD was read.")
  private static let hausdorff = Source(
    authors: "Hausdorff, PhysioNet", year: 2008, doi: "10.13026/C24H3N",
    origin: "Computed for RetroGait from the database’s list of people (Speed_01). A man and a woman who seem to be "
      + "listed three times count once.")
  private static let kawai = Source(
    authors: "Kawai et al.", year: 2019, doi: "10.2147/CIA.S213216",
    origin: "Means and SDs of the abstract, which does not name the pace.")
  private static let kasovic = Source(
    authors: "Kasović et al.", year: 2021, doi: "10.2147/CIA.S290071",
    origin: "Mean and SD of the abstract, which does not name the pace.")

  private static func value(
    of quantity: StrideQuantity, _ direction: Direction = .forward, population: String, sex: Sex?,
    ages: ClosedRange<Int>,
    mean: Double, deviation: Double?, people: Int?, _ setting: Setting, _ source: Source
  ) -> ReferenceValue {
    ReferenceValue(
      measure: quantity.id, unit: quantity.unit.text, decimals: quantity.decimals, direction: direction,
      population: population, sex: sex, ages: ages, mean: mean, standardDeviation: deviation, people: people,
      setting: setting, source: source)
  }
}
