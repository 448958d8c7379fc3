import GaitMeasures
import GaitModel

/// `curves.npy`: one row per stride with its signals and path, in NumPy's format (version 1.0), which
/// `numpy.load` reads as a table with named columns.
///
/// The names carry the unit: `acc_up_m_s2_x100` is in hundredths of 1 m/s², -32768 where a value is not known, and
/// times are not a number where they are not known.
public struct CurveTable: Sendable {
  /// The file of the strides in `strides`, little-endian, byte for byte the same for the same strides.
  ///
  /// Where sensors on the feet gave some strides and the lower back others, those of the feet.
  public static func bytes(of strides: [DrawnStride]) -> [UInt8] {
    let isTrunk = !strides.isEmpty && strides.allSatisfy(\.isTrunk)
    let rows = strides.filter { $0.isTrunk == isTrunk }
    var bytes = header(isTrunk: isTrunk, rows: rows.count)
    bytes.reserveCapacity(bytes.count + rows.count * rowLength(isTrunk: isTrunk))
    for stride in rows {
      let name = stride.foot.rawValue.utf8.prefix(footLength)
      bytes += Array(name) + [UInt8](repeating: 0, count: footLength - name.count)
      bytes.append(littleEndian: Int32(clamping: stride.number))
      var times: [Double?] = [stride.signals.start, stride.signals.end]
      for span in stride.spans { times += [span?.lowerBound, span?.upperBound] }
      for time in times { bytes.append(littleEndian: (time ?? Double.nan).bitPattern) }
      for column in CurveNumbers(stride).values {
        for value in column { bytes.append(littleEndian: value) }
      }
    }
    return bytes
  }

  /// The strides of a file that `bytes(of:)` made.
  ///
  /// - Throws: `TableError` where it is something else.
  public static func strides(from bytes: [UInt8], file: String) throws(TableError) -> [DrawnStride] {
    for isTrunk in [false, true] {
      let length = rowLength(isTrunk: isTrunk)
      let headerLength = header(isTrunk: isTrunk, rows: 0).count
      let rows = max(0, bytes.count - headerLength) / length
      // The header's length does not depend on the number of rows, so it must be the very same.
      guard bytes.count == headerLength + rows * length, bytes.starts(with: header(isTrunk: isTrunk, rows: rows))
      else { continue }
      var strides: [DrawnStride] = []
      strides.reserveCapacity(rows)
      for row in 0..<rows {
        let start = headerLength + row * length
        guard let stride = stride(bytes[start..<start + length], isTrunk: isTrunk) else {
          throw TableError(file: file, line: row + 1, column: "foot", found: "an unknown stride")
        }
        strides.append(stride)
      }
      return strides
    }
    throw TableError(file: file, line: 1, column: "foot", found: "a table of another kind, or a part of one")
  }

  // MARK: Layout

  /// Longest name of a foot, in bytes.
  private static let footLength = 5
  private static let timeCount = 8
  /// The header is padded so that rows begin at a multiple of this.
  private static let alignment = 64

  private static func rowLength(isTrunk: Bool) -> Int {
    footLength + 4 + 8 * timeCount + CurveNumbers.columns(ofTrunk: isTrunk).reduce(0) { $0 + 2 * $1.points }
  }

  private static func header(isTrunk: Bool, rows: Int) -> [UInt8] {
    var fields = [
      "('foot', '|S\(footLength)')", "('stride', '<i4')", "('start_s', '<f8')", "('end_s', '<f8')",
      "('foot_flat_s', '<f8', (2, 2))", "('swing_s', '<f8', (2,))",
    ]
    fields += CurveNumbers.columns(ofTrunk: isTrunk).map { "('\($0.name)', '<i2', (\($0.points),))" }
    var count = String(rows)
    let text = "{'descr': [\(fields.joined(separator: ", "))], 'fortran_order': False, 'shape': ("
    // Spaces keep the length the same whatever the number of rows.
    while count.utf8.count < 10 { count = " " + count }
    var header = Array("\(text)\(count),), }".utf8)
    while (10 + header.count + 1) % alignment != 0 { header.append(UInt8(ascii: " ")) }
    header.append(UInt8(ascii: "\n"))
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes.append(littleEndian: UInt16(clamping: header.count))
    return bytes + header
  }

  private static func stride(_ row: ArraySlice<UInt8>, isTrunk: Bool) -> DrawnStride? {
    var place = row.startIndex
    func take<Number: FixedWidthInteger>(_: Number.Type) -> Number {
      defer { place += Number.bitWidth / 8 }
      return (0..<Number.bitWidth / 8).reduce(0) { $0 | Number(truncatingIfNeeded: row[place + $1]) << Number($1 * 8) }
    }
    let name = String(decoding: row[place..<place + footLength].prefix { $0 != 0 }, as: UTF8.self)
    place += footLength
    let number = Int(take(Int32.self))
    let times = (0..<timeCount).map { _ in Double(bitPattern: take(UInt64.self)) }
    let spans = [2, 4, 6].map { k in times[k] <= times[k + 1] ? times[k]...times[k + 1] : nil }
    let values = CurveNumbers.columns(ofTrunk: isTrunk).map { column in
      (0..<column.points).map { _ in take(Int16.self) }
    }
    guard let foot = Side(rawValue: name), times[0].isFinite, times[1].isFinite else { return nil }
    return CurveNumbers(isTrunk: isTrunk, values: values).stride(
      foot: foot, number: number, start: times[0], end: times[1], footFlat: [spans[0], spans[1]].compactMap { $0 },
      swing: spans[2])
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
