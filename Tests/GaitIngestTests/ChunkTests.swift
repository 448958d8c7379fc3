import Foundation
import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

@Suite("Long recordings are read a chunk at a time")
struct ChunkTests {
  /// Stands of 6 s between walks: their middles are where the person is calm.
  private static let walk = WalkSimulator(effects: .realistic, placements: [.leftFoot, .rightFoot, .lowerBack]).walk(
    WalkProgram([
      .stand(6), .walk(.usual(.forward, strides: 10)), .stand(6), .walk(.usual(.backward, strides: 10)), .stand(6),
      .walk(.usual(.forward, strides: 10)), .stand(6), .walk(.usual(.forward, strides: 10)), .stand(6),
    ]))

  private static func chunks(at path: String, samples: Int) throws -> [Recording] {
    var reader = try RecordingReader().chunks(at: path, ofSamples: samples)
    var found: [Recording] = []
    while let chunk = try reader.next() { found.append(chunk) }
    return found
  }

  private static func write(to folder: TemporaryFolder, _ walk: SimulatedWalk = walk) throws -> String {
    for stream in walk.recording.sensors {
      try folder.write("walk/\(stream.placement.rawValue).csv", PlainCSVWriter().bytes(of: stream))
    }
    return folder.path + "/walk"
  }

  @Test("chunks hold every sample of the recording once, in order", arguments: [6_000, 9_000, 12_000])
  func everySample(samples: Int) throws {
    let folder = try TemporaryFolder()
    let path = try Self.write(to: folder)
    let whole = try RecordingReader().recording(at: path)
    let chunks = try Self.chunks(at: path, samples: samples)
    #expect(chunks.count > 1)
    for sensor in whole.sensors {
      let parts = chunks.compactMap { $0[sensor.placement] }
      #expect(parts.flatMap(\.time) == sensor.time)
      #expect(parts.flatMap(\.acceleration.y) == sensor.acceleration.y)
      #expect(parts.flatMap(\.angularVelocity.z) == sensor.angularVelocity.z)
    }
    #expect(chunks.allSatisfy { $0.inputs == whole.inputs && $0.name == whole.name })
  }

  @Test("how much of a recording is read grows from nothing to about all of it")
  func share() throws {
    let folder = try TemporaryFolder()
    let path = try Self.write(to: folder)
    var reader = try RecordingReader().chunks(at: path, ofSamples: 6_000)
    var shares = [reader.shareRead]
    while try reader.next() != nil { shares.append(reader.shareRead) }
    #expect(shares.count > 3 && shares[0] == 0)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
    // The number of rows is estimated from the first ones.
    #expect(shares.last.map { $0 > 0.9 && $0 <= 1 } == true)
  }

  @Test("HDF5 is read in chunks as CSV is, whatever its chunks", arguments: [false, true])
  func hdf5(isOneFile: Bool) throws {
    let folder = try TemporaryFolder()
    // Longer than the rows that are read at once.
    let streams = [Placement.leftFoot, .lowerBack].map { Self.long($0, rows: 200_000) }
    let files = isOneFile ? [("sensors", streams)] : streams.map { ($0.placement.rawValue, [$0]) }
    for (name, streams) in files {
      try Data(PlainHDF5Writer().bytes(of: streams)).write(to: URL(filePath: "\(folder.path)/\(name).h5"))
    }
    let path = isOneFile ? folder.path + "/sensors.h5" : folder.path
    let whole = try RecordingReader().recording(at: path)
    let chunks = try Self.chunks(at: path, samples: 100_000)
    #expect(chunks.count > 2)
    for sensor in whole.sensors {
      #expect(sensor.count == 200_000)
      let parts = chunks.compactMap { $0[sensor.placement] }
      #expect(parts.flatMap(\.time) == sensor.time)
      #expect(parts.flatMap(\.acceleration.x) == sensor.acceleration.x)
      #expect(parts.flatMap(\.angularVelocity.z) == sensor.angularVelocity.z)
    }
  }

