/// What kind of file it is, opened so far that formats can look into it.
enum FileContent: ~Copyable {
  case text(TextOpening)
  case hdf5(HDF5Tree)
  /// MATLAB of version 5; version 7.3 is HDF5.
  case matlab(MATLABVariables)
  case archive(ExportArchive)

  private static let hdf5Signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]
  /// MATLAB leaves 512 bytes before HDF5 for a header of its own.
  private static let matlabHeader = 512

  static func isHDF5(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: hdf5Signature) || bytes.dropFirst(matlabHeader).starts(with: hdf5Signature)
  }

  /// Opens the bytes of a file that is not HDF5.
  ///
  /// - Throws: `IngestError` if they are damaged, or of no kind that any format has.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, limit: ExpansionLimit,
    declared: DeclaredColumns = DeclaredColumns(),
    sibling: @escaping (String) -> String?
  ) throws(IngestError) {
    if ZIPArchive.isRecognized(bytes) {
      self = .archive(try ExportArchive(bytes, file: file, limit: limit, declared: declared))
    } else if MATFile.isRecognized(bytes) {
      self = .matlab(MATLABVariables(file: file, content: try MATFile(bytes, file: file, limit: limit)))
    } else if let other = OtherFileFormat(bytes) {
      throw other.refusal(file)
    } else if let opening = TextOpening(bytes, file: file, sibling: sibling) {
      self = .text(opening)
    } else {
      // It says what is wrong with an empty file and with UTF-16.
      _ = try CSVDialect(bytes, file: file)
      throw IngestError(
        .unusable, file: file, found: "binary data of an unknown format",
        expected: "CSV, HDF5, MATLAB or an export of a known sensor or app", advice: "export the recording as CSV")
    }
  }

  var isText: Bool {
    switch self {
    case .text: true
    default: false
    }
  }

  /// What a user can do about a file that two formats claim.
  var adviceOnAmbiguity: String {
    switch self {
    case .text: "describe the columns with --map"
    default: "copy the sensors into a file of their own"
    }
  }
}
