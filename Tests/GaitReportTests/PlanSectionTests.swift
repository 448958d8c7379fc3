import Foundation
import GaitHistory
import GaitMeasures
import GaitModel
import PageLanguage
import Testing

@testable import GaitReport

@Suite("Plan, goals and prescriptions in a report")
struct PlanSectionTests {
  /// Backward walking of 20 strides of 1.2 s on each day, so that the speed is the length by 1.2.
  private func report(days: [String], lengths: [Double], person: PersonCourse.Person) -> PersonReport {
    let recordings = zip(days, lengths).map { day, length in
      let strides = (0..<20).map { k in
        let end = 2 + Double(k) * 0.6
        var stride = Stride(
          foot: k % 2 == 0 ? .left : .right, number: k + 1, start: end - 1.2, finalContact: end - 0.45, end: end)
        (stride.bout, stride.direction, stride.directionConfidence) = (1, .backward, 0.99)
        stride.length = length
        return stride
      }
      let details = RecordingDetails(subject: "S01", startedAt: "\(day)T10:00:00Z")
      return AnalyzedRecording(
        GaitResult(strides: strides), of: Recording(name: day, details: details, sensors: [], inputs: []),
        program: ProgramVersion(name: "RetroGait", version: "9.9"))
    }
    return PersonReport(course: PersonCourse(person: person, recordings: recordings), recordings: recordings)
  }

