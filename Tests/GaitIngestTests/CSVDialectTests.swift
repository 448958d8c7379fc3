import GaitModel
import Testing

@testable import GaitIngest

@Suite("Dialects of CSV")
struct CSVDialectTests {
  static let plain = SampleText.csv()

  static let dialects: [(name: String, text: String)] = [
    ("semicolons", plain.replacing(",", with: ";")),
    ("tabs", plain.replacing(",", with: "\t")),
    ("decimal comma", plain.replacing(",", with: ";").replacing(".", with: ",")),
    ("byte order mark", "\u{FEFF}" + plain),
    ("CRLF", plain.replacing("\n", with: "\r\n")),
    (
      "quoted names",
      "\"" + SampleText.header.replacing(",", with: "\",\"") + "\"" + plain.dropFirst(SampleText.header.count)
    ),
    (
      "quoted numbers",
      SampleText.header + "\n\""
        + plain.dropFirst(SampleText.header.count + 1).dropLast().replacing(",", with: "\",\"").replacing(
          "\n", with: "\"\n\"") + "\"\n"
    ),
    ("comments before and within", "# made by hand\n\n" + plain.replacing("\n1.0,", with: "\n# half way\n1.0,")),
    ("blank lines at the end", plain + "\n\n"),
    ("no line end at the end", String(plain.dropLast())),
    ("spaces after commas", plain.replacing(",", with: ", ")),
    ("tabs after commas", plain.replacing(",", with: ",\t")),
    ("a line that names the delimiter", "sep=;\r\n" + plain.replacing(",", with: ";")),
    ("such a line in quotes", "\"SEP=,\"\n" + plain),
    ("capital names", plain.replacing("acc_x_m_s2", with: "Acc_X_m_s2")),
    ("a delimiter at the end of each line", plain.replacing("\n", with: ",\n")),
    ("empty rows of a spreadsheet", plain + ",,,,,,\r\n,,,,,,\n"),
    ("two columns of time, one with a unit", withColumn("time_utc", "12:00")),
    ("two columns of an axis, one with a unit", withColumn("acc_x_filtered", "1")),
  ]

  /// The plain table with one more column.
  private static func withColumn(_ name: String, _ cell: String) -> String {
    plain.replacing("\n", with: ",\(cell)\n").replacing("gyr_z_deg_s,\(cell)", with: "gyr_z_deg_s,\(name)")
  }

  @Test("each dialect gives the same samples", arguments: dialects.map(\.name))
  func same(name: String) throws {
    let expected = try #require(try SampleText.streams(Self.plain).first)
    let text = try #require(Self.dialects.first { $0.name == name }?.text)
    var stream = try #require(try SampleText.streams(text).first)
    if name == "capital names" {
      // The source names columns as the file spells them.
      #expect(stream.source?.columns.acceleration == ["Acc_X_m_s2", "acc_y_m_s2", "acc_z_m_s2"])
      stream.source?.columns.acceleration = expected.source?.columns.acceleration ?? []
    }
    #expect(stream == expected)
    #expect(stream.count == 300)
  }

  @Test("a decimal comma is found where the first row has none")
  func lateDecimalComma() throws {
    var rows = SampleText.rows
    rows[0] = [0, 0, 0, 10, 0, 1, 0]
    let expected = try SampleText.streams(SampleText.csv(rows))
    let text = SampleText.csv(rows).replacing("0.0,0.0,0.0,10.0,0.0,1.0,0.0", with: "0,0,0,10,0,1,0")
    #expect(try SampleText.streams(text.replacing(",", with: ";").replacing(".", with: ",")) == expected)
  }

  @Test("decimal commas in quotes are read where commas separate the cells too")
  func quotedDecimalComma() throws {
    let lines = Self.plain.split(separator: "\n").map { line in
      line.hasPrefix("t")
        ? String(line)
        : line.split(separator: ",").map { "\"\($0.replacing(".", with: ","))\"" }.joined(separator: ",")
    }
    #expect(try SampleText.streams(lines.joined(separator: "\n")) == SampleText.streams(Self.plain))
  }

  @Test("a comma in quotes beside decimal points is no decimal comma")
  func thousands() throws {
    let text = Self.plain.replacing("\n1.5,0.0,", with: "\n1.5,\"1,234\",")
    let error = #expect(throws: IngestError.self) { try SampleText.streams(text) }
    #expect(try #require(error).description.contains("line 152, column acc_x_m_s2: found '1,234'"))
  }

  @Test("columns may stand in any order among others")
  func order() throws {
    let header = "note,gyr_z_deg_s,acc_z_m_s2,time_s,gyr_x_deg_s,acc_x_m_s2,acc_y_m_s2,temperature,gyr_y_deg_s"
    var text = header + "\n"
    for r in SampleText.rows { text += "ok,\(r[6]),\(r[3]),\(r[0]),\(r[4]),\(r[1]),\(r[2]),cold,\(r[5])\n" }
    #expect(try SampleText.streams(text) == SampleText.streams(Self.plain))
  }

  @Test("units are read from the names")
  func units() throws {
    let header = "time_ms,acc_x_g,acc_y_g,acc_z_g,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
    let rows = SampleText.rows.map { r in
      [r[0] * 1000] + r[1...3].map { $0 / 9.80665 } + r[4...6].map { $0 * .pi / 180 }
    }
    let stream = try #require(try SampleText.streams(SampleText.csv(rows, header: header)).first)
    let expected = try #require(try SampleText.streams(Self.plain).first)
    for i in 0..<300 {
      #expect(abs(stream.acceleration.z[i] - expected.acceleration.z[i]) < 1e-12)
      #expect(abs(stream.angularVelocity.x[i] - expected.angularVelocity.x[i]) < 1e-12)
      #expect(abs(stream.time[i] - expected.time[i]) < 1e-12)
    }
  }

  @Test("empty cells and NaN are missing samples", arguments: ["", "NaN", "nan", "NA", "null"])
  func missing(word: String) throws {
    let text = Self.plain.replacing("\n1.5,0.0,", with: "\n1.5,\(word),")
    let stream = try #require(try SampleText.streams(text).first)
    #expect(stream.acceleration.x[150].isNaN && stream.acceleration.y[150].isNaN && stream.acceleration.z[150].isNaN)
    #expect(!stream.angularVelocity.x[150].isNaN)
    #expect(stream.acceleration.x[149] == 0)
  }

  @Test("several sensors in one table have their placement in the names")
  func severalSensors() throws {
    let names = SampleText.header.split(separator: ",").dropFirst()
    let header =
      "time_s," + ["right_foot_", "lower_back_"].flatMap { p in names.map { p + $0 } }.joined(separator: ",")
    let rows = SampleText.rows.map { r in [r[0]] + r[1...] + r[1...].map { $0 * 1.01 } }
    let streams = try SampleText.streams(SampleText.csv(rows, header: header), placement: nil)
    #expect(streams.map(\.placement) == [.rightFoot, .lowerBack])
    #expect(abs(streams[1].acceleration.z[0] - 9.75 * 1.01) < 1e-12)
    let one = try SampleText.streams(SampleText.csv(rows, header: header), placement: nil, wanted: [.lowerBack])
    #expect(one.map(\.placement) == [.lowerBack])
  }
}
