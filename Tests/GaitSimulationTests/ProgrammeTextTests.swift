import Testing

@testable import GaitSimulation

@Suite("Programmes as text")
struct ProgrammeTextTests {
  @Test("each part is read in its order")
  func parts() throws {
    let programme = try ProgrammeText("stand 2, forward 12, turn -180,backward 10 , stand 1.5", speed: 0.7).programme
    #expect(programme.parts.count == 5)
    #expect(programme.parts[0] == .stand(2))
    #expect(programme.parts[2] == .turn(degrees: -180, steps: 6))
    #expect(programme.parts[3] == .walk(.usual(.backward, strides: 10, speed: 0.7)))
  }

  @Test(
    "what is no part is named",
    arguments: [
      "", "hop 3", "forward", "forward x", "forward 2.5", "forward 0", "in_place 3", "turn 0", "stand -1", "stand nan",
    ])
  func faults(text: String) {
    let fault = #expect(throws: ProgrammeText.Fault.self) { try ProgrammeText(text) }
    #expect(fault?.description.contains("expected stand SECONDS") == true)
  }
}
