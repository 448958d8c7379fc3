import Foundation
import GaitModel
import Testing

@testable import GaitViewer

@Suite("Tables whose columns the user says")
struct ColumnsTests {
  private typealias Samples = UploadSamples

  private static let names = "tick,f1,f2,f3,r1,r2,r3"
  /// What a user chooses for a table with these names.
  private static let choices = [
    ("time", "1"), ("time_unit", "s"), ("acc_x_1", "2"), ("acc_y_1", "3"), ("acc_z_1", "4"), ("acc_unit_1", "m/s2"),
    ("gyr_x_1", "5"), ("gyr_y_1", "6"), ("gyr_z_1", "7"), ("gyr_unit_1", "deg/s"), ("subject", "S09"),
    ("session", "first"),
  ]

  private func files(_ header: String? = names) throws -> [(name: String, body: Data)] {
    try ["left_foot.csv", "right_foot.csv"].map { ($0, try Samples.table($0, header: header)) }
  }

  private func answer(
    _ fixture: ViewerFixture, _ id: String, table: String = "left_foot.csv", changed: [(String, String)] = [],
    token: String? = nil
  ) async -> ViewerResponse {
    let names = Set(changed.map(\.0))
    let fields = [("table", table), ("do", "read")] + Self.choices
    return await fixture.submit(
      "/upload/answer?id=\(id)", fields.filter { !names.contains($0.0) } + changed, token: token)
  }

  private func strides(_ fixture: ViewerFixture) throws -> [Int] {
    try fixture.store.analyzedRecordings(of: "S09").map(\.strides.count)
  }

  private func expectedStrides() async throws -> [Int] {
    let fixture = try ViewerFixture()
    let plain = try ["left_foot.csv", "right_foot.csv"].map { ($0, try Samples.sample($0)) }
    _ = try await fixture.upload(plain)
    return try strides(fixture)
  }

