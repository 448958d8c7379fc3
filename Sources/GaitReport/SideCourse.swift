import GaitHistory
import GaitMeasures
import GaitModel
import GaitStatistics
import PageLanguage

/// Left and right, or the affected and the other side, session by session under the usual conditions.
struct SideCourse {
  /// A quantity of each foot, and the difference between the feet whose course trends judge.
  struct Kind {
    let quantity: StrideQuantity
    /// In percent of the mean of both, left less right.
    let difference: TrackedMeasure
    /// `Step time`, without `, left less right`.
    let differenceTitle: String
    /// Decimals of a foot's mean.
    let decimals: Int

    init?(_ quantity: StrideQuantity, differenceOf compared: StrideQuantity, decimals: Int) {
      guard let difference = TrackedMeasure.named(WalkQuantity.asymmetryID(of: compared)) else { return nil }
      self.quantity = quantity
      self.difference = difference
      differenceTitle = compared.title
      self.decimals = decimals
    }
  }

  /// A session under the usual conditions.
  struct Visit {
    var session: PersonCourse.Session
    /// Place along the axis of time, 0 to 1.
    var x: Double
    /// Time in trends; `nil` of a session that trends leave out.
    var time: Double?
    var recordings: [AnalyzedRecording]
    /// Whether means get their intervals.
    var hasIntervals: Bool
  }

  /// One foot, or the difference between both, in one direction.
  struct Series {
    /// `left`, `affected`, or `left less right`.
    var name: String
    /// Whether it is of the difference.
    var isDifference: Bool
    var direction: Direction
    /// By the number of the visit.
    var values: [(visit: Int, measure: PersonCourse.SessionMeasure)]
    /// Numbers of the visits that the trend counts, in the order of time.
    var counted: [Int]
    var change: Double?
    var interval: ClosedRange<Double>?
    /// What the trend says of it; `nil` of a foot, which is not judged on its own.
    var meaning: String?

    /// First and last value that count.
    var first: PersonCourse.SessionMeasure? { counted.first.flatMap(measure) }
    var latest: PersonCourse.SessionMeasure? { counted.last.flatMap(measure) }

    private func measure(of visit: Int) -> PersonCourse.SessionMeasure? {
      values.first { $0.visit == visit }?.measure
    }
  }

  /// What has no value, in how many sessions of each direction, and why.
  struct Missing: Equatable {
    /// `step time of both feet`
    var words: String
    var reason: String
    var sessions: [Direction: Int]
  }

  /// Most sessions whose means of each foot get intervals, the last ones: a bootstrap takes a third of a millisecond, there
  /// are eight in each session, and the marks of more sessions cover each other.
  private static let mostWithIntervals = 100

  /// With three decimals: in a step of half a second a difference of 2 % is 0.010 s.
  static let steps = Kind(.stepTime, differenceOf: .stepTime, decimals: 3)
  static let stance = Kind(.stanceShare, differenceOf: .swing, decimals: StrideQuantity.stanceShare.decimals)

  let report: PersonReport
  private var language: Language { report.language }
  let conditions: WalkConditions
  let visits: [Visit]
  /// The affected side, where it is one.
  let affected: Side?

  /// - Returns: `nil` where the usual walking was not measured at the feet.
  init?(_ report: PersonReport) {
    guard let usual = report.course.usualConditions, usual.sensors == .feet else { return nil }
    self.report = report
    conditions = usual
    affected =
      switch report.course.person.affectedSide {
      case .left: .left
      case .right: .right
      case .both, .some(.none), nil: nil
      }
    let recordings = Dictionary(grouping: report.recordings, by: \.summary.sessionName)
    let times = Dictionary(
      report.trend.sessions.visits.map { ($0.session, $0.time) }, uniquingKeysWith: { first, _ in first })
    let places = zip(report.course.sessions, report.positions).filter { $0.0[usual] != nil }
    visits = places.enumerated().map { k, place in
      Visit(
        session: place.0, x: place.1, time: times[place.0.name], recordings: recordings[place.0.name] ?? [],
        hasIntervals: places.count - k <= Self.mostWithIntervals)
    }
  }

  /// Sessions whose means of each foot have no interval, because there are so many.
  var withoutIntervals: Int { visits.count { !$0.hasIntervals } }

  /// The feet in the order in which they are shown, with their names.
  var feet: [(foot: Side, name: String)] {
    guard let affected else { return [(.left, language("left")), (.right, language("right"))] }
    return [(affected, language("affected")), (affected.opposite, language("other"))]
  }