  /// The simulated walk again and again.
  private static func long(_ placement: Placement, rows: Int) -> SensorStream {
    let stream = walk.recording[placement] ?? walk.recording.sensors[0]
    let indices = (0..<rows).map { $0 % stream.count }
    func series(_ series: TriaxialSeries) -> TriaxialSeries {
      TriaxialSeries(x: indices.map { series.x[$0] }, y: indices.map { series.y[$0] }, z: indices.map { series.z[$0] })
    }
    return SensorStream(
      placement: placement, time: (0..<rows).map { Double($0) / 100 }, acceleration: series(stream.acceleration),
      angularVelocity: series(stream.angularVelocity), timing: stream.timing)
  }

  @Test("all sensors are cut at one time, at which the person stands")
  func calm() throws {
    let folder = try TemporaryFolder()
    let chunks = try Self.chunks(at: try Self.write(to: folder), samples: 12_000)
    let truth = Self.walk.strides
    for (chunk, next) in zip(chunks, chunks.dropFirst()) {
      let ends = chunk.sensors.compactMap(\.time.last)
      let starts = next.sensors.compactMap(\.time.first)
      let cut = try #require(ends.max())
      #expect(try #require(starts.min()) > cut)
      #expect(cut - (try #require(ends.min())) < 0.02)
      #expect(!truth.contains { ($0.start ?? $0.finalContact) < cut && cut < $0.end })
    }
  }

  @Test("a recording that is not long is one chunk, the recording itself")
  func whole() throws {
    let folder = try TemporaryFolder()
    let path = try Self.write(to: folder)
    #expect(try Self.chunks(at: path, samples: 1 << 22) == [try RecordingReader().recording(at: path)])
  }

  @Test("a pause of the sensor where a chunk ends is still a gap")
  func pause() throws {
    var walk = Self.walk
    // 300 s in the middle of the second stand.
    for k in walk.recording.sensors.indices {
      let sensor = walk.recording.sensors[k]
      let time = sensor.time.map { $0 < 20 ? $0 : $0 + 300 }
      walk.recording.sensors[k].time = time
    }
    let folder = try TemporaryFolder()
    let chunks = try Self.chunks(at: try Self.write(to: folder, walk), samples: 7_000)
    for placement in [Placement.leftFoot, .lowerBack] {
      let gaps = chunks.flatMap { $0[placement]?.timing.gaps ?? [] }
      #expect(gaps.count == 1)
      #expect(gaps.allSatisfy { abs($0.duration - 300) < 0.1 })
    }
  }

