import GaitMeasures
import GaitModel
import Testing

@testable import GaitExport

@Suite("The curves of strides")
struct CurveTableTests {
  static func foot(number: Int, hasPath: Bool = true) -> DrawnStride {
    let wave = { (points: Int, height: Double) in
      (0..<points).map { height * (Double($0 * 37 % points) / Double(points) - 0.5) }
    }
    let floats = { (height: Double) in wave(StrideSignals.points, height).map { Float($0) } }
    return DrawnStride(
      signals: StrideSignals(
        foot: number % 2 == 0 ? .right : .left, number: number, start: 1.0625, end: 2.5, forward: floats(60),
        upward: floats(200), third: .pitchRate(floats(12)), footFlat: [1.25...1.5], swing: 1.5...2.5),
      path: hasPath
        ? StrideCurve(
          foot: number % 2 == 0 ? .right : .left, number: number, forward: wave(StrideCurve.points, 2.4),
          height: wave(StrideCurve.points, 0.3), pitch: wave(StrideCurve.points, 1.2)) : nil)
  }

  static let trunk = DrawnStride(
    signals: StrideSignals(
      foot: .left, number: 7, start: 3, end: 4.25, forward: [Float](repeating: 1.5, count: StrideSignals.points),
      upward: [Float](repeating: -2.25, count: StrideSignals.points),
      third: .leftward([Float](repeating: 0.5, count: StrideSignals.points))))

  @Test("strides come back from curves.npy as exactly as a figure shows them")
  func roundTrip() throws {
    let strides = [Self.foot(number: 1), Self.foot(number: 2, hasPath: false), Self.foot(number: 40_000)]
    let back = try CurveTable.strides(from: CurveTable.bytes(of: strides), file: "curves.npy")
    #expect(back.map(\.number) == [1, 2, 40_000] && back.map(\.foot) == strides.map(\.foot))
    for (a, b) in zip(strides, back) {
      #expect(a.signals.start == b.signals.start && a.signals.footFlat == b.signals.footFlat)
      #expect(a.signals.swing == b.signals.swing && (a.path == nil) == (b.path == nil))
      #expect(zip(a.signals.upward, b.signals.upward).allSatisfy { abs($0 - $1) <= 0.0051 })
      guard case .pitchRate(let x) = a.signals.third, case .pitchRate(let y) = b.signals.third else {
        Issue.record("the third signal of a foot is its pitch rate")
        continue
      }
      #expect(zip(x, y).allSatisfy { abs($0 - $1) <= 0.0088 })
      #expect(zip(a.path?.height ?? [], b.path?.height ?? []).allSatisfy { abs($0 - $1) <= 0.000051 })
      #expect(zip(a.path?.pitch ?? [], b.path?.pitch ?? []).allSatisfy { abs($0 - $1) <= 0.0001 })
    }
    #expect(try CurveTable.strides(from: CurveTable.bytes(of: [Self.trunk]), file: "curves.npy") == [Self.trunk])
    #expect(try CurveTable.strides(from: CurveTable.bytes(of: []), file: "curves.npy").isEmpty)
    let mixed = try CurveTable.strides(from: CurveTable.bytes(of: [Self.trunk, strides[0]]), file: "curves.npy")
    #expect(mixed.map(\.number) == [1])
  }

  @Test("the file is one that NumPy reads: its rows begin after a header of a multiple of 64 bytes")
  func layout() throws {
    let bytes = CurveTable.bytes(of: [Self.foot(number: 1), Self.foot(number: 2)])
    #expect(bytes.starts(with: [0x93] + Array("NUMPY".utf8) + [1, 0]))
    let length = Int(bytes[8]) + 256 * Int(bytes[9])
    #expect((10 + length) % 64 == 0 && bytes[10 + length - 1] == UInt8(ascii: "\n"))
    let header = String(decoding: bytes[10..<10 + length], as: UTF8.self)
    #expect(header.contains("('acc_up_m_s2_x100', '<i2', (101,))") && header.contains("'fortran_order': False"))
    // 5 bytes of a name, a whole number, 8 times, 3 signals and 3 curves of the path.
    #expect(bytes.count == 10 + length + 2 * (5 + 4 + 8 * 8 + 2 * (3 * 101 + 3 * 41)))
  }

  @Test("what is no such table, or a part of one, is refused")
  func refused() {
    let whole = CurveTable.bytes(of: [Self.foot(number: 1), Self.foot(number: 2)])
    for bytes in [[], Array("time_s".utf8), Array(whole.dropLast()), Array(whole.prefix(700)), whole + [0]] {
      #expect(throws: TableError.self) { try CurveTable.strides(from: bytes, file: "curves.npy") }
    }
    var nobody = whole
    let row = whole.count - 925
    nobody.replaceSubrange(row..<row + 5, with: Array("hands".utf8))
    #expect(throws: TableError.self) { try CurveTable.strides(from: nobody, file: "curves.npy") }
  }

  @Test("a value beyond the numbers' range stays at its end, one that is none stays unknown")
  func range() {
    var stride = Self.trunk
    stride.signals.forward[0] = 1e9
    stride.signals.forward[1] = -.infinity
    let numbers = CurveNumbers(stride)
    #expect(numbers.values[0][0] == 32_767 && numbers.values[0][1] == CurveNumbers.missing)
    #expect(numbers.values[0][2] == 150)
  }
}
