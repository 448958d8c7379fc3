import GaitStatistics

/// False alarms, coverage and power of the judgment of one person's sessions.
struct TrendSimulation {
  /// What persons of one kind gave.
  private struct Result {
    var likelyReal = Share()
    var hamedRao = Share()
    var covered = Share()
  }

  let table: String
  /// Greatest share of persons without change called likely real, from the fewest sessions that are tested on.
  let mostFalseAlarms: Double
  /// Least share of intervals that hold, from the same number of sessions on.
  let leastCoverage: Double

  /// Autocorrelations of neighboring sessions that are simulated.
  static let autocorrelations = [0.0, 0.3, 0.6]

  /// - Parameter persons: Number of persons for each number of sessions.
  init(persons: Int) {
    var rows: [[String]] = []
    var most = 0.0
    var least = 1.0
    for n in 3...30 {
      let unchanged = Self.autocorrelations.map { Self.result(n, persons, autocorrelation: $0, change: 0) }
      let changing = Self.autocorrelations.map { Self.result(n, persons, autocorrelation: $0, change: 3) }
      let isTested = n >= TrendSettings.fewestForTest
      let isJudged = isTested || n < TrendSettings.fewestForSlope
      if isTested {
        most = max(most, unchanged.map(\.likelyReal.value).max() ?? 0)
        least = min(least, unchanged.map(\.covered.value).min() ?? 1)
      }
      let cell = { (share: Share, isKnown: Bool) in isKnown ? percent(share.value) : "–" }
      rows.append(
        ["\(n)"] + unchanged.map { cell($0.likelyReal, isJudged) }
          + [cell(unchanged[unchanged.count - 1].hamedRao, isTested)]
          + changing.map { cell($0.likelyReal, isJudged) } + unchanged.map { cell($0.covered, true) })
    }
    mostFalseAlarms = most
    leastCoverage = least
    table = StatisticsSimulation.table(
      [
        "sessions", "likely real, ρ = 0", "ρ = 0.3", "ρ = 0.6", "Hamed–Rao alone, ρ = 0.6", "3 SD found, ρ = 0",
        "ρ = 0.3", "ρ = 0.6", "interval holds, ρ = 0", "ρ = 0.3", "ρ = 0.6",
      ], rows)
  }

  private static func result(_ n: Int, _ persons: Int, autocorrelation: Double, change: Double) -> Result {
    var random = NormalNumbers(seed: UInt64(n))
    let person = SimulatedPerson(autocorrelation: autocorrelation, change: change)
    var result = Result()
    for _ in 0..<persons {
      let sessions = person.sessions(n, baseline: 3, random: &random)
      let trend = Trend(
        sessions.points, error: MeasurementError(baseline: sessions.baseline), settings: TrendSettings(runIn: 0))
      result.likelyReal.add(trend.verdict == .likelyReal)
      if let test = trend.test { result.hamedRao.add(test.correctedP <= 0.05) }
      if let interval = trend.interval { result.covered.add(interval.contains(change)) }
    }
    return result
  }
}
