import GaitModel
import Testing

@testable import GaitCore

@Suite("Walking bouts")
struct BoutTests {
  /// Strides of both feet in turn, one every 0.6 s.
  private func strides(_ directions: [Direction], confidence: Double = 0.99) -> [Stride] {
    directions.enumerated().map { k, direction in
      let end = Double(k + 1) * 0.6
      var stride = Stride(
        foot: k.isMultiple(of: 2) ? .left : .right, number: k / 2 + 1, finalContact: end - 0.4, end: end)
      stride.direction = direction
      stride.directionConfidence = confidence
      stride.length = 1
      return stride
    }
  }

  private func bouts(_ strides: inout [Stride]) -> [WalkingBout] { BoutAssembler().bouts(of: &strides) }

  @Test("a stride of which the direction is not sure neither breaks a bout nor counts in it")
  func unsure() {
    var walk = strides([Direction](repeating: .forward, count: 12))
    walk[5].direction = .backward
    walk[5].directionConfidence = 0.55
    walk[5].length = 9
    let found = bouts(&walk)
    #expect(found.map(\.strides) == [11])
    #expect(walk[5].bout == nil)
    #expect(found.first?.distance == 5.5)
  }

  @Test("a stride without a length is as long as those around it; of too few lengths there is no distance")
  func distance() {
    var walk = strides([Direction](repeating: .forward, count: 12))
    walk[4].length = nil
    walk[6].length = 0.5
    walk[7].rejectReason = .clipped
    walk[7].length = 9
    walk[10].length = nil
    // Six strides of each foot: 1, 1, 0.75, 0.5, 1, 1 and six of 1.
    #expect(abs((bouts(&walk).first?.distance ?? 0) - 5.625) < 1e-9)
    walk[4].uncertainLength = 0.25
    #expect(abs((bouts(&walk).first?.distance ?? 0) - 5.375) < 1e-9)
    for k in 0..<9 { (walk[k].length, walk[k].uncertainLength) = (nil, 1) }
    let found = bouts(&walk)
    #expect(found.map(\.strides) == [12] && found.first?.distance == nil)
  }

  @Test("a walk of which no direction is sure has no bout, because a bout has one")
  func allUnsure() {
    var walk = strides([Direction](repeating: .forward, count: 12), confidence: 0.59)
    #expect(bouts(&walk).isEmpty)
  }

  @Test("a sure change of direction ends a bout, and fewer than four strides are none")
  func change() {
    var walk = strides([Direction](repeating: .forward, count: 6) + [Direction](repeating: .backward, count: 3))
    #expect(bouts(&walk).map(\.direction) == [.forward])
    #expect(walk.suffix(3).allSatisfy { $0.bout == nil })
  }

  @Test("how the trunk moved belongs to the bout in which it was seen")
  func trunk() {
    var walk = strides([Direction](repeating: .forward, count: 8))
    var found = bouts(&walk)
    func seen(_ start: Double, _ end: Double, _ direction: Direction, ratio: Double) -> TrunkWalk {
      var measures = TrunkMeasures(steps: 10)
      measures.harmonicRatio.up = ratio
      return TrunkWalk(start: start, end: end, direction: direction, measures: measures)
    }
    BoutAssembler().describe(
      &found,
      trunk: [
        seen(0.5, 2, .forward, ratio: 2), seen(2.5, 4, .forward, ratio: 3), seen(2, 3, .backward, ratio: 9),
        seen(20, 30, .forward, ratio: 9),
      ])
    #expect(found.first?.trunk?.steps == 20)
    #expect(found.first?.trunk?.harmonicRatio == BodyAxes(up: 2.5))
  }
}
