import Foundation
import RetroGait
import Testing

@Suite("What inspect prints and draws")
struct InspectTests {
  @Test("text tells each recording, JSON the same in one array, and the plot draws its signals")
  func whole() throws {
    let data = try Folder()
    try data.addWalk("walk")
    let text = try Program.run("inspect", data.path("walk"))
    #expect(text.exitCode == 0 && text.errors.isEmpty)
    for words in ["left_foot (by the name", "100.00 Hz measured", "plausible", "analyze would find the strides of"] {
      #expect(text.output.contains(words), "\(text.output)")
    }
    let json = try Program.run("inspect", data.path("walk"), "--json", "--plot", data.path("plot.svg"))
    let array = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(array.count == 1)
    let sensors = try #require(array[0]["sensors"] as? [[String: Any]])
    #expect(sensors.compactMap { $0["placement"] as? String } == ["left_foot", "right_foot"])
    #expect((sensors[0]["rate"] as? [String: Any])?["measured_hz"] as? Double == 100)
    let plot = try data.text("plot.svg")
    #expect(plot.hasPrefix("<svg") && plot.contains("left_foot: acceleration") && plot.contains("</svg>"))
  }

  @Test("a recording that analyze refuses ends with 65 and one line on standard error")
  func refused() throws {
    let data = try Folder()
    try data.addBroken("bad")
    let run = try Program.run("inspect", data.path("bad"))
    #expect(run.exitCode == 65)
    #expect(run.output.contains("plain CSV"))
    #expect(run.errors.split(separator: "\n").count == 1 && run.errors.contains("line 100"))
    #expect(try Program.run("inspect", data.path("nowhere")).exitCode == 74)
  }

  @Test("the plot is of one recording, and has to go somewhere")
  func plot() throws {
    let data = try Folder()
    try data.addWalk("walks/a")
    try data.addWalk("walks/b")
    #expect(try Program.run("inspect", data.path("walks"), "--plot", data.path("plot.svg")).exitCode == 64)
    #expect(try Program.run("inspect", data.path("walks/a"), "--plot", data.path("no/where/plot.svg")).exitCode == 74)
  }

  /// A table of a logger that no format claims: milliseconds, z first, in g and rad/s, on a clock of its own.
  private func table(_ placement: Placement, from start: Int) throws -> String {
    let program = try ProgramText(
      "stand 4, forward 9, stand 5, turn 180, backward 7, stand 7, forward 12, turn 90, stand 6, forward 6, stand 4"
    ).program
    let walk = WalkSimulator(effects: .realistic, placements: [.leftFoot, .lowerBack]).walk(program).recording
    let stream = try #require(walk[placement])
    let (a, w) = (stream.acceleration, stream.angularVelocity)
    let rows = (start..<stream.count).map { i in
      let force = [a.z[i], a.y[i], a.x[i]].map { $0 / 9.80665 }
      return ([Double((i - start) * 10)] + force + [w.z[i], w.y[i], w.x[i]]).map { "\($0)" }.joined(separator: ";")
    }
    return "my logger\n" + rows.joined(separator: "\n") + "\n"
  }

  private static let map = "time=1:ms acc=4,3,2:g gyr=7,6,5:rad/s"

  @Test("a table of no known format shows its lines and --map, which reads it, from a file too; --placement says where")
  func mapped() throws {
    let data = try Folder()
    try Data(try table(.lowerBack, from: 0).utf8).write(to: data.file("logger.csv"))
    let refused = try Program.run("inspect", data.path("logger.csv"))
    #expect(refused.exitCode == 65)
    #expect(refused.errors.contains("--map") && refused.errors.contains("my logger"))
    let nowhere = try Program.run("inspect", data.path("logger.csv"), "--map", Self.map)
    #expect(nowhere.exitCode == 65 && nowhere.errors.contains("--placement"))
    try Data("time: 1:ms\nacc: 4,3,2:g\ngyr: 7,6,5:rad/s\n".utf8).write(to: data.file("map.yaml"))
    for map in [Self.map, data.path("map.yaml")] {
      let run = try Program.run("inspect", data.path("logger.csv"), "--map", map, "--placement", "lower_back")
      #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
      for words in ["declared columns", "lower_back (", "100.00 Hz measured", "g and", "as declared", "plausible"] {
        #expect(run.output.contains(words), "\(run.output)")
      }
    }
    #expect(try Program.run("inspect", data.path("logger.csv"), "--map", "acc=1").exitCode == 64)
    #expect(try Program.run("inspect", data.path("logger.csv"), "--placement", "elbow").exitCode == 64)
  }

  @Test("a packed file is held to the bytes that --max-expanded allows")
  func expanded() throws {
    let data = try Folder()
    let walk = WalkSimulator().walk(.straight(.forward, strides: 20)).recording
    try Data(PlainHDF5Writer().bytes(of: walk.sensors)).write(to: URL(filePath: data.path("walk.h5")))
    let refused = try Program.run("inspect", data.path("walk.h5"), "--max-expanded", "10k")
    #expect(refused.exitCode == 65)
    #expect(refused.errors.contains("at most 10000") && refused.errors.contains("--max-expanded"))
    for size in ["1G", "2000000"] {
      let run = try Program.run("inspect", data.path("walk.h5"), "--max-expanded", size)
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    #expect(try Program.run("inspect", data.path("walk.h5"), "--max-expanded", "much").exitCode == 64)
  }

  @Test("the summary says by how much the clocks of a foot and the back were set against each other, and how surely")
  func clocks() throws {
    let data = try Folder()
    try FileManager.default.createDirectory(at: data.url.appending(path: "walk"), withIntermediateDirectories: true)
    try Data(try table(.leftFoot, from: 0).utf8).write(to: data.file("walk/left_foot.csv"))
    try Data(try table(.lowerBack, from: 330).utf8).write(to: data.file("walk/lower_back.csv"))
    let run = try Program.run(
      "analyze", data.path("walk"), "--map", Self.map, "--output", data.path("results"), "--quiet")
    #expect(run.exitCode == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(try data.text("results/walk/summary.json").utf8))
    let summary = try #require(json as? [String: Any])
    let sensors = try #require(summary["sensors"] as? [[String: Any]])
    let clocks = sensors.compactMap { $0["clock"] as? [String: Double] }
    #expect(clocks.count == 1, "the first sensor's clock is that of the recording")
    let offset = try #require(clocks.first?["offset_s"])
    let uncertainty = try #require(clocks.first?["offset_sd_s"])
    #expect(abs(offset - 3.3) < 0.15 && uncertainty > 0, "\(clocks)")
    let warnings = try #require(summary["warnings"] as? [String])
    #expect(warnings.contains { $0.contains("By their motion, lower_back started 3.") })
  }
}
