import GaitMeasures
import GaitModel
import NumberText
import Testing

@testable import GaitExport

@Suite("Tables")
struct TableTests {
  /// A stride with every value, and one with none that can be missing.
  static let strides: [Stride] = {
    var full = Stride(foot: .left, number: 2, start: 1.25, finalContact: 1.875, end: 2.25)
    full.bout = 1
    full.direction = .backward
    full.directionConfidence = 0.987
    full.length = 0.9125
    full.lengthInterval = 0.88...0.95
    full.contact = .toe
    full.contactConfidence = 0.75
    full.footPitchAtContact = -0.5
    full.footPitchAtRelease = 0.25
    full.clearance = 0.0312
    full.lateralExcursion = 0.025
    full.elevation = -0.0015
    full.turn = 0.1
    full.contactPeak = 31.25
    full.doubleSupport = 0.375
    var bare = Stride(foot: .right, number: 1, finalContact: 2, end: 2.5)
    bare.rejectReason = .noFootFlat
    return [full, bare]
  }()

  @Test("the columns of strides.csv are those that other programs rely on, in their order")
  func columns() {
    let contract =
      "recording,subject,session,bout,foot,stride,start_s,final_contact_s,end_s,direction,direction_confidence,length_m,"
      + "duration_s,stance_s,swing_s,speed_m_s,cadence_steps_min,contact_type,contact_confidence,"
      + "foot_pitch_contact_deg,foot_pitch_off_deg,clearance_m,lateral_excursion_m,elevation_m,turn_deg,"
      + "contact_peak_m_s2,valid,reject_reason"
    #expect(StrideTable.columns.joined(separator: ",").hasPrefix(contract))
    #expect(EventTable.columns.joined(separator: ",") == "recording,foot,time_s,event,contact_type")
    #expect(
      BoutTable.columns.joined(separator: ",").hasPrefix(
        "recording,bout,start_s,end_s,direction,strides,distance_m,speed_m_s,cadence_steps_min,trunk_steps,"
          + "trunk_rms_ap_m_s2,trunk_rms_ml_m_s2,trunk_rms_v_m_s2,trunk_harmonic_ratio_ap"))
    #expect(Manifest.columns.joined(separator: ",") == "recording,status,strides,forward,backward,seconds,message")
  }

  @Test("the mean in the summary is that of the rows that are valid, steady and of a sure direction")
  func steadyRows() throws {
    let strides = (0..<20).map { k -> Stride in
      let end = 1 + 0.5 * Double(k)
      var stride = Stride(
        foot: k % 2 == 0 ? .left : .right, number: k / 2 + 1, start: end - 1, finalContact: end - 0.4, end: end)
      stride.bout = 1
      stride.direction = .backward
      stride.directionConfidence = k == 7 ? 0.5 : 0.95
      stride.length = 0.8 + 0.01 * Double(k * k % 17)
      stride.rejectReason = k == 4 ? .clipped : nil
      return stride
    }
    let rows = StrideTable.text(of: SteadyWalking().marked(strides), recording: "w").split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let column = { (name: String) throws in try #require(StrideTable.columns.firstIndex(of: name)) }
    let (valid, steady) = (try column("valid"), try column("steady"))
    let (confidence, length) = (try column("direction_confidence"), try column("length_m"))
    #expect(rows.count { $0[steady] == "false" } == 8)
    let counted = try rows.filter {
      $0[valid] == "true" && $0[steady] == "true" && (Double($0[confidence]) ?? 0) >= 0.6
    }.map { try #require(Double($0[length])) }
    let summary = try #require(WalkSummary(GaitResult(strides: strides))[.backward])
    #expect(counted.count == 10 && summary.strides == 10)
    let mean = try #require(summary.measures["stride_length_m"]?.mean)
    #expect(abs(mean - counted.reduce(0, +) / 10) < 1e-9)
  }

  @Test("a table of an earlier version, without the columns steady and left_out, is read")
  func earlierTable() throws {
    let text = StrideTable.text(of: Self.strides, recording: "w")
    let count = try #require(StrideTable.columns.firstIndex(of: "steady"))
    let earlier = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).prefix(count).joined(separator: ",") + "\n"
    }.joined()
    #expect(try StrideTable.strides(from: earlier, file: "strides.csv").map(\.length) == Self.strides.map(\.length))
  }

  @Test("a stride is written with fixed decimals, degrees, and empty cells for what was not measured")
  func rows() {
    let text = StrideTable.text(
      of: Self.strides, recording: "walk", subject: "S1", session: "3")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Later versions may add columns at the end.
    #expect(
      lines[1].hasPrefix(
        "walk,S1,3,1,left,2,1.2500,1.8750,2.2500,backward,0.987,0.9125,1.0000,0.6250,0.3750,0.9125,120.00,toe,0.750,"
          + "-28.65,14.32,0.0312,0.0250,-0.0015,5.73,31.25,true,,0.3750,,,0.8800,0.9500,true,,"))
    #expect(
      lines[2].hasPrefix("walk,S1,3,,right,1,,2.0000,2.5000,,,,,,0.5000,,,,,,,,,,,,false,no_foot_flat,,,,,,true,"))
    #expect(lines.count == 4 && lines[3].isEmpty)
  }

  @Test("a bout says how the trunk moved, and leaves empty what no sensor on the back saw")
  func bouts() {
    var trunk = TrunkMeasures(steps: 16)
    trunk.rms = BodyAxes(front: 1.25, left: 0.5, up: 2)
    trunk.verticalDisplacement = 0.04
    var bout = WalkingBout(number: 1, start: 2, end: 11.5, direction: .forward, strides: 17, distance: 11)
    bout.trunk = trunk
    let bare = WalkingBout(number: 2, start: 20, end: 25, direction: .backward, strides: 5)
    let rows = CSVText.rows(of: BoutTable.text(of: [bout, bare], recording: "walk"))
    #expect(rows.map(\.count) == [25, 25, 25])
    let cells = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    #expect(cells["trunk_steps"] == "16")
    #expect(cells["trunk_rms_ml_m_s2"] == "0.5000")
    #expect(cells["trunk_vertical_displacement_m"] == "0.0400")
    #expect(cells["trunk_harmonic_ratio_v"]?.isEmpty == true)
    #expect(rows[2].suffix(14).allSatisfy { $0.isEmpty })
  }

  @Test(
    "a turn is written with its angle in degrees, its steps where both feet were seen, and how one walked around it")
  func turns() {
    let there = Turn(
      number: 1, start: 2.5, end: 5, angle: -.pi, steps: 6, directionBefore: .forward, directionAfter: .backward)
    let first = Turn(number: 2, start: 7, end: 8.25, angle: 1, directionAfter: .backward)
    #expect(
      TurnTable.text(of: [there, first], recording: "w")
        == "recording,turn,start_s,end_s,angle_deg,steps,duration_s,direction,direction_after\n"
        + "w,1,2.5000,5.0000,-180.0,6,2.5000,forward,backward\nw,2,7.0000,8.2500,57.3,,1.2500,backward,backward\n")
  }

  @Test("strides that are written are read back")
  func roundTrip() throws {
    let text = StrideTable.text(of: Self.strides, recording: "a,b", subject: "=1+1")
    let found = try StrideTable.strides(from: text, file: "strides.csv")
    #expect(found.count == 2)
    #expect(found[1] == Self.strides[1])
    #expect(found[0].length == 0.9125 && found[0].contact == .toe && found[0].bout == 1)
    #expect(abs((found[0].footPitchAtContact ?? 0) + 0.5) < 1e-4)
  }

  @Test("a table of another kind is refused with its place")
  func otherTable() {
    #expect(throws: TableError.self) { try StrideTable.strides(from: "a,b\n1,2\n", file: "x") }
    let text = StrideTable.text(of: Self.strides, recording: "w")
      .replacing(",left,", with: ",middle,")
    #expect(throws: TableError(file: "x", line: 2, column: "foot", found: "middle")) {
      try StrideTable.strides(from: text, file: "x")
    }
  }

  @Test(
    "numbers have fixed decimals and never a minus zero",
    arguments: [
      (0.00004, "0.0000"), (-0.00004, "0.0000"), (-1.5, "-1.5000"), (1e-9, "0.0000"), (12345.67891, "12345.6789"),
    ])
  func numbers(value: Double, text: String) {
    #expect(CSVText.number(value, decimals: 4) == text)
  }

  @Test("what is no number is an empty cell")
  func noNumber() {
    #expect(CSVText.number(nil, decimals: 2).isEmpty)
    #expect(CSVText.number(.nan, decimals: 2).isEmpty)
    #expect(CSVText.number(-.infinity, decimals: 2).isEmpty)
  }

  @Test(
    "text from outside does nothing in a spreadsheet", arguments: ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx"])
  func formulas(text: String) {
    let cell = CSVText.cell(text)
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    #expect(CSVText.text(ofCell: CSVText.rows(of: cell + ",x")[0][0]) == text)
  }

  @Test(
    "commas, quotes and line breaks survive", arguments: ["a,b", "say \"hi\"", "two\nlines", "plain", "", "\"", "ü,–"])
  func quoting(text: String) {
    #expect(CSVText.rows(of: "x,\(CSVText.cell(text)),y") == [["x", text, "y"]])
  }

  @Test("a manifest that is written is read back")
  func manifest() throws {
    let manifest = Manifest(rows: [
      ManifestRow(
        recording: "a", status: .done, strides: 20, forward: 12, backward: 8, seconds: 61.25, message: "x, \"y\""),
      ManifestRow(recording: "=b", status: .failed, message: "line 3: found 'a'\nsecond line"),
    ])
    #expect(try Manifest(text: manifest.text, file: "manifest.csv") == manifest)
  }

  @Test("references have a window that holds one swing")
  func references() {
    let lines = ReferenceTable.text(of: Self.strides).split(separator: "\n")
    #expect(lines[1] == "left,1.7250,2.4000,1.8750,2.2500,0.9125,backward,toe")
  }
}
