import GaitModel

/// What a file is, told by its content: its first bytes, its first lines, or what stands at the root of an HDF5 file.
struct FileRecognition {
  /// How the file is read.
  enum Reading {
    case known(any RecordingFormat.Type)
    case mapped(ColumnMapping)
  }

  let reading: Reading
  let format: RecognizedFormat
  /// The mappings by which it is read.
  let mappings: [ColumnMapping]

  /// - Parameter declared: What the user says of the columns; it goes before every format.
  /// - Throws: `IngestError` if no format claims the file, or more than one does.
  init(_ content: borrowing FileContent, file: String, declared: DeclaredColumns = DeclaredColumns())
    throws(IngestError)
  {
    if let mapping = declared.mapping(of: content) {
      reading = .mapped(mapping)
      mappings = [mapping]
      format = RecognizedFormat(
        name: ColumnMapping.name, reason: "the columns are declared", units: [mapping.unitEvidence])
      return
    }
    guard let (known, claim) = try KnownFormats.claim(content, file: file) else {
      throw Self.unknown(content, file: file)
    }
    reading = .known(known)
    mappings = Self.mappings(in: content)
    format = RecognizedFormat(name: claim.name, reason: claim.reason, units: try known.units(content))
  }

  /// The mappings by which tables in an archive are read.
  private static func mappings(in content: borrowing FileContent) -> [ColumnMapping] {
    switch content {
    case .archive(let archive): archive.members.compactMap(\.mapping)
    default: []
    }
  }

  private static func unknown(_ content: borrowing FileContent, file: String) -> IngestError {
    switch content {
    case .text(let opening): return UnknownTable(opening: opening).refusal()
    case .hdf5(let tree):
      let names = tree.names()
      let shown = names.prefix(8).joined(separator: ", ")
      return IngestError(
        .unusable, file: file,
        found: names.isEmpty
          ? "nothing at the root" : "an unknown layout with \(shown)\(names.count > 8 ? ", …" : "") at the root",
        expected: "groups named " + Placement.allCases.map(\.rawValue).joined(separator: ", ")
          + ", or the layout of APDM or MATLAB",
        advice: "copy each sensor into a group named after where it was worn")
    case .matlab(let tree):
      let names = tree.fields(of: [])
      return IngestError(
        .unusable, file: file,
        found: names.isEmpty
          ? "a MATLAB file whose variables are objects, such as timetables of MATLAB Mobile"
          : "a MATLAB file with the variables " + names.prefix(8).joined(separator: ", "),
        expected: "the structure of Mobilise-D, data.TimeMeasure1.Test1.Trial1.SU.LowerBack",
        advice: names.isEmpty
          ? "write each timetable as CSV in MATLAB, writetimetable(Acceleration, 'Accelerometer.csv') and "
            + "writetimetable(AngularVelocity, 'Gyroscope.csv'), and read the folder with --map"
          : "write the signals as plain CSV or HDF5 in MATLAB")
    case .archive(let archive):
      if let refusal = archive.refusal { return refusal }
      return IngestError(
        .unusable, file: file, found: "an archive without a file of a known app (\(archive.excerpt))",
        expected: "an export of phyphox, Sensor Logger or another known app",
        advice: "unpack it into a folder, and give the folder or a file in it")
    }
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
