import GaitMeasures
import GaitModel

/// The curves of one stride as the store keeps them: about half a kilobyte.
///
/// A byte that tells the version and the kind, then numbers of variable length, each the difference to the one before it
/// in its column, small ones in one byte (zigzag and LEB128, as in protocol buffers). Times are in tenths of a
/// millisecond after the stride's `start`, which stands beside the blob.
struct StrideBlob {
  private static let foot: UInt8 = 0x10
  private static let trunk: UInt8 = 0x11
  private static let ticksPerSecond = 10_000.0
  /// Stands for a time that is not known.
  private static let noTime = -1

  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ stride: DrawnStride) {
    let numbers = CurveNumbers(stride)
    let signals = stride.signals
    var bytes = [numbers.isTrunk ? Self.trunk : Self.foot]
    bytes.reserveCapacity(768)
    var times: [Double?] = [signals.end]
    for span in stride.spans { times += [span?.lowerBound, span?.upperBound] }
    for time in times {
      let ticks = time.map { (($0 - signals.start) * Self.ticksPerSecond).rounded() }
      Self.append(ticks.flatMap { Int(exactly: $0) } ?? Self.noTime, to: &bytes)
    }
    for column in numbers.values {
      var previous = 0
      for value in column {
        Self.append(Int(value) - previous, to: &bytes)
        previous = Int(value)
      }
    }
    self.bytes = bytes
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The stride again; `nil` where the bytes are not those of one.
  func stride(foot: Side, number: Int, start: Double) -> DrawnStride? {
    guard let kind = bytes.first, [Self.foot, Self.trunk].contains(kind) else { return nil }
    let isTrunk = kind == Self.trunk
    var rest = bytes.dropFirst()
    var times: [Double?] = []
    for _ in 0..<7 {
      guard let ticks = Self.number(from: &rest) else { return nil }
      times.append(ticks == Self.noTime ? nil : start + Double(ticks) / Self.ticksPerSecond)
    }
    guard let end = times[0] else { return nil }
    let spans = [1, 3, 5].map { (k: Int) -> ClosedRange<Double>? in
      guard let first = times[k], let last = times[k + 1], first <= last else { return nil }
      return first...last
    }
    var values: [[Int16]] = []
    for column in CurveNumbers.columns(ofTrunk: isTrunk) {
      var sum = 0
      values.append(
        (0..<column.points).compactMap { _ in
          guard let step = Self.number(from: &rest), let next = Int16(exactly: sum + step) else { return nil }
          sum = Int(next)
          return next
        })
    }
    guard rest.isEmpty else { return nil }
    return CurveNumbers(isTrunk: isTrunk, values: values).stride(
      foot: foot, number: number, start: start, end: end, footFlat: [spans[0], spans[1]].compactMap { $0 },
      swing: spans[2])
  }

  /// Numbers of more than this many bytes are none of ours.
  private static let longestNumber = 5

  private static func number(from bytes: inout ArraySlice<UInt8>) -> Int? {
    var value: UInt = 0
    for k in 0..<longestNumber {
      guard let byte = bytes.popFirst() else { return nil }
      value |= UInt(byte & 0x7F) << UInt(7 * k)
      if byte & 0x80 == 0 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
    }
    return nil
  }
}
