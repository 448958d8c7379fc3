import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads a folder or a file into a recording.
///
/// A folder holds one file per sensor, named after its placement (`left_foot.csv`, `lower_back.h5`), and optionally
/// `recording.json`; other files in it are left alone. Without such names, it may hold what an app or a set of sensors
/// exported. A single file holds all sensors. What a file is, its content tells.
public struct RecordingReader: Sendable {
  /// A declared rate is reported if it is farther than this share from the one in the time stamps.
  private static let rateTolerance = 0.01

  /// What the user says of files that do not say it themselves.
  public var options: IngestOptions

  public init(options: IngestOptions = IngestOptions()) {
    self.options = options
  }

  /// Reads the recording at `path`.
  ///
  /// - Parameters:
  ///   - path: A folder that holds one file per sensor, or one file that holds all sensors.
  ///   - placements: The sensors to read, or `nil` for all there are.
  /// - Throws: `IngestError` if something cannot be read, or cannot be used to measure with.
  public func recording(at path: String, placements: Set<Placement>? = nil) throws(IngestError) -> Recording {
    let recording = try unjudged(at: path, placements: placements).recording
    for sensor in recording.sensors { try PhysicsCheck(sensor).check() }
    return recording
  }

  /// Samples of all sensors together beyond which a recording is read in chunks: an hour of two feet and the lower
  /// back at 256 Hz. Reading and analyzing take up to 200 bytes per sample of a chunk.
  public static let chunkSamples = 3 << 20

  /// Reads the recording at `path` a chunk at a time if it is longer than `samples`, else as one chunk.
  ///
  /// - Parameters:
  ///   - path: A folder that holds one file per sensor, or one file that holds all sensors.
  ///   - placements: The sensors to read, or `nil` for all there are.
  ///   - samples: About the number of samples of a chunk, all sensors together.
  /// - Throws: `IngestError` if something cannot be read, or cannot be used to measure with.
  public func chunks(
    at path: String, placements: Set<Placement>? = nil, ofSamples samples: Int = chunkSamples
  ) throws(IngestError) -> RecordingChunks {
    guard let long = try long(at: path, placements: placements, ofSamples: samples) else {
      return RecordingChunks(whole: try recording(at: path, placements: placements), reader: self)
    }
    return RecordingChunks(
      BlockwiseRecording(long.files, longest: samples), header: long.header, reader: self, isJudged: true)
  }

  /// A recording that is read in chunks.
  struct LongRecording {
    var files: [any SampleBlocks]
    var header: RecordingChunks.RecordingHeader
    var formats: [(file: String, format: RecognizedFormat)]
  }

  /// The recording at `path` if it has more than `samples` samples and all of its files can be read in blocks.
  func long(
    at path: String, placements: Set<Placement>?, ofSamples samples: Int = chunkSamples
  ) throws(IngestError) -> LongRecording? {
    let place = RecordingPlace(path)
    var files: [any SampleBlocks] = []
    var formats: [(file: String, format: RecognizedFormat)] = []
    var inputs: [(file: RecordingPlace.SensorFile, bytes: InputBytes)] = []
    for sensorFile in try place.sensorFiles(placements: placements) {
      let bytes = try InputBytes(path: sensorFile.path)
      let file = SensorFileReader(path: sensorFile.path, part: sensorFile.part, options: options)
      let recognition = try file.recognition(bytes)
      let placement = sensorFile.placement ?? folderPlacement(place)
      guard let blocks = try file.blocks(bytes, recognition, placement: placement, wanted: placements)
      else { return nil }
      files += blocks
      formats.append((sensorFile.path, recognition.format))
      inputs.append((sensorFile, bytes))
    }
    let sensors = files.flatMap { $0.sensors.map(\.placement) }
    guard files.reduce(0, { $0 + $1.expectedRows * $1.sensors.count }) > samples, Set(sensors).count == sensors.count
    else { return nil }
    var header = try header(of: place)
    for (input, format) in zip(inputs, formats) {
      header.recording.inputs.append(try Self.input(input.file, input.bytes, format: format.format.name))
    }
    return LongRecording(files: files, header: header, formats: formats)
  }

  /// What stands beside the samples of a recording.
  private func header(of place: RecordingPlace) throws(IngestError) -> RecordingChunks.RecordingHeader {
    var recording = Recording(name: place.name, sensors: [])
    guard let file = place.detailsFile else { return .init(recording: recording) }
    let bytes = try InputBytes(path: file)
    let details = try DetailsFile(Array(bytes.data), file: file)
    recording.details = details.details
    recording.inputs.append(try Self.details(bytes))
    return .init(recording: recording, declaredRate: details.samplingRate)
  }

