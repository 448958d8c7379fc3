/// A variable of a MATLAB file of version 5, as far as sensors' files need it.
indirect enum MATValue {
  case numbers(MATNumbers)
  case text(String)
  /// A structure, or an array of structures; the values of each field in the order of elements.
  case structure([String: [MATValue]])
  case cells([MATValue])
  /// Something that is not read: sparse, a function, an object.
  case other

  /// The value of a field of a single structure.
  subscript(_ field: String) -> MATValue? {
    guard case .structure(let fields) = self, let values = fields[field], values.count == 1 else { return nil }
    return values[0]
  }
}

/// The numbers of an array, still as they stand in the file.
struct MATNumbers {
  /// Rows, columns and so on.
  var shape: [Int]
  var type: MATType
  /// The real parts, column by column.
  var bytes: ArraySlice<UInt8>
  var isBigEndian: Bool

  /// How many there are.
  var count: Int { bytes.count / type.width }

  /// The numbers, column by column.
  func values() -> [Double] {
    let width = type.width
    return [Double](unsafeUninitializedCapacity: count) { target, filled in
      var start = bytes.startIndex
      for i in 0..<count {
        var bits: UInt64 = 0
        for k in 0..<width {
          let byte = UInt64(bytes[start + (isBigEndian ? k : width - 1 - k)])
          bits = bits << 8 | byte
        }
        target[i] = type.number(bits)
        start += width
      }
      filled = count
    }
  }
}

/// How numbers are stored (MathWorks, "MAT-File Format", table 1-1).
enum MATType: UInt32 {
  case int8 = 1
  case uint8 = 2
  case int16 = 3
  case uint16 = 4
  case int32 = 5
  case uint32 = 6
  case single = 7
  case double = 9
  case int64 = 12
  case uint64 = 13
  case utf8 = 16

  /// Bytes of one number.
  var width: Int {
    switch self {
    case .int8, .uint8, .utf8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .single: 4
    case .double, .int64, .uint64: 8
    }
  }

  /// The number whose bytes are the low ones of `bits`.
  func number(_ bits: UInt64) -> Double {
    switch self {
    case .int8: Double(Int8(truncatingIfNeeded: bits))
    case .uint8, .utf8, .uint16, .uint32, .uint64: Double(bits)
    case .int16: Double(Int16(truncatingIfNeeded: bits))
    case .int32: Double(Int32(truncatingIfNeeded: bits))
    case .int64: Double(Int64(bitPattern: bits))
    case .single: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .double: Double(bitPattern: bits)
    }
  }
}
