import GaitModel
import Testing

@testable import GaitExport
@testable import GaitMeasures

@Suite("summary.json")
struct SummaryTests {
  private func analyzed(notes: String? = nil, bouts: [WalkingBout] = []) -> AnalyzedRecording {
    var strides: [Stride] = []
    for k in 0..<20 {
      var stride = Stride(
        foot: k % 2 == 0 ? .left : .right, number: k / 2 + 1, start: Double(k), finalContact: Double(k) + 0.6,
        end: Double(k) + 1)
      stride.bout = 1
      stride.direction = .forward
      stride.directionConfidence = 1
      stride.length = 1.2 + 0.01 * Double(k % 4)
      stride.contact = .heel
      stride.contactConfidence = 1
      strides.append(stride)
    }
    strides[5].rejectReason = .missingSamples
    let result = GaitResult(
      strides: strides, bouts: bouts,
      sensors: [
        SensorFindings(
          placement: .leftFoot, samples: 2000,
          timing: SampleTiming(rate: 100.00012, jitter: 0.0004, gaps: [.init(start: 3, end: 3.5)]),
          alignment: .init(rotation: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], confidence: 0.99), gyroscopeBias: [0.01, 0, 0],
          restingAcceleration: 9.79, restShare: 0.25, clippedSamples: 2)
      ], warnings: [.foot(.leftFoot, .clipped(samples: 2)), .walk(.feetExchanged)])
    let recording = Recording(
      name: "walk", details: RecordingDetails(subject: "Jörg \"J\"", startedAt: "2026-01-02T03:04:05Z", notes: notes),
      sensors: [], inputs: [InputFile(file: "left_foot.csv", sha256: "ab", format: "plain CSV")])
    return AnalyzedRecording(
      result, of: recording,
      settings: .object(["a": .number(0.1), "b": .array([.bool(true), .null, .string("x")])]),
      program: ProgramVersion(name: "RetroGait", version: "1.2.3"))
  }

  private func document() throws -> SummaryDocument {
    let file = try #require(try RecordingExport(analyzed()).files().first { $0.name == "summary.json" })
    return try SummaryDocument(json: file.bytes)
  }

  @Test("what is written is read back")
  func roundTrip() throws {
    let document = try document()
    #expect(try SummaryDocument(json: document.json()) == document)
    #expect(document.subject == "Jörg \"J\"")
    #expect(document.settings == analyzed().summary.settings)
    #expect(document.rejected == ["missing_samples": 1])
  }

  @Test("it holds the keys that other programs rely on")
  func keys() throws {
    let file = try #require(try RecordingExport(analyzed()).files().first { $0.name == "summary.json" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    for key in [
      "recording", "subject", "started_at", "program", "version", "inputs", "sha256", "format", "settings", "sensors",
      "placement", "sampling_rate_hz", "samples", "gaps", "alignment", "alignment_confidence", "directions", "forward",
      "strides", "duration_s", "measures", "stride_length_m", "mean", "sd", "cv_percent", "median", "ci95",
      "asymmetry_percent", "contacts", "toe", "flat", "heel", "warnings", "warning_codes",
    ] { #expect(text.contains("\"\(key)\" :"), "\(key)") }
  }

  @Test("each warning has words and a code, in the same order")
  func warnings() throws {
    let document = try document()
    #expect(document.warningCodes == ["samples_clipped", "feet_exchanged"])
    #expect(document.warnings.count == 2)
    #expect(document.warnings[0].hasPrefix("left_foot: 2 samples") && document.warnings[1].contains("exchanged"))
  }

  @Test("a file of an earlier version has words without codes")
  func earlierWarnings() throws {
    var earlier = try document()
    earlier.warningCodes = nil
    let json = try earlier.json()
    #expect(!String(decoding: json, as: UTF8.self).contains("warning_codes"))
    #expect(try SummaryDocument(json: json) == earlier)
  }

  @Test("means rest on valid strides, and what was not measured says what it needs")
  func measures() throws {
    let forward = try #require(try document().directions["forward"])
    // Of 16, one is not valid, and each foot starts and stops.
    #expect(forward.strides == 11)
    #expect(forward.measures["stride_length_m"]?.n == 11)
    #expect(forward.notMeasured["double_support_s"] == "both feet must carry a sensor")
    #expect(forward.measures["double_support_s"] == nil)
    let interval = try #require(forward.measures["stride_length_m"]?.ci95)
    #expect(interval.count == 2 && interval[0] < interval[1])
  }

  @Test("the trunk is described by bout and over the bouts of a direction, and each measure says what it is")
  func trunk() throws {
    func bout(_ number: Int, _ direction: Direction, steps: Int, ratio: Double) -> WalkingBout {
      var trunk = TrunkMeasures(steps: steps)
      trunk.harmonicRatio.up = ratio
      var bout = WalkingBout(number: number, start: 0, end: 9, direction: direction, strides: steps)
      bout.trunk = trunk
      return bout
    }
    let bouts = [
      bout(1, .forward, steps: 10, ratio: 2), bout(2, .backward, steps: 8, ratio: 1.5),
      bout(3, .forward, steps: 30, ratio: 4), WalkingBout(number: 4, start: 0, end: 1, direction: .forward, strides: 4),
    ]
    let trunk = try #require(analyzed(bouts: bouts).summary.trunk)
    #expect(trunk.bouts.map(\.bout) == [1, 2, 3])
    #expect(trunk.directions["forward"] == .init(steps: 40, measures: ["trunk_harmonic_ratio_v": 3.5]))
    #expect(trunk.directions["backward"]?.measures == ["trunk_harmonic_ratio_v": 1.5])
    #expect(trunk.definitions["trunk_harmonic_ratio_v"]?.source.contains("doi 10.1016/S0966-6362(02)00159-5") == true)
    let without = try document()
    #expect(without.trunk == nil)
  }

  @Test("the same result gives the same bytes")
  func deterministic() throws {
    #expect(try RecordingExport(analyzed()).files() == RecordingExport(analyzed()).files())
  }

  @Test("all files are there")
  func files() throws {
    #expect(
      try RecordingExport(analyzed()).files().map(\.name) == [
        "strides.csv", "events.csv", "bouts.csv", "turns.csv", "measures.csv", "curves.npy", "summary.json",
      ])
  }

  @Test("text that is no summary is refused", arguments: ["", "{}", "[]", "{\"recording\": 7}"])
  func noSummary(text: String) {
    #expect(throws: (any Error).self) { try SummaryDocument(json: Array(text.utf8)) }
  }
}