  /// Reads the recording at `path` whether its signals can be what their units say or not.
  func unjudged(
    at path: String, placements: Set<Placement>? = nil
  ) throws(IngestError) -> (recording: Recording, formats: [(file: String, format: RecognizedFormat)]) {
    let place = RecordingPlace(path)
    let sensorFiles = try place.sensorFiles(placements: placements)
    let header = try header(of: place)
    var recording = header.recording
    var parts: [SensorAssembly.Part] = []
    var formats: [(file: String, format: RecognizedFormat)] = []
    for sensorFile in sensorFiles {
      let bytes = try InputBytes(path: sensorFile.path)
      let file = SensorFileReader(path: sensorFile.path, part: sensorFile.part, options: options)
      let recognition = try file.recognition(bytes)
      let placement = sensorFile.placement ?? folderPlacement(place)
      switch try file.content(bytes, recognition, placement: placement, wanted: placements) {
      case .streams(let streams):
        for stream in streams { try add(stream, from: sensorFile.path, to: &recording) }
      case .named(let signals):
        parts += signals.map {
          .init(file: sensorFile.path, namedPlacement: $0.placement ?? placement, signals: $0.signals)
        }
      case .parts(let signals):
        parts += signals.map { .init(file: sensorFile.path, namedPlacement: placement, signals: $0) }
      }
      formats.append((sensorFile.path, recognition.format))
      recording.inputs.append(try Self.input(sensorFile, bytes, format: recognition.format.name))
    }
    let assembly = SensorAssembly(path: path, declared: options.placement, wanted: placements)
    let assembled = try assembly.assembled(parts)
    for stream in assembled.streams { try add(stream, from: path, to: &recording) }
    recording.warnings += assembled.warnings
    if recording.details.startedAt == nil { recording.details.startedAt = assembled.start.text }
    recording.sensors.sort { $0.placement < $1.placement }
    recording.warnings += doubts(about: recording, declaredRate: header.declaredRate)
    guard !recording.sensors.isEmpty else { throw place.nothingFound(placements: placements) }
    return (recording, formats)
  }

  /// What is doubtful in the signals of a recording, one sentence each.
  ///
  /// - Parameter declaredRate: Samples per second that the recording's details say.
  func doubts(about recording: Recording, declaredRate: Double? = nil) -> [String] {
    recording.sensors.flatMap { sensor in
      var doubts = SignalDoubts().doubts(about: sensor)
      if let declared = sensor.timing.declaredRate ?? declaredRate,
        abs(sensor.timing.rate / declared - 1) > Self.rateTolerance
      {
        doubts.append(
          "the time stamps give \(rounded(sensor.timing.rate)) Hz where \(rounded(declared)) Hz is declared; the time "
            + "stamps are used.")
      }
      return doubts.map { "\(sensor.placement.rawValue): \($0)" }
    }
  }

  /// The files that `recording(at:placements:)` would read, without reading what is in them but for their hash.
  ///
  /// - Throws: `IngestError` if a file cannot be read or there is none.
  public func inputs(at path: String, placements: Set<Placement>? = nil) throws(IngestError) -> [InputFile] {
    let place = RecordingPlace(path)
    let sensorFiles = try place.sensorFiles(placements: placements)
    var inputs: [InputFile] = []
    if let file = place.detailsFile { inputs.append(try Self.details(InputBytes(path: file))) }
    for file in sensorFiles {
      let bytes = try InputBytes(path: file.path)
      let recognition = try SensorFileReader(path: file.path, part: file.part, options: options).recognition(bytes)
      inputs.append(try Self.input(file, bytes, format: recognition.format.name))
    }
    return inputs
  }

  /// The name of the recording at `path`: its folder, or its file without extension, and its trial.
  public static func name(ofRecordingAt path: String) -> String { RecordingPlace(path).name }

  /// What the file at `path` is recognised as, by which of its contents.
  ///
  /// - Throws: `IngestError` if it cannot be read, no format claims it, or more than one does.
  public func format(ofFileAt path: String) throws(IngestError) -> RecognizedFormat {
    try SensorFileReader(path: path, options: options).recognition(try InputBytes(path: path)).format
  }

  /// The streams of a plain CSV or HDF5 file, without the hash of the file and the checks of its signals: what reading
  /// alone takes.
  ///
  /// - Throws: `IngestError` if the file cannot be read or is not plain.
  package func streams(inPlainFileAt path: String) throws(IngestError) -> [SensorStream] {
    let bytes = try InputBytes(path: path)
    let file = SensorFileReader(path: path, options: options)
    let recognition = try file.recognition(bytes)
    let placement = PlacementLabel.placement(in: Self.name(ofRecordingAt: path))
    guard case .streams(let streams) = try file.content(bytes, recognition, placement: placement, wanted: nil) else {
      throw IngestError(
        .unusable, file: path, found: recognition.format.name, expected: "plain CSV or HDF5",
        advice: "read it as a recording")
    }
    return streams
  }

  /// The columns of a plain HDF5 file, of each sensor and dataset as they stand there: what getting the numbers alone
  /// takes.
  ///
  /// - Throws: `IngestError` if the file cannot be read.
  package func columns(inPlainHDF5FileAt path: String) throws(IngestError) -> [[Double]] {
    try PlainHDF5Format.columns(inFileAt: path, limit: options.expansion)
  }

  /// The placement that a folder's name gives to the only sensor in it.
  private func folderPlacement(_ place: RecordingPlace) -> Placement? {
    place.isFolder ? PlacementLabel.placement(in: place.name) : nil
  }

  private func add(
    _ stream: SensorStream, from file: String, to recording: inout Recording
  ) throws(IngestError) {
    guard recording[stream.placement] == nil else {
      throw IngestError(
        .unusable, file: file, found: "a second sensor at \(stream.placement.rawValue)",
        expected: "one sensor per placement", advice: "remove or rename one of the files")
    }
    recording.sensors.append(stream)
  }

  private static func details(_ bytes: InputBytes) throws(IngestError) -> InputFile {
    InputFile(file: DetailsFile.name, sha256: try bytes.sha256(), format: "recording details")
  }

  private static func input(
    _ file: RecordingPlace.SensorFile, _ bytes: InputBytes, format: String
  ) throws(IngestError) -> InputFile {
    InputFile(file: URL(filePath: file.path).lastPathComponent, sha256: try bytes.sha256(), format: format)
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
