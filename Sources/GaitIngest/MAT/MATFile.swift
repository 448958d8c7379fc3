import CZlib

/// Reads MATLAB files of version 5 (those of `save -v6` and `-v7`).
///
/// Numbers, texts, structures and cells are read; everything else is passed over (MathWorks, "MAT-File Format",
/// R2023a, chapter 1). Numbers stay packed until they are asked for. Nothing is allocated by what the file declares but
/// by what it holds, and variables expand no further than the limit.
struct MATFile {
  /// The variables by name.
  let variables: [String: MATValue]

  private static let headerLength = 128

  /// Whether the bytes begin with the header of such a file.
  static func isRecognized(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= headerLength else { return false }
    let version = (bytes[124], bytes[125])
    switch (bytes[126], bytes[127]) {
    case (UInt8(ascii: "I"), UInt8(ascii: "M")): return version == (0, 1)
    case (UInt8(ascii: "M"), UInt8(ascii: "I")): return version == (1, 0)
    default: return false
    }
  }

  /// - Throws: `IngestError` if the file is cut off, damaged or expands too far.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, limit: ExpansionLimit = ExpansionLimit()
  ) throws(IngestError) {
    let size = ExpandedSize(file: file, fileSize: bytes.count, limit: limit)
    let isBigEndian = bytes.count > 127 && bytes[126] == UInt8(ascii: "M")
    var variables: [String: MATValue] = [:]
    var start = Self.headerLength
    while start + 8 <= bytes.count {
      let head = MATElements(bytes: Array(bytes[start..<start + 8]), isBigEndian: isBigEndian)
      let type = head.word(0)
      let count = Int(head.word(4))
      guard count <= bytes.count - start - 8 else { throw Self.damaged(file, at: start, "an element that is cut off") }
      let content = bytes[(start + 8)..<(start + 8 + count)]
      let place = start
      let element: [UInt8]
      if type == MATElements.compressed {
        element = try Self.inflated(content, isBigEndian: isBigEndian, file: file, at: start, size: size)
        start += 8 + count
      } else {
        element = Array(bytes[start..<start + 8 + count])
        // Elements begin at multiples of eight bytes.
        start += 8 + (count + 7) / 8 * 8
      }
      do throws(MATElements.Fault) {
        var elements = MATElements(bytes: element, isBigEndian: isBigEndian)
        if let (name, value) = try elements.variable() { variables[name] = value }
      } catch {
        throw Self.damaged(file, at: place, error.found)
      }
    }
    self.variables = variables
  }

  private static func inflated(
    _ packed: Slice<UnsafeBufferPointer<UInt8>>, isBigEndian: Bool, file: String, at start: Int, size: ExpandedSize
  ) throws(IngestError) -> [UInt8] {
    let source = UnsafeBufferPointer(rebasing: packed)
    guard let first = source.baseAddress else { throw damaged(file, at: start, "an empty element") }
    var head = [UInt8](repeating: 0, count: 8)
    guard rg_inflate_start(first, source.count, &head, head.count) == 8 else {
      throw damaged(file, at: start, "a packed element that is damaged")
    }
    // The tag of the packed element tells how long it is.
    let count = Int(MATElements(bytes: head, isBigEndian: isBigEndian).word(4)) + 8
    try size.add([count], width: 1, place: "byte \(start)")
    var filled = 0
    // Some writers fill up to eight bytes, some do not.
    let element = [UInt8](unsafeUninitializedCapacity: count + 8) { target, written in
      if let out = target.baseAddress { filled = rg_inflate(first, source.count, out, count + 8) }
      written = max(0, filled)
    }
    guard filled >= count else { throw damaged(file, at: start, "a packed element that is damaged or cut off") }
    return element
  }

  private static func damaged(_ file: String, at start: Int, _ found: String) -> IngestError {
    IngestError(
      .unusable, file: file, place: "byte \(start)", found: found, expected: "a whole MATLAB file",
      advice: "the file seems to be damaged or cut off; copy or save it again")
  }
}
