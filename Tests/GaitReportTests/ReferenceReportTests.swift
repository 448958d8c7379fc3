import GaitHistory
import GaitMeasures
import GaitModel
import GaitReference
import Testing

@testable import GaitReport

@Suite("Reference values in a report")
struct ReferenceReportTests {
  /// A person with one session of forward walking on each day, 20 strides of 1.2 s and the length.
  private func report(
    days: [String], length: Double = 1.3, sex: Sex? = .male, born: Int? = 1950,
    conditions: WalkConditions = WalkConditions(sensors: .feet, surface: .overground)
  ) -> PersonReport {
    let recordings = days.map { day in
      let strides = (0..<20).map { k in
        let end = 2 + Double(k) * 0.6
        var stride = Stride(
          foot: k % 2 == 0 ? .left : .right, number: k + 1, start: end - 1.2, finalContact: end - 0.45, end: end)
        (stride.bout, stride.direction, stride.directionConfidence) = (1, .forward, 0.99)
        stride.length = length + 0.01 * Double(k % 3)
        return stride
      }
      let details = RecordingDetails(subject: "S01", startedAt: "\(day)T10:00:00Z")
      return AnalyzedRecording(
        GaitResult(strides: strides), of: Recording(name: day, details: details, sensors: [], inputs: []),
        program: ProgramVersion(name: "RetroGait", version: "9.9"))
    }
    var person = PersonCourse.Person(name: "S01")
    person.sex = sex
    person.birthYear = born
    var course = PersonCourse(person: person, recordings: recordings)
    for k in course.sessions.indices {
      for j in course.sessions[k].walks.indices { course.sessions[k].walks[j].conditions = conditions }
    }
    return PersonReport(course: course, recordings: recordings)
  }

  private func html(_ report: PersonReport) -> String { GaitReport(people: [report]).html() }

  @Test("speed and stride length of a man of 76 stand before the band of men of 70 to 96, with people and source")
  func band() throws {
    let page = html(report(days: ["2026-01-05", "2026-02-02"]))
    #expect(page.contains(">reference, men 70–96, forward: 0.79–1.73</text>"))
    #expect(page.contains(">reference, men 70–96, forward: 0.83–1.61</text>"))
    #expect(page.contains("<summary>Reference: men, 70 to 96 years</summary>"))
    #expect(page.contains("n = 491: people in Japan who live at home and need no help from day to day."))
    #expect(page.contains("Source: Kawai et al. 2019, doi 10.2147/CIA.S213216."))
    #expect(page.contains("One in 20 of such people is outside the band."))
    #expect(page.contains("Studies: Kawai et al. 2019."))
  }

  @Test("a reference changes with the age of the person, each beside its sessions")
  func ages() {
    let figures = CourseFigures(report: report(days: ["2019-06-01", "2019-12-01", "2020-06-01", "2021-06-01"]))
    let pieces = figures.references("speed_m_s")?.pieces ?? []
    #expect(pieces.map { $0.values.first?.people } == [31, 491])
    #expect(pieces[0].extent.lowerBound == 0 && pieces[1].extent.upperBound == 1)
    #expect(pieces[0].extent.upperBound == pieces[1].extent.lowerBound)
    #expect(abs(pieces[0].extent.upperBound - 0.375) < 0.01)
  }

  @Test("without age and sex there is neither a band nor a word about it")
  func unknown() {
    let page = html(report(days: ["2026-01-05"], sex: nil, born: nil))
    #expect(!page.contains(">reference, ") && !page.contains("class=\"reference\""))
    #expect(!page.contains("No reference values"))
  }

  @Test(
    "where age or sex are known and no reference applies, the reason stands there",
    arguments: [
      (nil, Surface.overground, "the sex is not stated"), (1950, nil, "the surface is not stated"),
      (1950, .treadmill, "the walk was on a treadmill"),
    ] as [(Int?, Surface?, String)])
  func reasons(born: Int?, surface: Surface?, words: String) {
    let isWithoutSex = born == nil
    let page = html(
      report(
        days: ["2026-01-05"], sex: isWithoutSex ? nil : .male, born: born ?? 1990,
        conditions: WalkConditions(sensors: .feet, surface: surface)))
    #expect(page.contains("No reference values: \(words)."))
    #expect(!page.contains(">reference, "))
  }

  @Test("backward walking has no band: no study of it was read")
  func backward() {
    let all = CourseFigures(report: report(days: ["2026-01-05"])).references("speed_m_s")
    #expect(all?.pieces.allSatisfy { $0.direction == .forward } == true)
  }

  @Test("the references of an age outside of all studies are none")
  func child() {
    #expect(html(report(days: ["2026-01-05"], born: 2016)).contains("the studies are of people of other ages"))
  }
}
