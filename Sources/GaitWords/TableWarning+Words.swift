import GaitModel

extension TableWarning {
  var words: String {
    switch self {
    case .counterSkips(let column, let samples, let places, let rate):
      "the counter in column \(column) skips \(samples) samples in \(places) places. These samples were lost and are "
        + "treated as gaps at \(plain(rate)) Hz. In --map, replace rate=\(plain(rate)) with time=\(column):\(plain(rate))Hz."
    case .unplacedSensors(let names):
      "the table also holds \(names.joined(separator: ", ")). RetroGait did not use them, because their placement is unknown."
    case .unplacedRows(let words, let column):
      "rows with \(words.joined(separator: ", ")) in column \(column) were not used, because their placement is unknown."
    case .paused(let times):
      "the experiment was paused \(times == 1 ? "once" : "\(times) times"). Its clock stopped during each pause."
    case .rateContradictsTimes(let given, let column, let found, let mapping):
      "the given rate is \(plain(given)) Hz, but the column '\(column)' has \(plain(found)) samples per second. If the "
        + "column is right, lengths and speeds are wrong. Give \(mapping) in place of the rate, or correct the rate."
    }
  }
}
