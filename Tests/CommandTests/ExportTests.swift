import Foundation
import Testing

@Suite("Exports, from the command line")
struct ExportCommandTests {
  @Test("tables of results and of a store are written, with their path on standard output")
  func tables() throws {
    let data = try Folder.withResults()
    let run = try Program.run(
      "export", "--from", data.path("results"), "--level", "stride", "session", "--output", data.path("tables"))
    #expect(run.exitCode == 0 && run.output == data.path("tables") + "\n", "\(run.errors)")
    #expect(run.errors.contains("strides.csv: "))
    #expect(
      data.names(in: "tables")
        == [
          "datapackage.json", "dictionary.csv", "dictionary.json", "references.bib", "sessions.csv", "strides.csv",
        ])
    #expect(try data.text("tables/strides.csv").contains(",TRUE,"))
    try #require(
      try Program.run("history", "add", data.path("results"), "--store", data.path("s.sqlite")).exitCode == 0)
    let stored = try Program.run(
      "export", "--store", data.path("s.sqlite"), "--format", "parquet", "--subject", "S02", "--output",
      data.path("parquet"))
    #expect(stored.exitCode == 0 && data.names(in: "parquet").contains("strides.parquet"), "\(stored.errors)")
    let hdf5 = try Program.run(
      "export", "--store", data.path("s.sqlite"), "--format", "hdf5", "--output", data.path("hdf5"))
    #expect(hdf5.exitCode == 0 && hdf5.errors.contains("tables.h5/strides: "), "\(hdf5.errors)")
    #expect(data.names(in: "hdf5").contains("tables.h5"))
    let bids = try Program.run(
      "export", "--store", data.path("s.sqlite"), "--format", "bids", "--output", data.path("bids"))
    #expect(bids.exitCode == 0 && bids.errors.contains("strides: "), "\(bids.errors)")
    #expect(data.names(in: "bids").contains("dataset_description.json"))
    #expect(data.names(in: "parquet").contains("recordings.parquet"), "the table of recordings comes without --level")
  }

  @Test("wrong usage ends with 64, an empty selection with 65, a file in the way with 74")
  func failures() throws {
    let data = try Folder.withResults()
    let (results, output) = (data.path("results"), data.path("tables"))
    func code(_ arguments: String...) throws -> Int32 {
      try Program.start(["export", "--output", output] + arguments).finish().exitCode
    }
    #expect(try code() == 64)
    #expect(try code("--from", results, "--store", "x.sqlite") == 64)
    #expect(try code("--from", results, "--since", "yesterday") == 64)
    #expect(try code("--from", results, "--since", "2026-02-02", "--until", "2026-02-01") == 64)
    #expect(try code("--from", results, "--level", "session", "--valid-only") == 64)
    #expect(try code("--from", results, "--condition", "shoe=x") == 64)
    #expect(try code("--from", results, "--format", "bids", "--overwrite") == 64)
    #expect(try code("--from", results, "--subject", "nobody") == 64)
    #expect(try code("--from", results, "--condition", "surface=treadmill") == 65)
    #expect(try code("--store", data.path("none.sqlite")) == 74)
    #expect(try code("--from", data.path("none")) == 74)
    #expect(data.names(in: "tables").isEmpty)
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try Data("mine\n".utf8).write(to: data.url.appending(path: "tables/strides.csv"))
    #expect(try code("--from", results) == 74)
    #expect(try data.text("tables/strides.csv") == "mine\n")
    #expect(try code("--from", results, "--overwrite") == 0)
  }
}
