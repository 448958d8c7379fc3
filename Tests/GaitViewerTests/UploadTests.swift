import Foundation
import GaitHistory
import GaitModel
import Testing

@testable import GaitViewer

@Suite("Recordings that are uploaded")
struct UploadTests {
  private typealias Samples = UploadSamples

  @Test("how far a long recording's analysis is, is said in percent of its samples")
  func share() {
    #expect(UploadStatus(.analyzing(.init()), id: "1", in: .english).message == "Analyzing.")
    let status = UploadStatus(.analyzing(.init(share: 0.429)), id: "1", in: .english)
    #expect(status.state == "analyzing" && status.share == 0.429)
    #expect(status.message == "Analyzing: 42 % of the samples.")
    let second = UploadStatus(.analyzing(.init(recording: 2, count: 5)), id: "1", in: .english)
    #expect(second.message == "Analyzing recording 2 of 5.")
  }

  @Test("the files of a recording are analyzed and added, and are gone afterwards")
  func good() async throws {
    let fixture = try ViewerFixture()
    let id = try await fixture.beginUpload()
    for file in ["left_foot", "right_foot"] {
      #expect(await fixture.send("\(file).csv", try Samples.sample("\(file).csv"), to: id) == .ok)
    }
    #expect(await fixture.send("recording.json", try Samples.sample("recording.json"), to: id) == .ok)
    let status = try await fixture.outcome(id)
    #expect(status.state == "done", "\(status.message)")
    let page = try await fixture.text(try #require(status.link))
    #expect(page.contains("Added to S01") && page.contains("href=\"/session?person=S01&amp;session="))
    #expect(try fixture.store.course(of: "S01").sessions.count == 1)
    #expect(await fixture.viewer.routes.uploads.isEmptyOnDisk(id))
  }

  @Test("who and when may be said with the files where recording.json is missing")
  func detailsInTheForm() async throws {
    let fixture = try ViewerFixture()
    let id = try await fixture.beginUpload()
    _ = await fixture.send("left_foot.csv", try Samples.sample("left_foot.csv"), to: id)
    let status = try await fixture.outcome(id, form: "subject=%C5%BDofie+N&session=first&day=2026-10-20")
    #expect(status.state == "done", "\(status.message)")
    let course = try fixture.store.course(of: "Žofie N")
    #expect(course.sessions.map(\.name) == ["first"])
    #expect(course.sessions.first?.day == CalendarDay("2026-10-20"))
  }

  @Test("a recording of nobody is refused in words, and so is a day that is none")
  func nobody() async throws {
    let fixture = try ViewerFixture()
    for (form, words) in [("", "No person is named"), ("subject=S01&day=tomorrow", "expected one such as 2026-10-16")] {
      let id = try await fixture.beginUpload()
      _ = await fixture.send("left_foot.csv", try Samples.sample("left_foot.csv"), to: id)
      let status = try await fixture.outcome(id, form: form)
      #expect(status.state == "failed")
      #expect(status.message.contains(words))
    }
    #expect(try fixture.store.subjects().isEmpty)
  }

  @Test(
    "a broken file is refused in words that name the file and no place on this machine",
    arguments: [
      ("left_foot.csv", "time_s,acc_x_m_s2\n0,x\n"), ("left_foot.h5", "no HDF5"), ("walk.csv", "x"),
      ("P07/walk.zip", "PK\u{3}\u{4}"),
    ])
  func broken(_ name: String, _ text: String) async throws {
    let fixture = try ViewerFixture()
    let id = try await fixture.beginUpload()
    #expect(await fixture.send(name, Data(text.utf8), to: id) == .ok)
    let status = try await fixture.outcome(id, form: "subject=S01")
    #expect(status.state == "failed")
    #expect(status.message.contains("expected"))
    #expect(!status.message.contains(FileManager.default.temporaryDirectory.path))
    #expect(!status.message.contains(id))
    #expect(try fixture.store.subjects().isEmpty)
  }

  @Test(
    "a name that leads out of the upload's folder, or is hidden, or no name, is refused",
    arguments: [
      "../evil.csv", "../../evil.csv", "walk/../../evil.csv", "walk/./left_foot.csv", "/etc/passwd",
      "walk//left_foot.csv",
      "walk/", "", ".", "..", ".hidden.csv", "walk/.DS_Store", "a\\b.csv", "c:left_foot.csv", "a\u{0}.csv", "a\n.csv",
      "a\u{202E}.csv", String(repeating: "a", count: 201), "1/2/3/4/5/6/7/8/left_foot.csv",
    ])
  func names(_ name: String) async throws {
    let fixture = try ViewerFixture()
    let id = try await fixture.beginUpload()
    #expect(await fixture.send(name, Data("x".utf8), to: id) == .badRequest)
    #expect(await fixture.viewer.routes.uploads.fileNames(id).isEmpty)
  }

  @Test("a place that is none is refused; one that is gives the file its name")
  func places() async throws {
    let fixture = try ViewerFixture()
    let id = try await fixture.beginUpload()
    for place in ["../left_foot", "LEFT_FOOT", "knee"] {
      #expect(await fixture.send("a.csv", Data("x".utf8), to: id, placement: place) == .badRequest)
    }
    #expect(await fixture.send("P07/a.csv.gz", Data("x".utf8), to: id, placement: "left_foot") == .ok)
    #expect(await fixture.viewer.routes.uploads.fileNames(id) == ["P07", "P07/left_foot.csv.gz"])
  }

  @Test("a file that would take the place of another is refused, also where only capitals differ")
  func twice() async throws {
    let fixture = try ViewerFixture()
    let id = try await fixture.beginUpload()
    #expect(await fixture.send("left_foot.csv", Data("x".utf8), to: id) == .ok)
    #expect(await fixture.send("Left_Foot.csv", Data("y".utf8), to: id) == .conflict)
    #expect(await fixture.send("other.csv", Data("y".utf8), to: id, placement: "left_foot") == .conflict)
  }

  @Test("an upload that does not exist takes no files", arguments: ["", "1", "..", "../..", "%2e%2e%2f"])
  func unknownUpload(_ id: String) async throws {
    let fixture = try ViewerFixture()
    _ = try await fixture.beginUpload()
    #expect(await fixture.send("left_foot.csv", Data("x".utf8), to: id) == .conflict)
  }

  @Test("uploads that nobody finishes do not pile up")
  func tooMany() async throws {
    let fixture = try ViewerFixture()
    for _ in 0..<UploadDesk.mostOpen { _ = try await fixture.beginUpload() }
    #expect(await fixture.answer("/upload/begin", method: .post).statusCode == .conflict)
  }

  @Test("an upload that nobody goes on with makes room for another, and one that goes on does not")
  func abandoned() async throws {
    let fixture = try ViewerFixture()
    let desk = UploadDesk(store: fixture.store, patience: .milliseconds(200))
    defer { desk.close() }
    var ids: [String] = []
    for _ in 0..<UploadDesk.mostOpen { ids.append(try await desk.begin()) }
    await #expect(throws: UploadDesk.Refusal.tooMany) { try await desk.begin() }
    try await Task.sleep(for: .milliseconds(250))
    let file = try #require(UploadedFile(name: "left_foot.csv"))
    for id in ids.dropFirst() { try await desk.receive(file, of: id, body: RequestBody(Data("x".utf8))) }
    _ = try await desk.begin()
    #expect(await desk.state(of: ids[0]) == nil)
    #expect(await desk.isEmptyOnDisk(ids[0]))
    await #expect(throws: UploadDesk.Refusal.tooMany) { try await desk.begin() }
  }

  @Test("a file that the disk has no room for is refused before it is written, with what is missing")
  func noSpace() async throws {
    let fixture = try ViewerFixture()
    let desk = UploadDesk(store: fixture.store, freeSpace: { _ in UploadDesk.spaceLeft + 3 })
    defer { desk.close() }
    let id = try await desk.begin()
    let file = try #require(UploadedFile(name: "left_foot.csv"))
    let needed = UploadDesk.spaceLeft + 4
    await #expect(throws: UploadDesk.Refusal.noSpace(needed: needed, free: needed - 1)) {
      try await desk.receive(file, of: id, body: RequestBody(Data("abcd".utf8)))
    }
    let path = await desk.folder(id)
    #expect(!FileManager.default.fileExists(atPath: "\(path)/recording/left_foot.csv"))
    try await desk.receive(file, of: id, body: RequestBody(Data("abc".utf8)))
    #expect(FileManager.default.fileExists(atPath: "\(path)/recording/left_foot.csv"))
    #expect(try #require(UploadFolder.freeSpace(path)) > 0)
  }

