import CHDF5
import Foundation
import GaitModel
import HDF5File
import Testing

@testable import GaitIngest

@Suite("Plain HDF5")
struct PlainHDF5Tests {
  private func stream(_ placement: Placement) throws -> SensorStream {
    try #require(try SampleText.streams(SampleText.csv(), placement: placement).first)
  }

  private func read(_ path: String, wanted: Set<Placement>? = nil) throws(IngestError) -> [SensorStream] {
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    return try PlainHDF5Format.streams(HDF5Process(path: path), byteCount: size, filePlacement: nil, wanted: wanted)
  }

  private func message(_ path: String) throws -> String {
    let error = #expect(throws: IngestError.self) { try read(path) }
    return try #require(error).description
  }

  /// Writes a file by hand: datasets of a group with values and units.
  private func make(
    _ path: String, group: String = "left_foot",
    datasets: [(name: String, rows: Int, columns: Int, units: String)], rate: Double? = nil
  ) throws {
    try HDF5Library.exclusively { () throws(IngestError) in
      guard let file = HDF5Handle(rg_create(path), .file),
        let place = HDF5Handle(rg_create_group(file.id, group), .group)
      else { return }
      if let rate { _ = rg_write_number_attribute(place.id, "sampling_rate_hz", rate) }
      for dataset in datasets {
        let values = (0..<dataset.rows * dataset.columns).map { k in
          dataset.name == "time" ? Double(k) / 100 : dataset.name == "accelerometer" && k % 3 == 2 ? 9.81 : 0
        }
        _ = rg_write_dataset(
          place.id, dataset.name, values, hsize_t(dataset.rows), hsize_t(dataset.columns), dataset.units)
      }
    }
  }

  private let whole = [
    (name: "time", rows: 300, columns: 1, units: "s"), (name: "accelerometer", rows: 300, columns: 3, units: "m/s^2"),
    (name: "gyroscope", rows: 300, columns: 3, units: "deg/s"),
  ]

