import Foundation
import RetroGait
import Testing

@Suite("Segments of a recording")
struct SegmentTests {
  /// A walk out forward, a turn, and a walk back backward; without chance, so that the truth is that of every stride.
  private static let walk = WalkSimulator(seed: 3).walk(program)
  private static let program = WalkProgram([
    .stand(3), .walk(.init(.forward, strides: 12, strideLength: 1.2, speed: 1)), .stand(3),
    .walk(.init(.backward, strides: 10, strideLength: 0.7, speed: 0.6)), .stand(3),
  ])

  /// A moment in the middle of walking forward that is far from every contact.
  private static var cut: Double {
    let contacts = walk.strides.flatMap { [$0.start ?? $0.finalContact, $0.end] }.sorted()
    let middle = walk.strides.filter { $0.direction == .forward }.map(\.end).sorted()
    let near = contacts.firstIndex { $0 > middle[middle.count / 2] + 1e-6 } ?? 0
    return (contacts[near - 1] + contacts[near]) / 2
  }

  private static var end: Double { walk.recording.duration }

  private static func folder(_ tables: [String: String] = [:], name: String = "walk") throws -> Folder {
    let data = try Folder()
    let place = data.url.appending(path: name)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for sensor in walk.recording.sensors {
      try Data(PlainCSVWriter().bytes(of: sensor)).write(to: place.appending(path: "\(sensor.placement.rawValue).csv"))
    }
    try Data("{\"subject\": \"S01\"}\n".utf8).write(to: place.appending(path: "recording.json"))
    for (table, text) in tables { try Data(text.utf8).write(to: place.appending(path: table)) }
    return data
  }

  private static func analyze(_ data: Folder, _ options: [String] = []) throws -> Program.Result {
    try Program.start(["analyze", data.path("walk"), "--output", data.path("out"), "--no-report"] + options).finish()
  }

  private static func summary(_ data: Folder) throws -> SummaryDocument {
    try SummaryDocument(json: Array(Data(contentsOf: data.url.appending(path: "out/walk/summary.json"))))
  }