  private func person() throws -> PersonCourse.Person {
    var person = PersonCourse.Person(name: "S01", plan: TrainingPlan.presets["10x3x6"])
    person.plan?.start = "2026-09-07"
    person.goals = [.backwardSpeed: 0.9]
    person.prescriptions = try [("2026-09-07", "<b>slow</b>"), ("2026-09-14", "مرحبا"), ("2026-09-21", "long")].map {
      try Prescription(week: try #require(CalendarDay($0)), text: $1)
    }
    return person
  }

  @Test("a goal is a line in the chart of its measure alone, in its words, and beside the latest value")
  func goal() throws {
    let report = report(days: ["2026-09-07", "2026-09-15"], lengths: [0.6, 0.96], person: try person())
    let figures = CourseFigures(report: report)
    let speed = try #require(figures.overTime("speed_m_s"))
    #expect(speed.goals.map(\.value) == [0.9] && speed.goals.map(\.label) == ["goal 0.90"])
    #expect(speed.goals.map(\.title) == ["backward goal 0.90 m/s"])
    #expect(speed.summary.hasSuffix(" Goal: backward 0.90 m/s."))
    #expect(figures.overTime("stride_length_m")?.goals.isEmpty == true)
    #expect(figures.legend.contains(" Thin lines across a chart are goals: backward speed 0.90 m/s."))
    let html = GaitReport(people: [report]).html()
    #expect(html.contains(/Backward speed: latest 0\.80 m\/s( \(95 % CI [^)]*\))?, 2026-09-15; goal 0\.90 m\/s\./))
    let section = PlanSection(report: report).html().html.lowercased()
    for word in ["reached", "missed", "failed", "below", "above"] { #expect(!section.contains(word)) }
  }

  @Test("in km/h and cm, charts, goals, sentences and tables have the same values times 3.6 and 100")
  func units() throws {
    var person = try person()
    person.goals = [.backwardSpeed: 0.9, .backwardLength: 1.1]
    person.sex = .female
    person.birthYear = 1950
    let report = report(days: ["2026-09-07", "2026-09-15"], lengths: [0.6, 0.96], person: person)
    var other = report
    other.language = .english.with(PageUnits(speed: .kilometersPerHour, length: .centimeters))
    for (id, unit, factor) in [("speed_m_s", "km/h", 3.6), ("stride_length_m", "cm", 100.0)] {
      let plain = try #require(CourseFigures(report: report).overTime(id))
      let shown = try #require(CourseFigures(report: other).overTime(id))
      #expect(shown.unit == unit)
      let values = [plain, shown].map { chart -> [Double] in
        let points = chart.series.flatMap(\.points)
        let ranges = points.map(\.interval) + chart.series.map(\.band) + chart.references.map(\.values)
        let bounds = ranges.flatMap { (range: ClosedRange<Double>?) -> [Double] in
          [range?.lowerBound ?? 0, range?.upperBound ?? 0]
        }
        return points.map(\.value) + bounds + chart.goals.map(\.value) + chart.references.map(\.mean)
      }
      #expect(values[0].count == values[1].count && !shown.goals.isEmpty)
      for (a, b) in zip(values[0], values[1]) { #expect(abs(b - factor * a) < 1e-9) }
    }
    // 0.96 m in 1.2 s are 0.80 m/s.
    let html = GaitReport(people: [report], language: other.language).html()
    #expect(html.contains("backward walking was at 2.88 km/h") || html.contains("Walking speed, km/h"))
    #expect(html.contains(/Backward speed: latest 2\.88 km\/h( \(95 % CI [^)]*\))?, 2026-09-15; goal 3\.24 km\/h\./))
    #expect(html.contains(/Backward stride length: latest 96 cm( \(95 % CI [^)]*\))?, 2026-09-15; goal 110 cm\./))
    #expect(html.contains("Walking speed, km/h") && html.contains("Stride length, cm"))
    #expect(!html.contains("Walking speed, m/s") && !html.contains("Stride length, m<"))
    #expect(html.contains(">speed, km/h<") && html.contains(">stride length, cm<"))
    let patient = GaitReport(people: [report], audience: .patient, language: other.language).html()
    #expect(patient.contains("0.80 meters per second. That is 2.9 kilometers per hour."))
  }

  @Test("without goals nothing speaks of them")
  func none() {
    let html = GaitReport(people: [
      report(days: ["2026-09-07"], lengths: [0.6], person: PersonCourse.Person(name: "S01"))
    ]).html()
    #expect(!html.lowercased().contains("goal:") && !html.contains("class=\"goal"))
    #expect(!html.contains("Plan, goals and prescriptions"))
  }

  @Test("prescriptions stand in the order of weeks, in their own direction of writing, and stay text")
  func prescriptions() throws {
    let html = GaitReport(people: [report(days: ["2026-09-07"], lengths: [0.6], person: try person())]).html()
    #expect(!html.contains("<b>slow"))
    let places = try ["dir=\"auto\">&lt;b&gt;slow&lt;/b&gt;<", "dir=\"auto\">مرحبا<", "dir=\"auto\">long<"].map {
      try #require(html.range(of: $0)).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test("this week's recorded minutes and sessions stand beside the planned ones on a page of today, not in a report")
  func week() throws {
    let report = report(days: ["2026-09-07", "2026-09-15"], lengths: [0.6, 0.6], person: try person())
    let today = try #require(CalendarDay("2026-09-16"))
    let page = PlanSection(report: report, today: today).html().html
    #expect(page.contains(/Week from 2026-09-14, to date: recorded \d\.\d min in 1 session of backward walking;/))
    #expect(page.contains("planned 30 min in 3 sessions. What was not recorded is not counted."))
    // The week before stands aside.
    let earlier = try #require(page.range(of: "Earlier prescriptions (1)")).lowerBound
    #expect(try earlier < #require(page.range(of: "slow")).lowerBound)
    #expect(try #require(page.range(of: "long")).lowerBound < earlier)
    #expect(!PlanSection(report: report).html().html.contains("to date"))
    let later = PlanSection(report: report, today: CalendarDay("2027-01-04")).html().html
    #expect(later.contains("The plan has nothing for this week."))
  }

  @Test("each planned week has its recorded sessions; nothing is missing in weeks to come")
  func weeks() throws {
    let report = report(days: ["2026-09-07", "2026-09-15"], lengths: [0.6, 0.6], person: try person())
    let read = { (section: DoseSection) in
      section.html().html.matches(of: /<tr><th scope="row">(.*?)<\/tr>/).map {
        String($0.1).replacing(/<[^>]*>/, with: "|")
      }
    }
    let rows = read(DoseSection(report: report))
    #expect(rows.count == 6)
    #expect(rows.map { $0.contains("1 of 3") } == [true, true, false, false, false, false])
    #expect(rows.dropFirst(2).allSatisfy { $0.contains("0 of 3") && $0.contains("|30||–|") })
    let today = read(DoseSection(report: report, today: CalendarDay("2026-09-22")))
    #expect(today.dropFirst(2).map { $0.contains("|30||30.0|") } == [true, false, false, false])
  }
}
