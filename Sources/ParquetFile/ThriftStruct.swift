/// A struct in Thrift's compact protocol, in which Parquet writes its headers and its footer.
///
/// Fields must be added in ascending order of their numbers.
struct ThriftStruct: Sendable {
  private(set) var bytes: [UInt8] = []
  private var lastField = 0

  /// Types of the compact protocol.
  private enum Kind: UInt8 {
    case truth = 1
    case falsehood = 2
    case int32 = 5
    case int64 = 6
    case binary = 8
    case list = 9
    case structure = 12
  }

  mutating func add(_ field: Int, truth: Bool) { header(field, truth ? .truth : .falsehood) }

  mutating func add(_ field: Int, int32 value: Int) {
    header(field, .int32)
    bytes.append(zigzag: value)
  }

  mutating func add(_ field: Int, int64 value: Int) {
    header(field, .int64)
    bytes.append(zigzag: value)
  }

  mutating func add(_ field: Int, text: String) {
    header(field, .binary)
    bytes.append(thriftText: text)
  }

  mutating func add(_ field: Int, _ structure: ThriftStruct) {
    header(field, .structure)
    bytes += structure.ended
  }

  mutating func add(_ field: Int, list: [ThriftStruct]) {
    listHeader(field, list.count, .structure)
    for structure in list { bytes += structure.ended }
  }

  mutating func add(_ field: Int, texts: [String]) {
    listHeader(field, texts.count, .binary)
    for text in texts { bytes.append(thriftText: text) }
  }

  mutating func add(_ field: Int, int32s: [Int]) {
    listHeader(field, int32s.count, .int32)
    for value in int32s { bytes.append(zigzag: value) }
  }

  /// The bytes with the stop field.
  var ended: [UInt8] { bytes + [0] }

  /// Steps of field numbers that fit in the header's own byte.
  private static let longestStep = 15
  /// Lists of at least so many elements have their count behind the header.
  private static let longList = 15

  private mutating func header(_ field: Int, _ kind: Kind) {
    let step = field - lastField
    if (1...Self.longestStep).contains(step) {
      bytes.append(UInt8(step) << 4 | kind.rawValue)
    } else {
      bytes.append(kind.rawValue)
      bytes.append(zigzag: field)
    }
    lastField = field
  }

  private mutating func listHeader(_ field: Int, _ count: Int, _ kind: Kind) {
    header(field, .list)
    if count < Self.longList {
      bytes.append(UInt8(count) << 4 | kind.rawValue)
    } else {
      bytes.append(UInt8(Self.longList) << 4 | kind.rawValue)
      bytes.append(varint: UInt64(count))
    }
  }
}

extension [UInt8] {
  /// Seven bits a byte, the lowest first; the top bit means that more follow.
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  mutating func append(zigzag value: Int) {
    append(varint: UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))
  }

  fileprivate mutating func append(thriftText text: String) {
    append(varint: UInt64(text.utf8.count))
    append(contentsOf: text.utf8)
  }

  mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