  @Test("strides that lie wholly in a segment, and no others, have its name, in tables, summary and store")
  func known() throws {
    let cut = Self.cut
    let data = try Self.folder([
      "segments.csv": "start,end,label\n0,\(cut),\"out, =first\"\n\(cut),\(Self.end),rest\n"
    ])
    let run = try Self.analyze(data)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors.contains("2 segments were read from segments.csv: 'out, =first', 'rest'."))
    let strides = try StrideTable.strides(from: data.text("out/walk/strides.csv"), file: "strides.csv")
    let segments = [Segment(name: "out, =first", start: 0, end: cut), Segment(name: "rest", start: cut, end: Self.end)]
    for stride in strides {
      let truth = try #require(
        Self.walk.strides.first { $0.foot == stride.foot && abs($0.end - stride.end) < 0.2 }, "\(stride.end)")
      #expect(stride.segment == segments.first { $0.holds(truth) }?.name, "\(stride.foot) \(stride.end)")
    }
    #expect(strides.contains { $0.segment == nil })

    let summary = try Self.summary(data)
    let parts = try #require(summary.segments)
    #expect(parts.map(\.name) == ["out, =first", "rest"])
    for (part, segment) in zip(parts, segments) {
      let held = Self.walk.strides.filter { segment.holds($0) }
      #expect(part.strides == strides.count { $0.segment == part.name })
      for direction in [Direction.forward, .backward] {
        let trueStrides = held.filter { $0.direction == direction }
        let found = part.directions[direction.rawValue]
        #expect((found == nil) == trueStrides.isEmpty)
        guard let found else { continue }
        let counted = strides.filter { $0.segment == part.name && $0.direction == direction && $0.leftOut == nil }
        #expect(found.strides == counted.count && counted.count >= 6)
        let length = try #require(found.measures["stride_length_m"])
        #expect(abs(length.mean - (direction == .forward ? 1.2 : 0.7)) < 0.04)
      }
    }
    #expect(summary.stridesOutsideSegments == strides.count { $0.segment == nil })
    let bouts = try rows(of: data.text("out/walk/bouts.csv"))
    for bout in bouts {
      let own = strides.filter { $0.bout.map(String.init) == bout["bout"] }
      #expect(Set(own.map(\.segment)).count == 1)
    }

    let store = data.path("clinic.sqlite")
    #expect(try Program.run("history", "add", data.path("out/walk"), "--store", store).exitCode == 0)
    let exported = data.path("exported.csv")
    #expect(try Program.run("history", "export", "strides", "--store", store, "--output", exported).exitCode == 0)
    let text = try data.text("exported.csv")
    #expect(text.split(separator: "\n").first?.contains(",segment,") == true)
    #expect(text.split(separator: "\n").count { $0.contains(",\"out, =first\",") } == parts[0].strides)
    #expect(text.split(separator: "\n").count { $0.contains(",rest,") } == parts[1].strides)
  }

  @Test("cutting changes no number of a stride: axes and rest are those of the whole recording")
  func wholeRecordingEvidence() throws {
    let data = try Self.folder()
    #expect(try Self.analyze(data).exitCode == 0)
    let whole = try StrideTable.strides(from: data.text("out/walk/strides.csv"), file: "s")
    let (from, to) = (Self.cut - 4, Self.cut)
    let run = try Self.analyze(data, ["--from", "\(from)", "--to", "\(to)"])
    #expect(run.exitCode == 0 && run.errors.contains("do not lie fully within it"), "\(run.errors)")
    let part = try StrideTable.strides(from: data.text("out/walk/strides.csv"), file: "s")
    var expected = whole.filter { from <= $0.start ?? $0.finalContact && $0.end <= to }
    #expect(expected.count >= 4 && expected.count < whole.count)
    // Bouts are those of the part.
    for k in expected.indices { expected[k].bout = part[k].bout }
    #expect(part == expected)
    let summary = try Self.summary(data)
    #expect(summary.evaluated?.fromS == from && summary.evaluated?.toS == to)
    #expect(summary.evaluated?.stridesOutside == whole.count - part.count)
    #expect(summary.strides == part.count && summary.directions["backward"] == nil)
    #expect(summary.directions["forward"]?.stridesWalked == part.count)
    #expect(try rows(of: data.text("out/walk/bouts.csv")).map { $0["strides"] } == ["\(part.count)"])
    let events = try rows(of: data.text("out/walk/events.csv")).compactMap { $0["time_s"].flatMap { Double($0) } }
    #expect(!events.isEmpty && events.allSatisfy { from <= $0 && $0 <= to })
  }

  @Test("other segments, and another time that counts, are analyzed anew; the same are skipped")
  func skipping() throws {
    let data = try Self.folder()
    func status(_ options: String...) throws -> String? {
      #expect(try Self.analyze(data, options).exitCode == 0)
      return try rows(of: data.text("out/manifest.csv")).first?["status"]
    }
    let table = data.url.appending(path: "trials.csv")
    #expect(try status() == "done")
    try Data("start,end,label\n3,12,a\n".utf8).write(to: table)
    #expect(try status("--segments", table.path) == "done")
    #expect(try status("--segments", table.path) == "skipped")
    try Data("start,end,label\n3,12,b\n".utf8).write(to: table)
    #expect(try status("--segments", table.path) == "done")
    #expect(try status("--from", "3") == "done")
    #expect(try status("--from", "3") == "skipped")
    #expect(try status("--from", "3", "--to", "12") == "done")
    #expect(try status() == "done")
    #expect(try Self.summary(data).segments == nil)
  }

  @Test("a segment beyond the recording, or without a stride, is a warning; only such ones, and no time left, an error")
  func outside() throws {
    let table = "start,end,label\n0,2,standing\n3,\(Self.end + 9),walk\n900,910,late\n"
    let data = try Self.folder(["segments.csv": table])
    let run = try Self.analyze(data)
    #expect(run.exitCode == 0)
    for said in [
      "Segment 'standing' (0 to 2 s) contains no complete stride.", "Segment 'walk' (3 to",
      "extends beyond the recording", "Segment 'late' (900 to 910 s) lies outside the recording",
    ] {
      #expect(run.errors.contains(said), "\(said): \(run.errors)")
    }
    #expect(try Self.summary(data).segments?.map(\.name) == ["standing", "walk", "late"])
    let none = try Self.analyze(try Self.folder(["segments.csv": "start,end,label\n900,910,late\n"]))
    #expect(none.exitCode == 65 && none.errors.contains("segments that all lie outside of"), "\(none.errors)")
    let late = try Self.analyze(try Self.folder(), ["--from", "900"])
    #expect(late.exitCode == 65 && late.errors.contains("found --from 900.0; expected times in seconds"))
  }

  @Test("events that cannot be segments are not used and said; a segments.csv that cannot is an error")
  func unusable() throws {
    let events = "onset\tduration\ttrial_type\n3\t9\ta\n4\t2\tb\n"
    let data = try Self.folder(["events.tsv": events])
    let run = try Self.analyze(data)
    #expect(run.exitCode == 0 && run.errors.contains("events.tsv was not used, and the recording was not cut"))
    #expect(run.errors.contains("which overlap"))
    #expect(try Self.summary(data).segments == nil)
    let strict = try Self.analyze(try Self.folder(["segments.csv": events]))
    #expect(strict.exitCode == 65 && strict.errors.contains("which overlap"))
    let missing = try Self.analyze(try Self.folder(), ["--segments", "nowhere.csv"])
    #expect(missing.exitCode == 74 && missing.errors.contains("nowhere.csv: found nothing"))
    let unused = try Self.analyze(try Self.folder(["segments.csv": "start,end,label\n3,9,a\n"]), ["--to", "9"])
    #expect(unused.exitCode == 0 && unused.errors.contains("segments.csv was not used, because --from and --to"))
  }

  @Test(
    "times that cannot be, and times for several recordings, are wrong usage",
    arguments: [
      ["--from", "9", "--to", "4"], ["--from", "nan"], ["--from", "1:30"], ["--to", "4", "--segments", "x.csv"],
      ["--segments", ""],
    ])
  func usage(options: [String]) throws {
    let data = try Self.folder()
    #expect(try Self.analyze(data, options).exitCode == 64)
    try data.addWalk("other")
    let several = try Program.run(
      "analyze", data.path("walk"), data.path("other"), "--output", data.path("out"), "--from", "2")
    #expect(several.exitCode == 64 && several.errors.contains("times of one recording: found 2"))
  }

  @Test("the report shows each segment with the means of summary.json, and nothing where there are none")
  func shown() throws {
    let cut = Self.cut
    let data = try Self.folder(["segments.csv": "start,end,label\n0,\(cut),<rail>\n\(cut),\(Self.end),rest\n"])
    #expect(try Self.analyze(data).exitCode == 0)
    #expect(try Program.run("report", data.path("out"), "--output", data.path("r.html")).exitCode == 0)
    let section = try #require(try data.text("r.html").split(separator: "<h2>Segments</h2>").last)
    let rows = section.split(separator: "<tr>").filter { $0.contains("&lt;rail&gt;") || $0.contains(">rest</th>") }
    #expect(rows.count == 2)
    for (row, part) in zip(rows, try #require(try Self.summary(data).segments)) {
      for measures in part.directions.values {
        let speed = try #require(measures.measures["speed_m_s"]?.mean)
        #expect(row.contains(String(format: "%.2f", speed)), "\(part.name)")
        #expect(row.contains(">\(measures.strides)</td>"))
      }
    }
    let plain = try Self.folder()
    #expect(try Self.analyze(plain).exitCode == 0)
    #expect(try Program.run("report", plain.path("out"), "--output", plain.path("r.html")).exitCode == 0)
    #expect(try !plain.text("r.html").contains("<h2>Segments</h2>"))
  }

  @Test("strides of one sensor on the lower back have the names of segments too")
  func lowerBack() throws {
    let cut = Self.cut
    let data = try Self.folder(["segments.csv": "start,end,label\n0,\(cut),out\n\(cut),\(Self.end),rest\n"])
    let back = WalkSimulator(seed: 3, placements: [.lowerBack]).walk(Self.program).recording.sensors[0]
    try Data(PlainCSVWriter().bytes(of: back)).write(to: data.url.appending(path: "walk/lower_back.csv"))
    #expect(try Self.analyze(data, ["--sensors", "lower_back"]).exitCode == 0)
    let strides = try StrideTable.strides(from: data.text("out/walk/strides.csv"), file: "strides.csv")
    let segments = [Segment(name: "out", start: 0, end: cut), Segment(name: "rest", start: cut, end: Self.end)]
    #expect(strides.count { $0.segment == "out" } >= 8 && strides.count { $0.segment == "rest" } >= 20)
    for stride in strides {
      #expect(stride.segment == segments.first { $0.holds(stride) }?.name, "\(stride.end)")
    }
  }
}
