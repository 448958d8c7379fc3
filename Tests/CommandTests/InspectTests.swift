import Foundation
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
}
