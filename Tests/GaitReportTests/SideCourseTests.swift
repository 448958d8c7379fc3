import GaitCore
import GaitHistory
import GaitModel
import GaitSimulation
import GaitStatistics
import Testing

@testable import GaitMeasures
@testable import GaitReport

@Suite("Both sides over the sessions")
struct SideCourseTests {
  private static let program = ProgramVersion(name: "RetroGait", version: "9.9")

  private func details(_ week: Int, surface: Surface = .overground) -> RecordingDetails {
    let day = CalendarDay("2026-01-05")?.adding(days: 7 * week)
    return RecordingDetails(subject: "S01", startedAt: day.map { "\($0)T10:00:00Z" }, surface: surface)
  }

  /// A session whose left steps take `left` s and whose right ones `right` s, in a stride of 1.2 s.
  ///
  /// - Parameter worn: The feet with a sensor; step times need both.
  private func session(
    _ week: Int, left: Double = 0.6, count: Int = 40, worn: [Placement] = [.leftFoot, .rightFoot],
    surface: Surface = .overground, directions: [Direction] = [.forward, .backward]
  ) -> AnalyzedRecording {
    var strides: [Stride] = []
    for (part, direction) in directions.enumerated() {
      for k in 0..<count {
        let foot = k % 2 == 0 ? Side.left : .right
        guard worn.contains(where: { $0.foot == foot || $0.foot == nil }) else { continue }
        let end = Double(part) * 100 + 2 + 1.2 * Double(k / 2) + (foot == .left ? left : 1.2)
        var stride = Stride(foot: foot, number: k / 2 + 1, start: end - 1.2, finalContact: end - 0.45, end: end)
        (stride.direction, stride.directionConfidence) = (direction, 0.99)
        stride.length = 1 + 0.01 * Double(k % 3)
        if worn.count == 2 { stride.stepTime = (foot == .left ? left : 1.2 - left) + 0.001 * Double(k % 3 - 1) }
        strides.append(stride)
      }
    }
    var analyzed = AnalyzedRecording(
      GaitResult(strides: strides),
      of: Recording(name: "w\(10 + week)", details: details(week, surface: surface), sensors: []), program: Self.program
    )
    analyzed.summary.sensors = worn.map {
      SummaryDocument.Sensor(
        placement: $0, samplingRateHz: 100, jitterMs: 0, samples: 10_000, gaps: [], clippedSamples: 0)
    }
    return analyzed
  }

  private func report(_ recordings: [AnalyzedRecording], affected: AffectedSide? = nil) -> PersonReport {
    PersonReport(
      course: PersonCourse(
        person: PersonCourse.Person(name: "S01", affectedSide: affected), recordings: recordings),
      recordings: recordings)
  }

  private func text(_ html: String) -> String {
    html.replacing(#/<[^>]*>/#, with: " ").replacing(#/\s+/#, with: " ").replacing("&#39;", with: "'")
  }

  private func section(_ report: PersonReport) -> String { SideCourseSection(report: report).html().html }

  /// Forward, then backward.
  private func series(
    _ course: SideCourse, _ kind: SideCourse.Kind
  ) -> [[SideCourse.Series]] {
    [Direction.forward, .backward].map { course.series(kind, $0, course.means(kind, $0)) }
  }

  // MARK: Known truth

  @Test("a simulated limp: step time, stance and the difference are those that were walked")
  func simulated() throws {
    let recordings = (0..<2).map { week in
      let walks = [Direction.forward, .backward].map { direction in
        var walk = WalkProgram.Walk(direction, strides: 24, strideLength: 1, speed: 0.8)
        walk.affected = .init(.right, style: .usual(direction), stanceShare: 0.58, ahead: 0.03)
        return walk
      }
      let walk = WalkSimulator(seed: UInt64(5 + week)).walk(
        WalkProgram(walks.flatMap { [.stand(2.5), .walk($0)] } + [.stand(2)], variability: 0.02),
        name: "w\(week)", details: details(week))
      return AnalyzedRecording(GaitAnalysis()(walk.recording), of: walk.recording, program: Self.program)
    }
    let course = try #require(SideCourse(report(recordings, affected: .right)))
    let (steps, stance) = (try #require(SideCourse.steps), try #require(SideCourse.stance))
    for (direction, all) in zip([Direction.forward, .backward], zip(series(course, steps), series(course, stance))) {
      let walk = WalkProgram.Walk(direction, strides: 24, strideLength: 1, speed: 0.8)
      // The affected foot leaves in the rhythm and lands later by what its stance is shorter by.
      let late = (walk.stanceShare - 0.58) * walk.strideDuration
      let half = walk.strideDuration / 2
      try #require(all.0.map(\.name) == ["affected", "other", "affected less other side"])
      try #require(all.0.allSatisfy { $0.values.count == 2 } && all.1.allSatisfy { $0.values.count == 2 })
      for k in 0..<2 {
        let (affected, other) = (all.0[0].values[k].measure, all.0[1].values[k].measure)
        #expect(abs(affected.mean - (half + late)) < 0.02 && abs(other.mean - (half - late)) < 0.02, "\(direction)")
        #expect(try #require(affected.interval).contains(affected.mean))
        let difference = all.0[2].values[k].measure
        #expect(abs(difference.mean - 100 * 2 * late / half) < 5, "\(direction): \(difference.mean)")
        #expect(try #require(difference.interval).lowerBound > 0)
        // Final contacts are found early or late in both feet alike, so the difference is surer than each side.
        let (stance, otherStance) = (all.1[0].values[k].measure.mean, all.1[1].values[k].measure.mean)
        #expect(abs(stance - 58) < 6 && abs(otherStance - 100 * walk.stanceShare) < 6)
        #expect(abs(otherStance - stance - 100 * (walk.stanceShare - 0.58)) < 2)
      }
    }
  }

  @Test("a session's mean of a foot and its interval are those of the foot's strides that enter means")
  func means() throws {
    let one = session(0, left: 0.5)
    let means = try #require(
      FootMeans(.stepTime, .backward, of: [one], under: WalkConditions(sensors: .feet, surface: .overground)))
    for foot in Side.allCases {
      let values = one.strides.filter { $0.isCounted && $0.direction == .backward && $0.foot == foot }
        .compactMap(\.stepTime)
      let own = try #require(MeasureSummary(values))
      let mean = try #require(means.means[foot])
      #expect(mean.n == values.count && abs(mean.mean - own.mean) < 1e-9 && mean.interval == own.ci95)
      #expect(mean.interval != nil)
    }
    #expect(
      FootMeans(.stepTime, .backward, of: [one], under: WalkConditions(sensors: .feet, surface: .treadmill)) == nil)
  }

