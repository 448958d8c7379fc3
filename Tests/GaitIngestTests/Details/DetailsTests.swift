import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Details of a recording")
struct DetailsTests {
  private func details(_ json: String) throws(IngestError) -> DetailsFile {
    try DetailsFile(Array(json.utf8), file: "walk/recording.json")
  }

  private func message(_ bytes: [UInt8]) throws -> String {
    try #require(#expect(throws: IngestError.self) { try DetailsFile(bytes, file: "walk/recording.json") }).description
  }

  @Test("bytes that are not UTF-8 are an error that names the line")
  func latin1() throws {
    let bytes = Array("{\"subject\": \"P1\",\n \"gr".utf8) + [0xF6] + Array("sse\": 1}".utf8)
    #expect(try message(bytes).contains("recording.json, line 2: found bytes that are not UTF-8"))
    #expect(try message([0xFF, 0xFE, 0x7B, 0x00]).contains("UTF-16"))
  }

  @Test("a byte order mark, null, NaN and a comma too many are read")
  func lenient() throws {
    let file = try details(
      "\u{FEFF}{\"subject\": \"P\\u00e9\\ud83d\\udc5f\", \"height_m\": null, \"age\": NaN, \"x\": [1, 2,],}\n")
    #expect(file.details.subject == "Pé👟")
    #expect(file.details.other == ["x": .array([.number(1), .number(2)])])
    #expect(file.warnings.isEmpty)
  }

  @Test(
    "what cannot be is an error that names the key or line, what was found and what may be",
    arguments: [
      (#"{"started_at": "07.09.2026 10:00"}"#, "key started_at: found '07.09.2026 10:00'"),
      (#"{"started_at": "2026-02-30T10:00:00Z"}"#, "key started_at: found '2026-02-30"),
      (#"{"started_at": "0001-01-01"}"#, "key started_at: found the year 1"),
      (#"{"belt_speed_m_s": -1}"#, "key belt_speed_m_s: found '-1.0'"),
      (#"{"belt_speed_m_s": 40}"#, "expected meters per second, from 0 to 8"),
      (#"{"incline_percent": 120}"#, "key incline_percent"), (#"{"height_m": 172}"#, "key height_m"),
      (#"{"height_cm": "tall"}"#, "key height_cm: found the text 'tall'"), (#"{"session": 3}"#, "text in quotes"),
      (
        "{\n\"a\": 1,\n\"a\": 2}",
        "line 3: found the key 'a' a second time, after line 1".replacing("line 1", with: "line 2")
      ),
      ("{\"a\" 1}", "a colon behind the key 'a'"), ("{\"a\": tru}", "line 1: found 'tru}'"),
      ("", "the end of the file"),
      ("{\"a\": \"x\ny\"}", "no line break"), ("{} {}", "nothing behind the object"),
    ])
  func impossible(json: String, says: String) throws {
    let text = try message(Array(json.utf8))
    #expect(text.contains(says), "\(text)")
    #expect(!text.contains("\n"))
  }

  @Test(
    "a key that resembles a known one is a warning that names both, and is kept",
    arguments: [
      ("hight_m", ["height_m", "height_cm"]), ("height", ["height_m", "height_cm"]), ("belt_speed", ["belt_speed_m_s"]),
      ("belt_speed_kmh", ["belt_speed_m_s"]), ("Subject", ["subject"]), ("startedAt", ["started_at"]),
      ("sesion", ["session"]), ("surfcae", ["surface"]),
    ])
  func misspelt(key: String, meant: [String]) throws {
    let file = try details("{\"\(key)\": \"1.7\"}")
    #expect(file.warnings == [.unknownKey(key, file: "recording.json", meant: meant)])
    #expect(file.details.other.keys.contains(key))
  }

  @Test(
    "other keys are kept in silence",
    arguments: ["age", "mass_kg", "condition", "note", "origin", "group", "sex", "shoe"])
  func other(key: String) throws {
    let file = try details("{\"\(key)\": \"x\"}")
    #expect(file.warnings.isEmpty)
    #expect(file.details.other == [key: .string("x")])
  }

  @Test("any bytes give values or a fault, never a crash")
  func anyBytes() {
    var state: UInt64 = 5
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let seed = Array(#"{"subject": "P\u00e9\ud83d", "a": [1.5e3, -0, NaN, {"b": null}], "c": true, "d": "\n"}"#.utf8)
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int(next() % 6) { bytes[Int(next()) % bytes.count] = UInt8(next() % 256) }
      if next() % 4 == 0 { bytes = Array(bytes.prefix(Int(next()) % bytes.count)) }
      do throws(JSONText.Fault) { _ = try JSONText.entries(of: bytes) } catch { #expect(error.line > 0) }
    }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONText.Fault.self) { try JSONText.entries(of: Array("{\"a\":".utf8) + deep) }
  }

  @Test("a row of participants.tsv is the person's, and recording.json goes before it")
  func participants() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "participants.tsv", "participant_id\tage\theight\tgroup\nsub-P07\t61\t172\tPD\nsub-P08\t55\tn/a\tcontrol\n")
    try folder.write("P07/monday/left_foot.csv", SampleText.csv())
    try folder.write("P08_left_foot.csv", SampleText.csv())
    try folder.write("P09/left_foot.csv", SampleText.csv())
    let seven = try RecordingReader().recording(at: folder.path + "/P07/monday")
    #expect(seven.details.subject == "sub-P07")
    #expect(seven.details.height == 1.72)
    #expect(seven.details.other == ["age": .number(61), "group": .string("PD")])
    #expect(seven.inputs.map(\.file) == ["participants.tsv", "left_foot.csv"])
    try folder.write("P07/monday/recording.json", #"{"subject": "P07", "age": 62}"#)
    #expect(try RecordingReader().recording(at: folder.path + "/P07/monday").details.other["age"] == .number(62))
    #expect(try RecordingReader().recording(at: folder.path + "/P08_left_foot.csv").details.other["age"] == .number(55))
    let nine = try RecordingReader().recording(at: folder.path + "/P09")
    #expect(nine.warnings.contains(.files(.noParticipant(table: "participants.tsv"))))
    try folder.write("participants.tsv", "id\tage\nP07\t61\n")
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: folder.path + "/P09") }
    #expect(try #require(error).description.contains("participant_id"))
  }

  @Test("participants.tsv of many people is read to its last row, and one that is too large is refused and not cut")
  func manyParticipants() throws {
    let folder = try TemporaryFolder()
    try folder.write("walk/left_foot.csv", SampleText.csv())
    try folder.write("walk/recording.json", #"{"subject": "last"}"#)
    let others = (0..<40_000).map { "sub-\($0)\t1.61\tknee osteoarthritis\n" }.joined()
    let table = "participant_id\theight_m\tgroup\n\(others)last\t1.75\tcontrol\n"
    #expect(table.utf8.count > 1 << 20)
    try folder.write("participants.tsv", table)
    #expect(try RecordingReader().recording(at: folder.path + "/walk").details.height == 1.75)
    try folder.write("participants.tsv", table + String(repeating: "x\n", count: 1 << 23))
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: folder.path + "/walk") }
    #expect(try #require(error).description.contains("expected at most 16777216"))
  }
}
