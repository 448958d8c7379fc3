import GaitExport
import GaitMeasures
import GaitModel
import Testing

@Suite("The table of measures")
struct MeasureTableTests {
  private func summary(_ directions: [Direction]) -> SummaryDocument {
    let strides = directions.enumerated().flatMap { part, direction in
      (0..<40).map { k in
        let end = 100 * Double(part) + 1 + 0.55 * Double(k)
        var stride = Stride(
          foot: k % 2 == 0 ? .left : .right, number: 20 * part + k / 2 + 1, start: end - 1.1, finalContact: end - 0.4,
          end: end)
        stride.direction = direction
        stride.directionConfidence = 0.99
        stride.length = (direction == .forward ? 1.3 : 0.9) + 0.02 * Double(k % 5)
        return stride
      }
    }
    let recording = Recording(name: "a, \"b\"", details: RecordingDetails(), sensors: [], inputs: [])
    return AnalyzedRecording(
      GaitResult(strides: strides), of: recording, program: ProgramVersion(name: "RetroGait", version: "1")
    ).summary
  }

  private func rows(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").dropFirst().map { line in
      // The name of the recording is in quotes.
      line.dropFirst(#""a, ""b""","#.count).split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test("has a row for each measure of each direction, measured or not")
  func complete() {
    let text = MeasureTable.text(of: summary([.forward, .backward]))
    let rows = rows(text)
    for direction in [Direction.forward, .backward] {
      let named = MeasureDefinition.all.filter { $0.directions.contains(direction) }.map(\.measure)
      #expect(rows.filter { $0[1] == direction.rawValue }.map { String($0[2]) } == named)
    }
    #expect(text.hasPrefix(MeasureTable.columns.joined(separator: ",") + "\n"))
  }

  @Test("leaves a value empty that was not measured, with the reason")
  func reasons() throws {
    let rows = rows(MeasureTable.text(of: summary([.backward])))
    for row in rows {
      let (value, n, quality) = (row[3], row[5], row[8])
      #expect((quality == "not_measured") == value.isEmpty && value.isEmpty == (n == "0"), "\(row)")
      #expect(row[9...].joined().isEmpty == !value.isEmpty, "\(row)")
    }
    let length = try #require(rows.first { $0[2] == "stride_length_m" })
    #expect(length[0] == "recording" && length[8] == "measured" && length[4] == "m")
    let (low, value, high) = (Double(length[6]), Double(length[3]), Double(length[7]))
    #expect(try #require(low) < (try #require(value)) && (try #require(value)) < (try #require(high)))
    let bouts = try #require(rows.first { $0[2] == "walked_s" })
    #expect(bouts[8] == "no_interval" && bouts[6].isEmpty)
  }
}