  // MARK: Which side

  @Test("where the affected side is known, it comes first, and the difference is affected less other")
  func affected() throws {
    let recordings = (0..<4).map { session($0, left: 0.5 + 0.01 * Double($0)) }
    let kind = try #require(SideCourse.steps)
    func differences(_ side: AffectedSide?) throws -> SideCourse.Series {
      let course = try #require(SideCourse(report(recordings, affected: side)))
      return try #require(series(course, kind)[0].last)
    }
    let (left, right) = (try differences(.left), try differences(.right))
    #expect(left.values.count == 4 && left.values.allSatisfy { $0.measure.mean < 0 })
    for (a, b) in zip(left.values, right.values) {
      #expect(a.measure.mean == -b.measure.mean)
      let (own, other) = (try #require(a.measure.interval), try #require(b.measure.interval))
      #expect(own.lowerBound == -other.upperBound && own.upperBound == -other.lowerBound)
    }
    let html = section(report(recordings, affected: .left))
    #expect(html.contains("The affected side is the left one."))
    #expect(html.contains("Step time, affected less other side") && !html.contains("left less right"))
    for side in [AffectedSide.both, AffectedSide.none, nil] {
      let course = try #require(SideCourse(report(recordings, affected: side)))
      #expect(course.feet.map(\.name) == ["left", "right"] && course.differenceWords == "left less right")
      #expect(!section(report(recordings, affected: side)).contains("The affected side is"))
    }
  }

  @Test("the table has first, latest, change and the trend's words; a side alone is not judged")
  func table() throws {
    let recordings = (0..<10).map { session($0, left: 0.5 + 0.01 * Double($0)) }
    let report = report(recordings)
    let course = try #require(SideCourse(report))
    let kind = try #require(SideCourse.steps)
    let all = series(course, kind)[1]
    try #require(all.map(\.name) == ["left", "right", "left less right"])
    // A run-in of two sessions, then eight.
    #expect(all.allSatisfy { $0.counted == Array(2..<10) })
    let left = all[0]
    let (first, latest, change) = (try #require(left.first), try #require(left.latest), try #require(left.change))
    #expect(abs(first.mean - 0.52) < 0.001 && abs(latest.mean - 0.59) < 0.001 && abs(change - 0.07) < 0.003)
    #expect(left.interval != nil && left.meaning == nil)
    let measure = try #require(
      report.trend.measures.first { $0.measure.id == "step_time_s_asymmetry_percent" && $0.direction == .backward })
    let trend = measure.trend
    #expect(all[2].meaning == ChangeWords(measure).text)
    #expect(all[2].change == trend.change && all[2].interval == trend.interval)
    let words = text(section(report))
    #expect(words.contains(/Step time first latest change \(95 %\) what it means sessions forward left, s 0\.52\d/))
    #expect(words.contains(trend.reason.words) && words.contains("Only the difference is judged."))
    #expect(section(report).contains("class=\"pale\""))
    // The affected side less the other is the reverse, in words too.
    let reversed = series(try #require(SideCourse(self.report(recordings, affected: .right))), kind)[1]
    #expect(try #require(reversed.last?.change) == -(try #require(all[2].change)))
    #expect(reversed.last?.meaning == ChangeWords(measure, isReversed: true).text)
    let isNamed = ChangeWords(measure) != ChangeWords(measure, isReversed: true)
    #expect(isNamed == (trend.verdict == .likelyReal))
  }

  // MARK: What is empty

  @Test("one foot alone has no step time, which is said and counted; its stance is shown")
  func oneFoot() throws {
    let recordings = [session(0), session(1), session(2, worn: [.leftFoot])]
    let report = report(recordings)
    let course = try #require(SideCourse(report))
    let (steps, stance) = (try #require(SideCourse.steps), try #require(SideCourse.stance))
    #expect(series(course, steps)[0].map { $0.values.map(\.visit) } == [[0, 1], [0, 1], [0, 1]])
    #expect(series(course, stance)[0].map { $0.values.map(\.visit) } == [[0, 1, 2], [0, 1], [0, 1]])
    let words = text(section(report))
    #expect(
      words.contains("Step time of both feet is empty in 1 forward and 1 backward sessions: only one foot carries"))
    #expect(words.contains("Stance of one foot is empty in 1 forward and 1 backward sessions: only one foot carries"))
    #expect(words.contains("Step time, left less right, is empty in 1 forward and 1 backward sessions: both feet must"))
    let alone = section(self.report((0..<3).map { session($0, worn: [.rightFoot]) }))
    #expect(text(alone).contains("Step time of both feet is empty in 3 forward and 3 backward sessions: only one foot"))
    #expect(!alone.contains("Step time, backward"))
  }

  @Test("too few steps have no mean, which is said and counted")
  func tooFew() throws {
    let recordings = [session(0), session(1), session(2, count: 12, directions: [.forward])]
    for foot in Side.allCases {
      try #require(
        recordings[2].strides.count { $0.isCounted && $0.foot == foot && $0.direction == .forward } < FootMeans.fewest)
    }
    let course = try #require(SideCourse(report(recordings)))
    #expect(series(course, try #require(SideCourse.steps)).joined().allSatisfy { $0.values.map(\.visit) == [0, 1] })
    #expect(
      text(section(report(recordings))).contains(
        "Step time of both feet is empty in 1 forward session: fewer than 5 steps of a foot enter means."))
  }

