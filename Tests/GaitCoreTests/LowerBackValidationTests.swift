import Foundation
import GaitModel
import GaitSignal
import Testing

@testable import GaitCore

/// Measures the lower-back analysis against recordings with a reference, where they are at hand.
@Suite("Lower back against reference recordings", .enabled(if: ReferenceRecordings.areAtHand))
struct LowerBackValidationTests {
  @Test("ten-metre walks with a turn: steps, direction and contact times")
  func voisard() throws {
    let figures = try ReferenceRecordings.score(set: "voisard")
    #expect(figures.recall >= 0.98)
    #expect(figures.precision >= 0.97)
    #expect(figures.correct(.forward) >= 0.98)
    #expect(abs(figures.contactBias) <= 0.030)
    // 9 ms without the steps while turning or stopping that are off by up to 0.2 s.
    #expect(figures.contactJitter <= 0.015)
    // Half of all strides is the way: 10 m, a turn, 10 m.
    #expect(figures.wayErrors.count == 6)
    #expect(figures.wayErrors.allSatisfy { abs($0) <= 1.3 })
    #expect(figures.meanWayError <= 0.5)
  }

  @Test("treadmill: steps, length and contact times")
  func tripod() throws {
    let figures = try ReferenceRecordings.score(set: "tripod")
    #expect(figures.recall >= 0.99)
    #expect(figures.precision >= 0.98)
    #expect(figures.correct(.forward) >= 0.99)
    #expect(abs(figures.lengthBias) <= 0.04)
    #expect(figures.lengthError <= 0.07)
    #expect(figures.contactJitter <= 0.014)
  }

  @Test("healthy and impaired walking with pauses")
  func mobgap() throws {
    let figures = try ReferenceRecordings.score(set: "mobgap")
    #expect(figures.recall >= 0.90)
    #expect(figures.correct(.forward) >= 0.95)
    #expect(abs(figures.lengthBias) <= 0.06)
    #expect(figures.lengthError <= 0.135)
    #expect(figures.contactJitter <= 0.045)
  }

  @Test("short clips from motion capture, some backward and sideways")
  func motionCapture() throws {
    let figures = try ReferenceRecordings.score(set: "mocap_cmu")
    #expect(figures.recall >= 0.90)
    #expect(figures.correct(.forward) >= 0.97)
    #expect(figures.correct(.backward) >= 0.95)
    #expect(abs(figures.lengthBias) <= 0.08)
    #expect(figures.lengthError <= 0.12)
  }

  @Test("turning the sensor changes nothing", arguments: ["voisard", "tripod", "mocap_cmu"])
  func anyMounting(set: String) throws {
    let turned = try ReferenceRecordings.score(
      set: set, mounting: Quaternion(rotationVector: Vector3(1.3, -2.0, 0.4)))
    #expect(turned.correct(.forward) >= 0.97)
    if set == "mocap_cmu" { #expect(turned.correct(.backward) >= 0.95) }
  }
}

/// Reading and scoring of the reference recordings, by the rule they are published with: a swing matches a reference
/// stride when its middle lies in the reference's window; one to one, nearest first, of either foot.
private enum ReferenceRecordings {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/recordings").standardizedFileURL

  static var areAtHand: Bool { FileManager.default.fileExists(atPath: root.path) }

  struct Figures {
    var reference = 0
    var matched = 0
    var extra = 0
    var matchedWhereComplete = 0
    var directions: [Direction: (right: Int, all: Int)] = [:]
    var lengthErrors: [Double] = []
    var contactErrors: [Double] = []
    var centredContactErrors: [Double] = []
    /// Half the sum of the strides less the known way, in m, of each recording.
    var wayErrors: [Double] = []

    var recall: Double { Double(matched) / Double(max(reference, 1)) }
    var precision: Double { Double(matchedWhereComplete) / Double(max(matchedWhereComplete + extra, 1)) }
    var lengthBias: Double { mean(lengthErrors) }
    var lengthError: Double { mean(lengthErrors.map(abs)) }
    var meanWayError: Double { mean(wayErrors.map(abs)) }
    var contactBias: Double { mean(contactErrors) }
    var contactJitter: Double { mean(centredContactErrors.map(abs)) }

    func correct(_ direction: Direction) -> Double {
      let (right, all) = directions[direction] ?? (0, 0)
      return Double(right) / Double(max(all, 1))
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(values.count, 1)) }
  }

