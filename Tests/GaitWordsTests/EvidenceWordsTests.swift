import GaitModel
import GaitWords
import Testing

@Suite("What says a unit and gravity, in words")
struct EvidenceWordsTests {
  private let units: [UnitEvidence] = [
    .definition(acceleration: "g", angularVelocity: "°/s"),
    .convention(acceleration: "m/s²", angularVelocity: "°/s", toolbox: "gaitmap"),
    .declared(acceleration: "g", angularVelocity: "rad/s"), .columnNames, .lineBelowNames, .words(column: "sensor"),
    .attribute, .file("walk_channels.tsv"), .invertedSign,
  ]

  @Test("each evidence of a unit has its own words and its own code")
  func unitWords() {
    #expect(
      units.map(\.words) == [
        "acceleration in g and angular velocity in °/s by the definition of the format",
        "acceleration in m/s² and angular velocity in °/s by the convention of gaitmap",
        "acceleration in g and angular velocity in rad/s as declared", "units are in the column names",
        "units are in the line below the column names", "units are in the words of column sensor",
        "units are in the attribute 'units' of each dataset", "units are in walk_channels.tsv",
        "the sign of acceleration follows iOS and is inverted",
      ])
    #expect(Set(units.map(\.code)).count == units.count)
    for code in units.map(\.code) { #expect(code.allSatisfy { $0.isLowercase || $0 == "_" }, "\(code)") }
  }

  @Test("gravity is that of rest, or of the quietest tenth of a recording")
  func gravityWords() {
    #expect(GravityEvidence.allCases.map(\.words) == ["rest", "quietest tenth"])
    #expect(GravityEvidence.allCases.map(\.rawValue) == ["rest", "quietest_tenth"])
  }
}
