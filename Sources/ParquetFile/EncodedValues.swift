/// The values of one column in one row group, without its empty cells: as they are, or as places in a dictionary where that
/// takes fewer bytes.
struct EncodedValues {
  /// What stands in the data page behind the levels.
  let bytes: [UInt8]
  /// The different values in the order in which they first occur, each as it is.
  let dictionary: (count: Int, bytes: [UInt8])?

  init(_ values: ParquetValues) {
    switch values {
    case .truths(let cells):
      let truths = cells.compactMap { $0.map { $0 ? 1 : 0 } }
      self.init(bytes: RunLengthEncoding.packedBits(truths, width: 1), dictionary: nil)
    case .numbers(let cells): self.init(cells.compactMap { $0?.bitPattern }) { $1.append(littleEndian: $0) }
    case .wholes(let cells): self.init(cells.compactMap { $0 }) { $1.append(littleEndian: $0) }
    case .days(let cells): self.init(cells.compactMap { $0 }) { $1.append(littleEndian: $0) }
    case .texts(let cells):
      self.init(cells.compactMap { $0.map { Array($0.utf8) } }) { text, bytes in
        bytes.append(littleEndian: UInt32(text.count))
        bytes += text
      }
    }
  }

  private init(bytes: [UInt8], dictionary: (count: Int, bytes: [UInt8])?) {
    self.bytes = bytes
    self.dictionary = dictionary
  }

  /// - Parameter append: Writes a value as it is.
  private init<Value: Hashable>(_ values: [Value], append: (Value, inout [UInt8]) -> Void) {
    var places: [Value: Int] = [:]
    var indices: [Int] = []
    var (entries, plain): ([UInt8], [UInt8]) = ([], [])
    for value in values {
      append(value, &plain)
      if let place = places[value] {
        indices.append(place)
      } else {
        indices.append(places.count)
        places[value] = places.count
        append(value, &entries)
      }
    }
    let width = RunLengthEncoding.width(of: places.count - 1)
    let packed = [UInt8(width)] + RunLengthEncoding.bytes(of: indices, width: width)
    guard !values.isEmpty, packed.count + entries.count < plain.count else {
      self.init(bytes: plain, dictionary: nil)
      return
    }
    self.init(bytes: packed, dictionary: (places.count, entries))
  }
}
