import Foundation
import GaitModel
import Testing

@testable import GaitViewer

@Suite("The viewer reads what the command reads")
struct UploadKindsTests {
  private typealias Samples = UploadSamples

  /// The strides of both feet of the sample's walk as the upload of its files gives them.
  private func strides(_ fixture: ViewerFixture, _ person: String = "S09") throws -> [Int] {
    try fixture.store.analyzedRecordings(of: person).map(\.strides.count)
  }

  private func feet() throws -> [(name: String, body: Data)] {
    [("left_foot.csv", try Samples.sample("left_foot.csv")), ("right_foot.csv", try Samples.sample("right_foot.csv"))]
  }

  private func reference() async throws -> [Int] {
    let fixture = try ViewerFixture()
    _ = try await fixture.upload(try feet())
    return try strides(fixture)
  }

  @Test("a ZIP archive, packed tables and names in any usual spelling give the strides of the plain files")
  func packed() async throws {
    let expected = try await reference()
    #expect(expected.count == 1 && expected[0] > 20)
    let feet = try feet()
    let kinds: [[(name: String, body: Data)]] = [
      [("walk.zip", Samples.archive(feet))],
      feet.map { ("\($0.name).gz", Samples.gzip($0.body)) },
      [("P07 Left Foot.csv", feet[0].body), ("P07 Right Foot.csv", feet[1].body)],
      [("monday/LF.csv", feet[0].body), ("monday/RF.csv", feet[1].body)],
    ]
    for files in kinds {
      let fixture = try ViewerFixture()
      let (id, report) = try await fixture.upload(files)
      #expect(report.state == "done", "\(files[0].name): \(report.message)")
      #expect(try strides(fixture) == expected, "\(files[0].name)")
      #expect(await fixture.viewer.routes.uploads.isEmptyOnDisk(id))
    }
  }

  @Test("a spreadsheet is read by the name of its sheet")
  func spreadsheet() async throws {
    let fixture = try ViewerFixture()
    let book = Samples.spreadsheet(try Samples.sample("left_foot.csv"), sheet: "Left Foot")
    let (_, report) = try await fixture.upload([("walk.xlsx", book)])
    #expect(report.state == "done", "\(report.message)")
    #expect(try strides(fixture).first ?? 0 > 10)
  }

  @Test("MATLAB and HDF5 files are read", arguments: ["files/mobilised.mat", "hdf5/mobilised.mat", "hdf5/plain.h5"])
  func trees(_ seed: String) async throws {
    let fixture = try ViewerFixture()
    let name = seed.split(separator: "/").last.map(String.init) ?? seed
    let (_, report) = try await fixture.upload([(name, try Samples.seed(seed))])
    #expect(report.state == "done", "\(report.message)")
    #expect(try fixture.store.analyzedRecordings(of: "S09").first?.summary.sensors.isEmpty == false)
  }

  @Test("an archive that does not say where the telephone was is read when the user does")
  func telephone() async throws {
    let fixture = try ViewerFixture()
    let archive = try Samples.seed("files/phyphox.zip")
    let (_, refused) = try await fixture.upload([("walk.zip", archive)])
    #expect(refused.state == "failed" && refused.message.contains("without a known placement"))
    let (_, report) = try await fixture.upload([("walk.zip", archive)], placement: "lower_back")
    #expect(report.state == "done", "\(report.message)")
    let sensors = try fixture.store.analyzedRecordings(of: "S09").first?.summary.sensors
    #expect(sensors?.map(\.placement) == [.lowerBack])
  }

  @Test("a folder of several people's recordings is added, each to its person, and what is not used is named")
  func folders() async throws {
    let fixture = try ViewerFixture()
    var files: [(name: String, body: Data)] = []
    for (person, walk) in [("S21", "S01_2026-09-11"), ("S22", "S01_2026-09-07")] {
      for file in ["left_foot.csv", "right_foot.csv", "truth_strides.csv"] {
        files.append(("day/\(person)/\(file)", try Samples.sample(file, of: walk)))
      }
      files.append(("day/\(person)/recording.json", Data("{\"subject\": \"\(person)\", \"session\": \"1\"}".utf8)))
    }
    files.append(("day/S23/walk.gt3x", Data("x".utf8)))
    let (_, report) = try await fixture.upload(files, form: "")
    #expect(report.state == "done", "\(report.message)")
    #expect(report.message.hasPrefix("2 recordings"))
    #expect(try fixture.store.subjects().count == 2)
    let page = try await fixture.text(try #require(report.link))
    for words in ["S21, 1", "S22, 1", "Files that were not used", "day/S23/walk.gt3x"] { #expect(page.contains(words)) }
    #expect(!page.contains("retrogait-uploads"))
  }

  @Test("one of two recordings that is broken is named, and the other one is added")
  func partly() async throws {
    let fixture = try ViewerFixture()
    let good = try feet().map { (name: "good/\($0.name)", body: $0.body) }
    let bad = (name: "bad/left_foot.csv", body: Data("time_s,acc_x_m_s2\n0,x\n".utf8))
    let (_, report) = try await fixture.upload(good + [bad])
    #expect(report.state == "done" && report.message == "1 recording is in the store, 1 was refused.")
    let page = try await fixture.text(try #require(report.link))
    #expect(page.contains("Not added: bad/left_foot.csv"))
    #expect(try strides(fixture).count == 1)
  }

  @Test("one person is not named for recordings that say they are of several")
  func severalPeople() async throws {
    let fixture = try ViewerFixture()
    var files: [(name: String, body: Data)] = []
    for person in ["S21", "S22"] {
      files.append(("\(person)/left_foot.csv", try Samples.sample("left_foot.csv")))
      files.append(("\(person)/recording.json", Data("{\"subject\": \"\(person)\"}".utf8)))
    }
    let (_, report) = try await fixture.upload(files, form: "subject=S09")
    #expect(report.state == "failed" && report.message.contains("several people (S21, S22)"))
    #expect(try fixture.store.subjects().isEmpty)
  }

  @Test(
    "what cannot be read is refused with the way to a file that can", arguments: ["walk.gt3x", "walk.xls", "walk.c3d"])
  func otherFormats(_ name: String) async throws {
    let fixture = try ViewerFixture()
    let body = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
    let (_, report) = try await fixture.upload([(name, body)])
    #expect(report.state == "failed" && report.message.contains("save the sheet as CSV"), "\(report.message)")
  }

  @Test("archives and packed tables that would fill the memory are refused")
  func bombs() async throws {
    let zeros = Data(count: 80_000_000)
    for (name, body) in [
      ("left_foot.zip", Samples.archive([("left_foot.csv", zeros)])), ("left_foot.csv.gz", Samples.gzip(zeros)),
    ] {
      #expect(body.count < 200_000)
      let fixture = try ViewerFixture()
      let (_, report) = try await fixture.upload([(name, body)])
      #expect(report.state == "failed" && report.message.contains("bytes of numbers"), "\(report.message)")
    }
  }
}
