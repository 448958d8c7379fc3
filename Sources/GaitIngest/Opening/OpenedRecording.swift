import GaitModel

/// A recording whose files are open: each of them is read, recognized and hashed once.
public struct OpenedRecording {
  /// A file with samples, and what is read of it.
  struct SensorFile {
    var file: OpenedFile
    var request: SensorRequest
  }

  let place: RecordingPlace
  let options: IngestOptions
  /// The sensors to read, or `nil` for all there are.
  let placements: Set<Placement>?
  let details: OpenedFile?
  private let participants: ParticipantsTable?
  let sensorFiles: [SensorFile]
  private let segmentsFile: SegmentsFile?
  /// What the user should know of files that are not read, a sentence each.
  let warnings: [GaitWarning]
  /// Name of the recording.
  public let name: String

  /// Opens the files of the recording at `path`.
  ///
  /// - Parameter name: Its name; that of its folder, or of its file without extension, if none is given.
  /// - Throws: `IngestError` if a file cannot be read or there is none.
  init(
    at path: String, name: String? = nil, placements: Set<Placement>?, options: IngestOptions
  ) throws(IngestError) {
    place = RecordingPlace(path)
    self.options = options
    self.placements = placements
    self.name = name ?? place.name
    let files: [RecordingPlace.SensorFile]
    var passedOver: [String] = []
    if place.isFolder {
      (files, passedOver) = try place.files(placements: placements, declared: options.declared)
    } else {
      files = try place.sensorFiles(placements: placements)
    }
    var warnings = passedOver.map { GaitWarning.files(.sensorNotMeasured(file: $0)) }
    if let file = options.segmentsFile {
      segmentsFile = try SegmentsFile(path: file, isDemanded: true)
    } else {
      var beside = SegmentsFile.beside(place)
      if options.evaluated != nil, let file = beside.path {
        beside = .init(warnings: [.replaced(file: Self.lastName(file))])
      }
      warnings += beside.warnings.map { .segments($0) }
      segmentsFile = try beside.path.map { (path) throws(IngestError) in
        try SegmentsFile(path: path, isDemanded: !path.lowercased().hasSuffix(SegmentsFile.eventsName))
      }
    }
    self.warnings = warnings
    if let file = place.detailsFile { details = try OpenedFile(path: file) } else { details = nil }
    participants = try ParticipantsTable(near: place)
    let folder = place.isFolder ? PlacementLabel.placement(in: place.name) : nil
    var opened: [SensorFile] = []
    for file in files {
      // A folder's name gives the placement to the only sensor in it.
      let request = SensorRequest(part: file.part, placement: file.placement ?? folder, wanted: placements)
      opened.append(SensorFile(file: try OpenedFile(path: file.path, options: options), request: request))
    }
    sensorFiles = opened
  }

  /// The files it is read from.
  ///
  /// - Throws: `IngestError` if no format claims a file, or it has been cut since it was opened.
  public func inputs() throws(IngestError) -> [InputFile] {
    var inputs: [InputFile] = []
    if let details {
      inputs.append(InputFile(file: DetailsFile.name, sha256: try details.sha256(), format: "recording details"))
    }
    if let row = try participants?.row(of: place, subject: try subject(), name: name) { inputs.append(row.input) }
    for sensor in sensorFiles {
      inputs.append(
        InputFile(
          file: Self.lastName(sensor.file.path), sha256: try sensor.file.sha256(),
          format: try sensor.file.recognition().format.name))
    }
    if let table = segmentsFile {
      let isTaken = inputs.contains { $0.file == table.name }
      inputs.append(
        InputFile(
          file: isTaken ? table.path : table.name, sha256: try table.bytes.sha256(), format: InputFile.segmentsFormat))
    }
    return inputs
  }

  private static func lastName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Makes sure that something of the recording counts.
  ///
  /// - Parameter recording: As a whole, after its samples were read.
  /// - Throws: `IngestError` if all segments, or the time that counts, lie outside of it.
  package func checkParts(of recording: Recording) throws(IngestError) {
    guard let span = recording.wholeSpan else { return }
    let extent = "from \(span.lowerBound) to \(span.upperBound) s, where the recording runs"
    if let evaluated = recording.evaluated,
      (evaluated.from ?? -.infinity) >= span.upperBound || (evaluated.to ?? .infinity) <= span.lowerBound
    {
      let times = [evaluated.from.map { "--from \($0)" }, evaluated.to.map { "--to \($0)" }].compactMap { $0 }
      throw IngestError(
        .unusable, file: place.path, found: times.joined(separator: " "), expected: "times in seconds \(extent)",
        advice: "correct the times")
    }
    guard let table = segmentsFile, table.isDemanded, !recording.segments.isEmpty,
      recording.segments.allSatisfy({ $0.end <= span.lowerBound || $0.start >= span.upperBound })
    else { return }
    throw IngestError(
      .unusable, file: table.path, found: "segments that all lie outside of \(place.path)",
      expected: "times in seconds \(extent)", advice: "count the times from the recording's own clock")
  }

