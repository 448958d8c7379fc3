import GaitModel

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

  /// Opens the files of the recording at `path`.
  ///
  /// - Parameters:
  ///   - path: A folder that holds one file per sensor, or one file that holds all sensors.
  ///   - name: Its name; that of its folder, or of its file without extension, if none is given.
  ///   - placements: The sensors to read, or `nil` for all there are.
  /// - Throws: `IngestError` if a file cannot be read or there is none.
  public func open(
    _ path: String, name: String? = nil, placements: Set<Placement>? = nil
  ) throws(IngestError) -> OpenedRecording {
    try OpenedRecording(at: path, name: name, placements: placements, options: options)
  }

  /// Reads the recording at `path`; parameters as of `open`.
  ///
  /// - Throws: `IngestError` if something cannot be read, or cannot be used to measure with.
  public func recording(at path: String, placements: Set<Placement>? = nil) throws(IngestError) -> Recording {
    try recording(in: try open(path, placements: placements))
  }

  private func recording(in opened: OpenedRecording) throws(IngestError) -> Recording {
    let (recording, evidence) = try judgeable(opened)
    for sensor in evidence { try PhysicsCheck(sensor).check() }
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
    try chunks(of: try open(path, placements: placements), ofSamples: samples)
  }

  /// Reads a recording a chunk at a time if it is longer than `samples`, else as one chunk.
  ///
  /// - Throws: `IngestError` if something cannot be read, or cannot be used to measure with.
  public func chunks(
    of opened: OpenedRecording, ofSamples samples: Int = chunkSamples
  ) throws(IngestError) -> RecordingChunks {
    guard let files = try blocks(of: opened, longerThan: samples) else {
      return RecordingChunks(whole: try recording(in: opened), reader: self)
    }
    return RecordingChunks(
      BlockwiseRecording(files, longest: samples), header: try opened.header(), reader: self, isJudged: true, of: opened
    )
  }

  /// The files of a recording in blocks if it has more than `samples` samples and all of its files can be read so.
  func blocks(
    of opened: OpenedRecording, longerThan samples: Int = chunkSamples
  ) throws(IngestError) -> [any SampleBlocks]? {
    var files: [any SampleBlocks] = []
    for sensor in opened.sensorFiles {
      guard let blocks = try sensor.file.blocks(sensor.request) else { return nil }
      files += blocks
    }
    let sensors = files.flatMap { $0.sensors.map(\.placement) }
    guard files.reduce(0, { $0 + $1.expectedRows * $1.sensors.count }) > samples, Set(sensors).count == sensors.count
    else { return nil }
    return files
  }

  /// Reads a recording whether its signals can be what their units say or not.
  func unjudged(_ opened: OpenedRecording) throws(IngestError) -> Recording { try judgeable(opened).recording }

  /// A recording as it was read, and what its signals show of themselves.
  private func judgeable(
    _ opened: OpenedRecording
  ) throws(IngestError) -> (recording: Recording, evidence: [SignalEvidence]) {
    let path = opened.place.path
    let header = try opened.header()
    var recording = header.recording
    var parts: [SensorAssembly.Part] = []
    for sensor in opened.sensorFiles {
      let (file, placement) = (sensor.file.path, sensor.request.placement)
      switch try sensor.file.signals(sensor.request) {
      case .streams(let streams):
        for stream in streams { try add(stream, from: file, to: &recording) }
      case .named(let signals):
        parts += signals.map { .init(file: file, namedPlacement: $0.placement ?? placement, signals: $0.signals) }
      case .parts(let signals):
        parts += signals.map { .init(file: file, namedPlacement: placement, signals: $0) }
      }
    }
    let assembly = SensorAssembly(path: path, declared: options.placement, wanted: opened.placements)
    let assembled = try assembly.assembled(parts)
    for stream in assembled.streams { try add(stream, from: path, to: &recording) }
    recording.warnings += assembled.warnings
    if recording.details.startedAt == nil { recording.details.startedAt = assembled.start.text }
    recording.sensors.sort { $0.placement < $1.placement }
    let evidence = recording.sensors.map { SignalEvidence($0) }
    recording.warnings += doubts(about: evidence, declaredRate: header.declaredRate)
    recording.warnings += SensorExtents().doubts(about: recording)
    try opened.checkUnchanged()
    guard !recording.sensors.isEmpty else { throw opened.place.nothingFound(placements: opened.placements) }
    return (recording, evidence)
  }

  /// What is doubtful in the signals of a recording's sensors.
  ///
  /// - Parameter declaredRate: Samples per second that the recording's details state.
  func doubts(about evidence: [SignalEvidence], declaredRate: Double? = nil) -> [GaitWarning] {
    SensorComparison().doubts(about: evidence.map(\.stream))
      + evidence.flatMap { evidence -> [GaitWarning] in
        let sensor = evidence.stream
        var doubts = SignalDoubts().doubts(about: evidence)
        if let declared = sensor.timing.declaredRate ?? declaredRate,
          abs(sensor.timing.rate / declared - 1) > Self.rateTolerance
        {
          doubts.append(
            .rateContradictsDeclaration(measured: rounded(sensor.timing.rate), declared: rounded(declared)))
        }
        return doubts.map { .signals(sensor.placement, $0) }
      }
  }

  /// The name of the recording at `path`: its folder, or its file without extension, and its trial.
  public static func name(ofRecordingAt path: String) -> String { RecordingPlace(path).name }

  /// What the file at `path` is recognized as, by which of its contents.
  ///
  /// - Throws: `IngestError` if it cannot be read, no format claims it, or more than one does.
  public func format(ofFileAt path: String) throws(IngestError) -> RecognizedFormat {
    try OpenedFile(path: path, options: options).recognition().format
  }

  /// The streams of a plain CSV or HDF5 file, without the hash of the file and the checks of its signals: what reading
  /// alone takes.
  ///
  /// - Throws: `IngestError` if the file cannot be read or is not plain.
  package func streams(inPlainFileAt path: String) throws(IngestError) -> [SensorStream] {
    let file = try OpenedFile(path: path, options: options)
    let placement = PlacementLabel.placement(in: Self.name(ofRecordingAt: path))
    guard case .streams(let streams) = try file.signals(SensorRequest(placement: placement)) else {
      throw IngestError(
        .unusable, file: path, found: try file.recognition().format.name, expected: "plain CSV or HDF5",
        advice: "read it as a recording")
    }
    return streams
  }

  /// A sensor's signals as they are after reading, and what is doubtful in them.
  ///
  /// - Throws: `IngestError` if they cannot be measured with.
  package func judged(_ stream: SensorStream) throws(IngestError) -> (stream: SensorStream, doubts: [SignalWarning]) {
    func column(_ position: Int, _ unit: String) -> PlainColumns.Column {
      .init(position: position, factor: 1, unit: unit)
    }
    let sensor = PlainColumns.Sensor(
      placement: stream.placement, time: column(0, "s"), acceleration: (1...3).map { column($0, "m_s2") },
      angularVelocity: (4...6).map { column($0, "rad_s") })
    let (a, w) = (stream.acceleration, stream.angularVelocity)
    let assembly = StreamAssembly(
      file: stream.placement.rawValue, placement: stream.placement, place: { row, _ in "sample \(row + 1)" })
    let read = try assembly.stream(columns: [stream.time, a.x, a.y, a.z, w.x, w.y, w.z], sensor: sensor)
    let evidence = SignalEvidence(read)
    try PhysicsCheck(evidence).check()
    return (read, SignalDoubts().doubts(about: evidence))
  }

  /// The columns of a plain HDF5 file, of each sensor and dataset as they stand there: what getting the numbers alone
  /// takes.
  ///
  /// - Throws: `IngestError` if the file cannot be read.
  package func columns(inPlainHDF5FileAt path: String) throws(IngestError) -> [[Double]] {
    try PlainHDF5Format.columns(of: OpenedFile(path: path, options: options))
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

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
