import GaitModel
import Testing

@testable import GaitIngest

@Suite("CSV that cannot be used")
struct UnusableCSVTests {
  /// What is wrong, the text, and what the message must say.
  static let cases: [(name: String, text: String, says: [String])] = {
    let plain = SampleText.csv()
    func header(_ old: String, _ new: String) -> String { plain.replacing(old, with: new) }
    func scaled(_ range: ClosedRange<Int>, _ factor: Double) -> String {
      SampleText.csv(
        SampleText.rows.map { r in r.enumerated().map { range.contains($0.offset) ? $0.element * factor : $0.element } }
      )
    }
    return [
      ("missing column", header("gyr_z_deg_s", "other"), ["no column gyr_z_", "gyr_z_deg_s", "add the column"]),
      ("doubled column", header("gyr_z_deg_s", "gyr_y_deg_s"), ["2 columns for gyr_y", "remove or rename"]),
      ("unknown unit", header("acc_x_m_s2", "acc_x_furlong"), ["the unit 'furlong'", "acc_x_g or acc_x_m_s2"]),
      ("no unit", header("acc_x_m_s2", "acc_x"), ["no unit", "acc_x_m_s2"]),
      (
        "no known column", header("acc_", "a_").replacing("gyr_", with: "w_"),
        ["the columns time_s", "rename the columns"]
      ),
      ("text in a number", header("\n1.5,0.0,", "\n1.5,oops,"), ["line 152, column acc_x_m_s2", "'oops'", "a number"]),
      ("too large a number", header("\n1.5,0.0,", "\n1.5,1e999,"), ["line 152", "'1e999'", "a finite number"]),
      ("two numbers in a cell", header("\n1.5,0.0,", "\n1.5,9 8,"), ["line 152", "'9 8'", "a number"]),
      ("a quote within a number", header("\n1.5,0.0,", "\n1.5,1\"2\","), ["line 152", "a number"]),
      ("a lost line feed", header("\n1.51,", "\r1.51,"), ["line 152", "a number"]),
      ("carriage returns alone", header("\n", "\r"), ["carriage return alone", "save the file again"]),
      (
        "another placement in the columns than in the file's name",
        header("acc_", "right_foot_acc_").replacing("gyr_", with: "right_foot_gyr_"),
        ["columns of right_foot in a file named left_foot", "rename"]
      ),
      (
        "time goes back", header("\n1.5,", "\n1.2,"),
        ["line 152, column time_s", "1.2 s after 1.49 s", "never goes back"]
      ),
      (
        "short line", header("\n1.5,0.0,", "\n1.5,"),
        ["line 152", "6 cells", "7, as in the header", "correct the line"]
      ),
      ("long line", header("\n1.5,0.0,", "\n1.5,0.0,0.0,"), ["line 152", "8 cells"]),
      ("cut in the last line", String(plain.dropLast(12)), ["line 301", "seems to be cut off here"]),
      ("empty", "", ["an empty file", "export the recording again"]),
      ("header only", SampleText.header + "\n", ["no samples"]),
      ("only comments", "# a\n# b\n", ["only blank lines and comments"]),
      ("no time in a row", header("\n1.5,", "\n,"), ["line 152, column time_s", "no time"]),
      ("gravity removed", scaled(1...3, 0.02), ["gravity seems to have been removed"]),
      ("g taken for m/s²", scaled(1...3, 1 / 9.80665), ["look like g", "acc_x_g"]),
      ("m/s² taken for g", header("_m_s2", "_g"), ["look like m/s²", "acc_x_m_s2"]),
      ("deg/s taken for rad/s", scaled(4...6, 20).replacing("deg_s", with: "rad_s"), ["look like degrees per second"]),
      ("less than a second", SampleText.csv(Array(SampleText.rows.prefix(80))), ["0.79 s of samples", "at least 1 s"]),
      (
        "five samples per second", SampleText.csv(SampleText.rows.map { [$0[0] * 20] + $0[1...] }),
        ["5.0 samples per second", "at least 8"]
      ),
      (
        "a third missing",
        SampleText.csv(
          SampleText.rows.enumerated().map { i, r in i % 3 == 0 ? [r[0]] + [Double](repeating: .nan, count: 6) : r }),
        ["33 % of the samples missing", "less than 30 %"]
      ),
      (
        "a third lost in gaps",
        SampleText.csv(SampleText.rows.enumerated().filter { $0.offset % 20 < 13 }.map(\.element)),
        ["33 % of the samples missing", "less than 30 %"]
      ),
      (
        "seconds named as milliseconds", csvOfLongRecording.replacing("time_s", with: "time_ms"),
        ["100000 samples per second"]
      ),
      (
        "two units in one sensor", header("acc_y_m_s2", "acc_y_g"),
        ["the columns acc_x_m_s2 and acc_y_g", "one unit for the axes"]
      ),
    ]
  }()

  /// More than a thousand seconds.
  private static let csvOfLongRecording = SampleText.csv(
    (0..<110_000).map { [Double($0) / 100] + SampleText.rows[$0 % 300][1...] })

  @Test("it gives a message with place, finding and advice, and no number", arguments: cases.map(\.name))
  func message(name: String) throws {
    let (_, text, says) = try #require(Self.cases.first { $0.name == name })
    let error = #expect(throws: IngestError.self) { try SampleText.streams(text) }
    let message = try #require(error).description
    #expect(message.hasPrefix("left_foot.csv"))
    #expect(!message.contains("\n"))
    for words in says { #expect(message.contains(words), "\(message)") }
  }

  @Test(
    "UTF-16 and binary data are refused",
    arguments: [([0xFF, 0xFE, 0x74, 0x00], "UTF-16 text"), ([0x89, 0x48, 0x44, 0x46, 0x00, 0x01], "binary data")])
  func binary(bytes: [UInt8], says: String) throws {
    let error = #expect(throws: IngestError.self) { try SampleText.streams(bytes: bytes) }
    #expect(try #require(error).description.contains(says))
  }

  @Test("one sensor in a file that is not named after a placement needs a name")
  func noPlacement() throws {
    let error = #expect(throws: IngestError.self) { try SampleText.streams(SampleText.csv(), placement: nil) }
    #expect(try #require(error).description.contains("name the file left_foot.csv"))
  }

  @Test("a file cut anywhere gives samples or a message, never a crash")
  func cutAnywhere() {
    let bytes = Array(SampleText.csv().utf8)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      let streams = try? SampleText.streams(bytes: Array(bytes[..<length]))
      #expect((streams?.first?.count ?? 0) <= 300)
    }
  }

  @Test("random bytes give a message, never a crash")
  func garbage() {
    var state: UInt64 = 99
    for _ in 0..<200 {
      let bytes: [UInt8] = (0..<500).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      #expect(throws: IngestError.self) { try SampleText.streams(bytes: bytes) }
    }
  }
}
