import Testing

@testable import GaitStatistics
@testable import StatisticsSimulation

@Suite("Trends say no more than the number of sessions allows")
struct TrendTests {
  private let known = TrendSettings(runIn: 0)

  /// Sessions every three days that rise by `step` and scatter by `scatter` in a fixed pattern.
  private func rising(_ n: Int, step: Double = 0.05, scatter: Double = 0.01) -> [TrendPoint] {
    let pattern = [0.0, 1, -1, 0.5, -0.5, 0.8, -0.7]
    return (0..<n).map {
      TrendPoint(day: 3 * Double($0), value: 0.6 + step * Double($0) + scatter * pattern[$0 % pattern.count])
    }
  }

  private func borrowed(_ sem: Double) throws -> MeasurementError {
    try #require(MeasurementError(borrowed: sem, source: "a study"))
  }

  @Test("verdicts and reasons are codes, which other programs read")
  func codes() {
    #expect(Trend.Verdict.allCases.map(\.rawValue) == ["likely_real", "within_error", "cannot_tell"])
    let all = Trend.Tier.allCases.map(\.rawValue) + Trend.Reason.allCases.map(\.rawValue)
    for code in all { #expect(code.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(code)") }
  }

  @Test("the first two sessions are a run-in: shown, not counted, unless asked")
  func runIn() {
    let trend = Trend(rising(5))
    #expect(trend.runIn.count == 2 && trend.n == 3 && trend.tier == .change)
    #expect(trend.first == rising(5)[2].value)
    #expect(Trend(rising(5), settings: known).n == 5)
  }

  @Test("none, one or two sessions give values only", arguments: 0...2)
  func values(n: Int) throws {
    let trend = Trend(rising(n), error: try borrowed(0.001), settings: known)
    #expect(trend.tier == .values && trend.verdict == .cannotTell && trend.reason == .tooFewForChange)
    #expect(trend.change == nil && trend.p == nil && trend.points.count == n)
  }

  @Test("three or four sessions are judged by the minimal detectable change", arguments: 3...4)
  func change(n: Int) throws {
    let real = Trend(rising(n), error: try borrowed(0.02), settings: known)
    #expect(real.verdict == .likelyReal && real.reason == .beyondDetectable)
    #expect(try #require(real.change) > 0.08 && real.line == nil)
    let noise = Trend(rising(n), error: try borrowed(0.1), settings: known)
    #expect(noise.verdict == .withinError && (noise.interval?.contains(0) ?? false))
    let unknown = Trend(rising(n), settings: known)
    #expect(unknown.verdict == .cannotTell && unknown.reason == .noMeasurementError && unknown.change != nil)
  }

  @Test("five to seven sessions give a line with interval and no verdict", arguments: 5...7)
  func slope(n: Int) throws {
    let trend = Trend(rising(n), error: try borrowed(0.001), settings: known)
    #expect(trend.tier == .slope && trend.verdict == .cannotTell && trend.reason == .tooFewForTest)
    let interval = try #require(trend.interval)
    #expect(interval.contains(try #require(trend.change)) && trend.test == nil && trend.p == nil)
    #expect(abs(try #require(trend.line).slope - 0.05 / 3) < 0.005)
  }

  @Test("eight sessions that rise are tested and likely real; a chart comes with twelve")
  func test() throws {
    let trend = Trend(rising(8), settings: known)
    #expect(trend.tier == .test && trend.verdict == .likelyReal && trend.reason == .consistent && trend.chart == nil)
    guard case .ownSeries(sessions: 8) = try #require(trend.error).source else {
      Issue.record("the person's own scatter should be the error")
      return
    }
    let longer = Trend(rising(12), settings: known)
    #expect(longer.tier == .chart && longer.chart != nil && longer.verdict == .likelyReal)
  }

  @Test("of the person's baseline and the scatter about the line, the one that rests on more sessions is the error")
  func source() throws {
    let long = try #require(MeasurementError(baseline: (0..<14).map { 0.6 + ($0 % 2 == 0 ? 0.01 : -0.01) }))
    let short = try #require(MeasurementError(baseline: [0.6, 0.61, 0.59]))
    #expect(Trend(rising(8), error: long, settings: known).error?.source == .ownBaseline(sessions: 14))
    #expect(Trend(rising(8), error: short, settings: known).error?.source == .ownSeries(sessions: 8))
    #expect(Trend(rising(8), error: try borrowed(0.02), settings: known).error?.source == .ownSeries(sessions: 8))
  }

