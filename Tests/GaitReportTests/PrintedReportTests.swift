import GaitHistory
import GaitMeasures
import GaitModel
import GaitReference
import Testing

@testable import GaitReport

@Suite("What a printed report holds beyond the screen, and what comes next")
struct PrintedReportTests {
  /// A person who walked both ways on each day, 20 strides of 1.2 s of each.
  private func report(
    days: [String] = ["2026-09-07", "2026-09-15"], _ change: (inout PersonCourse.Person) throws -> Void = { _ in }
  ) throws -> PersonReport {
    let recordings = days.map { day in
      var strides: [Stride] = []
      for (bout, direction) in [Direction.backward, .forward].enumerated() {
        for k in 0..<20 {
          let end = Double(bout) * 60 + 2 + Double(k) * 0.6
          var stride = Stride(
            foot: k % 2 == 0 ? .left : .right, number: k + 1, start: end - 1.2, finalContact: end - 0.45, end: end)
          (stride.bout, stride.direction, stride.directionConfidence) = (bout + 1, direction, 0.99)
          stride.length = 0.9
          strides.append(stride)
        }
      }
      let details = RecordingDetails(subject: "S01", startedAt: "\(day)T10:00:00Z", surface: .overground)
      let sensors = [Placement.leftFoot, .rightFoot].map {
        SensorFindings(placement: $0, samples: 9_000, timing: SampleTiming(rate: 100, jitter: 0, gaps: []))
      }
      return AnalyzedRecording(
        GaitResult(strides: strides, sensors: sensors), of: Recording(name: day, details: details, sensors: []),
        program: ProgramVersion(name: "RetroGait", version: "9.9"))
    }
    var person = PersonCourse.Person(name: "S01")
    try change(&person)
    return PersonReport(course: PersonCourse(person: person, recordings: recordings), recordings: recordings)
  }

  private func html(_ report: PersonReport, _ audience: ReportAudience, methods: String? = nil) -> String {
    GaitReport(people: [report], audience: audience, methods: methods).html()
  }

  private func text(_ html: String) -> String {
    html.replacing(#/<style>[\s\S]*?<\/style>/#, with: "").replacing(#/<[^>]*>/#, with: " ").replacing(
      #/\s+/#, with: " ")
  }

  @Test("definitions are printed in the report for the specialist, and not on the one page for the file")
  func definitions() throws {
    let report = try report()
    let specialist = html(report, .specialist)
    #expect(specialist.contains("<details class=\"definitions printed\"><summary>Definition of each measure"))
    for quantity in StrideQuantity.averaged {
      #expect(specialist.contains(quantity.mean?.method ?? "no method"), "\(quantity.id)")
    }
    #expect(!html(report, .file).contains("class=\"definitions printed\""))
  }

  @Test("reference values behind the charts stand once in the methods, with population and source, to be printed")
  func references() throws {
    let report = try report { person in
      person.sex = .female
      person.birthYear = 1950
    }
    let drawn = ReferenceDetails.all(of: [report])
    try #require(!drawn.isEmpty, "there is a reference for a woman of 76")
    let specialist = html(report, .specialist)
    let list = try #require(
      specialist.components(separatedBy: "<details class=\"references printed\">").dropFirst().first)
    let items = list.prefix(upTo: list.range(of: "</details>")?.lowerBound ?? list.endIndex)
    #expect(items.components(separatedBy: "<li>").count == drawn.count + 1)
    for value in drawn {
      let measure = try #require(TrackedMeasure.named(value.measure)?.title)
      let words = "<li>\(measure). \(value.direction.rawValue.capitalizedFirst), \(value.group): mean "
      #expect(items.contains(words), "\(words)")
    }
    #expect(items.components(separatedBy: "Source: ").count == drawn.count + 1)
    #expect(try !html(self.report(), .specialist).contains("<details class=\"references"))
  }

  @Test("the methods are there for copying in the report for the specialist alone, and cannot become markup")
  func methods() throws {
    let report = try report()
    let words = "Walking was measured <here> & there.\nReferences"
    let specialist = html(report, .specialist, methods: words)
    #expect(
      specialist.contains("<div class=\"copy\">Walking was measured &lt;here&gt; &amp; there.\nReferences</div>"))
    #expect(specialist.contains("<summary>Methods, for copying</summary>"))
    for audience in [ReportAudience.file, .patient] {
      #expect(!html(report, audience, methods: words).contains("Walking was measured"))
    }
    #expect(!html(report, .specialist).contains("for copying"))
  }

  @Test("the patient reads what the plan has for the week after the last visit, and what was prescribed from then on")
  func nextWeek() throws {
    let report = try report { person in
      person.plan = TrainingPlan.presets["10x3x6"]
      person.plan?.start = "2026-09-07"
      person.prescriptions = try [
        ("2026-09-07", "too early"), ("2026-09-14", "<b>slow</b>\nby the rail"), ("2026-09-21", "مرحبا"),
        ("2026-09-28", "too late"),
      ].map { try Prescription(week: try #require(CalendarDay($0)), text: $1) }
    }
    let page = html(report, .patient)
    #expect(text(page).contains("Your plan for the week from 2026-09-21: walk backward 3 times, 30 minutes in all."))
    #expect(page.contains("<div class=\"written\" dir=\"auto\">&lt;b&gt;slow&lt;/b&gt;\nby the rail</div>"))
    #expect(text(page).contains("Prescribed for the week from 2026-09-21: مرحبا"))
    #expect(!page.contains("too early") && !page.contains("too late"))
    #expect(page.contains("Later weeks are in the whole report."))
    // The same on every day, and with dates that are not those of today.
    #expect(page == html(report, .patient))
  }

  @Test("a plan that is over has nothing for the week, and without plan and prescription nothing is said of training")
  func noPlan() throws {
    let over = try report { person in
      person.plan = TrainingPlan.presets["10x3x6"]
      person.plan?.start = "2026-07-06"
    }
    let words = text(html(over, .patient))
    #expect(words.contains(/Your plan has no walking backward for the week from 2026-09-2\d\./))
    #expect(try !text(html(report(), .patient)).contains("Your training"))
  }
}
