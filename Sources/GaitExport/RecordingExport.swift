import GaitMeasures
import GaitModel

/// A file to be written.
public struct ExportedFile: Sendable, Equatable {
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The files of one analyzed recording, as bytes.
public struct RecordingExport: Sendable {
  public static let stridesFile = "strides.csv"
  public static let summaryFile = "summary.json"
  public static let curvesFile = "curves.npy"

  public var recording: AnalyzedRecording

  public init(_ recording: AnalyzedRecording) {
    self.recording = recording
  }

  /// `strides.csv`, `events.csv`, `bouts.csv`, `turns.csv`, `measures.csv`, `curves.npy` and `summary.json`.
  ///
  /// - Throws: `EncodingError` if the summary cannot be encoded, which no input should cause.
  public func files() throws -> [ExportedFile] {
    let name = recording.summary.recording
    return [
      file(Self.stridesFile, StrideTable.text(of: recording)),
      file("events.csv", EventTable.text(of: recording.events, recording: name)),
      file("bouts.csv", BoutTable.text(of: recording.bouts, recording: name)),
      file("turns.csv", TurnTable.text(of: TurnDetector().turns(in: recording.strides), recording: name)),
      file("measures.csv", MeasureTable.text(of: recording.summary)),
      ExportedFile(name: Self.curvesFile, bytes: CurveTable.bytes(of: recording.curves)),
      ExportedFile(name: Self.summaryFile, bytes: try recording.summary.json()),
    ]
  }

  private func file(_ name: String, _ text: String) -> ExportedFile {
    ExportedFile(name: name, bytes: Array(text.utf8))
  }
}