  static func score(set: String, mounting: Quaternion = .identity) throws -> Figures {
    var figures = Figures()
    let folder = root.appending(path: set)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let recording = folder.appending(path: name)
      let reference = recording.appending(path: "reference_strides.csv")
      guard FileManager.default.fileExists(atPath: reference.path) else { continue }
      let json = try description(at: recording.appending(path: "recording.json"))
      let strides = LowerBackAnalysis()(
        try stream(at: recording.appending(path: "lower_back.csv"), mounting: mounting), details: json.details
      ).strides
      add(strides, against: try rows(of: reference), json, to: &figures)
      if let distance = json.source?.distance {
        figures.wayErrors.append(strides.compactMap(\.length).reduce(0, +) / 2 - distance)
      }
    }
    return figures
  }

  private struct Description: Decodable {
    var surface: String?
    var beltSpeed: Double?
    var isComplete: Bool?
    var hasClockOffset: Bool?
    var source: Source?

    struct Source: Decodable {
      var height: Double?
      var heightInCentimetres: Double?
      /// How far the person walked, in m.
      var distance: Double?

      enum CodingKeys: String, CodingKey {
        case height = "height_m"
        case heightInCentimetres = "height_cm"
        case distance = "known_distance_m"
      }
    }

    enum CodingKeys: String, CodingKey {
      case surface
      case beltSpeed = "belt_speed_m_s"
      case isComplete = "reference_complete"
      case hasClockOffset = "reference_clock_offset"
      case source = "source_meta"
    }

    var details: RecordingDetails {
      RecordingDetails(
        surface: surface.flatMap(Surface.init), beltSpeed: beltSpeed,
        height: source?.height ?? source?.heightInCentimetres.map { $0 / 100 })
    }
  }

  private static func description(at file: URL) throws -> Description {
    // Some files hold a bare NaN, which JSON does not know.
    let text = try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: ": NaN", with: ": null")
    return try JSONDecoder().decode(Description.self, from: Data(text.utf8))
  }

  private static func add(
    _ strides: [Stride], against reference: [[String: String]], _ json: Description, to figures: inout Figures
  ) {
    let windows = reference.map { (Double($0["window_start_s"] ?? "") ?? 0, Double($0["window_end_s"] ?? "") ?? 0) }
    var candidates: [(distance: Double, stride: Int, row: Int)] = []
    for (i, stride) in strides.enumerated() {
      let middle = (stride.finalContact + stride.end) / 2
      for (j, window) in windows.enumerated() where window.0 <= middle && middle <= window.1 {
        candidates.append((abs(middle - (window.0 + window.1) / 2), i, j))
      }
    }
    var used = (strides: Set<Int>(), rows: Set<Int>())
    var contactErrors: [String: [Double]] = [:]
    for candidate in candidates.sorted(by: { ($0.distance, $0.stride, $0.row) < ($1.distance, $1.stride, $1.row) }) {
      guard !used.strides.contains(candidate.stride), !used.rows.contains(candidate.row) else { continue }
      used.strides.insert(candidate.stride)
      used.rows.insert(candidate.row)
      let (stride, row) = (strides[candidate.stride], reference[candidate.row])
      guard let direction = row["direction"].flatMap(Direction.init), direction != .inPlace else { continue }
      figures.matched += 1
      if json.isComplete == true { figures.matchedWhereComplete += 1 }
      figures.directions[direction, default: (0, 0)].all += 1
      if stride.direction == direction { figures.directions[direction, default: (0, 0)].right += 1 }
      if let expected = Double(row["stride_length_m"] ?? ""), let length = stride.length {
        figures.lengthErrors.append(length - expected)
      }
      if let expected = Double(row["initial_contact_s"] ?? "") {
        contactErrors[row["foot"] ?? "", default: []].append(stride.end - expected)
      }
    }
    figures.reference += reference.count { $0["direction"] != Direction.inPlace.rawValue }
    if json.isComplete == true, let start = windows.map(\.0).min(), let end = windows.map(\.1).max() {
      figures.extra += strides.indices.count { i in
        let middle = (strides[i].finalContact + strides[i].end) / 2
        return !used.strides.contains(i) && start <= middle && middle <= end
      }
    }
    for errors in contactErrors.values {
      let middle = median(of: errors) ?? 0
      figures.centredContactErrors += errors.map { $0 - middle }
      if json.hasClockOffset != true { figures.contactErrors += errors }
    }
  }

  private static func rows(of file: URL) throws -> [[String: String]] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    guard let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false) else { return [] }
    return lines.dropFirst().map { line in
      Dictionary(
        zip(header, line.split(separator: ",", omittingEmptySubsequences: false)).map { (String($0), String($1)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private static func stream(at file: URL, mounting: Quaternion) throws -> SensorStream {
    var time: [Double] = []
    var force: [Vector3] = []
    var rate: [Vector3] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
      let values = line.split(separator: ",").compactMap { Double($0) }
      try #require(values.count == 7)
      time.append(values[0])
      force.append(mounting.rotate(Vector3(values[1], values[2], values[3])))
      rate.append(mounting.rotate(Vector3(values[4], values[5], values[6]) * (Double.pi / 180)))
    }
    let (first, last) = (try #require(time.first), try #require(time.last))
    return SensorStream(
      placement: .lowerBack, time: time,
      acceleration: TriaxialSeries(x: force.map(\.x), y: force.map(\.y), z: force.map(\.z)),
      angularVelocity: TriaxialSeries(x: rate.map(\.x), y: rate.map(\.y), z: rate.map(\.z)),
      timing: SampleTiming(rate: Double(time.count - 1) / (last - first), jitter: 0, gaps: []))
  }
}