  @Test("the first rows are shown and asked about once for both feet; the answer gives the strides of the plain files")
  func asked() async throws {
    let fixture = try ViewerFixture()
    let (id, report) = try await fixture.upload(try files())
    #expect(report.state == "asking")
    #expect(report.link == "/upload/columns?id=\(id)")
    let page = try await fixture.text(try #require(report.link))
    let row = try Samples.lines("left_foot.csv")[1].split(separator: ",")
    for words in Self.names.split(separator: ",") + row { #expect(page.contains(words)) }
    #expect(page.contains("left_foot.csv, right_foot.csv"))
    let sent = await answer(fixture, id, changed: [("keep", "yes")])
    #expect(sent.statusCode == .seeOther && sent.headers[.location] == "/upload/result?id=\(id)")
    let end = try await fixture.report(id)
    #expect(end.state == "done", "\(end.message)")
    #expect(try strides(fixture) == (try await expectedStrides()))
    let settings = try #require(try fixture.store.analyzedRecordings(of: "S09").first?.summary.settings)
    guard case .object(let used) = settings else { return }
    #expect(used["map"] == .string("acc=2,3,4:m/s2 gyr=5,6,7:deg/s time=1:s"))
  }

  @Test("what was said is used for the next table with the same names, which says so, until it is forgotten")
  func kept() async throws {
    let fixture = try ViewerFixture()
    let (id, _) = try await fixture.upload([try files()[0]])
    _ = await answer(fixture, id, changed: [("keep", "yes")])
    #expect(try await fixture.report(id).state == "done")
    #expect(try await fixture.text("/upload").contains("Kept columns (1)"))

    let right = [("right_foot.csv", try Samples.table("right_foot.csv", header: Self.names))]
    let (_, next) = try await fixture.upload(right, form: "subject=S10")
    #expect(next.state == "done", "\(next.message)")
    #expect(try await fixture.text(try #require(next.link)).contains("Its columns were read as kept on"))

    // Other names are another layout, however alike the table is.
    let other = [("right_foot.csv", try Samples.table("right_foot.csv", header: Self.names + "b"))]
    #expect(try await fixture.upload(other).report.state == "asking")

    let list = try await fixture.text("/columns")
    #expect(list.contains("tick, f1, f2, f3, r1, r2, r3") && list.contains("gyr=5,6,7:deg/s"))
    let layout = try #require(try fixture.store.keptLayouts().first)
    let forgotten = await fixture.submit("/columns/forget", [("id", "\(layout.id)")])
    #expect(forgotten.statusCode == .seeOther)
    #expect(try fixture.store.keptLayouts().isEmpty)
    #expect(try await fixture.upload(right, form: "subject=S11").report.state == "asking")
  }

  @Test("nothing is kept unless the user says so, nor where the columns have no names", arguments: [Self.names, nil])
  func notKept(_ header: String?) async throws {
    let fixture = try ViewerFixture()
    let (id, report) = try await fixture.upload(try files(header))
    #expect(report.state == "asking")
    _ = await answer(fixture, id, changed: header == nil ? [("keep", "yes")] : [])
    let end = try await fixture.report(id)
    #expect(end.state == "done", "\(end.message)")
    #expect(try strides(fixture) == (try await expectedStrides()))
    #expect(try fixture.store.keptLayouts().isEmpty)
  }

  @Test("what is missing is named, and what was chosen stays chosen")
  func incomplete() async throws {
    let fixture = try ViewerFixture()
    let (id, _) = try await fixture.upload(try files())
    let sent = await answer(
      fixture, id, changed: [("acc_y_1", ""), ("gyr_unit_1", ""), ("time", ""), ("rate", "fast"), ("gyr_z_1", "6")])
    #expect(sent.statusCode == .badRequest)
    let page = String(decoding: sent.body, as: UTF8.self)
    for words in [
      "Choose the column of y of the acceleration.", "Choose the unit of the rate of turn.",
      "The three columns of the rate of turn must differ.", "The sampling rate is &#39;fast&#39;",
    ] { #expect(page.contains(words) || page.contains(words.replacing("&#39;", with: "'"))) }
    #expect(page.contains("<option value=\"4\" selected>4: f3</option>"))
    let nobody = await answer(fixture, id, changed: [("subject", "")])
    #expect(String(decoding: nobody.body, as: UTF8.self).contains("Write the person"))
    #expect(try await fixture.report(id).state == "asking")
    #expect(try fixture.store.subjects().isEmpty)
  }

  @Test("a unit that physics excludes is asked about again, with the reason, and nothing is added")
  func wrongUnit() async throws {
    let fixture = try ViewerFixture()
    let (id, _) = try await fixture.upload(try files())
    _ = await answer(fixture, id, changed: [("acc_unit_1", "mg"), ("keep", "yes")])
    let again = try await fixture.report(id)
    #expect(again.state == "asking", "\(again.message)")
    let page = try await fixture.text(try #require(again.link))
    #expect(page.contains("role=\"alert\"") && page.contains("expected"))
    #expect(page.contains("<option value=\"mg\" selected>"))
    #expect(!page.contains("retrogait-uploads"))
    #expect(try fixture.store.subjects().isEmpty && fixture.store.keptLayouts().isEmpty)
    _ = await answer(fixture, id, changed: [("keep", "yes")])
    #expect(try await fixture.report(id).state == "done")
    #expect(try fixture.store.keptLayouts().map(\.mapping) == ["acc=2,3,4:m/s2 gyr=5,6,7:deg/s time=1:s"])
  }

  @Test(
    "a table of a known format whose units are wrong is asked about with the reason, and not kept unless it is said")
  func wrongNames() async throws {
    let fixture = try ViewerFixture()
    let names = "time_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s"
    let (id, report) = try await fixture.upload(try files(names))
    #expect(report.state == "asking", "\(report.message)")
    let page = try await fixture.text(try #require(report.link))
    #expect(page.contains("role=\"alert\"") && page.contains("<option value=\"rad/s\" selected>"))
    #expect(page.contains("name=\"keep\" value=\"yes\">"))
    _ = await answer(fixture, id)
    let end = try await fixture.report(id)
    #expect(end.state == "done", "\(end.message)")
    #expect(try strides(fixture) == (try await expectedStrides()))
  }

  @Test("where a sensor was worn is asked where the name does not say it, and is no part of what is kept")
  func places() async throws {
    let fixture = try ViewerFixture()
    let files = try files().map { (name: $0.name == "left_foot.csv" ? "IMU_A.csv" : "IMU_B.csv", body: $0.body) }
    let (id, _) = try await fixture.upload(files)
    let without = await answer(fixture, id, table: "IMU_A.csv")
    #expect(String(decoding: without.body, as: UTF8.self).contains("Choose where the sensor of IMU_B.csv was worn."))
    let twice = await answer(
      fixture, id, table: "IMU_A.csv", changed: [("file_place_0", "left_foot"), ("file_place_1", "left_foot")])
    #expect(twice.statusCode == .badRequest)
    _ = await answer(
      fixture, id, table: "IMU_A.csv",
      changed: [("file_place_0", "left_foot"), ("file_place_1", "right_foot"), ("keep", "yes")])
    #expect(try await fixture.report(id).state == "done")
    #expect(try strides(fixture) == (try await expectedStrides()))
    #expect(try fixture.store.keptLayouts().first?.mapping.contains("foot") == false)
  }

  @Test("two sensors side by side in one table are read as two feet")
  func wide() async throws {
    let fixture = try ViewerFixture()
    let table = try Samples.wideTable(header: "tick,a,b,c,d,e,f,g,h,i,j,k,l")
    let (id, report) = try await fixture.upload([("walk.csv", table)])
    #expect(report.state == "asking")
    let second = ["acc_x_2", "acc_y_2", "acc_z_2", "gyr_x_2", "gyr_y_2", "gyr_z_2"].enumerated().map {
      ($1, "\($0 + 8)")
    }
    let units = [("acc_unit_2", "m/s2"), ("gyr_unit_2", "deg/s")]
    let places = [("place_1", "left_foot"), ("place_2", "right_foot")]
    let half = await answer(fixture, id, table: "walk.csv", changed: second + units)
    #expect(String(decoding: half.body, as: UTF8.self).contains("Choose where sensor 2 of this table was worn."))
    _ = await answer(fixture, id, table: "walk.csv", changed: second + units + places)
    let end = try await fixture.report(id)
    #expect(end.state == "done", "\(end.message)")
    let sensors = try fixture.store.analyzedRecordings(of: "S09").first?.summary.sensors.map(\.placement)
    #expect(sensors == [.leftFoot, .rightFoot])
  }

  @Test("names without units fill the form in, and say what was guessed")
  func proposal() async throws {
    let fixture = try ViewerFixture()
    let (id, report) = try await fixture.upload(try files("Time,AccX,AccY,AccZ,GyroX,GyroY,GyroZ"))
    let page = try await fixture.text(try #require(report.link))
    for words in [
      "<option value=\"2\" selected>2: AccX</option>", "<option value=\"m/s2\" selected>", "these are guessed",
      "<option value=\"deg/s\" selected>", "<option value=\"s\" selected>",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(try await fixture.report(id).state == "asking")
  }

  @Test("sheets of a spreadsheet and tables in an archive are asked about too")
  func containers() async throws {
    let table = try Samples.table("left_foot.csv", header: Self.names)
    for (name, body) in [
      ("left_foot.xlsx", Samples.spreadsheet(table, sheet: "Sheet1")),
      ("left_foot.zip", Samples.archive([("export/data.csv", table)])), ("left_foot.csv.gz", Samples.gzip(table)),
    ] {
      let fixture = try ViewerFixture()
      let (id, report) = try await fixture.upload([(name, body)])
      #expect(report.state == "asking", "\(name): \(report.message)")
      _ = await answer(fixture, id, table: name)
      let end = try await fixture.report(id)
      #expect(end.state == "done", "\(name): \(end.message)")
      #expect(try strides(fixture).first ?? 0 > 10)
    }
  }

  @Test("a table without a gyroscope is refused for that, and nobody is asked for columns that could pass for one")
  func noGyroscope() async throws {
    let fixture = try ViewerFixture()
    let names = "Time (s),Accel X (g),Accel Y (g),Accel Z (g),Mag X,Mag Y,Mag Z"
    let (_, report) = try await fixture.upload([try files(names)[0]])
    #expect(report.state == "failed" && report.message.contains("gyroscope"), "\(report.message)")
  }

  @Test("a table may be left out, and an upload given up")
  func leftOut() async throws {
    let fixture = try ViewerFixture()
    let good = [("left_foot.csv", try Samples.sample("left_foot.csv"))]
    let other = [("results/other.csv", try Samples.table("right_foot.csv", header: Self.names))]
    let (id, _) = try await fixture.upload(good + other)
    _ = await answer(fixture, id, table: "results/other.csv", changed: [("do", "leave")])
    #expect(try await fixture.report(id).state == "done")
    #expect(try strides(fixture).count == 1)
    let (second, _) = try await fixture.upload(other)
    let sent = await answer(fixture, second, table: "results/other.csv", changed: [("do", "cancel")])
    #expect(sent.headers[.location] == "/upload")
    #expect(await fixture.viewer.routes.uploads.isEmptyOnDisk(second))
    #expect(await fixture.answer("/upload/columns?id=\(second)").statusCode == .notFound)
  }

  @Test("neither an answer nor forgetting is possible without the token", arguments: ["", "0"])
  func token(_ token: String) async throws {
    let fixture = try ViewerFixture()
    let (id, _) = try await fixture.upload(try files())
    #expect(await answer(fixture, id, token: token).statusCode == .forbidden)
    #expect(try await fixture.report(id).state == "asking")
    try fixture.store.keepLayout(of: ["a"], mapping: "x", at: "2026-11-27T00:00:00Z")
    #expect(await fixture.submit("/columns/forget", [("id", "1")], token: token).statusCode == .forbidden)
    #expect(try fixture.store.keptLayouts().count == 1)
  }

  @Test(
    "names and cells of a table stay text", arguments: ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"])
  func hostile(_ text: String) async throws {
    let fixture = try ViewerFixture()
    let header = "tick,\(text.replacing("\"", with: "")),f2,f3,r1,r2,r3"
    let (id, report) = try await fixture.upload(try files(header))
    let page = try await fixture.text(try #require(report.link))
    #expect(page.contains("&lt;") && !page.contains("<script>alert") && !page.contains("<img"))
    let sent = await answer(fixture, id, changed: [("map", text), ("subject", text), ("file_place_0", text)])
    let refused = String(decoding: sent.body, as: UTF8.self)
    #expect(sent.statusCode == .badRequest)
    #expect(!refused.contains("<script>alert") && !refused.contains("<img"))
    _ = await answer(fixture, id, changed: [("keep", "yes"), ("session", text)])
    let end = try await fixture.report(id)
    #expect(end.state == "done", "\(end.message)")
    for target in ["/columns", try #require(end.link)] {
      let page = try await fixture.text(target)
      #expect(!page.contains("<script>alert") && !page.contains("<img"))
    }
  }
}
