/// Reads Thrift's compact protocol, from the specification and not from the writer.
struct ThriftReader {
  indirect enum Value: Equatable {
    case truth(Bool)
    case number(Int)
    case binary([UInt8])
    case list([Value])
    case structure([Int: Value])

    subscript(_ field: Int) -> Value? { if case .structure(let fields) = self { fields[field] } else { nil } }
    var number: Int? { if case .number(let value) = self { value } else { nil } }
    var text: String? { if case .binary(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil } }
    var list: [Value]? { if case .list(let values) = self { values } else { nil } }
  }

  struct Fault: Error {}

  let bytes: [UInt8]
  var place: Int

  mutating func byte() throws -> UInt8 {
    guard bytes.indices.contains(place) else { throw Fault() }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func varint() throws -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try byte()
      value |= UInt64(next & 0x7f) << shift
      if next & 0x80 == 0 { return value }
    }
    throw Fault()
  }

  mutating func zigzag() throws -> Int {
    let raw = try varint()
    return Int(raw >> 1) ^ -Int(raw & 1)
  }

  mutating func structure() throws -> Value {
    var fields: [Int: Value] = [:]
    var last = 0
    while true {
      let header = try byte()
      if header == 0 { return .structure(fields) }
      last = header >> 4 == 0 ? try zigzag() : last + Int(header >> 4)
      fields[last] = try value(header & 0x0f)
    }
  }

  private mutating func value(_ type: UInt8) throws -> Value {
    switch type {
    case 1, 2: return .truth(type == 1)
    case 4, 5, 6: return .number(try zigzag())
    case 8:
      let count = Int(try varint())
      guard place + count <= bytes.count else { throw Fault() }
      defer { place += count }
      return .binary(Array(bytes[place..<place + count]))
    case 9:
      let header = try byte()
      let count = header >> 4 == 15 ? Int(try varint()) : Int(header >> 4)
      return .list(try (0..<count).map { _ in try value(header & 0x0f) })
    case 12: return try structure()
    default: throw Fault()
    }
  }
}
