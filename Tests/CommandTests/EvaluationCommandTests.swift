import Foundation
import RetroGait
import Testing

@Suite("Evaluation and methods, from the command line")
struct EvaluationCommandTests {
  @Test("strides that are compared with themselves agree wholly")
  func evaluation() throws {
    let data = try Folder.withResults()
    let strides = data.path("results/one/strides.csv")
    let run = try Program.run(
      "evaluate", "--reference", strides, "--strides", strides, "--by", "direction,foot", "--json")
    #expect(run.exitCode == 0, "\(run.errors)")
    struct Document: Decodable {
      struct Group: Decodable { var sensitivity, precision, f1: Double }
      var groups: [Group]
    }
    let groups = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8)).groups
    #expect(groups.count > 1 && groups.allSatisfy { $0.sensitivity == 1 && $0.precision == 1 && $0.f1 == 1 })
    let text = try Program.run("evaluate", "--reference", strides, "--strides", strides)
    #expect(text.output.hasPrefix("# Agreement with the reference"))
    let chart = try Program.run("evaluate", "--reference", strides, "--strides", strides, "--chart", "length_m")
    #expect(chart.output.hasPrefix("<svg") && chart.output.contains("Stride length"))
    #expect(
      try Program.run("evaluate", "--reference", strides, "--strides", strides, "--chart", "shoe").exitCode == 64)
    #expect(try Program.run("evaluate", "--reference", data.path("no.csv"), "--strides", strides).exitCode == 74)
    #expect(
      try Program.run("evaluate", "--reference", strides, "--strides", strides, "--by", "shoe").exitCode == 64)
    #expect(
      try Program.run("evaluate", "--reference", data.path("results/manifest.csv"), "--strides", strides).exitCode == 65
    )
  }

  @Test("the methods name version, sensors and what a study changed")
  func methods() throws {
    let data = try Folder.withResults()
    let run = try Program.run("methods", data.path("results"))
    #expect(run.exitCode == 0)
    #expect(run.output.contains("RetroGait \(RetroGaitVersion.current) (2 recordings of 2 people)"))
    #expect(run.output.contains("left foot, right foot; 100 Hz") && !run.output.contains("Zijlstra"))
    #expect(run.output.contains("All constants of the analysis had the values of the program."))
    try Data("bouts:\n  fewestStrides: 6\n".utf8).write(to: data.url.appending(path: "study.yaml"))
    let study = try Program.run("methods", "--settings", data.path("study.yaml"))
    #expect(study.output.contains("at least 6 strides") && study.output.contains("except bouts.fewestStrides = 6."))
    #expect(try Program.run("methods", "--settings", data.path("none.yaml")).exitCode == 64)
    #expect(try Program.run("methods", data.path("none")).exitCode == 74)
  }

  @Test("--bib gives BibTeX of what the text cites, and of nothing else")
  func references() throws {
    let data = try Folder.withResults()
    for arguments in [["methods", data.path("results")], ["methods"]] {
      let text = try Program.start(arguments).finish()
      let bib = try Program.start(arguments + ["--bib"]).finish()
      #expect(bib.exitCode == 0 && bib.output.hasPrefix("% References of RetroGait\n\n@misc{retrogait,"))
      let cited = text.output.matches(of: /, doi (\S+)/).map { String($0.output.1) }
      #expect(bib.output.matches(of: /doi = {([^}]+)}/).map { String($0.output.1) } == cited && cited.count >= 5)
      #expect(bib.output.utf8.allSatisfy { $0 < 128 }, "not plain ASCII")
      #expect(bib.output.count { $0 == "{" } == bib.output.count { $0 == "}" })
    }
  }
}
