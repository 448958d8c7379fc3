import RetroGait
import Testing

/// What the analysis must reach on one set of recordings; `nil` where the set's reference does not tell.
struct Floor: Sendable, CustomTestStringConvertible {
  var set: String
  var recall: Double
  var forward: Double?
  var backward: Double?
  var heelOrToe: Double?
  /// Largest mean absolute error of the stride length in metres.
  var lengthError: Double?

  var testDescription: String { self.set }

  /// One or two strides below what version 0.1.0 reached, so that a step backward shows.
  static let sets: [Floor] = [
    Floor(set: "gaitmap", recall: 0.98, forward: 0.98, heelOrToe: 0.90, lengthError: 0.025),
    Floor(set: "mocap_cmu", recall: 0.94, forward: 0.98, backward: 0.87, heelOrToe: 0.96, lengthError: 0.03),
    Floor(set: "pyshoe", recall: 0.985, forward: 0.96, backward: 0.75, lengthError: 0.03),
    Floor(set: "tripod", recall: 0.99, forward: 0.99, heelOrToe: 0.99, lengthError: 0.033),
    Floor(set: "uci", recall: 0.97, forward: 0.98, backward: 0.94, heelOrToe: 0.98, lengthError: 0.025),
    Floor(set: "urigott", recall: 0.98, forward: 0.98, backward: 0.98, heelOrToe: 0.98),
    Floor(set: "voisard", recall: 0.98, forward: 0.95),
  ]

  static let all = Floor(
    set: "all sets", recall: 0.985, forward: 0.98, backward: 0.95, heelOrToe: 0.97, lengthError: 0.03)

  func check(_ found: Agreement) throws {
    #expect(try #require(found.recall) >= recall)
    if let forward { #expect(try #require(found.correct(.forward)) >= forward) }
    if let backward { #expect(try #require(found.correct(.backward)) >= backward) }
    if let heelOrToe { #expect(try #require(found.contactCorrect) >= heelOrToe) }
    if let lengthError { #expect(try #require(found.lengthError) <= lengthError) }
  }
}

@Suite(
  "Real walks, against another system",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct ValidationTests {
  @Test("each set of recordings is measured at least as well as its floor", arguments: Floor.sets)
  func set(floor: Floor) async throws {
    try floor.check(try await Self.agreement(of: floor.set))
  }

  @Test("all recordings together are measured at least as well as the floor")
  func all() async throws {
    var sum = Agreement()
    for floor in Floor.sets { sum.add(try await Self.agreement(of: floor.set)) }
    try Floor.all.check(sum)
  }

  /// Each set is analyzed once, whichever test asks first.
  private static let agreements: [String: Task<Agreement, any Error>] = Dictionary(
    uniqueKeysWithValues: Floor.sets.map { floor in (floor.set, Task { try analyze(floor.set) }) })

  private static func agreement(of set: String) async throws -> Agreement {
    try await #require(agreements[set]).value
  }

  private static func analyze(_ set: String) throws -> Agreement {
    var agreement = Agreement()
    for reference in try ReferenceRecordings.recordings(of: set) {
      let recording = try RecordingReader().recording(at: reference.folder.path, placements: reference.feet)
      agreement.add(GaitAnalysis()(recording).strides, against: reference.strides)
    }
    return agreement
  }
}
