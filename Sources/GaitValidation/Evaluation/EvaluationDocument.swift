import GaitModel
import GaitStatistics
import NumberText

/// The evaluation as a document for other programs; numbers in the units of their names, times in seconds.
package struct EvaluationDocument: Encodable {
  package let program: String
  package let matching: Matching
  package let recordingsWithoutStrides: [String]
  package let groups: [Group]

  enum CodingKeys: String, CodingKey {
    case program, matching, groups
    case recordingsWithoutStrides = "recordings_without_strides"
  }

  package struct Matching: Encodable {
    let rule: String
    let toleranceS: Double?

    enum CodingKeys: String, CodingKey {
      case rule
      case toleranceS = "tolerance_s"
    }
  }

  package struct Group: Encodable {
    let by: [String: String]
    let people: Int
    let reference: Int
    let found: Int
    let extra: Int
    let sensitivity: Double?
    let precision: Double?
    let f1: Double?
    let initialContactS: Times?
    let finalContactS: Times?
    let measures: [String: Measure]
    let directions: [String: [String: Int]]
    let contacts: [String: [String: Int]]

    enum CodingKeys: String, CodingKey {
      case by, people, reference, found, extra, sensitivity, precision, f1, measures, directions, contacts
      case initialContactS = "initial_contact_s"
      case finalContactS = "final_contact_s"
    }
  }

  package struct Times: Encodable {
    let n: Int
    let mean, meanAbsolute, median, p95: Double?
    let sd: Double?

    enum CodingKeys: String, CodingKey {
      case n, mean, sd, median, p95
      case meanAbsolute = "mean_absolute"
    }
  }

  package struct Measure: Encodable {
    let unit: String
    let n: Int
    let people: Int?
    let bias, sd, lower, upper: Double?
    let biasCI95, lowerCI95, upperCI95: [Double?]?
    let rmse: Double?
    let meanAbsolute: Double?
    let iccOfStrides: Correlation?
    let iccOfPeople: Correlation?

    enum CodingKeys: String, CodingKey {
      case unit, n, people, bias, sd, lower, upper, rmse
      case biasCI95 = "bias_ci95"
      case lowerCI95 = "lower_ci95"
      case upperCI95 = "upper_ci95"
      case meanAbsolute = "mean_absolute"
      case iccOfStrides = "icc_of_strides"
      case iccOfPeople = "icc_of_people"
    }
  }

  package struct Correlation: Encodable {
    let n: Int
    let agreement: Double?
    let agreementCI95: [Double?]?
    let consistency: Double?
    let consistencyCI95: [Double?]?

    enum CodingKeys: String, CodingKey {
      case n
      case agreement = "icc_2_1"
      case agreementCI95 = "icc_2_1_ci95"
      case consistency = "icc_3_1"
      case consistencyCI95 = "icc_3_1_ci95"
    }
  }

  package init(_ evaluation: Evaluation, program: String) {
    self.program = program
    matching = Matching(
      rule: evaluation.hasWindows
        ? "middle of the swing in the reference's window" : "initial contact within the tolerance",
      toleranceS: evaluation.hasWindows ? nil : evaluation.tolerance)
    recordingsWithoutStrides = evaluation.recordingsWithoutStrides
    groups = evaluation.groups.map(Group.init)
  }

  /// Decimals of all numbers: finer than what is measured.
  fileprivate static let decimals = 6

  fileprivate static func rounded(_ value: Double?) -> Double? {
    value.flatMap { DecimalText.rounded($0, decimals: decimals) }
  }

  fileprivate static func ends(_ interval: ClosedRange<Double>?) -> [Double?]? {
    interval.map { [rounded($0.lowerBound), rounded($0.upperBound)] }
  }
}

extension EvaluationDocument.Group {
  fileprivate init(_ group: Evaluation.Group) {
    func words<Word: RawRepresentable<String> & Hashable>(_ counts: [Word: [Word?: Int]]) -> [String: [String: Int]] {
      var named: [String: [String: Int]] = [:]
      for (word, found) in counts {
        for (other, count) in found { named[word.rawValue, default: [:]][other?.rawValue ?? "none"] = count }
      }
      return named
    }
    self.init(
      by: Dictionary(uniqueKeysWithValues: group.label.map { ($0.key.rawValue, $0.value) }), people: group.people,
      reference: group.references, found: group.found, extra: group.extra,
      sensitivity: EvaluationDocument.rounded(group.sensitivity),
      precision: EvaluationDocument.rounded(group.precision),
      f1: EvaluationDocument.rounded(group.f1),
      initialContactS: group.initialContacts.map(EvaluationDocument.Times.init),
      finalContactS: group.finalContacts.map(EvaluationDocument.Times.init),
      measures: Dictionary(
        uniqueKeysWithValues: group.quantities.map { ($0.quantity.column, EvaluationDocument.Measure($0)) }),
      directions: words(group.directions), contacts: words(group.contacts))
  }
}

extension EvaluationDocument.Times {
  fileprivate init(_ errors: Errors) {
    let rounded = EvaluationDocument.rounded
    self.init(
      n: errors.n, mean: rounded(errors.mean), meanAbsolute: rounded(errors.meanAbsolute),
      median: rounded(errors.median),
      p95: rounded(errors.p95), sd: rounded(errors.sd))
  }
}

extension EvaluationDocument.Measure {
  fileprivate init(_ quantity: Evaluation.Quantity) {
    let (rounded, ends) = (EvaluationDocument.rounded, EvaluationDocument.ends)
    let limits = quantity.limits
    self.init(
      unit: quantity.quantity.unit.text, n: quantity.errors.n, people: limits?.people,
      bias: rounded(limits?.bias ?? quantity.errors.mean), sd: rounded(limits?.sd), lower: rounded(limits?.lower),
      upper: rounded(limits?.upper), biasCI95: ends(limits?.biasInterval), lowerCI95: ends(limits?.lowerInterval),
      upperCI95: ends(limits?.upperInterval), rmse: rounded(quantity.rootMeanSquare),
      meanAbsolute: rounded(quantity.errors.meanAbsolute),
      iccOfStrides: quantity.strides.map(EvaluationDocument.Correlation.init),
      iccOfPeople: quantity.people.map(EvaluationDocument.Correlation.init))
  }
}

extension EvaluationDocument.Correlation {
  fileprivate init(_ icc: IntraclassCorrelation) {
    let (rounded, ends) = (EvaluationDocument.rounded, EvaluationDocument.ends)
    self.init(
      n: icc.n, agreement: rounded(icc.agreement), agreementCI95: ends(icc.agreementInterval),
      consistency: rounded(icc.consistency), consistencyCI95: ends(icc.consistencyInterval))
  }
}
