import GaitStatistics
import RetroGait

/// What `history trend --json` prints. Units are in the names of the measures; times are days.
struct TrendDocument: Encodable {
  var subject: String
  var conditions: String?
  var sessions: [Session]
  var leftOut: [Left]
  var versions: [String]
  var measures: [Measure]
  var carryOver: [CarryOverLine]
  var note = "Research software, not a medical device."

  enum CodingKeys: String, CodingKey {
    case subject, conditions, sessions, versions, measures, note
    case leftOut = "left_out"
    case carryOver = "carry_over"
  }

  struct Session: Encodable {
    var session: String
    var day: String?
  }

  struct Left: Encodable {
    var session: String
    var reason: String
  }

  struct Point: Encodable {
    var session: String
    var value: Double
    var standardError: Double?
    var isRunIn: Bool

    enum CodingKeys: String, CodingKey {
      case session, value
      case standardError = "standard_error"
      case isRunIn = "run_in"
    }
  }

  struct Measure: Encodable {
    var measure: String
    var direction: String
    var unit: String
    var isPrimary: Bool
    var tier: String
    var n: Int
    var first: Double?
    var last: Double?
    var change: Double?
    var changeCI95: [Double]?
    var slopePerDay: Double?
    var p: Double?
    var adjustedP: Double?
    var minimalDetectableChange: Double?
    var measurementError: Double?
    var measurementErrorSource: String?
    var baseline: Double?
    var baselineBand: [Double]?
    var chartLimits: [Double]?
    var verdict: String
    var reason: String
    var points: [Point]

    enum CodingKeys: String, CodingKey {
      case measure, direction, unit, tier, n, first, last, change, p, baseline, verdict, reason, points
      case isPrimary = "primary"
      case changeCI95 = "change_ci95"
      case slopePerDay = "slope_per_day"
      case adjustedP = "p_adjusted"
      case minimalDetectableChange = "minimal_detectable_change"
      case measurementError = "measurement_error"
      case measurementErrorSource = "measurement_error_source"
      case baselineBand = "baseline_band"
      case chartLimits = "chart_limits"
    }
  }

  struct CarryOverLine: Encodable {
    var measure: String
    var change: Double
    var ci95: [Double]?
    var minutes: Double
    var n: Int
    var note = "This shows no cause."

    enum CodingKeys: String, CodingKey {
      case measure, change, ci95, n, note
      case minutes = "backward_minutes"
    }
  }

  init(_ trend: CourseTrend) {
    subject = trend.subject
    conditions = trend.sessions.conditions?.label
    sessions = trend.sessions.visits.map { Session(session: $0.session, day: $0.day?.description) }
    leftOut = trend.sessions.leftOut.map { Left(session: $0.session, reason: $0.reason.words) }
    versions = trend.sessions.versions
    measures = trend.measures.map(Measure.init)
    carryOver = trend.carryOver.map {
      CarryOverLine(
        measure: $0.measure.id, change: $0.change, ci95: $0.interval?.bounds, minutes: $0.minutes, n: $0.n)
    }
  }
}

extension TrendDocument.Measure {
  init(_ measure: CourseTrend.MeasureTrend) {
    let trend = measure.trend
    let isRunIn = trend.runIn.map { _ in true } + trend.points.map { _ in false }
    let points = zip(zip(measure.sessionNames, trend.runIn + trend.points), isRunIn).map { point, isRunIn in
      TrendDocument.Point(
        session: point.0, value: point.1.value, standardError: point.1.standardError, isRunIn: isRunIn)
    }
    self.init(
      measure: measure.measure.id, direction: measure.direction.rawValue, unit: measure.measure.unit,
      isPrimary: measure.isPrimary, tier: trend.tier.rawValue, n: trend.n, first: trend.first, last: trend.last,
      change: trend.change, changeCI95: trend.interval?.bounds, slopePerDay: trend.line?.slope, p: trend.p,
      adjustedP: trend.adjustedP, minimalDetectableChange: trend.minimalDetectableChange,
      measurementError: trend.error?.sem, measurementErrorSource: measure.errorSource, baseline: trend.baselineMean,
      baselineBand: trend.detectableBand?.bounds, chartLimits: trend.chart?.limits.bounds,
      verdict: trend.verdict.rawValue, reason: trend.reason.rawValue, points: points)
  }
}
