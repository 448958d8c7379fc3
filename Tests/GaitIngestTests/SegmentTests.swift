import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Tables of segments")
struct SegmentTests {
  private func table(_ text: String, isOfEvents: Bool = false) throws(IngestError) -> SegmentTable {
    try SegmentTable(Array(text.utf8), file: "walk/segments.csv", isOfEvents: isOfEvents)
  }

  @Test(
    "are read with commas, semicolons and decimal commas, tabs, quotes, a byte order mark and carriage returns",
    arguments: [
      "start,end,label\n2.5,10,rail\n10,20.25,\"dual, task\"\n",
      "\u{FEFF}start;end;label\r\n2,5;10;rail\r\n10;20,25;\"dual, task\"\r\n",
      "onset\tduration\ttrial_type\n10\t10.25\tdual, task\n\n2.5\t7.5\trail",
      "Label,End_s,Start_s,note\nrail,10,2.5,x\n\"dual, task\",20.25,10,\n",
    ])
  func read(text: String) throws {
    let table = try table(text)
    #expect(
      table.segments == [
        Segment(name: "rail", start: 2.5, end: 10), Segment(name: "dual, task", start: 10, end: 20.25),
      ])
    #expect(table.warnings.isEmpty)
  }

  @Test(
    "that cannot be used are an error that says where, what was found and what to do",
    arguments: [
      ("", "found an empty file"),
      ("start,end\n1,2\n", "line 1: found the columns start, end; expected start, end and"),
      ("start,end,duration,label\n", "line 1: found an end and a duration"),
      ("start,onset,end,label\n", "two columns of the start: start and onset"),
      ("start,end,label\n1,2,a\n5,4,b\n", "line 3: found a start at 5.0 s and an end at 4.0 s"),
      ("start,end,label\n1,1,a\n", "expected an end after the start"),
      ("onset,duration,label\n1,-2,a\n", "found a duration of -2.0 s"),
      ("start,end,label\n1,2,\n", "line 2: found an empty label"),
      ("start,end,label\n1:30,2,a\n", "line 2, column start: found '1:30'; expected seconds"),
      ("start,end,label\n1,nan,a\n", "line 2, column end: found 'nan'"),
      ("start,end,label\n1,inf,a\n", "found 'inf'"), ("start,end,label\n1,1e300,a\n", "found '1e300'"),
      ("start,end,label\n,2,a\n", "found ''"), ("start,end,label\n1,2\n", "line 2: found 2 cells; expected 3"),
      ("start,end,label\n1,2,a,b\n", "found 4 cells"),
      ("start,end,label\n1,2,a\u{7}\n", "expected at most 200 printable"),
      ("start,end,label\n1,5,a\n4,6,b\n", "'a' (1.0 to 5.0 s) and 'b' (4.0 to 6.0 s), which overlap"),
      ("start,end,label\n1,2,a\n3,4,a\n5,6,a 2\n", "'a' 2 times and 'a 2' beside it"),
    ])
  func refused(text: String, said: String) {
    let error = #expect(throws: IngestError.self) { try table(text) }
    #expect(error?.description.contains(said) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix("walk/segments.csv") == true && error?.description.contains("\n") == false)
  }

  @Test("bytes that are not UTF-8, and a table of thousands, are refused")
  func notText() {
    let latin1 = Array("start,end,label\n1,2,R".utf8) + [0xFC] + Array("ckw\n".utf8)
    #expect(throws: IngestError.self) { try SegmentTable(latin1, file: "s", isOfEvents: false) }
    let many = "start,end,label\n" + (0..<1001).map { "\($0),\($0 + 1),s\($0)\n" }.joined()
    #expect(throws: IngestError.self) { try table(many) }
  }

  @Test("segments of one label are numbered in the order of time, and that is said")
  func repeated() throws {
    let table = try table("start,end,label\n20,30,trial\n1,2,trial\n4,6,rail\n")
    #expect(table.segments.map(\.name) == ["trial 1", "rail", "trial 2"])
    #expect(table.warnings == [.repeatedLabel("trial", count: 2, file: "segments.csv")])
  }

  @Test("events without a duration or a label are counted, and are no segments")
  func events() throws {
    let text = "onset\tduration\ttrial_type\n1\t0\tstep\n2\tn/a\tstep\n3\t5\tn/a\n4\t2\trail\n"
    let table = try table(text, isOfEvents: true)
    #expect(table.segments == [Segment(name: "rail", start: 4, end: 6)])
    #expect(table.warnings == [.events(3, file: "segments.csv")])
    #expect(throws: IngestError.self) { try self.table(text) }
  }

  @Test("no bytes end the program", arguments: 0..<40 as Range<UInt64>)
  func anyBytes(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let words = [
      "start", "end", "label", ",", ";", "\t", "\n", "\r", "\"", "1", "2.5", "-", "e9", "\u{FEFF}", "é", "\0", "onset",
      "duration", "trial_type", "n/a", "1e7", "99999999999999999999",
    ]
    for _ in 0..<200 {
      var bytes = Array((0..<next(below: 60)).map { _ in words[next(below: words.count)] }.joined().utf8)
      if next(below: 4) == 0 { bytes.append(UInt8(next(below: 256))) }
      do throws(IngestError) {
        let table = try SegmentTable(bytes, file: "s", isOfEvents: next(below: 2) == 0)
        #expect(table.segments.allSatisfy { $0.start < $0.end && !$0.name.isEmpty })
        #expect(zip(table.segments, table.segments.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(Set(table.segments.map(\.name)).count == table.segments.count)
      } catch {
        #expect(!error.description.contains("\n"))
      }
    }
  }

  // MARK: Which table is whose

  private func beside(_ files: [String], of recording: String) throws -> (name: String?, warnings: [SegmentWarning]) {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file, "time_s\n") }
    let found = SegmentsFile.beside(RecordingPlace("\(folder.path)/\(recording)"))
    return (found.path?.split(separator: "/").last.map(String.init), found.warnings)
  }

  @Test(
    "one in the folder of a recording, or of its name beside a file, is its own",
    arguments: [
      (["w/left_foot.csv", "w/segments.csv"], "w", "segments.csv"),
      (["w/left_foot.csv", "w/Events.tsv"], "w", "Events.tsv"),
      (["w/left_foot.csv", "w/sub-1_task-rail_events.tsv"], "w", "sub-1_task-rail_events.tsv"),
      (["a.csv", "b.csv", "a_segments.csv", "b_segments.csv"], "b.csv", "b_segments.csv"),
      (["a.csv", "segments.csv"], "a.csv", "segments.csv"),
      (
        ["sub-1_task-w_tracksys-imu_motion.tsv", "sub-1_task-w_events.tsv", "sub-1_task-r_events.tsv"],
        "sub-1_task-w_tracksys-imu_motion.tsv", "sub-1_task-w_events.tsv"
      ),
    ])
  func own(files: [String], recording: String, table: String) throws {
    let found = try beside(files, of: recording)
    #expect(found.name == table)
    #expect(found.warnings.isEmpty)
  }

  @Test("one that could be of several recordings, and a second one, are not used, and that is said")
  func foreign() throws {
    let several = try beside(["a.csv", "b.csv", "segments.csv"], of: "a.csv")
    #expect(several.name == nil && several.warnings.count == 1)
    #expect(several.warnings == [.ofOtherRecording(file: "segments.csv", expected: "a_segments.csv")])
    let other = try beside(["a.csv", "b.csv", "b_segments.csv"], of: "a.csv")
    #expect(other.name == nil && other.warnings.isEmpty)
    let two = try beside(["w/left_foot.csv", "w/segments.csv", "w/events.tsv"], of: "w")
    #expect(
      two.name == "segments.csv" && two.warnings == [.notPreferred(file: "events.tsv", preferred: "segments.csv")])
    let misnamed = try TemporaryFolder()
    for file in ["a.csv", "b.csv", "walk_c_segments.csv", "b_segments.csv"] { try misnamed.write(file, "time_s\n") }
    let content = try FolderContent(misnamed.path)
    #expect(content.unused.map(\.path) == ["\(misnamed.path)/walk_c_segments.csv"])
    let unclear = try beside(["w/left_foot.csv", "w/x_events.tsv", "w/y_events.tsv"], of: "w")
    #expect(unclear.name == nil && unclear.warnings.map(\.code) == [.severalSegmentTables])
  }
}
