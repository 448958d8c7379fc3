import CZlib

/// The files in a ZIP archive, stored or deflated, as apps export them.
///
/// Reads the central directory (PKWARE APPNOTE 6.3.10, section 4.3.12); archives that are encrypted, split or larger
/// than 4 GB are refused. Names serve to find files and are never paths to write to.
struct ZIPArchive {
  struct Entry: Equatable {
    var name: String
    fileprivate var method: Int
    fileprivate var checksum: UInt32
    fileprivate var packedSize: Int
    fileprivate var size: Int
    fileprivate var headerStart: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String
  private let size: ExpandedSize
  /// The files, without folders, in the order of the archive.
  let entries: [Entry]

  private static let mostEntries = 10_000
  private static let endSignature: UInt32 = 0x0605_4B50
  private static let entrySignature: UInt32 = 0x0201_4B50
  private static let headerSignature: UInt32 = 0x0403_4B50
  private static let endLength = 22
  /// A comment at the end has at most 65,535 bytes.
  private static let longestComment = 65_535

  static func isRecognized(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= endLength && bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// - Throws: `IngestError` if there is no whole directory of files.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, limit: ExpansionLimit = ExpansionLimit()
  ) throws(IngestError) {
    self.bytes = bytes
    self.file = file
    size = ExpandedSize(file: file, fileSize: bytes.count, limit: limit)
    func number(_ position: Int, _ width: Int) -> Int { Self.number(bytes, position, width) }
    let lowest = max(0, bytes.count - Self.endLength - Self.longestComment)
    guard bytes.count >= Self.endLength,
      let end = stride(from: bytes.count - Self.endLength, through: lowest, by: -1).first(where: {
        number($0, 4) == Int(Self.endSignature)
      })
    else { throw Self.damaged(file, "no directory of files at its end") }
    let count = number(end + 10, 2)
    var position = number(end + 16, 4)
    guard count <= Self.mostEntries else { throw Self.damaged(file, "\(count) files") }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard position + 46 <= bytes.count, number(position, 4) == Int(Self.entrySignature) else {
        throw Self.damaged(file, "a directory that is damaged")
      }
      let nameLength = number(position + 28, 2)
      guard position + 46 + nameLength <= bytes.count else { throw Self.damaged(file, "a directory that is cut off") }
      let name = String(decoding: bytes[(position + 46)..<(position + 46 + nameLength)], as: UTF8.self)
      guard number(position + 8, 2) & 1 == 0 else { throw Self.damaged(file, "an encrypted file") }
      if !name.hasSuffix("/") {
        entries.append(
          Entry(
            name: name, method: number(position + 10, 2), checksum: UInt32(number(position + 16, 4)),
            packedSize: number(position + 20, 4), size: number(position + 24, 4),
            headerStart: number(position + 42, 4)))
      }
      position += 46 + nameLength + number(position + 30, 2) + number(position + 32, 2)
    }
    self.entries = entries
  }

  /// The bytes of a file.
  ///
  /// - Throws: `IngestError` if it is damaged, packed in an unknown way, or expands too far.
  func content(of entry: Entry) throws(IngestError) -> [UInt8] {
    let start = entry.headerStart
    guard start + 30 <= bytes.count, Self.number(bytes, start, 4) == Int(Self.headerSignature) else {
      throw damaged(entry, "no header")
    }
    let first = start + 30 + Self.number(bytes, start + 26, 2) + Self.number(bytes, start + 28, 2)
    guard first <= bytes.count, entry.packedSize <= bytes.count - first else { throw damaged(entry, "a file cut off") }
    let packed = UnsafeBufferPointer(rebasing: bytes[first..<(first + entry.packedSize)])
    try size.add([entry.size], width: 1, place: entry.name)
    let content: [UInt8]
    switch entry.method {
    case 0: content = Array(packed)
    case 8: content = inflated(packed, size: entry.size)
    default: throw damaged(entry, "the compression method \(entry.method)")
    }
    guard content.count == entry.size else { throw damaged(entry, "another size than the directory says") }
    let checksum = content.withUnsafeBufferPointer { $0.baseAddress.map { rg_crc32($0, content.count) } ?? 0 }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else { throw damaged(entry, "a wrong checksum") }
    return content
  }

  private func inflated(_ packed: UnsafeBufferPointer<UInt8>, size: Int) -> [UInt8] {
    guard let source = packed.baseAddress, size > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: size) { target, written in
      guard let out = target.baseAddress else { return }
      written = max(0, rg_inflate_raw(source, packed.count, out, size))
    }
  }

  /// The whole number of `width` bytes at `position`, which must be within the bytes.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ width: Int) -> Int {
    (0..<width).reversed().reduce(0) { $0 << 8 | Int(bytes[position + $1]) }
  }

  private func damaged(_ entry: Entry, _ found: String) -> IngestError {
    Self.damaged("\(file), \(entry.name.prefix(80))", found)
  }

  private static func damaged(_ file: String, _ found: String) -> IngestError {
    IngestError(
      .unusable, file: file, found: found, expected: "a whole ZIP archive",
      advice: "the archive seems to be damaged or of an unknown kind; export it again, or unpack it into a folder")
  }
}
