import GaitModel
import GaitStatistics
import Testing

@testable import GaitValidation

@Suite("Agreement with a reference of one's own")
struct EvaluationTests {
  private static let strides = """
    recording,subject,session,bout,foot,stride,start_s,final_contact_s,end_s,direction,direction_confidence,length_m,valid,contact_type
    a,P1,s,1,left,1,0.9,1.6,2.0,forward,0.9,1.20,true,heel
    a,P1,s,1,right,1,1.4,2.2,2.6,forward,0.9,1.10,true,heel
    a,P1,s,1,left,2,2.0,2.8,3.2,backward,0.9,0.90,true,flat
    a,P1,s,1,right,2,2.6,3.5,3.9,in_place,0.9,0.10,true,
    a,P1,s,1,left,3,3.2,4.6,5.0,forward,0.9,1.30,true,heel
    a,P1,s,1,left,4,5.0,8.6,9.0,forward,0.9,1.30,true,heel
    b,P2,s,1,left,1,0.9,1.6,2.0,backward,0.9,0.80,true,toe

    """

  private func evaluation(
    _ reference: String, strides: String = strides, by keys: [Evaluation.Key] = [], tolerance: Double = 0.25
  ) throws -> Evaluation {
    try Evaluation(
      reference: (reference, "ref.csv"), strides: (strides, "strides.csv"), by: keys, tolerance: tolerance)
  }

  private static let reference = """
    recording,foot,initial_contact_s,final_contact_s,direction,contact_type,stride_length_m
    a,left,2.05,1.6,forward,heel,1.15
    a,right,2.55,2.2,forward,heel,1.15
    a,left,3.2,2.8,forward,heel,0.95
    a,left,4.1,3.7,forward,heel,1.15
    a,left,6.0,,backward,toe,
    b,left,2.0,1.6,backward,toe,0.85
    c,left,2.0,1.6,backward,toe,0.85

    """

  @Test("strides that were found, missed and invented are counted, in time and feet that the reference has")
  func counts() throws {
    let evaluation = try evaluation(Self.reference)
    let all = try #require(evaluation.groups.first)
    // Missed: 4.1 s and 6.0 s. Invented: 5.0 s; the stride at 9.0 s comes after the reference, and a step in place is none.
    #expect((all.references, all.found, all.extra) == (6, 4, 1))
    #expect(all.sensitivity == 4.0 / 6 && all.precision == 4.0 / 5 && all.f1 == 8.0 / 11)
    #expect(evaluation.recordingsWithoutStrides == ["c"])
    #expect(all.directions == [.forward: [.forward: 2, .backward: 1], .backward: [.backward: 1]])
    #expect(all.contacts == [.heel: [.heel: 2, .flat: 1], .toe: [.toe: 1]])
    let times = try #require(all.initialContacts)
    #expect(times.n == 4 && abs(times.mean) < 1e-12 && abs(times.meanAbsolute - 0.025) < 1e-12)
  }

  @Test("the tolerance decides what is the same contact")
  func tolerance() throws {
    #expect(try evaluation(Self.reference, tolerance: 0.04).groups[0].found == 2)
    #expect(try evaluation(Self.reference, tolerance: 0.06).groups[0].found == 4)
  }

  @Test("measures that the reference has are compared, and no others")
  func measures() throws {
    let all = try #require(try evaluation(Self.reference).groups.first)
    #expect(all.quantities.map(\.quantity.column) == ["length_m"])
    let length = try #require(all.quantities.first)
    #expect(abs(length.rootMeanSquare - 0.05) < 1e-12)
    // P1 differs by -0.05/3 in the mean, P2 by -0.05: people count alike, whatever their strides.
    #expect(abs(try #require(length.limits).bias + 0.1 / 3) < 1e-12)
  }

  @Test("groups are those of the reference's direction, or of the person")
  func groups() throws {
    let groups = try evaluation(Self.reference, by: [.direction, .subject]).groups.dropFirst()
    #expect(groups.map(\.name) == ["backward, P1", "backward, P2", "forward, P1"])
    #expect(groups.map(\.references) == [1, 1, 4])
    #expect(groups.map(\.found) == [0, 1, 3])
  }

  @Test("windows match by the middle of the swing, as the program's own validation does")
  func windows() throws {
    let reference = """
      foot,window_start_s,window_end_s,direction
      left,1.7,1.9,backward
      left,2.0,2.5,backward

      """
    let b = Self.strides.split(separator: "\n").filter { $0.hasPrefix("b,") || $0.hasPrefix("recording") }
    let evaluation = try evaluation(reference, strides: b.joined(separator: "\n"))
    #expect(evaluation.groups[0].found == 1 && evaluation.groups[0].references == 2)
    #expect(evaluation.markdown(program: "RetroGait 0").contains("middle of its swing"))
  }

  @Test(
    "a table that cannot be compared is an error that names place and remedy",
    arguments: [
      ("foot,time\nleft,1\n", "found no column initial_contact_s"),
      ("foot,initial_contact_s\nleft,2\n", "found no column recording, and strides of 2 recordings"),
      ("recording,foot,initial_contact_s\nx,left,2\n", "found no recording that strides.csv has too"),
      (
        "recording,foot,initial_contact_s\na,left,two\n",
        "line 2, column initial_contact_s: found 'two'; expected a number"
      ),
      (
        "recording,foot,initial_contact_s\na,middle,2\n",
        "line 2, column foot: found 'middle'; expected one of left, right"
      ),
      ("recording,foot,initial_contact_s\na,left\n", "line 2"),
      (
        "recording,foot,window_start_s,window_end_s\na,left,3,2\n", "expected a start, and an end that is not before it"
      ),
      ("", "found no column foot"),
    ])
  func errors(reference: String, message: String) throws {
    let error = try #require(throws: EvaluationError.self) { try evaluation(reference) }
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test("a name in a table cannot break the Markdown")
  func names() throws {
    let strides = Self.strides.replacing("P1", with: "P|<b>")
    let text = try evaluation(Self.reference, strides: strides, by: [.subject]).markdown(program: "RetroGait 0")
    #expect(text.contains("| P\\|&lt;b> |"))
    #expect(!text.contains("<b>"))
  }
}
