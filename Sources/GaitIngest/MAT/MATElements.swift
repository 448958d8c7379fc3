/// Goes through the elements of a MATLAB file of version 5.
struct MATElements {
  static let compressed: UInt32 = 15
  private static let matrix: UInt32 = 14

  /// What is wrong with an element.
  enum Fault: Error {
    case cut, odd, deep, many

    /// What was found, for the error of the file.
    var found: String {
      switch self {
      case .cut: "an element that is cut off"
      case .odd: "an element that is not what it declares"
      case .deep: "structures more than 40 deep"
      case .many: "more than a million values"
      }
    }
  }

  private enum Kind: UInt8 {
    case cell = 1
    case structure = 2
    case object = 3
    case text = 4
  }
  private static let numberClasses: ClosedRange<UInt8> = 6...15

  private static let deepest = 40
  private static let mostValues = 1_000_000

  private let bytes: [UInt8]
  private let isBigEndian: Bool
  private var values = 0

  init(bytes: [UInt8], isBigEndian: Bool) {
    self.bytes = bytes
    self.isBigEndian = isBigEndian
  }

  /// The 32-bit number at `position`, which must be within the bytes.
  func word(_ position: Int) -> UInt32 {
    var word: UInt32 = 0
    for k in 0..<4 { word = word << 8 | UInt32(bytes[position + (isBigEndian ? k : 3 - k)]) }
    return word
  }

  /// The variable that the bytes are, or `nil` if they are something else.
  mutating func variable() throws(Fault) -> (name: String, value: MATValue)? {
    guard let element = try element(at: 0, end: bytes.count), element.type == Self.matrix else { return nil }
    let (name, value) = try value(in: element.content, depth: 0)
    return name.isEmpty ? nil : (name, value)
  }

  private struct Element {
    var type: UInt32
    var content: Range<Int>
    /// Where the next element begins.
    var next: Int
  }

  /// The element at `position`, or `nil` if none fits before `end`.
  private func element(at position: Int, end: Int) throws(Fault) -> Element? {
    guard position + 8 <= end else { return nil }
    let first = word(position)
    if first >> 16 != 0 {
      // A short element: type and length in one word, at most four bytes in the next.
      let count = Int(first >> 16)
      guard count <= 4 else { throw .odd }
      return Element(type: first & 0xFFFF, content: (position + 4)..<(position + 4 + count), next: position + 8)
    }
    let count = Int(word(position + 4))
    guard count <= end - position - 8 else { throw .cut }
    return Element(
      type: first, content: (position + 8)..<(position + 8 + count),
      next: min(end, position + 8 + (count + 7) / 8 * 8))
  }

  /// The name and value of the matrix whose elements are in `range`.
  private mutating func value(in range: Range<Int>, depth: Int) throws(Fault) -> (String, MATValue) {
    guard depth <= Self.deepest else { throw .deep }
    values += 1
    guard values <= Self.mostValues else { throw .many }
    // An empty matrix may be written as nothing at all.
    guard !range.isEmpty else { return ("", .other) }
    guard let flags = try element(at: range.lowerBound, end: range.upperBound), flags.content.count >= 4,
      let dims = try element(at: flags.next, end: range.upperBound), dims.type == MATType.int32.rawValue,
      let title = try element(at: dims.next, end: range.upperBound)
    else { return ("", .other) }
    let kind = UInt8(truncatingIfNeeded: word(flags.content.lowerBound))
    let shape = stride(from: dims.content.lowerBound, to: dims.content.upperBound - 3, by: 4).map { Int(word($0)) }
    let name = String(decoding: bytes[title.content], as: UTF8.self)
    let rest = title.next..<range.upperBound
    if Self.numberClasses.contains(kind) { return (name, try numbers(rest, shape: shape)) }
    switch Kind(rawValue: kind) {
    case .text: return (name, try text(rest))
    case .cell: return (name, .cells(try list(rest, depth: depth)))
    case .structure: return (name, try structure(rest, depth: depth))
    case .object, nil: return (name, .other)
    }
  }

  private func numbers(_ range: Range<Int>, shape: [Int]) throws(Fault) -> MATValue {
    guard let real = try element(at: range.lowerBound, end: range.upperBound) else {
      return .numbers(MATNumbers(shape: shape, type: .double, bytes: [], isBigEndian: isBigEndian))
    }
    guard let type = MATType(rawValue: real.type) else { throw .odd }
    var declared = 1
    for size in shape {
      let (product, overflow) = declared.multipliedReportingOverflow(by: size)
      declared = overflow ? Int.max : product
    }
    guard declared == real.content.count / type.width else { throw .odd }
    return .numbers(
      MATNumbers(shape: shape, type: type, bytes: bytes[real.content], isBigEndian: isBigEndian))
  }

  private func text(_ range: Range<Int>) throws(Fault) -> MATValue {
    guard let content = try element(at: range.lowerBound, end: range.upperBound) else { return .text("") }
    guard let type = MATType(rawValue: content.type) else { throw .odd }
    if type.width == 1 { return .text(String(decoding: bytes[content.content], as: UTF8.self)) }
    let numbers = MATNumbers(shape: [], type: type, bytes: bytes[content.content], isBigEndian: isBigEndian)
    let units = numbers.values().map { UInt16(exactly: $0) ?? 0xFFFD }
    return .text(String(decoding: units, as: UTF16.self))
  }

  /// The matrices that follow each other in `range`.
  private mutating func list(_ range: Range<Int>, depth: Int) throws(Fault) -> [MATValue] {
    var values: [MATValue] = []
    var position = range.lowerBound
    while let element = try element(at: position, end: range.upperBound) {
      guard element.type == Self.matrix else { throw .odd }
      values.append(try value(in: element.content, depth: depth + 1).1)
      position = element.next
    }
    return values
  }

  private mutating func structure(_ range: Range<Int>, depth: Int) throws(Fault) -> MATValue {
    guard let length = try element(at: range.lowerBound, end: range.upperBound), length.content.count == 4,
      let names = try element(at: length.next, end: range.upperBound)
    else { throw .odd }
    let width = Int(word(length.content.lowerBound))
    guard width > 0, width <= 4096 else { return .structure([:]) }
    let fields = stride(from: names.content.lowerBound, to: names.content.upperBound - width + 1, by: width).map {
      String(decoding: bytes[$0..<($0 + width)].prefix { $0 != 0 }, as: UTF8.self)
    }
    guard !fields.isEmpty else { return .structure([:]) }
    var result: [String: [MATValue]] = [:]
    for (k, value) in try list(names.next..<range.upperBound, depth: depth).enumerated() {
      result[fields[k % fields.count], default: []].append(value)
    }
    return .structure(result)
  }
}
