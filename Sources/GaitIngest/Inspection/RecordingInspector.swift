import GaitModel

/// Looks at recordings without measuring anything with them.
public struct RecordingInspector: Sendable {
  private let reader: RecordingReader
  /// Samples of all sensors together beyond which a recording is looked at in chunks.
  var chunkSamples = RecordingReader.chunkSamples

  public init(options: IngestOptions = IngestOptions()) {
    reader = RecordingReader(options: options)
  }

  /// What the recording at `path` is.
  ///
  /// It is looked at as far as it can be read; what keeps it from being used is part of the result.
  public func inspect(_ path: String, placements: Set<Placement>? = nil) -> InspectedRecording {
    let place = RecordingPlace(path)
    var inspection = RecordingInspection(
      path: path, recording: place.name, files: [], sensors: [], warnings: [], analyze: [])
    var opened: OpenedRecording?
    do throws(IngestError) {
      let files = try reader.open(path, placements: placements)
      opened = files
      let (recording, error) = try look(at: files, &inspection)
      inspection.subject = recording.details.subject
      inspection.session = recording.details.session
      inspection.startedAt = recording.details.startedAt
      inspection.files = Self.files(of: files)
      inspection.refusal = error?.description
      inspection.analyze = Self.forecast(inspection)
      return InspectedRecording(inspection: inspection, recording: recording, error: error)
    } catch {
      inspection.files = opened.map(Self.files) ?? []
      inspection.refusal = error.description
      inspection.analyze = Self.forecast(inspection)
      return InspectedRecording(inspection: inspection, recording: nil, error: error)
    }
  }

  /// The signals of a recording, and what keeps it from being used; writes sensors and warnings.
  private func look(
    at opened: OpenedRecording, _ inspection: inout RecordingInspection
  ) throws(IngestError) -> (Recording, IngestError?) {
    if let files = try reader.blocks(of: opened, longerThan: chunkSamples) {
      let chunks = RecordingChunks(
        BlockwiseRecording(files, longest: chunkSamples), header: try opened.header(), reader: reader,
        isJudged: false, of: opened)
      let findings = try LongInspection.findings(of: chunks, formats: try opened.formats())
      inspection.warnings = findings.warnings
      inspection.sensors = findings.sensors
      return (findings.recording, findings.error)
    }
    let recording = try reader.unjudged(opened)
    let formats = try opened.formats()
    inspection.warnings = recording.warnings
    inspection.sensors = recording.sensors.map { stream in
      let format = formats.first { $0.file == stream.source?.file }?.format
      return SignalSurvey(units: format?.units ?? []).inspection(of: stream)
    }
    do throws(IngestError) {
      for stream in recording.sensors { try PhysicsCheck(SignalEvidence(stream)).check() }
      return (recording, nil)
    } catch {
      return (recording, error)
    }
  }

  /// The files of a recording, as far as they are recognized.
  private static func files(of opened: OpenedRecording) -> [RecordingInspection.File] {
    opened.sensorFiles.map { sensor in
      let format = try? sensor.file.recognition().format
      return .init(
        file: sensor.file.path, bytes: sensor.file.bytes.data.count, format: format?.name, reason: format?.reason)
    }
  }

  private static func forecast(_ inspection: RecordingInspection) -> [String] {
    if let refusal = inspection.refusal { return ["reject the recording: \(refusal)"] }
    let placements = inspection.sensors.map(\.placement)
    let feet = placements.filter { $0.foot != nil }.map(\.rawValue)
    let trunk = placements.filter(\.isTrunk).min()
    var sentences: [String] = []
    if !feet.isEmpty {
      sentences.append("find the strides of " + feet.joined(separator: " and "))
      if let trunk { sentences.append("compare them with what \(trunk.rawValue) shows") }
    } else if let trunk {
      sentences.append(
        "find strides from \(trunk.rawValue) alone; their length is an estimate, and first contact stays unknown")
    } else {
      sentences.append("find no strides: there is no sensor on a foot or the trunk")
    }
    for placement in placements where placement.foot == nil && placement != trunk {
      sentences.append("leave out \(placement.rawValue)")
    }
    for sensor in inspection.sensors where sensor.gaps.count > 0 {
      sentences.append("not measure across the gaps of \(sensor.placement.rawValue)")
    }
    return sentences
  }
}
