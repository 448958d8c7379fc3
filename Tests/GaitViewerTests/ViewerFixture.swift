import Foundation
import GaitHistory
import GaitMeasures
import GaitModel

@testable import GaitViewer

/// A viewer on a small store in a folder of its own, which goes with it.
final class ViewerFixture: Sendable {
  let folder: String
  let store: HistoryStore
  let viewer: Viewer

  init(host: String = Viewer.defaultHost) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "viewer-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try HistoryStore(path: "\(folder)/store.sqlite", access: .writing)
    viewer = try Viewer(store: store, host: host)
  }

  deinit {
    viewer.routes.uploads.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Adds a session of backward walking with a given number of strides.
  func add(
    _ subject: String, session: String, day: String? = nil, strides count: Int = 16, segments: [Segment] = [],
    bout: Int? = nil, curves: (Stride) -> DrawnStride? = { _ in nil }
  ) throws {
    var strides: [Stride] = []
    for k in 0..<count {
      let end = 2 + Double(k) * 1.1
      var stride = Stride(
        foot: k % 2 == 0 ? .left : .right, number: k / 2 + 1, start: end - 1.1, finalContact: end - 0.4, end: end)
      stride.bout = bout
      stride.direction = .backward
      stride.directionConfidence = 0.99
      stride.length = 0.5 + Double((k * 7) % 5) / 10
      stride.contact = .toe
      stride.contactConfidence = 0.9
      stride.footPitchAtContact = -0.3
      stride.take(segments: segments, evaluated: nil)
      strides.append(stride)
    }
    let bout = WalkingBout(number: 1, start: 1, end: 20, direction: .backward, strides: count, distance: 9)
    var recording = Recording(
      name: "\(subject)_\(session)",
      details: RecordingDetails(subject: subject, session: session, startedAt: day, surface: .overground), sensors: [],
      inputs: [InputFile(file: "left_foot.csv", sha256: "\(subject)/\(session)", format: "plain CSV")])
    recording.segments = segments
    var analyzed = AnalyzedRecording(
      GaitResult(strides: strides, bouts: [bout]), of: recording,
      program: ProgramVersion(name: "RetroGait", version: "test"))
    analyzed.summary.durationSeconds = 90
    analyzed.curves = strides.compactMap(curves)
    try store.add(analyzed, at: "2026-11-21T00:00:00Z")
  }

  /// What a browser gets for an address of the viewer; `nil` takes a header away that it would send.
  func answer(
    _ target: String, method: ViewerRequest.Method = .get, headers: [String: String?] = [:], body: Data = Data()
  ) async -> ViewerResponse {
    var all: [String: String?] = ["Host": "127.0.0.1:8080"]
    if method == .post {
      all["Origin"] = "http://127.0.0.1:8080"
      all["X-RetroGait-Token"] = viewer.routes.requestGuard.formToken.text
    }
    all.merge(headers) { $1 }
    var fields: HeaderFields = [:]
    for (name, value) in all { if let value { fields[HeaderName(name)] = value } }
    let length = all["Transfer-Encoding"] == nil ? body.count : nil
    let request = ViewerRequest(
      method: method, target: target, headers: fields,
      body: RequestBody(length: length, parts: RequestBody(body).parts))
    return await viewer.routes.handleRequest(request)
  }

  func text(_ target: String, method: ViewerRequest.Method = .get, body: Data = Data()) async throws -> String {
    String(decoding: await answer(target, method: method, body: body).body, as: UTF8.self)
  }
}
