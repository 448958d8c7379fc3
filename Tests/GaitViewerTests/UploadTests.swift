import Foundation
import GaitHistory
import GaitModel
import Testing

@testable import GaitViewer

@Suite("Recordings that are uploaded")
struct UploadTests {
  private struct Status: Decodable {
    var state: String?
    var message: String
    var link: String?
  }

  private static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleData")

  private func sample(_ file: String) throws -> Data {
    try Data(contentsOf: Self.samples.appending(path: "S01_2026-09-11/\(file)"))
  }

  private func begin(_ fixture: ViewerFixture) async throws -> String {
    let begun = try JSONDecoder().decode(
      [String: String].self, from: Data(try await fixture.text("/upload/begin", method: .post).utf8))
    return try #require(begun["id"])
  }

  private func send(
    _ content: String, _ format: String, _ body: Data, _ id: String, _ fixture: ViewerFixture
  ) async -> ViewerResponse.Status {
    await fixture.answer("/upload/file?id=\(id)&content=\(content)&format=\(format)", method: .post, body: body)
      .statusCode
  }

  /// Starts an upload and waits for its end.
  private func outcome(_ id: String, form: String = "", _ fixture: ViewerFixture) async throws -> Status {
    _ = await fixture.answer("/upload/start?id=\(id)", method: .post, body: Data(form.utf8))
    while true {
      let status = try JSONDecoder().decode(
        Status.self, from: Data(try await fixture.text("/upload/status?id=\(id)").utf8))
      guard ["receiving", "waiting", "analyzing"].contains(status.state) else { return status }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  @Test("how far a long recording's analysis is, is said in percent of its samples")
  func share() {
    #expect(UploadStatus(.analyzing(nil)).message == "Analyzing.")
    let status = UploadStatus(.analyzing(0.429))
    #expect(status.state == "analyzing" && status.share == 0.429)
    #expect(status.message == "Analyzing: 42 % of the samples.")
  }

  @Test("the files of a recording are analyzed and added, and are gone afterwards")
  func good() async throws {
    let fixture = try ViewerFixture()
    let id = try await begin(fixture)
    for file in ["left_foot", "right_foot"] {
      #expect(await send(file, "csv", try sample("\(file).csv"), id, fixture) == .ok)
    }
    #expect(await send("details", "json", try sample("recording.json"), id, fixture) == .ok)
    let status = try await outcome(id, fixture)
    #expect(status.state == "done", "\(status.message)")
    let link = try #require(status.link)
    #expect(await fixture.answer(link).statusCode == .ok)
    #expect(try fixture.store.course(of: "S01").sessions.count == 1)
    #expect(await fixture.viewer.routes.uploads.isEmptyOnDisk(id))
  }

  @Test("who and when may be said with the files where recording.json is missing")
  func detailsInTheForm() async throws {
    let fixture = try ViewerFixture()
    let id = try await begin(fixture)
    _ = await send("left_foot", "csv", try sample("left_foot.csv"), id, fixture)
    let status = try await outcome(id, form: "subject=%C5%BDofie+N&session=first&day=2026-10-20", fixture)
    #expect(status.state == "done", "\(status.message)")
    let course = try fixture.store.course(of: "Žofie N")
    #expect(course.sessions.map(\.name) == ["first"])
    #expect(course.sessions.first?.day == CalendarDay("2026-10-20"))
  }

  @Test("a recording of nobody is refused in words, and so is a day that is none")
  func nobody() async throws {
    let fixture = try ViewerFixture()
    for (form, words) in [("", "Nobody is named"), ("subject=S01&day=tomorrow", "expected one such as 2026-10-16")] {
      let id = try await begin(fixture)
      _ = await send("left_foot", "csv", try sample("left_foot.csv"), id, fixture)
      let status = try await outcome(id, form: form, fixture)
      #expect(status.state == "failed")
      #expect(status.message.contains(words))
    }
    #expect(try fixture.store.subjects().isEmpty)
  }

  @Test(
    "a broken file is refused in words that name the file and no place on this machine",
    arguments: [("left_foot", "csv", "time_s,acc_x_m_s2\n0,x\n"), ("left_foot", "h5", "no HDF5"), ("all", "csv", "x")])
  func broken(_ content: String, _ format: String, _ text: String) async throws {
    let fixture = try ViewerFixture()
    let id = try await begin(fixture)
    #expect(await send(content, format, Data(text.utf8), id, fixture) == .ok)
    let status = try await outcome(id, form: "subject=S01", fixture)
    #expect(status.state == "failed")
    #expect(status.message.contains("expected"))
    #expect(!status.message.contains(FileManager.default.temporaryDirectory.path))
    #expect(!status.message.contains(id))
    #expect(try fixture.store.subjects().isEmpty)
  }

  @Test(
    "a name from the request is never a file's name",
    arguments: [
      ("../../evil", "csv"), ("left_foot", "sh"), ("left_foot", "../x"), ("details", "csv"), ("", "csv"),
      ("left_foot%00", "csv"), ("recording", "json"), ("LEFT_FOOT", "csv"),
    ])
  func names(_ content: String, _ format: String) async throws {
    let fixture = try ViewerFixture()
    let id = try await begin(fixture)
    #expect(await send(content, format, Data("x".utf8), id, fixture) == .badRequest)
    #expect(await fixture.viewer.routes.uploads.fileNames(id).isEmpty)
  }

  @Test("an upload that does not exist takes no files", arguments: ["", "1", "..", "../..", "%2e%2e%2f"])
  func unknownUpload(_ id: String) async throws {
    let fixture = try ViewerFixture()
    _ = try await begin(fixture)
    #expect(await send("left_foot", "csv", Data("x".utf8), id, fixture) == .conflict)
  }

  @Test("uploads that nobody finishes do not pile up")
  func tooMany() async throws {
    let fixture = try ViewerFixture()
    for _ in 0..<UploadDesk.mostOpen { _ = try await begin(fixture) }
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
    let file = try #require(UploadedFile(content: "left_foot", format: "csv"))
    for id in ids.dropFirst() { try await desk.receive(file, of: id, body: RequestBody(Data("x".utf8))) }
    _ = try await desk.begin()
    #expect(await desk.state(of: ids[0]) == nil)
    #expect(await desk.isEmptyOnDisk(ids[0]))
    await #expect(throws: UploadDesk.Refusal.tooMany) { try await desk.begin() }
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
    let id = try await begin(fixture)
    _ = await send("left_foot", "csv", Data("x".utf8), id, fixture)
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
    let id = try await begin(fixture)
    _ = await send("details", "json", Data("{}".utf8), id, fixture)
    let start = { await fixture.answer("/upload/start?id=\(id)", method: .post).statusCode }
    #expect(await start() == .conflict)
    _ = await send("left_foot", "csv", Data("x".utf8), id, fixture)
    #expect(await start() == .ok)
    #expect(await start() == .conflict)
    #expect(await send("left_foot", "csv", Data("x".utf8), id, fixture) == .conflict)
  }
}

extension UploadDesk {
  func fileNames(_ id: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "\(folder(id))/recording")) ?? []
  }

  func isEmptyOnDisk(_ id: String) -> Bool { !FileManager.default.fileExists(atPath: folder(id)) }
}
