import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An input file that is open: it is read or mapped, recognized and hashed once.
final class OpenedFile {
  let path: String
  /// What the file holds, unpacked.
  let bytes: InputBytes
  /// The file as it is.
  private let packed: InputBytes
  let options: IngestOptions
  /// Reads the text of another file in the same folder or archive, by its path from there.
  let sibling: (String) -> String?
  private var known: FileRecognition?
  private var process: HDF5Process?
  /// How often the file was recognized and hashed.
  private(set) var work = Work()

  struct Work: Equatable {
    var recognitions = 0
    var hashes = 0
  }
  private var hash: String?

  /// Opens the file at `path`.
  ///
  /// - Throws: `IngestError` if it cannot be read.
  init(path: String, options: IngestOptions = IngestOptions()) throws(IngestError) {
    self.path = path
    self.options = options
    packed = try InputBytes(path: path)
    bytes = try TextBytes.unpacked(packed, file: path, limit: options.expansion) ?? packed
    sibling = { Self.text($0, beside: path) }
  }

  /// Takes `content` for that of a file at `path`.
  init(
    _ content: [UInt8], path: String, options: IngestOptions = IngestOptions(),
    sibling: @escaping (String) -> String? = { _ in nil }
  ) {
    self.path = path
    self.options = options
    packed = InputBytes(content)
    bytes = TextBytes.plain(packed) ?? packed
    self.sibling = sibling
  }

  /// Calls `body` with the content, opened so far that formats can look into it.
  ///
  /// - Throws: What `body` throws, or `IngestError` if the file is of no kind that any format has.
  func withContent<T>(_ body: (borrowing FileContent) throws(IngestError) -> T) throws(IngestError) -> T {
    let (isHDF5, isMATLAB) = try bytes.withBytes { (buffer) throws(IngestError) in
      (FileContent.isHDF5(buffer), buffer.starts(with: "MATLAB 7.3".utf8))
    }
    if isHDF5 {
      let process = try hdf5()
      let tree = HDF5Tree(process, byteCount: bytes.data.count, limit: options.expansion, isMATLAB: isMATLAB)
      do throws(IngestError) {
        let result = try body(.hdf5(tree))
        try process.checkSound()
        return result
      } catch {
        // What the file seemed to lack may be what ended the process.
        try process.checkSound()
        throw error
      }
    }
    return try bytes.withBytes { (buffer) throws(IngestError) in
      let content = try FileContent(
        buffer, file: path, limit: options.expansion, declared: options.declared, sibling: sibling)
      return try body(content)
    }
  }

  /// The process that reads the file, which is HDF5.
  ///
  /// - Throws: `IngestError` if the file is damaged.
  func hdf5() throws(IngestError) -> HDF5Process {
    if let process { return process }
    let started = try HDF5Process(path: path)
    process = started
    return started
  }

  /// What the file is.
  ///
  /// - Throws: `IngestError` if no format claims it, or more than one does.
  func recognition() throws(IngestError) -> FileRecognition {
    if let known { return known }
    let found = try withContent { (content) throws(IngestError) in
      try FileRecognition(content, file: path, declared: options.declared)
    }
    known = found
    work.recognitions += 1
    return found
  }

  /// What the file's sensors measured.
  ///
  /// - Throws: `IngestError` if the file is not known, or cannot be used.
  func signals(_ request: SensorRequest) throws(IngestError) -> FileSignals {
    switch try recognition().reading {
    case .known(let format): try format.signals(of: self, request)
    case .mapped(let mapping):
      .parts(
        try table { (opening) throws(IngestError) in
          let layouts = try MappedTable(mapping: mapping, opening: opening).layouts()
          if mapping.takesAllRows { return layouts }
          return try RowLabels(opening: opening, pages: bytes.pages).separated(layouts)
        })
    }
  }

  /// The samples of the file's sensors in blocks, or `nil` if it is of a format that is read whole.
  ///
  /// - Throws: `IngestError` if the file is not known, or cannot be used.
  func blocks(_ request: SensorRequest) throws(IngestError) -> [any SampleBlocks]? {
    switch try recognition().reading {
    case .known(let format): try format.blocks(of: self, request)
    case .mapped: nil
    }
  }

  /// SHA-256 as lower-case hexadecimal digits.
  ///
  /// - Throws: `IngestError` if the file has been cut since it was opened.
  func sha256() throws(IngestError) -> String {
    if let hash { return hash }
    let found = try packed.sha256()
    hash = found
    work.hashes += 1
    return found
  }

  /// What the sensors of a text file measured, by `layouts`.
  ///
  /// - Throws: `IngestError` if the file cannot be used.
  func table(
    _ layouts: (TextOpening) throws(IngestError) -> [TextLayout]
  ) throws(IngestError) -> [SensorSignals] {
    try bytes.withBytes { (buffer) throws(IngestError) in
      guard let opening = TextOpening(buffer, file: path, sibling: sibling) else { return [] }
      return try TableReader(bytes: buffer, file: path, pages: bytes.pages).signals(try layouts(opening))
    }
  }

  /// Bytes that are read of a file beside a sensor's.
  private static let metadataLimit = 1 << 20

  /// The text of another file in the same folder, the start of it if it is large.
  private static func text(_ name: String, beside path: String) -> String? {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard let data = try? InputBytes(path: "\(folder)/\(name)").data, data.count <= metadataLimit else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}

/// What a user says of files that do not say it themselves.
public struct IngestOptions: Sendable, Equatable {
  /// Where a sensor was worn whose file says nothing of it.
  public var placement: Placement?
  /// What the columns of text files hold; it goes before every known format.
  public var mapping: ColumnMapping?
  /// What the columns of tables hold, by their layouts; it goes before every known format, and behind `mapping`.
  public var layouts: [TableLayout: ColumnMapping] = [:]
  /// How many bytes of numbers a packed file may give.
  public var expansion = ExpansionLimit()
  /// Path of the table that cuts the recording into named parts; `nil` for one that lies beside it, if there is one.
  public var segmentsFile: String?
  /// The time of the recording that counts; `nil` for all. A table of segments beside the recording is then not used.
  public var evaluated: EvaluatedTime?

  public init(placement: Placement? = nil, mapping: ColumnMapping? = nil) {
    self.placement = placement
    self.mapping = mapping
  }

  var declared: DeclaredColumns { DeclaredColumns(all: mapping, byLayout: layouts) }
}