  /// The person that `recording.json` names.
  private func subject() throws(IngestError) -> String? {
    guard let details else { return nil }
    return try DetailsFile(Array(details.bytes.data), file: details.path).details.subject
  }

  /// Makes sure that the files are those that were opened, so that what was hashed is what was read.
  ///
  /// - Throws: `IngestError` if one has been written to or replaced.
  func checkUnchanged() throws(IngestError) {
    for file in sensorFiles.map(\.file) + [details].compactMap({ $0 }) { try file.bytes.checkUnchanged() }
    try segmentsFile?.bytes.checkUnchanged()
  }

  /// Files with the same bytes.
  private func copies() throws(IngestError) -> [FileWarning] {
    var names: [String: String] = [:]
    var copies: [FileWarning] = []
    for sensor in sensorFiles where sensor.request.part == nil {
      let name = sensor.file.path.split(separator: "/").last.map(String.init) ?? sensor.file.path
      let other = names.updateValue(name, forKey: try sensor.file.sha256())
      if let other { copies.append(.identicalFiles(other, name)) }
    }
    return copies
  }

  /// What each file was recognized as.
  ///
  /// - Throws: `IngestError` if no format claims a file.
  func formats() throws(IngestError) -> [(file: String, format: RecognizedFormat)] {
    var formats: [(file: String, format: RecognizedFormat)] = []
    for sensor in sensorFiles { formats.append((sensor.file.path, try sensor.file.recognition().format)) }
    return formats
  }

  /// The mappings by which its tables are read, those that a user declared by layout among them.
  ///
  /// - Throws: `IngestError` if no format claims a file.
  package func mappings() throws(IngestError) -> [String] {
    var mappings: [String] = []
    for sensor in sensorFiles { mappings += try sensor.file.recognition().mappings.map(\.text) }
    return mappings.uniqued().sorted()
  }

  /// The files with its samples.
  package var samplePaths: [String] { sensorFiles.map(\.file.path) }

  /// The person that its details name.
  ///
  /// - Throws: `IngestError` if `recording.json` or `participants.tsv` cannot be used.
  package func namedSubject() throws(IngestError) -> String? { try namedDetails().subject }

  /// What `recording.json` and `participants.tsv` say of it.
  ///
  /// - Throws: `IngestError` if one of them cannot be used.
  package func namedDetails() throws(IngestError) -> RecordingDetails { try knownDetails().details }

  /// What is known of the recording before its samples are read.
  ///
  /// - Throws: `IngestError` if `recording.json` cannot be used, or a file is not known.
  func header() throws(IngestError) -> RecordingChunks.RecordingHeader {
    var recording = Recording(name: name, sensors: [], warnings: warnings)
    recording.inputs = try inputs()
    recording.warnings += try copies().map { .files($0) }
    if let table = try segmentsFile?.content() {
      recording.segments = table.segments
      recording.warnings += table.warnings.map { .segments($0) }
    }
    recording.evaluated = options.evaluated
    let known = try knownDetails()
    recording.details = known.details
    recording.warnings += known.warnings.map { .files($0) }
    return .init(recording: recording, declaredRate: known.rate)
  }

  /// Takes person and session from the name of a file of Motion-BIDS, where nothing else says them.
  private func addBIDSNames(to details: inout RecordingDetails) throws(IngestError) {
    guard sensorFiles.count == 1, try sensorFiles[0].file.recognition().format.name == MotionBIDSFormat.name else {
      return
    }
    for part in place.name.split(separator: "_") {
      if part.hasPrefix("sub-") { details.subject = details.subject ?? String(part) }
      if part.hasPrefix("ses-") { details.session = details.session ?? String(part.dropFirst(4)) }
    }
  }

  /// What `recording.json` and a row of `participants.tsv` say; the former goes before the latter.
  private func knownDetails() throws(IngestError) -> (details: RecordingDetails, rate: Double?, warnings: [FileWarning])
  {
    var own: DetailsFile?
    if let details { own = try DetailsFile(Array(details.bytes.data), file: details.path) }
    var result = own?.details ?? RecordingDetails()
    var warnings = own?.warnings ?? []
    if let table = participants {
      if let row = try table.row(of: place, subject: own?.details.subject, name: name) {
        result.add(row.details.details)
        warnings += row.details.warnings
      } else {
        warnings.append(.noParticipant(table: ParticipantsTable.name))
      }
    }
    try addBIDSNames(to: &result)
    return (result, own?.samplingRate, warnings)
  }
}

extension RecordingDetails {
  /// Takes over what is not known yet.
  fileprivate mutating func add(_ more: RecordingDetails) {
    subject = subject ?? more.subject
    session = session ?? more.session
    startedAt = startedAt ?? more.startedAt
    surface = surface ?? more.surface
    beltSpeed = beltSpeed ?? more.beltSpeed
    inclinePercent = inclinePercent ?? more.inclinePercent
    height = height ?? more.height
    walkedDistance = walkedDistance ?? more.walkedDistance
    front = front ?? more.front
    toes = toes ?? more.toes
    notes = notes ?? more.notes
    other.merge(more.other) { own, _ in own }
  }
}
