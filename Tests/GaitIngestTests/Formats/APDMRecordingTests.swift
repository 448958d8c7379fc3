import CHDF5
import GaitModel
import HDF5File
import Testing

@testable import GaitIngest

/// HDF5 files as APDM's software writes them.
enum APDMFixtures {
  struct Failure: Error {}

  /// Rows of three numbers one after the other.
  static func interleaved(_ series: TriaxialSeries) -> [Double] {
    (0..<series.count).flatMap { [series.x[$0], series.y[$0], series.z[$0]] }
  }

  /// - Parameter labels: The sensors' labels; one sensor each.
  static func write(_ motion: TrueMotion, version: Int, labels: [String], to path: String) throws {
    try HDF5Library.exclusively { () throws(IngestError) in
      let file = rg_create(path)
      defer { H5Fclose(file) }
      rg_write_number_attribute(file, "FileFormatVersion", Double(version))
      if version == 5 {
        let sensors = rg_create_group(file, "Sensors")
        for (k, label) in labels.enumerated() {
          let sensor = rg_create_group(sensors, "\(1200 + k)")
          let configuration = rg_create_group(sensor, "Configuration")
          rg_write_string_array_attribute(configuration, "Label 0", label, label.utf8.count, 1)
          rg_write_number_attribute(configuration, "Sample Rate", motion.rate)
          signals(motion, in: sensor, sensor, "Accelerometer", "Gyroscope")
          H5Gclose(configuration)
          H5Gclose(sensor)
        }
        H5Gclose(sensors)
      } else {
        let names = labels.indices.map { "SI-00012\($0)" }
        // Version 3 writes more behind the nine characters of the group's name.
        strings("CaseIdList", names.map { version == 3 ? $0 + "_Data" : $0 }, size: 16, of: file)
        strings("MonitorLabelList", labels, size: 32, of: file)
        for name in names {
          let sensor = rg_create_group(file, name)
          rg_write_number_attribute(sensor, "SampleRate", motion.rate)
          let calibrated = rg_create_group(sensor, "Calibrated")
          signals(motion, in: sensor, calibrated, "Accelerometers", "Gyroscopes")
          H5Gclose(calibrated)
          H5Gclose(sensor)
        }
      }
    }
  }

  private static func signals(
    _ motion: TrueMotion, in sensor: hid_t, _ data: hid_t, _ force: String, _ rate: String
  ) {
    let start: UInt64 = 1_700_000_000_250_000
    let times = motion.time.map { start + UInt64(($0 * 1e6).rounded()) }
    rg_write_times(sensor, "Time", times, hsize_t(times.count))
    rg_write_plain(data, force, interleaved(motion.acceleration), hsize_t(motion.count), 3)
    rg_write_plain(data, rate, interleaved(motion.angularVelocity), hsize_t(motion.count), 3)
  }

  /// Strings of one size, filled up with zeros.
  private static func strings(_ name: String, _ values: [String], size: Int, of object: hid_t) {
    var bytes: [CChar] = []
    for value in values {
      let text = value.utf8.map { CChar(bitPattern: $0) }
      bytes += text + [CChar](repeating: 0, count: size - text.count)
    }
    rg_write_string_array_attribute(object, name, bytes, size, hsize_t(values.count))
  }
}

@Suite("APDM HDF5")
struct APDMRecordingTests {
  private let motion = TrueMotion(rate: 128)

  @Test("versions 3, 4 and 5 are read, sensors placed by their labels, with the clock in UTC", arguments: [3, 4, 5])
  func versions(version: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/20231114-walk.h5"
    try APDMFixtures.write(
      motion, version: version, labels: ["Right Foot", "Sternum", "Left Lower Leg", "Lumbar"], to: path)
    let recording = try RecordingReader().recording(at: path)
    #expect(recording.sensors.map(\.placement) == [.rightFoot, .leftShank, .lowerBack])
    for sensor in recording.sensors {
      motion.expect(sensor)
      #expect(sensor.timing.declaredRate == 128)
    }
    #expect(recording.details.startedAt == "2023-11-14T22:13:20.250Z")
    #expect(recording.inputs[0].format == "APDM HDF5")
    #expect(try RecordingReader().format(ofFileAt: path).reason.contains("FileFormatVersion \(version)"))
  }

  @Test("a sensor alone takes the placement of the file, several without known labels are refused")
  func labels() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/left foot.h5"
    try APDMFixtures.write(motion, version: 5, labels: ["User"], to: path)
    #expect(try RecordingReader().recording(at: path).sensors.map(\.placement) == [.leftFoot])
    try APDMFixtures.write(motion, version: 4, labels: ["Sternum", "Forehead"], to: path)
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(error).description.contains("labeled 'Sternum', 'Forehead'"))
  }

  @Test("a version that is not known, and HDF5 of another kind, are refused with what was found")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/walk.h5"
    try APDMFixtures.write(motion, version: 2, labels: ["Lumbar"], to: path)
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(error).description.contains("version 2 of the format; expected version 3, 4 or 5"))
    try HDF5Library.exclusively { () throws(IngestError) in
      let file = rg_create(path)
      H5Gclose(rg_create_group(file, "data"))
      H5Fclose(file)
    }
    let other = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(other).description.contains("an unknown layout with data at the root"))
  }

  @Test("a file cut anywhere gives a message, never a crash")
  func cut() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/walk.h5"
    try APDMFixtures.write(TrueMotion(rate: 50, seconds: 3), version: 5, labels: ["Lumbar"], to: path)
    let bytes = Array(try InputBytes(path: path).data)
    for length in stride(from: 8, to: bytes.count, by: max(1, bytes.count / 40)) {
      let part = try folder.write("cut.h5", bytes[..<length])
      #expect(throws: IngestError.self) { try RecordingReader().recording(at: part) }
    }
  }
}