  /// `left less right`
  var differenceWords: String {
    affected == nil ? language("left less right") : language("affected less other side")
  }

  /// The feet, then their difference; one without any value is absent.
  func series(_ kind: Kind, _ direction: Direction, _ means: [FootMeans?]) -> [Series] {
    let all = feet.map { foot($0.foot, $0.name, direction, means) } + [difference(kind, direction)]
    return all.filter { !$0.values.isEmpty }
  }

  /// The means of both feet by visit; `nil` where nobody walked that way.
  func means(_ kind: Kind, _ direction: Direction) -> [FootMeans?] {
    visits.map { visit in
      FootMeans(
        kind.quantity, direction, of: visit.recordings, under: conditions, hasIntervals: visit.hasIntervals)
    }
  }

  private func foot(_ foot: Side, _ name: String, _ direction: Direction, _ means: [FootMeans?]) -> Series {
    let values = means.enumerated().compactMap { k, both in both?.means[foot].map { (visit: k, measure: $0) } }
    let timed = values.compactMap { value in
      visits[value.visit].time.map { time in
        (
          visit: value.visit,
          point: TrendPoint(day: time, value: value.measure.mean, standardError: value.measure.standardError)
        )
      }
    }.sorted { ($0.point.day, $0.visit) < ($1.point.day, $1.visit) }
    let trend = Trend(timed.map(\.point))
    return Series(
      name: name, isDifference: false, direction: direction, values: values,
      counted: timed.suffix(trend.n).map(\.visit),
      change: trend.change, interval: trend.interval)
  }

  private func difference(_ kind: Kind, _ direction: Direction) -> Series {
    // Left less right is affected less other, or the reverse of it.
    let isReversed = affected == .right
    let values = visits.enumerated().compactMap { k, visit in
      visit.session[conditions]?.directions[direction]?.measures[kind.difference.id].map {
        (visit: k, measure: isReversed ? $0.negated : $0)
      }
    }
    let numbers = Dictionary(
      visits.enumerated().map { ($1.session.name, $0) }, uniquingKeysWith: { first, _ in first })
    let found = report.trend.measures.first { $0.measure.id == kind.difference.id && $0.direction == direction }
    let names = found.map { $0.sessionNames.suffix($0.trend.n) } ?? []
    let change = found?.trend.change
    let interval = found?.trend.interval
    return Series(
      name: differenceWords, isDifference: true, direction: direction, values: values,
      counted: names.compactMap { numbers[$0] },
      change: isReversed ? change.map { -$0 } : change,
      interval: isReversed ? interval.map { -$0.upperBound...(-$0.lowerBound) } : interval,
      meaning: found.map { ChangeWords($0, isReversed: isReversed, in: language).text })
  }

  /// What has no value, from the means of `kind` by direction.
  func missing(_ kind: Kind, _ means: [Direction: [FootMeans?]]) -> [Missing] {
    var found: [Missing] = []
    let title = language.inSentence(kind.quantity.title)
    for (feet, words) in [(2, language("\(title) of both feet")), (1, language("\(title) of one foot"))] {
      for lack in FootMeans.Lack.allCases {
        let sessions = means.mapValues { all in
          all.count { both in both?.lacks.values.count { $0 == lack } == feet }
        }
        found.append(Missing(words: words, reason: self.words(for: lack), sessions: sessions))
      }
    }
    if let quantity = WalkQuantity.all.first(where: { $0.id == kind.difference.id }) {
      let directions = Dictionary(
        uniqueKeysWithValues: means.keys.map { direction in
          let empty = visits.count { visit in
            visit.session[conditions]?.directions[direction].map { $0.measures[quantity.id] == nil } ?? false
          }
          return (direction, empty)
        })
      let words = "\(language.inSentence(kind.differenceTitle)), \(differenceWords),"
      found.append(Missing(words: words, reason: language.text(quantity.requirement), sessions: directions))
    }
    return found.filter { $0.sessions.values.contains { $0 > 0 } }
  }

  private func words(for lack: FootMeans.Lack) -> String {
    switch lack {
    case .oneFoot: language("only one foot carries a sensor")
    case .tooFew: language("fewer than \(FootMeans.fewest) steps of a foot enter means")
    }
  }
}

extension PersonCourse.SessionMeasure {
  /// The measure of the opposite difference.
  fileprivate var negated: PersonCourse.SessionMeasure {
    PersonCourse.SessionMeasure(
      n: n, mean: -mean, standardError: standardError, interval: interval.map { -$0.upperBound...(-$0.lowerBound) })
  }
}
