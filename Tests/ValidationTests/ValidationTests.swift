import GaitModel
import GaitValidation
import Testing

/// What the analysis must reach on one set of recordings; `nil` where the set's reference does not tell.
struct Floor: Sendable, CustomTestStringConvertible {
  var set: String
  var recall: Double
  var precision: Double?
  var forward: Double?
  var backward: Double?
  var sideways: Double?
  var heelOrToe: Double?
  /// Largest mean absolute error of the stride length in meters.
  var lengthError: Double?
  /// Largest mean error of the stride length in meters, either way.
  var lengthBias: Double?
  /// Largest mean absolute error of the initial contacts, in seconds around the middle one of a foot in a recording.
  var contactJitter: Double?

  var testDescription: String { self.set }

  /// One or two strides below what version 0.1.0 reached, so that a step backward shows.
  static let sets: [Floor] = [
    Floor(set: "gaitmap", recall: 0.98, forward: 0.98, heelOrToe: 0.87, lengthError: 0.025),
    Floor(
      set: "mocap_cmu", recall: 0.94, forward: 0.98, backward: 0.87, sideways: 0.9, heelOrToe: 0.96, lengthError: 0.03),
    Floor(set: "pyshoe", recall: 0.985, forward: 0.96, backward: 0.75, sideways: 0.9, lengthError: 0.03),
    Floor(set: "tripod", recall: 0.99, forward: 0.99, heelOrToe: 0.99, lengthError: 0.033, contactJitter: 0.0132),
    Floor(set: "uci", recall: 0.97, forward: 0.98, backward: 0.94, sideways: 0.9, heelOrToe: 0.98, lengthError: 0.025),
    Floor(set: "urigott", recall: 0.98, forward: 0.98, backward: 0.98, heelOrToe: 0.98, contactJitter: 0.0075),
    Floor(set: "voisard", recall: 0.98, forward: 0.95, contactJitter: 0.012),
  ]

  static let all = Floor(
    set: "all sets", recall: 0.985, forward: 0.98, backward: 0.95, heelOrToe: 0.97, lengthError: 0.03)

  static let clips = Floor(
    set: "clips", recall: 0.96, forward: 0.97, backward: 0.93, sideways: 0.6, lengthError: 0.03)

  func check(_ found: Agreement) throws {
    #expect(try #require(found.recall) >= recall)
    if let precision { #expect(try #require(found.precision) >= precision) }
    if let forward { #expect(try #require(found.correct(.forward)) >= forward) }
    if let backward { #expect(try #require(found.correct(.backward)) >= backward) }
    if let sideways { #expect(try #require(found.correct(.sideways)) >= sideways) }
    if let heelOrToe { #expect(try #require(found.contactCorrect) >= heelOrToe) }
    if let contactJitter {
      let errors = Direction.allCases.flatMap { found.initialContacts[$0]?.relative ?? [] }
      #expect(try #require(Errors(errors)).meanAbsolute <= contactJitter)
    }
    if let lengthError { #expect(try #require(found.lengthError) <= lengthError) }
    if let lengthBias { #expect(abs(try #require(Errors(found.allLengths.map(\.error))).mean) <= lengthBias) }
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

  @Test("confidences mean what they say")
  func reliability() async throws {
    var sum = Agreement()
    for floor in Floor.sets { sum.add(try await Self.agreement(of: floor.set)) }
    #expect(try #require(sum.directionReliability.calibrationError) < 0.03)
    #expect(try #require(sum.contactReliability.calibrationError) < 0.03)
    for reliability in [sum.directionReliability, sum.contactReliability] {
      let sure = reliability.bins[9]
      // Not more sure than right, but for chance.
      #expect(try #require(sure.meanPredicted) < #require(sure.observed) + 0.01)
    }
  }

  @Test("clips of a few seconds out of mid-walk are measured as well, and their confidences mean what they say")
  func clips() throws {
    let recordings = try ReferenceRecording.all(in: ReferenceRecordings.root.path)
    let found = try Validation(clipsOf: recordings).all.agreement
    #expect(found.references > 700)
    try Floor.clips.check(found)
    #expect(try #require(found.directionReliability.calibrationError) < 0.03)
    let sure = found.directionReliability.bins[9]
    #expect(try #require(sure.meanPredicted) < #require(sure.observed) + 0.01)
  }

  @Test("nineteen of twenty lengths lie in their interval, but for the error of the references")
  func intervals() async throws {
    var sum = Agreement()
    for floor in Floor.sets { sum.add(try await Self.agreement(of: floor.set)) }
    let within = sum.allLengths.compactMap(\.isWithinInterval)
    #expect(within.count > 500)
    #expect(Double(within.count { $0 }) > 0.93 * Double(within.count))
  }

  /// Each set is analyzed once, whichever test asks first.
  private static let agreements: [String: Task<Agreement, any Error>] = Dictionary(
    uniqueKeysWithValues: Floor.sets.map { floor in (floor.set, Task { try analyze(floor.set) }) })

  private static func agreement(of set: String) async throws -> Agreement {
    try await #require(agreements[set]).value
  }

  private static func analyze(_ set: String) throws -> Agreement {
    let recordings = try ReferenceRecording.all(in: ReferenceRecordings.root.path).filter { $0.set == set }
    return try #require(try Validation(of: recordings, sensors: .feet).rows.first).agreement
  }
}
