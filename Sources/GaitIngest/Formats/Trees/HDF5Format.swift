import GaitModel

/// An HDF5 file of a sensor's software, told by what stands at its root.
protocol HDF5Format: RecordingFormat {
  /// How the units are known.
  static var units: [UnitEvidence] { get }

  /// What in the file says that it is of this format, or `nil` if it is not.
  static func reason(_ tree: borrowing HDF5Tree) -> String?

  /// What each sensor measured.
  ///
  /// - Throws: `IngestError` if the file is of this format and cannot be used.
  static func signals(_ tree: borrowing HDF5Tree) throws(IngestError) -> [SensorSignals]
}

extension HDF5Format {
  static func claim(_ content: borrowing FileContent) throws(IngestError) -> FormatClaim? {
    switch content {
    case .hdf5(let tree): reason(tree).map { FormatClaim(name: name, reason: $0) }
    default: nil
    }
  }

  static func units(_ content: borrowing FileContent) throws(IngestError) -> [UnitEvidence] { units }

  static func signals(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> FileSignals {
    try file.withContent { (content) throws(IngestError) in
      switch content {
      case .hdf5(let tree): .parts(try signals(tree))
      default: .parts([])
      }
    }
  }
}