  @Test("eight sessions that scatter without direction are within measurement error")
  func flat() {
    let trend = Trend(rising(8, step: 0, scatter: 0.05), settings: known)
    #expect(trend.verdict == .withinError && trend.reason == .belowDetectable)
  }

  @Test("a change that comes with one odd session is not called real")
  func odd() {
    let values = [0.70, 0.71, 0.69, 0.70, 0.705, 0.695, 0.70, 1.20]
    let trend = Trend(values.enumerated().map { TrendPoint(day: Double($0), value: $1) }, settings: known)
    #expect(trend.verdict != .likelyReal)
  }

  @Test("sessions are put in the order of time, and values that are not numbers are left out")
  func order() {
    let points = rising(9)
    var shuffled = Array(points.reversed())
    shuffled.append(TrendPoint(day: 4, value: .nan))
    shuffled.append(TrendPoint(day: .infinity, value: 1))
    #expect(Trend(shuffled) == Trend(points))
  }

  @Test("sessions that do not differ in time or value give no verdict")
  func degenerate() {
    let sameDay = (0..<9).map { TrendPoint(day: 5, value: Double($0)) }
    #expect(Trend(sameDay, settings: known).reason == .noTimeOrSpread)
    let sameValue = (0..<9).map { TrendPoint(day: Double($0), value: 0.7) }
    let flat = Trend(sameValue, settings: known)
    #expect(flat.verdict == .cannotTell && flat.reason == .noTimeOrSpread)
    #expect(flat.sameInAll == 0.7)
    #expect(Trend(sameDay, settings: known).sameInAll == nil && Trend([sameValue[0]], settings: known).sameInAll == nil)
  }

  @Test("strides that leave a session's value open make a change harder to call real")
  func strideError() throws {
    let sure = [0.6, 0.65, 0.8].enumerated().map { TrendPoint(day: Double($0), value: $1, standardError: 0.01) }
    let open = [0.6, 0.65, 0.8].enumerated().map { TrendPoint(day: Double($0), value: $1, standardError: 0.2) }
    let error = try borrowed(0.04)
    #expect(Trend(sure, error: error, settings: known).verdict == .likelyReal)
    #expect(Trend(open, error: error, settings: known).verdict == .withinError)
  }

  @Test("measures that were not named beforehand must stand Holm's correction")
  func family() throws {
    let weak = Trend(
      [0.60, 0.62, 0.78].enumerated().map { TrendPoint(day: Double($0), value: $1) },
      error: try borrowed(0.055), settings: known)
    #expect(weak.verdict == .likelyReal)
    let alone = Trend.family([weak, weak], primary: [true, false])
    #expect(alone.allSatisfy { $0.verdict == .likelyReal })
    let many = Trend.family([Trend](repeating: weak, count: 4), primary: [true])
    #expect(many[0].verdict == .likelyReal && many[0].adjustedP == weak.p)
    for trend in many.dropFirst() {
      #expect(trend.verdict == .cannotTell && trend.reason == .notAfterCorrection)
      #expect(agree(trend.adjustedP, weak.p.map { 3 * $0 }))
    }
  }

  @Test(
    "without change, likely real comes in at most 6 % of 2,000 persons, even if sessions resemble their neighbors",
    arguments: [8, 12, 18, 30], [0.0, 0.3, 0.6])
  func falseAlarms(n: Int, autocorrelation: Double) throws {
    var random = NormalNumbers(seed: UInt64(n))
    var alarms = 0
    for _ in 0..<2000 {
      let person = SimulatedPerson(autocorrelation: autocorrelation)
      let sessions = person.sessions(n, baseline: 3, random: &random)
      let trend = Trend(sessions.points, error: MeasurementError(baseline: sessions.baseline), settings: known)
      if trend.verdict == .likelyReal { alarms += 1 }
    }
    #expect(alarms <= 120)
  }

  @Test("a change of four session SDs over twelve sessions is called likely real in most persons")
  func power() {
    var random = NormalNumbers(seed: 1)
    let found = (0..<200).count { _ in
      let person = SimulatedPerson(autocorrelation: 0, change: 4)
      return Trend(person.sessions(12, baseline: 0, random: &random).points, settings: known).verdict == .likelyReal
    }
    // 62 % of many; half of 200 lies three standard errors below.
    #expect(found > 100)
  }
}
