import Testing

@testable import GaitSimulation

@Suite("Programs as text")
struct ProgramTextTests {
  @Test("each part is read in its order")
  func parts() throws {
    let program = try ProgramText("stand 2, forward 12, turn -180,backward 10 , stand 1.5", speed: 0.7).program
    #expect(program.parts.count == 5)
    #expect(program.parts[0] == .stand(2))
    #expect(program.parts[2] == .turn(degrees: -180, steps: 6))
    #expect(program.parts[3] == .walk(.usual(.backward, strides: 10, speed: 0.7)))
  }

  @Test("words after a walk change it, and parts can be repeated")
  func words() throws {
    let program = try ProgramText(
      "stand 2, repeat 3 (backward 12 fatigue 10 stumble 9 hesitate 15, stand 20), forward 6 tandem, "
        + "forward 5 stairs -17 speed 0.4, backward 8 length 0.8"
    ).program
    #expect(program.parts.count == 10)
    var tired = WalkProgram.Walk.usual(.backward, strides: 12)
    tired.course = .init(lengthChange: -0.1, speedChange: -0.1)
    tired.irregularSteps = [.init(.stumble, step: 9), .init(.hesitation(seconds: 0.8), step: 15)]
    #expect(program.parts[1] == .walk(tired) && program.parts[5] == .walk(tired))
    #expect(program.parts[2] == .stand(20) && program.parts[6] == .stand(20))
    #expect(program.parts[7] == .walk(.tandem(.forward, strides: 6)))
    #expect(program.parts[8] == .walk(.stairs(strides: 5, rise: -0.17, speed: 0.4)))
    #expect(program.parts[9] == .walk(.usual(.backward, strides: 8, strideLength: 0.8)))
  }

  @Test(
    "what is no part is named",
    arguments: [
      "", "hop 3", "forward", "forward x", "forward 2.5", "forward 0", "in_place 3", "turn 0", "stand -1", "stand nan",
      "forward 12 hop", "forward 12 stumble", "forward 12 stumble 30", "forward 12 stairs 90", "stand 3 tandem",
      "sideways 5 tandem", "repeat 3 forward 2", "repeat 0 (forward 2)", "repeat 2 (forward 2", "repeat 2 ()",
      "repeat 2 (repeat 2 (forward 2))", "forward 5 tandem stairs 10",
    ])
  func faults(text: String) {
    let fault = #expect(throws: ProgramText.Fault.self) { try ProgramText(text) }
    #expect(fault?.description.contains("expected stand SECONDS") == true)
  }
}
