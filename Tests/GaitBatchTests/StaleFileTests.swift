import Foundation
import GaitBatch
import OutputFiles
import Testing

@Suite("What killed tasks leave")
struct StaleFileTests {
  /// A number that no process has.
  private static let gone = 4_194_305

  private func study() async throws -> StudyFolder {
    let study = try StudyFolder(walks: 1)
    try await study.plan(shards: 1)
    try await study.run(1, of: 1)
    return study
  }

  private func hidden(_ study: StudyFolder) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: study.batch.results)) ?? []).filter { $0.hasPrefix(".") }
  }

  @Test("is neither a result nor in the way, and 'clean' removes what this machine left")
  func own() async throws {
    let study = try await study()
    let before = try study.contents(of: "study/results")
    let name = ".P0.unfinished-\(WriterName.thisHost)-\(Self.gone)-1"
    try study.write("half", to: "study/results/\(name)/strides.csv")
    #expect(try await study.run(1, of: 1).skipped == 1)
    #expect(hidden(study) == [name])
    #expect(try StaleFiles(in: study.batch).remove() == ["\(study.batch.results)/\(name)"])
    #expect(hidden(study).isEmpty)
    #expect(try study.contents(of: "study/results") == before)
  }

  @Test("stays while its process lives")
  func alive() async throws {
    let study = try await study()
    let name = ".P1.unfinished-\(WriterName().text)"
    try study.write("half", to: "study/results/\(name)/strides.csv")
    #expect(try StaleFiles(in: study.batch, age: 0).remove().isEmpty)
    #expect(hidden(study) == [name])
  }

  @Test("of another machine goes by its age, whatever the clocks of the machines show", arguments: [-7200.0, 0, 7200])
  func otherMachine(ahead: Double) async throws {
    let study = try await study()
    let name = ".P1.unfinished-node7-\(Self.gone)-1"
    let file = "study/results/\(name)/strides.csv"
    try study.write("half", to: file)
    // What the machine wrote bears the time of its own clock.
    for path in [file, "study/results/\(name)"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date.now.addingTimeInterval(ahead)], ofItemAtPath: study.path(path))
    }
    #expect(try StaleFiles(in: study.batch).remove().isEmpty)
    #expect(try StaleFiles(in: study.batch, age: 3600).remove().count == (ahead < -3600 ? 1 : 0))
  }

  @Test("comes back if it is a result that had stepped aside")
  func steppedAside() async throws {
    let study = try await study()
    try FileManager.default.moveItem(
      atPath: "\(study.batch.results)/P0",
      toPath: "\(study.batch.results)/.P0.replaced-\(WriterName.thisHost)-\(Self.gone)-1")
    #expect(try study.count().missing == 1)
    #expect(try StaleFiles(in: study.batch).remove().count == 1)
    #expect(try study.count().done == 1)
  }

  @Test("a clock that differs changes neither results nor what counts as finished")
  func clock() async throws {
    let study = try await study()
    for path in try FileManager.default.subpathsOfDirectory(atPath: study.batch.results) {
      try FileManager.default.setAttributes(
        [.modificationDate: Date.now.addingTimeInterval(-400 * 86400)], ofItemAtPath: "\(study.batch.results)/\(path)")
    }
    #expect(try study.count().done == 1)
    #expect(try await study.run(1, of: 1).skipped == 1)
  }
}
