extension Trend {
  /// Judges the course of one measure in one person.
  ///
  /// Points whose value or day is not finite are left out.
  ///
  /// - Parameters:
  ///   - points: One per session, in any order; sessions of the same day keep theirs.
  ///   - error: SEM of the measure, the person's own or borrowed; without, three and four sessions allow no verdict, and
  ///     eight and more are judged by their own scatter about the line.
  public init(_ points: [TrendPoint], error: MeasurementError? = nil, settings: TrendSettings = TrendSettings()) {
    let ordered = points.filter { $0.value.isFinite && $0.day.isFinite }.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    runIn = Array(ordered.prefix(max(settings.runIn, 0)))
    let counted = Array(ordered.dropFirst(max(settings.runIn, 0)))
    self.points = counted
    tier = Tier(sessions: counted.count)
    first = counted.first?.value
    last = counted.last?.value
    verdict = .cannotTell
    reason = .tooFewForChange

    let times = counted.map(\.day)
    let values = counted.map(\.value)
    if counted.count >= TrendSettings.fewestForSlope {
      line = TheilSen.ofNeighbors(times: times, values: values, level: settings.level)
    }
    self.error = Self.error(given: error, times: times, values: values, line: line)?
      .atLeast(counted.compactMap(\.standardError))
    if counted.count >= TrendSettings.fewestForTest, let error = self.error {
      line?.setInterval(by: error, times: times)
    }
    switch tier {
    case .values, .change: minimalDetectableChange = self.error?.minimalDetectableChange(level: settings.level)
    case .slope, .test, .chart:
      minimalDetectableChange = self.error?.minimalDetectableChange(ofLineThrough: times, level: settings.level)
    }
    let baseline = values.prefix(max(settings.baselineSessions, 1))
    if baseline.count == settings.baselineSessions, let mean = Spread(Array(baseline))?.mean {
      baselineMean = mean
      detectableBand = (self.error?.minimalDetectableChange(from: baseline.count, level: settings.level)).map {
        (mean - $0)...(mean + $0)
      }
    }
    if tier == .chart { chart = XmRChart(values) }

    switch tier {
    case .values: break
    case .change: judgeChange()
    case .slope:
      takeLine()
      reason = .tooFewForTest
    case .test, .chart:
      takeLine()
      judgeTest(values, significance: settings.significance)
    }
  }

  /// The person's own scatter where there is enough of it, else what is given.
  private static func error(
    given: MeasurementError?, times: [Double], values: [Double], line: TheilSen?
  ) -> MeasurementError? {
    guard values.count >= TrendSettings.fewestForTest, let line,
      let series = MeasurementError(times: times, values: values, about: line)
    else { return given }
    if var given, case .ownBaseline = given.source, given.freedom > series.freedom {
      given.autocorrelation = series.autocorrelation
      return given
    }
    return series
  }

  private mutating func judgeChange() {
    guard let first, let last else { return }
    change = last - first
    guard let error, let minimalDetectableChange else {
      reason = .noMeasurementError
      return
    }
    p = Change(from: [first], to: [last], error: error)?.p
    interval = (last - first - minimalDetectableChange)...(last - first + minimalDetectableChange)
    let exceeds = abs(last - first) > minimalDetectableChange
    verdict = exceeds ? .likelyReal : .withinError
    reason = exceeds ? .beyondDetectable : .belowDetectable
  }

  private mutating func takeLine() {
    guard let line, let start = points.first?.day, let end = points.last?.day else { return }
    let duration = end - start
    change = line.slope * duration
    interval = line.interval.map { ($0.lowerBound * duration)...($0.upperBound * duration) }
  }

  private mutating func judgeTest(_ values: [Double], significance: Double) {
    test = MannKendall(values)
    guard let test, let change, let error, let minimalDetectableChange,
      let standardError = error.standardErrorOfChange(ofLineThrough: points.map(\.day)), standardError > 0
    else {
      reason = .noTimeOrSpread
      return
    }
    p = max(test.p, StudentT(freedom: error.freedom)?.twoSided(change / standardError) ?? 1)
    let isInOrder = test.p <= significance
    switch (abs(change) > minimalDetectableChange, isInOrder) {
    case (true, true): (verdict, reason) = (.likelyReal, .consistent)
    case (true, false): (verdict, reason) = (.cannotTell, .notConsistent)
    case (false, true): (verdict, reason) = (.cannotTell, .neighborsAlike)
    case (false, false): (verdict, reason) = (.withinError, .belowDetectable)
    }
  }

  /// Corrects the p of the measures of a family for their number, after Holm, and takes back verdicts that do not stand.
  ///
  /// - Parameters:
  ///   - trends: The measures of one person in one direction.
  ///   - primary: For each, whether it was named beforehand as what the sessions are for; such are not corrected.
  public static func family(
    _ trends: [Trend], primary: [Bool], settings: TrendSettings = TrendSettings()
  ) -> [Trend] {
    let isPrimary = { (index: Int) in index < primary.count && primary[index] }
    let adjusted = Holm.adjusted(trends.indices.map { isPrimary($0) ? nil : trends[$0].p })
    return trends.indices.map { index in
      var trend = trends[index]
      trend.adjustedP = isPrimary(index) ? trend.p : adjusted[index]
      if let p = trend.adjustedP, p > settings.significance, trend.verdict == .likelyReal {
        trend.verdict = .cannotTell
        trend.reason = .notAfterCorrection
      }
      return trend
    }
  }
}

extension Trend.Tier {
  /// What `sessions` that count can say.
  public init(sessions: Int) {
    switch sessions {
    case ..<TrendSettings.fewestForChange: self = .values
    case ..<TrendSettings.fewestForSlope: self = .change
    case ..<TrendSettings.fewestForTest: self = .slope
    case ..<TrendSettings.fewestForChart: self = .test
    default: self = .chart
    }
  }
}
