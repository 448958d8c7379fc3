import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads a folder or a file into a recording.
///
/// A folder holds one file per sensor, named after its placement (`left_foot.csv`, `lower_back.h5`), and optionally
/// `recording.json`; other files in it are left alone. A single file holds all sensors.
public struct RecordingReader: Sendable {
  /// A declared rate is reported if it is farther than this share from the one in the time stamps.
  private static let rateTolerance = 0.01

  public init() {}

  /// Reads the recording at `path`.
  ///
  /// - Parameters:
  ///   - path: A folder that holds one file per sensor, or one file that holds all sensors.
  ///   - placements: The sensors to read, or `nil` for all there are.
  /// - Throws: `IngestError` if something cannot be read, or cannot be used to measure with.
  public func recording(at path: String, placements: Set<Placement>? = nil) throws(IngestError) -> Recording {
    let place = RecordingPlace(path)
    let sensorFiles = try place.sensorFiles(placements: placements)
    var recording = Recording(name: place.name, sensors: [])
    var declaredRate: Double?
    if let file = place.detailsFile {
      let bytes = try InputBytes(path: file)
      let details = try DetailsFile(Array(bytes.data), file: file)
      recording.details = details.details
      declaredRate = details.samplingRate
      recording.inputs.append(Self.details(bytes))
    }
    for sensorFile in sensorFiles {
      let (streams, input) = try read(sensorFile, wanted: placements)
      for stream in streams {
        if recording[stream.placement] != nil {
          throw IngestError(
            .unusable, file: sensorFile.path, found: "a second sensor at \(stream.placement.rawValue)",
            expected: "one sensor per placement", advice: "remove or rename one of the files")
        }
        if let declaredRate = stream.timing.declaredRate ?? declaredRate,
          abs(stream.timing.rate / declaredRate - 1) > Self.rateTolerance
        {
          recording.warnings.append(
            "\(stream.placement.rawValue): the time stamps give \(rounded(stream.timing.rate)) Hz where "
              + "\(rounded(declaredRate)) Hz is declared; the time stamps are used.")
        }
        recording.warnings += SignalDoubts().doubts(about: stream).map { "\(stream.placement.rawValue): \($0)" }
        recording.sensors.append(stream)
      }
      recording.inputs.append(input)
    }
    recording.sensors.sort { $0.placement < $1.placement }
    guard !recording.sensors.isEmpty else { throw place.nothingFound(placements: placements) }
    return recording
  }

  /// The files that `recording(at:placements:)` would read, without reading what is in them but for their hash.
  ///
  /// - Throws: `IngestError` if a file cannot be read or there is none.
  public func inputs(at path: String, placements: Set<Placement>? = nil) throws(IngestError) -> [InputFile] {
    let place = RecordingPlace(path)
    let sensorFiles = try place.sensorFiles(placements: placements)
    var inputs: [InputFile] = []
    if let file = place.detailsFile { inputs.append(Self.details(try InputBytes(path: file))) }
    for file in sensorFiles { inputs.append(Self.input(file, try InputBytes(path: file.path))) }
    return inputs
  }

  private static func details(_ bytes: InputBytes) -> InputFile {
    InputFile(file: DetailsFile.name, sha256: bytes.sha256, format: "recording details")
  }

  private static func input(_ file: RecordingPlace.SensorFile, _ bytes: InputBytes) -> InputFile {
    let format =
      switch file.kind {
      case .csv: PlainCSVFormat.name
      case .hdf5: PlainHDF5Format.name
      }
    return InputFile(file: URL(filePath: file.path).lastPathComponent, sha256: bytes.sha256, format: format)
  }

  private func read(
    _ file: RecordingPlace.SensorFile, wanted: Set<Placement>?
  ) throws(IngestError) -> ([SensorStream], InputFile) {
    let bytes = try InputBytes(path: file.path)
    switch file.kind {
    case .csv:
      let streams = try bytes.withBytes { (buffer) throws(IngestError) in
        try PlainCSVFormat.streams(in: buffer, file: file.path, filePlacement: file.placement, wanted: wanted)
      }
      return (streams, Self.input(file, bytes))
    case .hdf5:
      let streams = try PlainHDF5Format.streams(
        inFileAt: file.path, byteCount: bytes.data.count, filePlacement: file.placement, wanted: wanted)
      return (streams, Self.input(file, bytes))
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
