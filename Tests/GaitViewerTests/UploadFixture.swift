import CZlib
import Foundation
import Testing

@testable import GaitViewer

/// What the page's script learns of an upload.
struct UploadReport: Decodable {
  var state: String
  var message: String
  var link: String?
}

extension ViewerFixture {
  func beginUpload() async throws -> String {
    let begun = try JSONDecoder().decode(
      [String: String].self, from: Data(try await text("/upload/begin", method: .post).utf8))
    return try #require(begun["id"])
  }

  func send(
    _ name: String, _ body: Data, to id: String, placement: String = ""
  ) async -> ViewerResponse.Status {
    let query = "id=\(id)&name=\(QueryParameters.encoded(name))&placement=\(placement)"
    return await answer("/upload/file?\(query)", method: .post, body: body).statusCode
  }

  /// Starts an upload and waits until it has ended or something is asked.
  func outcome(_ id: String, form: String = "") async throws -> UploadReport {
    _ = await answer("/upload/start?id=\(id)", method: .post, body: Data(form.utf8))
    return try await report(id)
  }

  /// Waits until an upload has ended or something is asked.
  func report(_ id: String) async throws -> UploadReport {
    while true {
      let status = try JSONDecoder().decode(
        UploadReport.self, from: Data(try await text("/upload/status?id=\(id)").utf8))
      guard ["receiving", "waiting", "analyzing"].contains(status.state) else { return status }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Uploads files and waits for what becomes of them.
  func upload(
    _ files: [(name: String, body: Data)], placement: String = "", form: String = "subject=S09&session=first"
  ) async throws -> (id: String, report: UploadReport) {
    let id = try await beginUpload()
    for file in files { #expect(await send(file.name, file.body, to: id, placement: placement) == .ok) }
    return (id, try await outcome(id, form: form))
  }

  /// Sends a form as a browser does without the script: its token is a field.
  func submit(_ target: String, _ fields: [(String, String)], token: String? = nil) async -> ViewerResponse {
    let all = fields + [("token", token ?? viewer.routes.requestGuard.formToken.text)]
    let body = all.map { "\($0.0)=\(QueryParameters.encoded($0.1))" }.joined(separator: "&")
    return await answer(target, method: .post, headers: ["X-RetroGait-Token": nil], body: Data(body.utf8))
  }
}

/// Files to upload, made of the simulated walks of the samples.
enum UploadSamples {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func sample(_ file: String, of walk: String = "S01_2026-09-11") throws -> Data {
    try Data(contentsOf: folder.appending(path: "SampleData/\(walk)/\(file)"))
  }

  static func seed(_ file: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: "Tests/Fuzz/Seeds/\(file)"))
  }

  static func lines(_ file: String) throws -> [String] {
    String(decoding: try sample(file), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The samples of a foot under other names, which say nothing of what they are.
  static func table(_ file: String, header: String?) throws -> Data {
    Data(((header.map { [$0] } ?? []) + (try lines(file).dropFirst())).joined(separator: "\n").utf8)
  }

  /// A table of both feet side by side.
  static func wideTable(header: String) throws -> Data {
    let (left, right) = (try lines("left_foot.csv").dropFirst(), try lines("right_foot.csv").dropFirst())
    let rows = zip(left, right).map { "\($0),\($1.split(separator: ",").dropFirst().joined(separator: ","))" }
    return Data(([header] + rows).joined(separator: "\n").utf8)
  }

  /// Packed with gzip.
  static func gzip(_ data: Data) -> Data {
    let trailer = number(Int(checksum(data)), 4) + number(data.count, 4)
    return Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated(data) + trailer)
  }

  /// A ZIP archive.
  ///
  /// - Parameter claimed: The size that each file has by the directory, if it is not its own.
  static func archive(_ files: [(name: String, body: Data)], claimed: Int? = nil) -> Data {
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, body) in files {
      let stored = deflated(body)
      let common =
        number(8, 2) + number(0, 4) + number(Int(checksum(body)), 4) + number(stored.count, 4)
        + number(claimed ?? body.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 2) + common
      directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(bytes.count, 4) + Array(name.utf8)
      bytes += number(0x0403_4B50, 4) + number(20, 2) + number(0, 2) + common + Array(name.utf8) + stored
    }
    let end = number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    return Data(bytes + directory + end + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2))
  }

  /// A spreadsheet with one sheet.
  static func spreadsheet(_ table: Data, sheet: String) -> Data {
    var body = ""
    for (r, line) in String(decoding: table, as: UTF8.self).split(separator: "\n").enumerated() {
      let cells = line.split(separator: ",").enumerated().map { c, cell in
        let reference = "\(Character(UnicodeScalar(UInt8(65 + c))))\(r + 1)"
        return r == 0
          ? "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
          : "<c r=\"\(reference)\"><v>\(cell)</v></c>"
      }
      body += "<row r=\"\(r + 1)\">\(cells.joined())</row>"
    }
    let book = "<workbook><sheets><sheet name=\"\(sheet)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    let links = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    return archive(
      [
        ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", links),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(body)</sheetData></worksheet>"),
      ].map { ($0.0, Data($0.1.utf8)) })
  }

  private static func checksum(_ data: Data) -> UInt { rg_crc32([UInt8](data), data.count) }

  private static func deflated(_ data: Data) -> [UInt8] {
    var target = [UInt8](repeating: 0, count: data.count + 1000)
    let count = rg_deflate([UInt8](data), data.count, &target, target.count, 1)
    return Array(target.prefix(count))
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
