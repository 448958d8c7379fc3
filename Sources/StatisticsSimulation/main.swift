import GaitStatistics

let persons = 20000
func text(_ x: Double) -> String {
  let scaled = Int((x * 1000).rounded())
  return "\(scaled / 10).\(scaled % 10)"
}
for mode in ["own"] {
  for n in [3, 4, 8, 9, 10, 12, 15, 18, 24, 30] {
    var line = "\(mode) n \(n)"
    for rho in [0.0, 0.3] {
      for change in [0.0, 3.0] {
        var random = NormalNumbers(seed: UInt64(n * 1000) + UInt64(rho * 10))
        var alarms = 0
        var mk = 0
        var hr = 0
        var mkExact = 0
        var held = 0
        var has = 0
        for _ in 0..<persons {
          let person = SimulatedPerson(autocorrelation: rho, change: change)
          let s = person.sessions(n, baseline: 3, random: &random)
          let error =
            mode == "borrowed"
            ? MeasurementError(borrowed: 1, source: "") : mode == "own" ? MeasurementError(baseline: s.baseline) : nil
          let trend = Trend(s.points, error: error, settings: TrendSettings(runIn: 0))
          if trend.verdict == .likelyReal { alarms += 1 }
          if let p = trend.p, p <= 0.05 { mk += 1 }
          if let t = trend.test, t.correctedP <= 0.05 { hr += 1 }
          if let t = trend.test, t.p <= 0.05 { mkExact += 1 }
          if let i = trend.interval {
            has += 1
            if i.contains(change) { held += 1 }
          }
        }
        let d = Double(persons)
        line +=
          " | rho \(rho) d \(change): real \(text(Double(alarms) / d)) p \(text(Double(mk) / d)) hr \(text(Double(hr) / d)) mk \(text(Double(mkExact) / d)) cover \(has > 0 ? text(Double(held) / Double(has)) : "-")"
      }
    }
    print(line)
  }
}
