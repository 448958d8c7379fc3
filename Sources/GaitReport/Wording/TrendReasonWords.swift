import GaitStatistics
import PageLanguage

extension Trend.Reason {
  /// The reason in words, to stand after a colon.
  package var words: String { words(in: .english) }

  /// The same in a language.
  package func words(in language: Language) -> String { language(phrase) }

  private var phrase: Phrase {
    switch self {
    case .tooFewForChange: "a change needs \(TrendSettings.fewestForChange) sessions"
    case .tooFewForTest: "a test needs \(TrendSettings.fewestForTest) sessions"
    case .noMeasurementError: "measurement error unknown"
    case .noTimeOrSpread: "sessions do not differ in time or value"
    case .belowDetectable: "below the smallest detectable change"
    case .beyondDetectable: "beyond the smallest detectable change"
    case .notConsistent: "not consistent over sessions"
    case .consistent: "consistent over sessions"
    case .neighborsAlike: "consistent, but sessions alike by chance could explain it"
    case .notAfterCorrection: "does not hold after correction for the number of measures"
    }
  }
}
