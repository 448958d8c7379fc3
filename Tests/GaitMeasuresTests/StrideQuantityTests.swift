import GaitModel
import Testing

@testable import GaitMeasures

@Suite("The list of stride quantities")
struct StrideQuantityTests {
  /// A stride with a value of its own in everything that strides keep.
  static let full: Stride = {
    var stride = Stride(foot: .right, number: 7, start: 1.25, finalContact: 1.875, end: 2.25)
    stride.bout = 3
    stride.direction = .backward
    stride.directionConfidence = 0.987
    stride.contact = .toe
    stride.contactConfidence = 0.75
    stride.rejectReason = .clipped
    stride.isSteady = false
    stride.leftOut = .notValid
    var value = 0.0625
    for quantity in StrideQuantity.columns where quantity.cell(of: stride) == .empty {
      // Powers of two, so that the way through another unit is exact.
      if quantity.put(.number(value), into: &stride) { value *= 2 }
    }
    return stride
  }()

  @Test("no two columns and no two means share a name")
  func names() {
    let columns = StrideQuantity.all.map(\.column)
    #expect(Set(columns).count == columns.count)
    let means = StrideQuantity.all.compactMap(\.mean?.id)
    #expect(Set(means).count == means.count)
    for quantity in StrideQuantity.all { #expect(StrideQuantity.named(quantity.id)?.column == quantity.column) }
  }

  @Test("each says what it is; a mean says how it is measured, after whom, and what it needs")
  func words() {
    for quantity in StrideQuantity.all {
      #expect(!quantity.title.isEmpty && !quantity.about.isEmpty && !quantity.about.hasSuffix("."))
      guard let mean = quantity.mean else { continue }
      #expect(mean.method.hasSuffix(".") && !mean.source.isEmpty && !mean.requirement.isEmpty, "\(mean.id)")
      #expect(!quantity.unit.text.isEmpty, "\(mean.id)")
    }
  }

  @Test("a stride that is taken apart into cells comes back from them, from values and from text")
  func roundTrip() {
    var fromCells = Stride(foot: .left, number: 0, finalContact: 0, end: 0)
    var fromText = fromCells
    for quantity in StrideQuantity.columns {
      _ = quantity.put(quantity.cell(of: Self.full), into: &fromCells)
      #expect(quantity.put(quantity.text(Self.full), into: &fromText), "\(quantity.column)")
    }
    #expect(fromCells == Self.full)
    for quantity in StrideQuantity.columns { #expect(quantity.text(fromText) == quantity.text(Self.full)) }
    #expect(
      fromText.lengthInterval != nil && fromText.foot == .right && !fromText.isSteady && fromText.leftOut == .notValid)
  }

  @Test("a stride of which nothing could be measured has empty cells and not zeros")
  func bare() {
    let bare = Stride(foot: .left, number: 1, finalContact: 2, end: 2.5)
    let filled = StrideQuantity.columns.filter { !$0.text(bare).isEmpty }.map(\.column)
    #expect(filled == ["foot", "stride", "final_contact_s", "end_s", "swing_s", "valid", "steady"])
  }

  @Test(
    "text that cannot stand in a cell is refused",
    arguments: [
      ("foot", "middle"), ("foot", ""), ("stride", "1.5"), ("end_s", ""), ("length_m", "far"), ("steady", "1"),
      ("direction", "up"),
    ])
  func refused(column: String, text: String) throws {
    var stride = Self.full
    #expect(try !#require(StrideQuantity.named(column)).put(text, into: &stride))
    #expect(stride == Self.full)
  }

  @Test("those named beforehand are three, and are tracked first")
  func prespecified() {
    #expect(StrideQuantity.prespecified.map(\.id) == ["speed_m_s", "stride_length_m", "toe_first_percent"])
    #expect(StrideQuantity.tracked.prefix(3).map(\.id) == StrideQuantity.prespecified.map(\.id))
  }
}
