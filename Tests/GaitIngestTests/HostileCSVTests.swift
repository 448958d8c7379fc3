import GaitModel
import Testing

@testable import GaitIngest

@Suite("CSV made to do harm")
struct HostileCSVTests {
  private static let header = SampleText.header

  private func message(_ bytes: [UInt8]) throws -> String {
    let error = #expect(throws: IngestError.self) { try SampleText.streams(bytes: bytes) }
    return try #require(error).description
  }

  private func message(_ text: String) throws -> String { try message(Array(text.utf8)) }

  /// What is wrong, the bytes, and what the one line of the message must say.
  static let cases: [(name: String, bytes: [UInt8], says: String)] = {
    let rows = SampleText.csv()
    let million = String(repeating: "1,", count: 1_000_000)
    func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
    return [
      ("one line of 10 MB", [UInt8](repeating: 0x31, count: 10_000_000), "a first line of 10000000 bytes and 1 cells"),
      (
        "one cell of 10 MB", Array((header + "\n").utf8) + [UInt8](repeating: 0x31, count: 10_000_000),
        "line 2, column time_s: found '1111111111111111111111111111111111111111'"
      ),
      ("a quote that never ends", Array((header + "\n\"" + million).utf8), "line 2, column time_s: found '\"1,1,"),
      ("a million columns", Array((header + million).utf8), "expected a header of at most 4096 columns"),
      ("a row of a million cells", Array((header + "\n" + million).utf8), "line 2: found 1000001 cells; expected 7"),
      ("nothing but line ends", [UInt8](repeating: 0x0A, count: 1_000_000), "only blank lines"),
      ("nothing but delimiters", [UInt8](repeating: 0x2C, count: 1_000_000), "at most 4096 columns"),
      ("UTF-16 without a mark", utf16(rows), "UTF-16 text"),
      ("zeros in the middle", Array(rows.utf8.prefix(5000)) + [UInt8](repeating: 0, count: 5000), "expected a number"),
      ("zeros at the end", Array(rows.utf8) + [UInt8](repeating: 0, count: 5000), "seems to have lost power"),
      ("the header again", Array((rows + rows).utf8), "the header a second time"),
      ("Latin-1 in a name", Array("time_s;acc_x_m_s2;gyr_x_".utf8) + [0xB0] + Array("/s\n1;2;3\n".utf8), "the unit"),
      ("a number beyond all", Array(rows.replacing("\n1.5,0.0,", with: "\n1.5,1e999,").utf8), "'1e999'"),
      ("time beyond all", Array(rows.replacing("\n0.02,", with: "\n1e300,").utf8), "0.03 s after 1e+300 s"),
      (
        "steps of time beyond all", Array(SampleText.csv(SampleText.rows.map { [$0[0] * 1e303] + $0[1...] }).utf8),
        "check the unit of the time"
      ),
      (
        "forces beyond all",
        Array(
          rows.replacing("\n1.5,0.0,", with: "\n1.5,1e308,").replacing("\n1.51,0.0,", with: "\n1.51,-1e308,").utf8),
        "found 1e+308 m/s²; expected at most 9806"
      ),
      (
        "a rotation beyond all", Array(SampleText.csv(SampleText.rows.map { $0[..<6] + [1e308] }).utf8),
        "rad/s; expected at most 1000"
      ),
    ]
  }()

  @Test("it gives one line that helps", arguments: cases.map(\.name))
  func refused(name: String) throws {
    let (_, bytes, says) = try #require(Self.cases.first { $0.name == name })
    let message = try message(bytes)
    #expect(message.contains(says), "\(message)")
    #expect(message.count < 400)
    #expect(!message.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test("what a file holds does not steer the terminal that shows the message")
  func escapeSequences() throws {
    let text = SampleText.csv().replacing("\n1.5,0.0,", with: "\n1.5,\u{1B}[2J\u{202E}\u{9B}1m,")
    let message = try message(text)
    #expect(message.contains("'·[2J··1m'"), "\(message)")
  }

  @Test("a table cut at any byte, with any line end, gives whole samples or a message")
  func cut() throws {
    for ends in ["\n", "\r\n"] {
      let text = SampleText.csv(Array(SampleText.rows.prefix(150))).replacing("\n", with: ends)
      let whole = try #require(try SampleText.streams(text).first)
      let bytes = Array(text.utf8)
      for length in stride(from: bytes.count - 200, to: bytes.count, by: 1) {
        guard let stream = try? SampleText.streams(bytes: Array(bytes[..<length])).first else { continue }
        #expect(stream.count <= whole.count && stream.time == Array(whole.time.prefix(stream.count)))
      }
    }
  }
}