  @Test("folders of viewers that crashed are removed; those of viewers that live, and of others, are not")
  func leftovers() throws {
    let files = FileManager.default
    let parent = files.temporaryDirectory.appending(path: "uploads-\(UUID().uuidString)").path
    defer { try? files.removeItem(atPath: parent) }
    for name in ["retrogait-uploads-crashed/1/recording", "other", "retrogait-1"] {
      try files.createDirectory(atPath: "\(parent)/\(name)", withIntermediateDirectories: true)
    }
    UploadFolder.removeLeftovers(in: parent)
    #expect(try files.contentsOfDirectory(atPath: parent).count == 3)
    UploadFolder.removeLeftovers(in: parent, olderThan: 0)
    #expect(try files.contentsOfDirectory(atPath: parent).sorted() == ["other", "retrogait-1"])
    let living = UploadFolder()
    try living.make()
    UploadFolder.removeLeftovers(olderThan: 0)
    #expect(files.fileExists(atPath: living.path))
    living.remove()
    #expect(!files.fileExists(atPath: living.path))
  }

  @Test("the files of an upload are for this user only, and go with the viewer")
  func privateFiles() async throws {
    let fixture = try ViewerFixture()
    let id = try await fixture.beginUpload()
    _ = await fixture.send("left_foot.csv", Data("x".utf8), to: id)
    let uploads = fixture.viewer.routes.uploads
    let folder = await uploads.folder(id)
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/recording/left_foot.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let above = try FileManager.default.attributesOfItem(atPath: (folder as NSString).deletingLastPathComponent)
    #expect(above[.posixPermissions] as? Int == 0o700)
    uploads.close()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("nothing is started twice or without a sensor's file")
  func order() async throws {
    let fixture = try ViewerFixture()
    let id = try await fixture.beginUpload()
    _ = await fixture.send("recording.json", Data("{}".utf8), to: id)
    let start = { await fixture.answer("/upload/start?id=\(id)", method: .post).statusCode }
    #expect(await start() == .conflict)
    _ = await fixture.send("left_foot.csv", Data("x".utf8), to: id)
    #expect(await start() == .ok)
    #expect(await start() == .conflict)
    #expect(await fixture.send("left_foot.csv", Data("x".utf8), to: id) == .conflict)
  }
}

extension UploadDesk {
  func fileNames(_ id: String) -> [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: "\(folder(id))/recording").sorted()) ?? []
  }

  func isEmptyOnDisk(_ id: String) -> Bool { !FileManager.default.fileExists(atPath: folder(id)) }
}
