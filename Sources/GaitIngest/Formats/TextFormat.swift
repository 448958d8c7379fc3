import GaitModel

/// A text file of a sensor or app, told by its first lines.
protocol TextFormat: RecordingFormat {
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

  static func claim(_ content: borrowing FileContent) throws(IngestError) -> FormatClaim? {
    switch content {
    case .text(let opening): reason(opening).map { FormatClaim(name: name, reason: $0) }
    default: nil
    }
  }

  static func units(_ content: borrowing FileContent) throws(IngestError) -> [UnitEvidence] {
    switch content {
    case .text(let opening): try layouts(opening).flatMap(\.units).uniqued()
    default: []
    }
  }

  static func signals(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> FileSignals {
    .parts(
      try file.table { (opening) throws(IngestError) in
        try RowLabels(opening: opening, pages: file.bytes.pages).separated(try layouts(opening))
      })
  }
}
