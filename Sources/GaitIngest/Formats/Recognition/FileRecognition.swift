import GaitModel

/// What a file is, told by its content: its first bytes, its first lines, or what stands at the root of an HDF5 file.
struct FileRecognition {
  /// How the file is read.
  enum Reading {
    case plainCSV
    case plainHDF5
    case hdf5(any HDF5Format.Type)
    case mobiliseD(isHDF5: Bool)
    case archive
    case text(any TextFormat.Type)
    case mapped(ColumnMapping)
  }

  let reading: Reading
  let format: RecognizedFormat

  private static let hdf5Signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]

  /// - Parameter mapping: What the user says of the columns; it goes before every format.
  /// - Throws: `IngestError` if no format claims the file, or more than one does.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, mapping: ColumnMapping? = nil,
    limit: ExpansionLimit = ExpansionLimit(), sibling: @escaping (String) -> String? = { _ in nil }
  ) throws(IngestError) {
    if let format = try Self.binary(bytes, file: file, limit: limit) {
      self = format
      return
    }
    guard let opening = TextOpening(bytes, file: file, sibling: sibling) else {
      // It says what is wrong with an empty file and with UTF-16.
      _ = try CSVDialect(bytes, file: file)
      throw Self.unknown(file, found: "binary data of an unknown format")
    }
    if let mapping {
      reading = .mapped(mapping)
      format = RecognizedFormat(
        name: ColumnMapping.name, reason: "the columns are declared", units: [mapping.unitSentence])
      return
    }
    let claim = try TextFormats.recognized(opening)
    let plain = PlainCSVFormat.reason(opening)
    if let claim, plain != nil {
      throw IngestError(
        .unusable, file: file, found: "a file that could be \(claim.format.name) or plain CSV",
        expected: "one format", advice: "say with --map which columns hold what")
    }
    if let claim {
      reading = .text(claim.format)
      format = RecognizedFormat(
        name: claim.format.name, reason: claim.reason,
        units: try claim.format.layouts(opening).flatMap(\.units).uniqued())
    } else if let plain {
      reading = .plainCSV
      format = RecognizedFormat(
        name: PlainCSVFormat.name, reason: plain, units: ["units stand in the names of the columns"])
    } else {
      let kind =
        opening.hasNoHeader
        ? "numbers without a line of column names above them, beginning with" : "an unknown layout that begins with"
      throw Self.unknown(file, found: "\(kind) \(opening.excerpt)")
    }
  }

  private init(reading: Reading, format: RecognizedFormat) {
    self.reading = reading
    self.format = format
  }

  private static func binary(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, limit: ExpansionLimit
  ) throws(IngestError) -> FileRecognition? {
    // MATLAB leaves 512 bytes before HDF5 for a header of its own.
    let matlabHeader = 512
    if bytes.starts(with: hdf5Signature) || bytes.dropFirst(matlabHeader).starts(with: hdf5Signature) {
      return try HDF5Library.exclusively { () throws(IngestError) in
        let tree = try HDF5Tree(path: file, byteCount: bytes.count, limit: limit)
        if bytes.starts(with: "MATLAB 7.3".utf8), let format = mobiliseD(tree, version: "7.3") { return format }
        guard let claim = try HDF5Formats.recognized(tree) else {
          return FileRecognition(
            reading: .plainHDF5,
            format: RecognizedFormat(
              name: PlainHDF5Format.name, reason: "the signature of HDF5 and groups named after placements",
              units: ["units stand in the attribute 'units' of each dataset"]))
        }
        return FileRecognition(
          reading: .hdf5(claim.format),
          format: RecognizedFormat(name: claim.format.name, reason: claim.reason, units: claim.format.units))
      }
    }
    if ZIPArchive.isRecognized(bytes) {
      let members = try ExportArchive(bytes, file: file, limit: limit).members
      let names = members.map { $0.format.name }.uniqued().joined(separator: ", ")
      return FileRecognition(
        reading: .archive,
        format: RecognizedFormat(
          name: "\(names) in ZIP", reason: "a ZIP archive with \(members[0].entry.name): \(members[0].reason)",
          units: members.flatMap(\.units).uniqued()))
    }
    if MATFile.isRecognized(bytes) {
      let tree = MATLABVariables(file: file, content: try MATFile(bytes, file: file, limit: limit))
      if let format = mobiliseD(tree, version: "5") { return format }
      let names = tree.fields(of: [])
      throw IngestError(
        .unusable, file: file,
        found: "a MATLAB file with "
          + (names.isEmpty ? "no variables" : "the variables " + names.prefix(8).joined(separator: ", ")),
        expected: "the structure of Mobilise-D, data.TimeMeasure1.Test1.Trial1.SU.LowerBack",
        advice: "write the signals as plain CSV or HDF5 in MATLAB")
    }
    return nil
  }

  /// The trials of a MATLAB file that holds more than one recording; empty for any other file.
  static func trials(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(IngestError) -> [String] {
    if MATFile.isRecognized(bytes) {
      let tree = MATLABVariables(file: file, content: try MATFile(bytes, file: file))
      return MobiliseDFormat.trials(tree).map(MobiliseDFormat.name)
    }
    guard bytes.starts(with: "MATLAB 7.3".utf8) else { return [] }
    return try HDF5Library.exclusively { () throws(IngestError) in
      MobiliseDFormat.trials(try HDF5Tree(path: file, byteCount: bytes.count)).map(MobiliseDFormat.name)
    }
  }

  private static func mobiliseD(
    _ tree: borrowing some MATLABTree & ~Copyable, version: String
  ) -> FileRecognition? {
    guard let first = MobiliseDFormat.trials(tree).first else { return nil }
    return FileRecognition(
      reading: .mobiliseD(isHDF5: version == "7.3"),
      format: RecognizedFormat(
        name: MobiliseDFormat.name,
        reason: "a MATLAB file of version \(version) with sensors (SU) in \(first.joined(separator: "."))",
        units: MobiliseDFormat.units))
  }

  private static func unknown(_ file: String, found: String) -> IngestError {
    IngestError(
      .unusable, file: file, found: found,
      expected: "the columns time_s, acc_x_m_s2 … acc_z_m_s2 and gyr_x_deg_s … gyr_z_deg_s, or the layout of a known "
        + "sensor or app",
      advice: "say which columns hold what, for instance --map 'time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s'")
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
