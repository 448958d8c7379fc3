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

  var testDescription: String { set }

  static let sets: [Floor] = [
    Floor(set: "gaitmap", recall: 0.92, forward: 0.97, heelOrToe: 0.93, lengthError: 0.06),
    Floor(set: "mocap_cmu", recall: 0.5, forward: 0.9, backward: 0.9, heelOrToe: 0.9, lengthError: 0.1),
    Floor(set: "pyshoe", recall: 0.8, forward: 0.97, backward: 0.8, lengthError: 0.06),
    Floor(set: "tripod", recall: 0.92, forward: 0.97, heelOrToe: 0.93, lengthError: 0.06),
    Floor(set: "uci", recall: 0.92, forward: 0.97, backward: 0.93, heelOrToe: 0.93, lengthError: 0.06),
    Floor(set: "urigott", recall: 0.92, forward: 0.97, backward: 0.93, heelOrToe: 0.93),
    Floor(set: "voisard", recall: 0.92, forward: 0.97),
  ]

  static let all = Floor(
    set: "all sets", recall: 0.92, forward: 0.97, backward: 0.93, heelOrToe: 0.93, lengthError: 0.06)

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