  @Test("a sensor that ends before the others does not end the recording")
  func endsEarly() throws {
    let folder = try TemporaryFolder()
    let path = try Self.write(to: folder)
    let stream = try #require(Self.walk.recording[.leftFoot])
    let text = String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self)
    let lines = text.split(separator: "\n")
    try folder.write("walk/left_foot.csv", lines.prefix(1_500).joined(separator: "\n") + "\n")
    let chunks = try Self.chunks(at: path, samples: 6_000)
    #expect(chunks.compactMap { $0[.leftFoot]?.count }.reduce(0, +) == 1_499)
    #expect(chunks.compactMap { $0[.rightFoot]?.count }.reduce(0, +) == stream.count)
  }

  @Test("what is missing counts over the whole recording, not over a chunk")
  func missing() throws {
    func read(emptyRows: Range<Int>) throws -> [Recording] {
      let folder = try TemporaryFolder()
      let stream = try #require(Self.walk.recording[.lowerBack])
      let lines = String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self).split(separator: "\n")
      let text = lines.enumerated().map { k, line in
        emptyRows.contains(k) ? line.prefix { $0 != "," } + ",,,,,," : line
      }
      try folder.write("lower_back.csv", text.joined(separator: "\n") + "\n")
      return try Self.chunks(at: folder.path, samples: 2_000)
    }
    // Nearly all of one chunk, a fifth of the whole.
    #expect(try read(emptyRows: 2_000..<3_500).count > 1)
    let error = #expect(throws: IngestError.self) { try read(emptyRows: 2_000..<6_000).count }
    #expect(try #require(error).description.contains("% of the samples missing"))
  }

  @Test("a sensor that dies in a long recording loses what it did not measure, and no more")
  func dies() throws {
    let folder = try TemporaryFolder()
    var walk = Self.walk
    let k = try #require(walk.recording.sensors.firstIndex { $0.placement == .leftFoot })
    func dead(_ series: TriaxialSeries) -> TriaxialSeries {
      func column(_ values: [Double]) -> [Double] { values.enumerated().map { $0 < 3_000 ? $1 : 0 } }
      return TriaxialSeries(x: column(series.x), y: column(series.y), z: column(series.z))
    }
    walk.recording.sensors[k].acceleration = dead(walk.recording.sensors[k].acceleration)
    walk.recording.sensors[k].angularVelocity = dead(walk.recording.sensors[k].angularVelocity)
    let path = try Self.write(to: folder, walk)
    let whole = try #require(try RecordingReader().recording(at: path)[.leftFoot])
    let chunks = try Self.chunks(at: path, samples: 6_000)
    let parts = chunks.compactMap { $0[.leftFoot] }
    #expect(parts.last?.acceleration.z.allSatisfy(\.isNaN) == true)
    let measured = parts.flatMap(\.acceleration.z).filter(\.isFinite)
    #expect(abs(measured.count - 3_000) <= 1)
    #expect(measured == whole.acceleration.z.filter(\.isFinite))
    #expect(chunks.contains { $0.warnings.contains { $0.code == .stuckSignal } })
    // Nothing at all from the first sample on is no recording of that sensor.
    walk.recording.sensors[k].acceleration = walk.recording.sensors[k].acceleration.map { $0 * 0 }
    walk.recording.sensors[k].angularVelocity = walk.recording.sensors[k].angularVelocity.map { $0 * 0 }
    let nothing = try Self.write(to: folder, walk)
    let error = #expect(throws: IngestError.self) { try Self.chunks(at: nothing, samples: 6_000).count }
    #expect(try #require(error).description.contains("all channels repeat the same value (0)"))
  }

  @Test("damage far into the file is found and named by its line")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let stream = try #require(Self.walk.recording[.lowerBack])
    var lines = String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self).split(separator: "\n").map(
      String.init)
    lines[6_000] = "60.00,1,2,x,4,5,6"
    try folder.write("lower_back.csv", lines.joined(separator: "\n") + "\n")
    let error = #expect(throws: IngestError.self) { try Self.chunks(at: folder.path, samples: 2_000).count }
    #expect(try #require(error).description.contains("line 6001"))
    lines[6_000] = "1.00,1,2,3,4,5,6"
    try folder.write("lower_back.csv", lines.joined(separator: "\n") + "\n")
    let back = #expect(throws: IngestError.self) { try Self.chunks(at: folder.path, samples: 2_000).count }
    #expect(try #require(back).description.contains("time that never goes back"))
    for time in ["5.00", ""] {
      let still = lines.enumerated().map { k, line in k < 3_000 ? line : time + line.drop { $0 != "," } }
      try folder.write("lower_back.csv", still.joined(separator: "\n") + "\n")
      #expect(throws: IngestError.self) { try Self.chunks(at: folder.path, samples: 2_000).count }
    }
  }

  @Test("a file of blank lines has no samples, however long it is")
  func blank() throws {
    let folder = try TemporaryFolder()
    try folder.write("lower_back.csv", SampleText.header + "\n" + String(repeating: "\n", count: 100_000))
    let error = #expect(throws: IngestError.self) { try Self.chunks(at: folder.path, samples: 2_000).count }
    #expect(try #require(error).description.contains("no samples"))
  }

  @Test(
    "a time stamp in the far future or past is refused or left out, never a crash",
    arguments: ["1e300", "4e18", "1e9", "-1e300"])
  func farTime(time: String) throws {
    let folder = try TemporaryFolder()
    let stream = try #require(Self.walk.recording[.lowerBack])
    let lines = String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self).split(separator: "\n")
    for k in [2_100, 2_560, lines.count - 1] {
      let text = lines.enumerated().map { i, line in i >= k ? time + line.drop { $0 != "," } : line }
      try folder.write("lower_back.csv", text.joined(separator: "\n") + "\n")
      do throws(IngestError) {
        var reader = try RecordingReader().chunks(at: folder.path, ofSamples: 2_000)
        var samples = 0
        while let chunk = try reader.next() { samples += chunk[.lowerBack]?.count ?? 0 }
        #expect(samples <= stream.count)
      } catch {
        #expect(error.description.contains("lower_back.csv"))
      }
    }
  }

  @Test("a chunk in which nothing was measured does not refuse the recording")
  func emptyChunk() throws {
    let folder = try TemporaryFolder()
    let stream = try #require(Self.walk.recording[.lowerBack])
    let lines = String(decoding: PlainCSVWriter().bytes(of: stream), as: UTF8.self).split(separator: "\n")
    // More than a chunk, less than three tenths of the whole.
    let empty = 1_000..<(1_000 + lines.count / 4)
    let text = lines.enumerated().map { k, line in empty.contains(k) ? line.prefix { $0 != "," } + ",,,,,," : line }
    try folder.write("lower_back.csv", text.joined(separator: "\n") + "\n")
    let chunks = try Self.chunks(at: folder.path, samples: 1_500)
    #expect(chunks.contains { $0[.lowerBack]?.acceleration.x.allSatisfy(\.isNaN) == true })
    #expect(chunks.compactMap { $0[.lowerBack]?.count }.reduce(0, +) == stream.count)
  }

  @Test("a long recording is looked at in chunks and shows what it shows as a whole")
  func inspection() throws {
    let folder = try TemporaryFolder()
    let path = try Self.write(to: folder)
    let whole = RecordingInspector().inspect(path)
    var inspector = RecordingInspector()
    inspector.chunkSamples = 6_000
    let parts = inspector.inspect(path)
    #expect(parts.error == nil)
    #expect(parts.inspection.files == whole.inspection.files)
    #expect(parts.inspection.analyze == whole.inspection.analyze)
    for (part, sensor) in zip(parts.inspection.sensors, whole.inspection.sensors) {
      #expect(part.placement == sensor.placement)
      #expect((part.samples, part.start, part.end) == (sensor.samples, sensor.start, sensor.end))
      #expect(part.acceleration == sensor.acceleration)
      #expect(part.angularVelocity == sensor.angularVelocity)
      #expect(part.gaps == sensor.gaps)
      #expect(abs(part.rate.measured - sensor.rate.measured) < 0.01)
      #expect(abs(part.restShare - sensor.restShare) < 5)
      #expect(abs(try #require(part.gravity.magnitude) - 9.81) < 0.1)
    }
    let (drawn, signals) = (try #require(parts.recording), try #require(whole.recording))
    for sensor in signals.sensors {
      let drawing = try #require(drawn[sensor.placement])
      #expect(drawing.count < sensor.count / 20)
      #expect(drawing.acceleration.z.max() == sensor.acceleration.z.max())
      #expect(drawing.angularVelocity.y.min() == sensor.angularVelocity.y.min())
      #expect(drawing.time.last == sensor.time.last)
    }
  }

  @Test("a long recording that cannot be used is shown with the reason")
  func refused() throws {
    let folder = try TemporaryFolder()
    let stream = try #require(Self.walk.recording[.lowerBack])
    let inG = SensorStream(
      placement: .lowerBack, time: stream.time, acceleration: stream.acceleration.map { $0 / 9.80665 },
      angularVelocity: stream.angularVelocity, timing: stream.timing)
    try folder.write("lower_back.csv", PlainCSVWriter().bytes(of: inG))
    var inspector = RecordingInspector()
    inspector.chunkSamples = 2_000
    let found = inspector.inspect(folder.path)
    #expect(try #require(found.error).description.contains("the numbers look like g"))
    #expect(found.inspection.sensors.first?.samples == stream.count)
    #expect(throws: IngestError.self) { try Self.chunks(at: folder.path, samples: 2_000).count }
  }
}
