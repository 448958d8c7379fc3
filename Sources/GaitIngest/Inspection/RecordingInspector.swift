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
    do throws(IngestError) {
      let (recording, formats, error) = try look(at: path, placements: placements, &inspection)
      inspection.subject = recording.details.subject
      inspection.session = recording.details.session
      inspection.startedAt = recording.details.startedAt
      inspection.files = formats.map { file, format in
        .init(file: file, bytes: Self.size(of: file), format: format.name, reason: format.reason)
      }
      inspection.refusal = error?.description
      inspection.analyze = Self.forecast(inspection)
      return InspectedRecording(inspection: inspection, recording: recording, error: error)
    } catch {
      inspection.files = files(of: place, placements: placements)
      inspection.refusal = error.description
      inspection.analyze = Self.forecast(inspection)
      return InspectedRecording(inspection: inspection, recording: nil, error: error)
    }
  }

  /// The signals and formats of a recording, and what keeps it from being used; writes sensors and warnings.
  private func look(
    at path: String, placements: Set<Placement>?, _ inspection: inout RecordingInspection
  ) throws(IngestError) -> (Recording, [(file: String, format: RecognizedFormat)], IngestError?) {
    if let long = try reader.long(at: path, placements: placements, ofSamples: chunkSamples) {
      let chunks = RecordingChunks(
        BlockwiseRecording(long.files, longest: chunkSamples), header: long.header, reader: reader, isJudged: false)
      let findings = try LongInspection.findings(of: chunks, formats: long.formats)
      inspection.warnings = findings.warnings
      inspection.sensors = findings.sensors
      return (findings.recording, long.formats, findings.error)
    }
    let (recording, formats) = try reader.unjudged(at: path, placements: placements)
    inspection.warnings = recording.warnings
    inspection.sensors = recording.sensors.map { stream in
      let format = formats.first { $0.file == stream.source?.file }?.format
      return SignalSurvey(units: format?.units ?? []).inspection(of: stream)
    }
    do throws(IngestError) {
      for stream in recording.sensors { try PhysicsCheck(stream).check() }
      return (recording, formats, nil)
    } catch {
      return (recording, formats, error)
    }
  }

  /// The files of a recording that could not be read, as far as they are recognised.
  private func files(of place: RecordingPlace, placements: Set<Placement>?) -> [RecordingInspection.File] {
    let files = (try? place.sensorFiles(placements: placements)) ?? []
    return files.map { file in
      let format = try? reader.format(ofFileAt: file.path)
      return .init(file: file.path, bytes: Self.size(of: file.path), format: format?.name, reason: format?.reason)
    }
  }

  private static func size(of file: String) -> Int {
    (try? InputBytes(path: file))?.data.count ?? 0
  }

  private static func forecast(_ inspection: RecordingInspection) -> [String] {
    if let refusal = inspection.refusal { return ["refuse the recording: \(refusal)"] }
    let placements = inspection.sensors.map(\.placement)
    let feet = placements.filter { $0.foot != nil }.map(\.rawValue)
    let hasBack = placements.contains(.lowerBack)
    var sentences: [String] = []
    if !feet.isEmpty {
      sentences.append("find the strides of " + feet.joined(separator: " and "))
      if hasBack { sentences.append("compare them with what lower_back shows") }
    } else if hasBack {
      sentences.append(
        "find strides from lower_back alone; their length is an estimate and what touched first is not told")
    } else {
      sentences.append("find no strides: there is no sensor on a foot or the lower back")
    }
    for placement in placements where placement.foot == nil && placement != .lowerBack {
      sentences.append("leave out \(placement.rawValue)")
    }
    for sensor in inspection.sensors where sensor.gaps.count > 0 {
      sentences.append("not measure across the gaps of \(sensor.placement.rawValue)")
    }
    return sentences
  }
}
