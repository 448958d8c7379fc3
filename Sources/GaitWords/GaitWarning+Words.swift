import GaitModel

extension GaitWarning {
  /// What a person reads: one or more sentences, after the name of the sensor where it is about one.
  public var words: String {
    switch self {
    case .files(let warning): warning.words
    case .segments(let warning): warning.words
    case .clocks(let warning): warning.words
    case .walk(let warning): warning.words
    case .history(let warning): warning.words
    case .table(let placement, let warning): "\(placement.rawValue): \(warning.words)"
    case .signals(let placement, let warning): "\(placement.rawValue): \(warning.words)"
    case .foot(let placement, let warning): "\(placement.rawValue): \(warning.words(about: placement))"
    case .trunk(let placement, let warning): "\(placement.rawValue): \(warning.words)"
    case .inChunks(let count, let chunks, let warning): "In \(count) of \(chunks) chunks: \(warning.words)"
    }
  }
}

/// A number without needless decimals, with a minus sign.
func plain(_ value: Double) -> String {
  let text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  return text.replacing("-", with: "−")
}

/// Names in quotes, at most so many of them.
func quoted(_ names: [String], atMost most: Int) -> String {
  names.prefix(most).map { "'\($0)'" }.joined(separator: ", ") + (names.count > most ? ", …" : "")
}
