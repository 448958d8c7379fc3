import Foundation
import GaitMeasures
import GaitModel
import Testing

@testable import GaitReport

@Suite("Where the sensors of a course change")
struct SensorSetupTests {
  private func recording(
    _ placements: [Placement], rate: Double = 100, format: String = "plain CSV"
  ) throws -> AnalyzedRecording {
    let recording = Recording(
      name: "walk", sensors: [],
      inputs: [
        InputFile(file: "left_foot.csv", sha256: "00", format: format),
        InputFile(file: "recording.json", sha256: "01", format: "recording details"),
        InputFile(file: "segments.csv", sha256: "02", format: InputFile.segmentsFormat),
      ])
    var analyzed = AnalyzedRecording(
      GaitResult(strides: []), of: recording, program: ProgramVersion(name: "RetroGait", version: "test"))
    analyzed.summary.sensors = try placements.map { placement in
      let json = """
        {"placement": "\(placement.rawValue)", "sampling_rate_hz": \(rate), "jitter_ms": 0, "samples": 1, "gaps": [],
        "clipped_samples": 0}
        """
      return try JSONDecoder().decode(SummaryDocument.Sensor.self, from: Data(json.utf8))
    }
    return analyzed
  }

  private func change(_ before: AnalyzedRecording, _ after: AnalyzedRecording) throws -> String? {
    let (a, b) = (try #require(SensorSetup([before])), try #require(SensorSetup([after])))
    return b.change(from: a, in: .english)
  }

  @Test("another rate, product or place is a change; a clock, a table of segments or a spare sensor is not")
  func changes() throws {
    let usual = try recording([.leftFoot, .rightFoot])
    #expect(try change(usual, recording([.leftFoot, .rightFoot], rate: 101)) == nil)
    #expect(try change(usual, recording([.leftFoot, .rightFoot, .lowerBack])) == nil)
    #expect(try change(usual, recording([.leftFoot, .rightFoot], rate: 50)) == "50 Hz")
    // The same sensors can write any of these, so nothing is known of a change.
    #expect(try change(usual, recording([.leftFoot, .rightFoot], format: "plain HDF5")) == nil)
    #expect(try change(usual, recording([.leftFoot, .rightFoot], format: "Movella DOT CSV")) == nil)
    let apdm = try recording([.leftFoot, .rightFoot], format: "APDM HDF5")
    #expect(try change(apdm, recording([.leftFoot, .rightFoot], format: "APDM CSV, format 7")) == nil)
    #expect(try change(apdm, recording([.leftFoot, .rightFoot], format: "Movella DOT CSV")) == "Movella DOT")
    #expect(try change(usual, recording([.rightFoot])) == "right foot only")
    #expect(try change(recording([.leftFoot]), usual) == "both feet")
    #expect(try change(recording([.lowerBack]), recording([.waistFront])) == "sensors moved")
  }

  @Test("recordings that name no sensor have no setup, so nothing is marked")
  func unknown() throws {
    #expect(try SensorSetup([recording([])]) == nil)
    #expect(SensorSetup([]) == nil)
  }
}