  @Test("what is written is read back, to the precision of 32-bit numbers")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/walk.h5"
    let streams = [try stream(.leftFoot), try stream(.lowerBack)]
    try Data(PlainHDF5Writer().bytes(of: streams)).write(to: URL(filePath: path))
    let found = try read(path)
    #expect(found.map(\.placement) == [.leftFoot, .lowerBack])
    for (a, b) in zip(streams, found) {
      #expect(a.time == b.time)
      for i in 0..<a.count {
        #expect(abs(a.acceleration.x[i] - b.acceleration.x[i]) < 1e-5)
        #expect(abs(a.angularVelocity.z[i] - b.angularVelocity.z[i]) < 1e-5)
      }
    }
    #expect(try read(path, wanted: [.lowerBack]).map(\.placement) == [.lowerBack])
  }

  @Test(
    "groups may be called after placements in any usual spelling", arguments: ["LeftFoot", "Left Foot", "left-foot"])
  func spelledGroups(name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/walk.h5"
    try make(path, group: name, datasets: whole)
    #expect(try read(path).map(\.placement) == [.leftFoot])
    #expect(try RecordingReader().format(ofFileAt: path).name == "plain HDF5")
  }

  @Test("numbers of 16 bits are read to the last bit")
  func halves() {
    let values: [(bits: UInt16, value: Double)] = [
      (0x3C00, 1), (0xC000, -2), (0x7BFF, 65_504), (0x0001, 0x1p-24), (0x03FF, 1023 * 0x1p-24),
      (0x3555, 0.333251953125),
      (0x8000, 0), (0x7C00, .infinity),
    ]
    for isBigEndian in [false, true] {
      let bytes = values.flatMap { value in
        let pair = [UInt8(value.bits & 255), UInt8(value.bits >> 8)]
        return isBigEndian ? pair.reversed() : pair
      }
      var found = [Double](repeating: .nan, count: values.count)
      let isRead = bytes.withUnsafeBytes { raw in
        found.withUnsafeMutableBufferPointer { target in
          target.baseAddress.map {
            NumberBytes(type: isBigEndian ? 194 : 66, bytes: raw).read(from: 0, step: 1, count: values.count, into: $0)
          } ?? false
        }
      }
      #expect(isRead && found == values.map(\.value))
    }
  }

  @Test("the same streams give the same bytes")
  func sameBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["a.h5", "b.h5"] {
      try Data(PlainHDF5Writer().bytes(of: [try stream(.leftFoot)])).write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    let files = ["a.h5", "b.h5"].map { FileManager.default.contents(atPath: "\(folder.path)/\($0)") }
    #expect(files[0] != nil && files[0] == files[1])
  }

  @Test("a text file and a file cut off are no HDF5")
  func notHDF5() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("text.h5", SampleText.csv())
    #expect(try message(text).contains("not HDF5 or is cut off"))
    let path = folder.path + "/whole.h5"
    try Data(PlainHDF5Writer().bytes(of: [try stream(.leftFoot)])).write(to: URL(filePath: path))
    let bytes = try #require(FileManager.default.contents(atPath: path))
    for share in [0.02, 0.3, 0.6, 0.95] {
      let cut = try folder.write("cut.h5", bytes.prefix(Int(Double(bytes.count) * share)))
      #expect(try message(cut).contains("cut"))
    }
  }

  @Test("a dataset that is missing, has another shape or no unit is named")
  func datasets() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.h5"
    try make(path, datasets: Array(whole.prefix(2)))
    #expect(try message(path).contains("group /left_foot: found no dataset gyroscope"))
    try make(path, datasets: [whole[0], whole[1], ("gyroscope", 300, 2, "deg/s")])
    #expect(try message(path).contains("dataset /left_foot/gyroscope: found the shape 300 × 2; expected N × 3"))
    try make(path, datasets: [whole[0], whole[1], ("gyroscope", 3, 300, "deg/s")])
    #expect(try message(path).contains("transpose"))
    try make(path, datasets: [whole[0], ("accelerometer", 300, 3, "furlong"), whole[2]])
    #expect(try message(path).contains("the units 'furlong'; expected m/s^2 or g"))
    try make(path, datasets: [whole[0], whole[1], ("gyroscope", 200, 3, "deg/s")])
    #expect(try message(path).contains("300 samples of accelerometer, 200 of gyroscope, 300 of time"))
    try make(path, datasets: Array(whole.dropFirst()))
    #expect(try message(path).contains("no dataset time and no attribute sampling_rate_hz"))
    try make(path, group: "elbow", datasets: whole)
    #expect(try message(path).contains("no group named after a placement"))
  }

  @Test("time is read in the unit that it says")
  func timeUnits() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.h5"
    try make(path, datasets: [("time", 300, 1, "furlong"), whole[1], whole[2]])
    #expect(try message(path).contains("dataset /left_foot/time: found the units 'furlong'; expected s, ms, us or ns"))
    try make(path, datasets: [("time", 300, 1, "ms"), whole[1], whole[2]])
    #expect(try message(path).contains("0.003 s of samples"))
  }

  @Test("units are read whatever fills them up, and with the micro sign or the letter mu")
  func unitSpellings() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.h5"
    try make(path, datasets: [whole[0], ("accelerometer", 300, 3, "m/s^2   "), ("gyroscope", 300, 3, " deg/s")])
    #expect(try read(path).count == 1)
    for micro in ["\u{B5}s", "\u{3BC}s"] {
      try make(path, datasets: [("time", 300, 1, micro), whole[1], whole[2]])
      #expect(try message(path).contains("0.0 s of samples"))
    }
  }

  @Test("a declared rate that the stamps contradict is a warning")
  func contradictedRate() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.h5"
    try make(path, datasets: whole, rate: 128)
    let warnings = try RecordingReader().recording(at: path).warnings
    #expect(warnings.contains(.signals(.leftFoot, .rateContradictsDeclaration(measured: 100, declared: 128))))
    try make(path, datasets: Array(whole.dropFirst()), rate: 128)
    let recording = try RecordingReader().recording(at: path)
    #expect(abs((recording[.leftFoot]?.timing.rate ?? 0) - 128) < 1e-6)
    #expect(!recording.warnings.contains { $0.code == .rateContradictsDeclaration })
  }

  @Test("an infinite number is refused")
  func infinite() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.h5"
    let whole = try stream(.leftFoot)
    var x = whole.acceleration.x
    x[150] = .infinity
    var broken = whole
    broken.acceleration = TriaxialSeries(x: x, y: whole.acceleration.y, z: whole.acceleration.z)
    try Data(PlainHDF5Writer().bytes(of: [broken])).write(to: URL(filePath: path))
    #expect(try message(path).contains("dataset /left_foot/accelerometer, row 151: found an infinite number"))
  }

  @Test("a file named after one placement that holds another is refused")
  func otherPlacement() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/left_foot.h5"
    try make(path, group: "right_foot", datasets: whole)
    let error = #expect(throws: IngestError.self) { try RecordingReader().recording(at: path) }
    #expect(try #require(error).description.contains("the group right_foot in a file named left_foot"))
  }

  @Test("a link to another file is not followed")
  func externalLink() throws {
    let folder = try TemporaryFolder()
    try make(folder.path + "/real.h5", datasets: whole)
    let path = folder.path + "/link.h5"
    try HDF5Library.exclusively { () throws(IngestError) in
      guard let file = HDF5Handle(rg_create(path), .file) else { return }
      H5Lcreate_external("real.h5", "/left_foot", file.id, "left_foot", hid_t(H5P_DEFAULT), hid_t(H5P_DEFAULT))
    }
    #expect(try message(path).contains("a link to somewhere else"))
  }

  @Test("bytes turned at random give samples or a message, never a crash")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/whole.h5"
    try Data(PlainHDF5Writer().bytes(of: [try stream(.leftFoot)])).write(to: URL(filePath: path))
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    var state: UInt64 = 17
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      let file = try folder.write("damaged.h5", damaged)
      let streams = try? read(file)
      #expect((streams?.first?.count ?? 0) <= 300)
    }
  }
}