  @Test("sessions under other conditions are not drawn, and are marked")
  func conditions() throws {
    let recordings = (0..<4).map { session($0, surface: $0 == 2 ? .treadmill : .overground) }
    let report = report(recordings)
    let course = try #require(SideCourse(report))
    #expect(course.visits.map(\.session.name) == ["2026-01-05", "2026-01-12", "2026-01-26"])
    let html = section(report)
    #expect(html.contains("class=\"remark\"") && html.contains(">treadmill</text>"))
    #expect(text(html).contains("Shown: feet, overground."))
  }

  @Test("a direction that nobody walked in is neither drawn nor called empty")
  func oneDirection() {
    let words = text(section(report((0..<3).map { session($0, directions: [.forward]) })))
    #expect(words.contains("Step time, forward") && !words.contains("backward") && !words.contains("is empty in"))
  }

  @Test("the lower back has no sides, and the reason is given")
  func lowerBack() {
    let words = text(section(report((0..<3).map { session($0, worn: [.lowerBack]) })))
    #expect(words.contains("needs sensors on both feet. Here the sensor is on the lower back."))
    #expect(!words.contains("Step time"))
  }

  @Test("one session is no course; a page never judges and defines its words")
  func words() {
    #expect(section(report([session(0)])).isEmpty)
    let html = GaitReport(people: [report((0..<3).map { session($0, left: 0.5) })]).html()
    let words = text(html)
    #expect(words.contains("A left step begins with the contact of the right foot and ends with the contact of the"))
    #expect(words.contains("Step length is empty: feet that are tracked one by one have no common origin."))
    let own = text(section(report((0..<3).map { session($0, left: 0.5) }))).lowercased()
    for word in ["better", "worse", "improved", "normal", "healthy"] { #expect(!own.contains(word)) }
    // Step time both ways and their difference; stance is folded, and not on paper.
    #expect(html.matches(of: /<title>Step time, (forward|backward|left less right)</).count == 3)
    #expect(html.contains("<details><summary>Stance and swing of both sides</summary>"))
  }
}
