import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Recognises and reads one file of a recording.
struct SensorFileReader {
  let path: String
  /// The trial to read of a file that holds several.
  var part: String?
  let options: IngestOptions

  /// What a file holds: streams where the format says all of them, else parts that are put together later.
  enum Content {
    case streams([SensorStream])
    case parts([SensorSignals])
    /// Parts whose own names may say placements.
    case named([(signals: SensorSignals, placement: Placement?)])
  }

  func recognition(_ bytes: InputBytes) throws(IngestError) -> FileRecognition {
    try bytes.withBytes { (buffer) throws(IngestError) in
      try FileRecognition(buffer, file: path, mapping: options.mapping, limit: options.expansion, sibling: sibling)
    }
  }

  /// - Parameters:
  ///   - placement: The placement that the file's name gives.
  ///   - wanted: The placements to read, or `nil` for all.
  func content(
    _ bytes: InputBytes, _ recognition: FileRecognition, placement: Placement?, wanted: Set<Placement>?
  ) throws(IngestError) -> Content {
    switch recognition.reading {
    case .plainHDF5:
      return .streams(
        try PlainHDF5Format.streams(
          inFileAt: path, byteCount: bytes.data.count, filePlacement: placement, wanted: wanted,
          limit: options.expansion))
    case .hdf5(let format):
      return .parts(
        try HDF5Library.exclusively { () throws(IngestError) in
          try format.signals(try HDF5Tree(path: path, byteCount: bytes.data.count, limit: options.expansion))
        })
    case .mobiliseD(isHDF5: true):
      return .parts(
        try HDF5Library.exclusively { () throws(IngestError) in
          try MobiliseDFormat.signals(
            try HDF5Tree(path: path, byteCount: bytes.data.count, limit: options.expansion), part: part)
        })
    case .mobiliseD(isHDF5: false):
      return try bytes.withBytes { (buffer) throws(IngestError) in
        let tree = MATLABVariables(file: path, content: try MATFile(buffer, file: path, limit: options.expansion))
        return .parts(try MobiliseDFormat.signals(tree, part: part))
      }
    case .archive:
      return try bytes.withBytes { (buffer) throws(IngestError) in
        .named(try ExportArchive(buffer, file: path, limit: options.expansion).signals())
      }
    case .plainCSV:
      return try bytes.withBytes { (buffer) throws(IngestError) in
        .streams(
          try PlainCSVFormat.streams(
            in: buffer, file: path, filePlacement: placement ?? options.placement, wanted: wanted, pages: bytes.pages))
      }
    case .text(let format):
      return try bytes.withBytes { (buffer) throws(IngestError) in
        .parts(try Self.parts(buffer, file: path, pages: bytes.pages, sibling: sibling, format.layouts))
      }
    case .mapped(let mapping):
      return try bytes.withBytes { (buffer) throws(IngestError) in
        .parts(
          try Self.parts(buffer, file: path, pages: bytes.pages) { (opening) throws(IngestError) in
            [try MappedTable(mapping: mapping, opening: opening).layout()]
          })
      }
    }
  }

  /// The samples of the file's sensors in blocks, or `nil` if it is of a format that is read whole.
  ///
  /// - Parameters:
  ///   - placement: The placement that the file's name gives.
  ///   - wanted: The placements to read, or `nil` for all.
  func blocks(
    _ bytes: InputBytes, _ recognition: FileRecognition, placement: Placement?, wanted: Set<Placement>?
  ) throws(IngestError) -> [any SampleBlocks]? {
    switch recognition.reading {
    case .plainCSV:
      return try PlainCSVBlocks(bytes, file: path, filePlacement: placement ?? options.placement, wanted: wanted)
        .map { [$0] }
    case .plainHDF5:
      let layouts = try PlainHDF5Format.layouts(
        inFileAt: path, byteCount: bytes.data.count, filePlacement: placement, wanted: wanted, limit: options.expansion)
      return layouts.map {
        PlainHDF5Blocks($0, file: path, byteCount: bytes.data.count, limit: options.expansion)
      }
    default: return nil
    }
  }

  static func parts(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, pages: FilePages? = nil,
    sibling: @escaping (String) -> String? = { _ in nil },
    _ layouts: (TextOpening) throws(IngestError) -> [TextLayout]
  ) throws(IngestError) -> [SensorSignals] {
    guard bytes.prefix(minusSample).contains(minus[0]), let cleaned = withPlainMinus(bytes) else {
      guard let opening = TextOpening(bytes, file: file, sibling: sibling) else { return [] }
      return try TableReader(bytes: bytes, file: file, pages: pages).signals(try layouts(opening))
    }
    let result: Result<[SensorSignals], IngestError> = cleaned.withUnsafeBufferPointer { buffer in
      do throws(IngestError) {
        guard let opening = TextOpening(buffer, file: file, sibling: sibling) else { return .success([]) }
        return .success(try TableReader(bytes: buffer, file: file).signals(try layouts(opening)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The minus sign of typography, U+2212, in UTF-8: some telephones write it before numbers.
  private static let minus: [UInt8] = [0xE2, 0x88, 0x92]
  /// Bytes in which a file that has such signs has one.
  private static let minusSample = 1 << 16

  /// The bytes with `-` for each minus sign of typography, or `nil` if there is none.
  private static func withPlainMinus(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(bytes.count)
    var p = 0
    while p < bytes.count {
      if bytes[p] == minus[0], p + 2 < bytes.count, bytes[p + 1] == minus[1], bytes[p + 2] == minus[2] {
        cleaned.append(UInt8(ascii: "-"))
        p += 3
      } else {
        cleaned.append(bytes[p])
        p += 1
      }
    }
    return cleaned.count == bytes.count ? nil : cleaned
  }

  /// Bytes that are read of a file beside a sensor's.
  private static let metadataLimit = 1 << 20

  /// The text of another file in the same folder, the start of it if it is large.
  func sibling(_ name: String) -> String? {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard let data = try? InputBytes(path: "\(folder)/\(name)").data, data.count <= Self.metadataLimit else {
      return nil
    }
    return String(decoding: data, as: UTF8.self)
  }
}

/// What a user says of files that do not say it themselves.
public struct IngestOptions: Sendable, Equatable {
  /// Where a sensor was worn whose file says nothing of it.
  public var placement: Placement?
  /// What the columns of text files hold; it goes before every known format.
  public var mapping: ColumnMapping?
  /// How many bytes of numbers a packed file may give.
  public var expansion = ExpansionLimit()

  public init(placement: Placement? = nil, mapping: ColumnMapping? = nil) {
    self.placement = placement
    self.mapping = mapping
  }
}
