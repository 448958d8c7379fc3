import GaitModel
import Testing

@testable import GaitMeasures

@Suite("Summaries of walks")
struct WalkSummaryTests {
  /// Strides of both feet in one bout, alternating, 1 s each.
  private func walk(_ direction: Direction, count: Int, length: Double, bout: Int? = 1) -> [Stride] {
    (0..<count).map { k in
      let foot: Side = k % 2 == 0 ? .left : .right
      let end = 1 + Double(k) * 0.5
      var stride = Stride(foot: foot, number: k / 2 + 1, start: end - 1, finalContact: end - 0.4, end: end)
      stride.bout = bout
      stride.direction = direction
      stride.directionConfidence = 0.99
      stride.length = length
      stride.contact = direction == .backward ? .toe : .heel
      stride.contactConfidence = 0.99
      return stride
    }
  }

  @Test("each direction has its own means")
  func directions() throws {
    let strides = walk(.forward, count: 20, length: 1.3) + walk(.backward, count: 16, length: 0.9, bout: 2)
    let summary = WalkSummary(GaitResult(strides: strides))
    let forward = try #require(summary[.forward])
    let backward = try #require(summary[.backward])
    // The first and last two strides of each foot are not steady.
    #expect(forward.strides == 12)
    #expect(backward.strides == 8)
    #expect(abs((forward.measures["stride_length_m"]?.mean ?? 0) - 1.3) < 1e-12)
    #expect(abs((backward.measures["speed_m_s"]?.mean ?? 0) - 0.9) < 1e-12)
    #expect(forward.contacts[.heel] == 1)
    #expect(backward.contacts[.toe] == 1)
  }

  @Test("the first and last stride of a walk do not lower its means")
  func steady() throws {
    var strides = walk(.forward, count: 12, length: 1.2)
    strides[0].length = 0.6
    strides[11].length = 0.6
    let forward = try #require(WalkSummary(GaitResult(strides: strides))[.forward])
    #expect(abs((forward.measures["stride_length_m"]?.mean ?? 0) - 1.2) < 1e-12)
  }

  @Test("strides outside bouts count as others do: not those that start and stop a walk")
  func outsideBouts() throws {
    let three = walk(.forward, count: 6, length: 1, bout: nil)
    let forward = try #require(WalkSummary(GaitResult(strides: three))[.forward])
    #expect(forward.strides == 2)
  }

  @Test("a stride of which the direction is less than 60 % certain, or that is rejected, enters nothing")
  func uncertain() throws {
    var strides = walk(.forward, count: 20, length: 1)
    strides[6].directionConfidence = 0.55
    strides[6].length = 9
    strides[8].rejectReason = .noFootFlat
    strides[8].length = 9
    let forward = try #require(WalkSummary(GaitResult(strides: strides))[.forward])
    #expect(forward.strides == 10)
    #expect(forward.measures["stride_length_m"]?.mean == 1)
  }

  @Test("a contact that is uncertain is in no share, and its stride still in the means")
  func uncertainContact() throws {
    var strides = walk(.backward, count: 20, length: 1)
    for k in 4..<8 { strides[k].contactConfidence = 0.5 }
    let backward = try #require(WalkSummary(GaitResult(strides: strides))[.backward])
    #expect(backward.contactCount == 8)
    #expect(backward.measures["stride_length_m"]?.n == 12)
  }

  @Test("what no stride has is absent")
  func absent() throws {
    let forward = try #require(WalkSummary(GaitResult(strides: walk(.forward, count: 10, length: 1)))[.forward])
    #expect(forward.measures["double_support_s"] == nil)
    #expect(WalkSummary(GaitResult(strides: [])).directions.isEmpty)
  }

  @Test("longer strides on the left show as positive asymmetry")
  func asymmetry() throws {
    var strides = walk(.forward, count: 30, length: 1)
    for k in strides.indices where strides[k].foot == .left { strides[k].length = 1.1 }
    let forward = try #require(WalkSummary(GaitResult(strides: strides))[.forward])
    #expect(abs((forward.asymmetryPercent["stride_length_m"] ?? 0) - 100 * 0.1 / 1.05) < 1e-9)
  }

  @Test("fewer than five strides of a foot tell no asymmetry")
  func fewForAsymmetry() throws {
    let few = try #require(WalkSummary(GaitResult(strides: walk(.forward, count: 16, length: 1)))[.forward])
    #expect(few.strides == 8 && few.asymmetryPercent.isEmpty)
    let enough = try #require(WalkSummary(GaitResult(strides: walk(.forward, count: 18, length: 1)))[.forward])
    #expect(enough.strides == 10 && enough.asymmetryPercent["stride_length_m"] == 0)
  }

  @Test("shares are in percent, angles in degrees")
  func units() throws {
    var strides = walk(.forward, count: 10, length: 1)
    for k in strides.indices { strides[k].footPitchAtContact = .pi / 9 }
    let measures = try #require(WalkSummary(GaitResult(strides: strides))[.forward]).measures
    // Of each second 0.6 s are stance.
    #expect(abs((measures["stance_share_percent"]?.mean ?? 0) - 60) < 1e-9)
    #expect(abs((measures["foot_pitch_contact_deg"]?.mean ?? 0) - 20) < 1e-9)
    #expect(abs((measures["cadence_steps_min"]?.mean ?? 0) - 120) < 1e-9)
  }

  @Test("every measure of the trunk says what it is and where it comes from")
  func trunkDefinitions() {
    let ids = TrunkMeasureDefinition.all.map(\.id)
    #expect(Set(ids).count == ids.count && ids.count == 14)
    for measure in TrunkMeasureDefinition.all {
      #expect(!measure.title.isEmpty && measure.method.hasSuffix("."))
      #expect(measure.source.contains("doi 10.") || measure.source.hasPrefix("RetroGait"))
    }
  }
}
