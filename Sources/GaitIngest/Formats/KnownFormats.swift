/// The formats that are read: a closed list.
///
/// A new format is a file with a type that says what it is and how it is read, and a line here. Recognition, inspection,
/// the fuzzers and the table in Formats.md go over this list.
enum KnownFormats {
  static let all: [any RecordingFormat.Type] = [
    PlainCSVFormat.self, PlainHDF5Format.self,
    MovellaDOTFormat.self, XsensManagerFormat.self, ShimmerFormat.self, AxivityFormat.self, ActiGraphFormat.self,
    PhyphoxFormat.self, SensorLoggerFormat.self, SensorLogFormat.self, PhysicsToolboxFormat.self, GaitmapFormat.self,
    MobgapFormat.self, MotionBIDSFormat.self, APDMNamedCSVFormat.self, APDMGroupedCSVFormat.self,
    APDMRecordingFormat.self, MobiliseDFormat.self, AppArchiveFormat.self,
  ]

  /// The format that takes `content` for its own, and why; `nil` if none does.
  ///
  /// - Throws: `IngestError` if more than one does, or the content cannot be looked into.
  static func claim(
    _ content: borrowing FileContent, file: String
  ) throws(IngestError) -> (format: any RecordingFormat.Type, claim: FormatClaim)? {
    var claims: [(format: any RecordingFormat.Type, claim: FormatClaim)] = []
    for format in all {
      if let claim = try format.claim(content) { claims.append((format, claim)) }
    }
    guard claims.count < 2 else {
      throw IngestError(
        .unusable, file: file,
        found: "a file that could be "
          + claims.map { "\($0.claim.name) (\($0.claim.reason))" }.joined(separator: " or "),
        expected: "one format", advice: content.adviceOnAmbiguity)
    }
    if let claim = claims.first { return claim }
    // What no format claims may be a table whose names tell all that is needed.
    return try DescribedTableFormat.claim(content).map { (DescribedTableFormat.self, $0) }
  }
}
