import GaitModel

/// What a file was recognised as, and by what.
public struct RecognizedFormat: Sendable, Equatable {
  /// Name of the format, such as `Movella DOT CSV`.
  public var name: String
  /// What in the file's content says so.
  public var reason: String
  /// How the units of the signals are known, a sentence each; empty if they are read with the samples.
  public var units: [String]

  public init(name: String, reason: String, units: [String] = []) {
    self.name = name
    self.reason = reason
    self.units = units
  }
}

/// A text file of a sensor or app, told by its first lines.
///
/// A format claims a file by what no other format has; that two claim one file is an error.
protocol TextFormat: SendableMetatype {
  static var name: String { get }

  /// Whether the accelerometer, the gyroscope and other sensors of one device stand in files of their own.
  static var writesOneFilePerSensor: Bool { get }

  /// What in the first lines says that the file is of this format, or `nil` if it is not.
  static func reason(_ opening: TextOpening) -> String?

  /// How the samples of each sensor stand in the file.
  ///
  /// - Throws: `IngestError` if the file is of this format and cannot be used.
  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout]
}

extension TextFormat {
  static var writesOneFilePerSensor: Bool { false }
}

/// The text formats that are known: a closed list.
enum TextFormats {
  static let all: [any TextFormat.Type] = [
    MovellaDOTFormat.self, XsensManagerFormat.self, ShimmerFormat.self, AxivityFormat.self, ActiGraphFormat.self,
    PhyphoxFormat.self, SensorLoggerFormat.self, SensorLogFormat.self, PhysicsToolboxFormat.self, GaitmapFormat.self,
    MobgapFormat.self, MotionBIDSFormat.self, APDMNamedCSVFormat.self, APDMGroupedCSVFormat.self,
  ]

  /// The format of the file that begins with `opening`, and why; `nil` if none claims it.
  ///
  /// - Throws: `IngestError` if more than one claims it.
  static func recognized(_ opening: TextOpening) throws(IngestError) -> (format: any TextFormat.Type, reason: String)? {
    let claims = all.compactMap { format in format.reason(opening).map { (format: format, reason: $0) } }
    guard claims.count < 2 else {
      throw IngestError(
        .unusable, file: opening.file,
        found: "a file that could be " + claims.map { "\($0.format.name) (\($0.reason))" }.joined(separator: " or "),
        expected: "one format", advice: "say with --map which columns hold what")
    }
    return claims.first
  }
}
