import GaitMeasures
import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

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

  public var recording: Recording
  public var result: GaitResult
  public var summary: WalkSummary
  public var settings: JSONValue
  public var program: ProgramVersion

  public init(
    recording: Recording, result: GaitResult, summary: WalkSummary, settings: JSONValue, program: ProgramVersion
  ) {
    self.recording = recording
    self.result = result
    self.summary = summary
    self.settings = settings
    self.program = program
  }

  /// `strides.csv`, `events.csv`, `bouts.csv`, `curves.npy` and `summary.json`.
  ///
  /// - Throws: `EncodingError` if the summary cannot be encoded, which no input should cause.
  public func files() throws -> [ExportedFile] {
    let name = recording.name
    let document = SummaryDocument(
      recording: recording, result: result, summary: summary, settings: settings, program: program)
    return [
      file(Self.stridesFile, StrideTable.text(of: result.strides, recording: name, details: recording.details)),
      file("events.csv", EventTable.text(of: result.events, recording: name)),
      file("bouts.csv", BoutTable.text(of: result.bouts, recording: name)),
      ExportedFile(name: Self.curvesFile, bytes: CurveTable.bytes(of: DrawnStride.all(of: result))),
      ExportedFile(name: Self.summaryFile, bytes: try document.json()),
    ]
  }

  private func file(_ name: String, _ text: String) -> ExportedFile {
    ExportedFile(name: name, bytes: Array(text.utf8))
  }
}

extension SummaryDocument {
  /// The document as JSON with sorted keys and a final line break.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// Reads a document that `json()` wrote.
  ///
  /// - Throws: `DecodingError` where something is missing or of another kind.
  public init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(SummaryDocument.self, from: Data(json))
  }
}

extension JSONValue {
  /// Any value that encodes itself, as JSON.
  ///
  /// - Throws: `EncodingError` if it cannot be encoded.
  public init(encoding value: some Encodable) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
  }
}
