import GaitHistory
import GaitStatistics

extension MeasurementError.Source {
  /// Where the error comes from, in words.
  package var words: String {
    switch self {
    case .ownBaseline(let sessions): "own \(sessions) baseline sessions"
    case .ownSeries(let sessions): "own \(sessions) sessions about their line"
    case .borrowed(let source): "borrowed: \(source)"
    }
  }
}

extension CourseTrend.MeasureTrend {
  /// Where the measurement error comes from, in words; `nil` where none is known.
  package var errorSource: String? { trend.error?.source.words }
}
