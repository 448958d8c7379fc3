import GaitModel

/// A time of a walk test that a study published, as context: who was tested, and what the time separated.
///
/// Not a verdict on a person. Cut-offs differ between studies more than people do from one day to the next; the best of them
/// separate fallers from others moderately (area under the curve .66 to .75).
public struct PublishedTime: Sendable, Equatable {
  public var test: WalkTest
  /// s
  public var time: Double
  /// Whether people at risk are slower than this (an upper limit), or those not at risk faster.
  public var meaning: Meaning
  /// Who was tested, and how many.
  public var population: String
  /// How well it separates, as printed; empty where the study was seen only as cited.
  public var accuracy: String
  /// Author, year, DOI.
  public var source: String
  /// Whether the source was seen to start the test as `test` does; otherwise it names the test only.
  public var isStartSeen: Bool

  /// What lies on either side of a time.
  public enum Meaning: String, Sendable, Codable {
    /// People who fell tend to be slower.
    case slowerAtRisk = "slower_at_risk"
    /// People who did not fall tend to be faster.
    case fasterNotAtRisk = "faster_not_at_risk"
  }

  /// All of them for a test, by time. A rolling test has none of a test from standing.
  public static func all(of test: WalkTest) -> [PublishedTime] { all.filter { $0.test == test } }

  /// Every published time, by time.
  public static let all: [PublishedTime] = [
    PublishedTime(
      test: .threeMetersBackward, time: 3.0, meaning: .fasterNotAtRisk,
      population: "older adults who live at home", accuracy: "",
      source: "Carter et al. 2019, as cited by Carter et al. 2020, doi 10.1097/TGR.0000000000000272", isStartSeen: true),
    PublishedTime(
      test: .threeMetersBackward, time: 3.5, meaning: .fasterNotAtRisk,
      population: "483 older adults who live at home, 101 of whom had fallen", accuracy: "sensitivity 98 %",
      source: "Polo-Ferrero et al. 2025, doi 10.3390/jfmk10020154", isStartSeen: false),
    PublishedTime(
      test: .threeMetersBackward, time: 4.2, meaning: .slowerAtRisk,
      population: "175 people with Parkinson's disease", accuracy: "area under the curve .699",
      source: "Carter et al. 2020, doi 10.1097/TGR.0000000000000272", isStartSeen: false),
    PublishedTime(
      test: .threeMetersBackward, time: 4.5, meaning: .slowerAtRisk,
      population: "older adults who live at home", accuracy: "",
      source: "Carter et al. 2019, as cited by Carter et al. 2020, doi 10.1097/TGR.0000000000000272", isStartSeen: true),
    PublishedTime(
      test: .threeMetersBackward, time: 5.5, meaning: .slowerAtRisk,
      population: "483 older adults who live at home, 101 of whom had fallen",
      accuracy: "sensitivity 59.5 %, specificity 68.6 %, area under the curve .655",
      source: "Polo-Ferrero et al. 2025, doi 10.3390/jfmk10020154", isStartSeen: false),
    PublishedTime(
      test: .threeMetersBackward, time: 8.15, meaning: .slowerAtRisk,
      population: "217 residents of two nursing homes, median 80 years, falls in the next 4 months",
      accuracy: "area under the curve .74", source: "Kapan et al. 2025, doi 10.1016/j.jamda.2025.105580",
      isStartSeen: false),
    PublishedTime(
      test: .threeMetersBackward, time: 9.31, meaning: .slowerAtRisk,
      population: "217 residents of two nursing homes, median 80 years, falls in the last 12 months",
      accuracy: "area under the curve .75", source: "Kapan et al. 2025, doi 10.1016/j.jamda.2025.105580",
      isStartSeen: false),
  ]
}

/// The smallest change of a walk test between two days that is more than error, as a study published it.
public struct PublishedChange: Sendable, Equatable {
  public var test: WalkTest
  /// s, or m/s.
  public var change: Double
  public var unit: String
  public var population: String
  public var source: String

  /// All of them.
  public static let all: [PublishedChange] = [
    PublishedChange(
      test: .threeMetersBackward, change: 1.57, unit: "s", population: "41 people after stroke, 35 to 78 years",
      source: "Abit Kocaman et al. 2021, doi 10.1016/j.jstrokecerebrovasdis.2020.105462"),
    PublishedChange(
      test: .threeMetersBackwardRolling, change: 0.07, unit: "m/s",
      population: "34 people in the first months after stroke",
      source: "DeMark et al. 2023, doi 10.1080/09593985.2022.2085638"),
    PublishedChange(
      test: .threeMetersBackwardRolling, change: 0.11, unit: "m/s", population: "29 people long after stroke",
      source: "DeMark et al. 2023, doi 10.1080/09593985.2022.2085638"),
  ]
}
