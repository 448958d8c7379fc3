import GaitStatistics

/// False alarms, coverage and power of the judgement of one person's sessions.
struct TrendSimulation {
  /// What persons of one kind gave.
  private struct Result {
    var likelyReal = Share()
    var testAlone = Share()
    var covered = Share()
  }

  let table: String
  /// Greatest share of persons without change called likely real, over all numbers of sessions.
  let mostFalseAlarms: Double

  /// - Parameter persons: Number of persons for each number of sessions.
  init(persons: Int) {
    var rows: [[String]] = []
    var most = 0.0
    for n in 3...30 {
      let independent = Self.result(n, persons, autocorrelation: 0, change: 0)
      let alike = Self.result(n, persons, autocorrelation: 0.3, change: 0)
      let changing = Self.result(n, persons, autocorrelation: 0, change: 4)
      most = max(most, independent.likelyReal.value, alike.likelyReal.value)
      let isTested = n >= TrendSettings.fewestForTest
      let isJudged = isTested || n < TrendSettings.fewestForSlope
      rows.append([
        "\(n)", isJudged ? percent(independent.likelyReal.value) : "–",
        isJudged ? percent(alike.likelyReal.value) : "–",
        isTested ? percent(independent.testAlone.value) : "–", isTested ? percent(alike.testAlone.value) : "–",
        isJudged ? percent(changing.likelyReal.value) : "–", percent(independent.covered.value),
        percent(alike.covered.value),
      ])
    }
    mostFalseAlarms = most
    table = StatisticsSimulation.table(
      [
        "sessions", "likely real, ρ = 0", "ρ = 0.3", "Hamed–Rao alone, ρ = 0", "ρ = 0.3", "change of 4 SD found",
        "interval holds, ρ = 0", "ρ = 0.3",
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
      if let test = trend.test { result.testAlone.add(test.correctedP <= 0.05) }
      if let interval = trend.interval { result.covered.add(interval.contains(change)) }
    }
    return result
  }
}
