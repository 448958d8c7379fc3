import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Inspecting recordings")
struct InspectionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func inspect(_ path: String) -> InspectedRecording { RecordingInspector().inspect(path) }

  private func text(_ path: String) -> String {
    InspectionText().lines(of: inspect(path).inspection).joined(separator: "\n")
  }

  @Test("each file's format and what says so, and each sensor's signals are told")
  func whole() throws {
    try folder.write("walk/left_foot.csv", SampleText.csv())
    try folder.write("walk/recording.json", #"{"subject": "S1", "sampling_rate_hz": 128}"#)
    let inspected = inspect(folder.path + "/walk")
    #expect(inspected.error == nil && inspected.recording != nil)
    let inspection = inspected.inspection
    #expect(inspection.subject == "S1")
    #expect(inspection.files.map(\.format) == ["plain CSV"])
    #expect(inspection.files[0].reason?.isEmpty == false)
    #expect(inspection.warnings == [.signals(.leftFoot, .rateContradictsDeclaration(measured: 100, declared: 128))])
    let sensor = try #require(inspection.sensors.first)
    #expect(sensor.samples == 300)
    #expect(sensor.rate.measured == 100)
    #expect(sensor.acceleration.unitInFile == "m/s²" && sensor.angularVelocity.unitInFile == "°/s")
    #expect(sensor.acceleration.minimum == [-3, -0.25, 8.25])
    #expect(sensor.angularVelocity.maximum == [30, 0.5, 60])
    // Two of three seconds stand still.
    #expect(abs(sensor.restShare - 66.7) < 0.1)
    #expect(sensor.gravity.isPlausible && sensor.gravity.from == .rest)
    #expect(sensor.acceleration.unitFrom == [.columnNames] && sensor.angularVelocity.unitFrom == [.columnNames])
    let lines = InspectionText().lines(of: inspection).joined(separator: " ")
    #expect(lines.contains("units are in the column names"))
    #expect(abs((sensor.gravity.magnitude ?? 0) - 9.753) < 0.001)
    #expect(!sensor.clock.isAbsolute)
    #expect(inspection.analyze == ["find the strides of left_foot"])
  }

  @Test("gaps, missing and clipped samples are counted")
  func flaws() throws {
    var rows = SampleText.rows
    rows.removeSubrange(100..<110)
    for i in 150..<155 { rows[i][1] = .nan }
    for i in 280..<284 { rows[i][6] = 2000 }
    let file = try folder.write("left_foot.csv", SampleText.csv(rows))
    let sensor = try #require(inspect(file).inspection.sensors.first)
    // The rows that are not there, and the five whose cells are empty.
    #expect(sensor.gaps.count == 2 && sensor.gaps.lostSamples == 15)
    #expect(abs(sensor.gaps.longest - 0.11) < 1e-9)
    #expect(sensor.acceleration.missingSamples == 5 && sensor.angularVelocity.missingSamples == 0)
    #expect(sensor.angularVelocity.clippedSamples == 4)
    #expect(text(file).contains("2, the longest 0.11 s at 1.0 s, 15 samples lost"))
  }

  @Test("the course of both signals is drawn as lines of blocks, where nothing was measured as dots")
  func course() throws {
    var rows = SampleText.rows
    rows.removeSubrange(60..<120)
    let inspected = inspect(try folder.write("left_foot.csv", SampleText.csv(rows)))
    let lines = InspectionText().lines(of: inspected.inspection, drawing: inspected.recording)
    let first = try #require(lines.firstIndex { $0.hasPrefix("  course") })
    let drawn = lines[first...(first + 1)].map { Array($0.dropFirst(16)) }
    #expect(drawn.allSatisfy { $0.count == 64 })
    // Three seconds: 0.6 to 1.2 s are missing, and the foot moves in the last one.
    for line in drawn { #expect(line[14...24].allSatisfy { $0 == "·" } && !line[..<12].contains("·")) }
    #expect(drawn[1][..<12].allSatisfy { $0 == "▁" } && drawn[1].suffix(20).contains("█"))
    #expect(lines[first + 2].contains("acceleration up to 12 m/s²"))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test("signals that analyze refuses are shown all the same, with the reason")
  func refused() throws {
    let rows = SampleText.rows.map { [$0[0]] + $0[1...3].map { $0 / 9.80665 } + $0[4...] }
    let file = try folder.write("left_foot.csv", SampleText.csv(rows))
    let inspected = inspect(file)
    #expect(inspected.error?.kind == .unusable)
    let sensor = try #require(inspected.inspection.sensors.first)
    #expect(!sensor.gravity.isPlausible)
    #expect(sensor.refusal?.contains("look like g") == true)
    #expect(inspected.inspection.analyze.first?.hasPrefix("reject the recording:") == true)
  }

  @Test("a file that cannot be read is told with its format as far as it is known")
  func unreadable() throws {
    let file = try folder.write("left_foot.csv", SampleText.csv().replacing("\n1.5,0.0,", with: "\n1.5,oops,"))
    let inspected = inspect(file)
    #expect(inspected.recording == nil)
    #expect(inspected.inspection.files.first?.format == "plain CSV")
    #expect(inspected.inspection.refusal?.contains("line 152, column acc_x_m_s2") == true)
    #expect(text(file).contains("analyze would reject the recording"))
    #expect(inspect(folder.path + "/nowhere").error?.kind == .unreadable)
  }

  @Test("the text fits a terminal of 80 columns")
  func width() throws {
    let file = try folder.write("left_foot.csv", SampleText.csv())
    for line in text(file).split(separator: "\n").dropFirst() { #expect(line.count <= 80, "\(line)") }
  }

  @Test("placements found in columns, groups and names say so")
  func placements() throws {
    let stream = try #require(try SampleText.streams(SampleText.csv(), placement: .lowerBack).first)
    try Data(PlainHDF5Writer().bytes(of: [stream])).write(to: URL(filePath: folder.path + "/back.h5"))
    #expect(inspect(folder.path + "/back.h5").inspection.sensors.first?.placementFrom == .group)
    #expect(text(folder.path + "/back.h5").contains("lower_back (by the name of the group)"))
    let header = SampleText.header.replacing("acc_", with: "left_foot_acc_").replacing("gyr_", with: "left_foot_gyr_")
    let file = try folder.write("walk.csv", SampleText.csv(header: header))
    #expect(inspect(file).inspection.sensors.first?.placementFrom == .columns)
    #expect(text(file).contains("left_foot (by the names of the columns)"))
  }
}
