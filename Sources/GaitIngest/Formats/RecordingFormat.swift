import GaitModel

/// A format of files with the samples of sensors: what tells it from all others, and how it is read.
///
/// A format claims a file by what no other format has; that two claim one file is an error. Text formats are
/// `TextFormat`s and HDF5 formats `HDF5Format`s, which need to say less.
protocol RecordingFormat: SendableMetatype {
  /// Such as `Movella DOT CSV`.
  static var name: String { get }

  /// Versions of the program or device whose files were looked at, for people; `not in the file` where files do not tell.
  static var versionSeen: String { get }

  /// What files of the format hold and RetroGait does not read.
  static var lost: String { get }

  /// What in the content says that the file is of this format, or `nil` if it is not.
  ///
  /// - Throws: `IngestError` if the content cannot be looked into.
  static func claim(_ content: borrowing FileContent) throws(IngestError) -> FormatClaim?

  /// How the units of the signals are known; empty if they are read with the samples.
  ///
  /// - Throws: `IngestError` if the content is of this format and cannot be used.
  static func units(_ content: borrowing FileContent) throws(IngestError) -> [UnitEvidence]

  /// What the file's sensors measured.
  ///
  /// - Throws: `IngestError` if the file is of this format and cannot be used.
  static func signals(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> FileSignals

  /// The samples in blocks, or `nil` if files of this format are read whole.
  ///
  /// - Throws: `IngestError` if the file is of this format and cannot be used.
  static func blocks(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> [any SampleBlocks]?
}

extension RecordingFormat {
  static func blocks(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> [any SampleBlocks]? { nil }
}

/// Why a format takes a file for its own.
struct FormatClaim: Equatable {
  /// Name of the format, with that of the archive it is in.
  var name: String
  var reason: String
}

/// What is read of a file.
struct SensorRequest {
  /// The trial to read of a file that holds several.
  var part: String?
  /// The placement that the names of file and folder give.
  var placement: Placement?
  /// The placements to read, or `nil` for all.
  var wanted: Set<Placement>?
}

/// What a file holds: streams where the format says all of them, else parts that are put together later.
enum FileSignals {
  case streams([SensorStream])
  case parts([SensorSignals])
  /// Parts whose own names may say placements.
  case named([(signals: SensorSignals, placement: Placement?)])
}

/// What a file was recognized as, and by what.
public struct RecognizedFormat: Sendable, Equatable {
  /// Name of the format, such as `Movella DOT CSV`.
  public var name: String
  /// What in the file's content says so.
  public var reason: String
  /// How the units of the signals are known; empty if they are read with the samples.
  public var units: [UnitEvidence]

  public init(name: String, reason: String, units: [UnitEvidence] = []) {
    self.name = name
    self.reason = reason
    self.units = units
  }
}
