import GaitModel
import Testing

@testable import GaitIngest

@Suite("Where a sensor was worn, from names")
struct PlacementLabelTests {
  @Test(
    "what remains when the placement is taken out",
    arguments: [
      ("P07_left_foot", Placement.leftFoot, ["P07"]), ("LF", .leftFoot, []), ("RightShank 3", .rightShank, ["3"]),
      ("trial2 Left Lower Leg", .leftShank, ["trial2"]), ("lower leg right", .rightShank, []),
      ("Lumbar_b", .lowerBack, ["b"]), ("low back", .lowerBack, []), ("RF2", .rightFoot, ["2"]),
    ])
  func rest(label: String, placement: Placement, rest: [String]) {
    #expect(PlacementLabel(label).placement == placement)
    #expect(PlacementLabel(label).rest == rest)
  }

  @Test(
    "the words of the neighbors' languages are read",
    arguments: [
      ("Fuß links", Placement.leftFoot), ("rechter_Fuss", .rightFoot), ("P3 Schuh rechts", .rightFoot),
      ("pied_gauche", .leftFoot), ("Pied droit", .rightFoot), ("pie_izquierdo", .leftFoot), ("pie derecho", .rightFoot),
      ("piede sinistro", .leftFoot), ("linkervoet", .leftFoot), ("voet_rechts", .rightFoot), ("LWS", .lowerBack),
    ])
  func languages(label: String, placement: Placement) { #expect(PlacementLabel(label).placement == placement) }

  @Test(
    "no placement is guessed",
    arguments: [
      "links", "droit", "pie chart", "destro", "left", "foot", "left right", "left foot lumbar", "footage", "walk",
    ])
  func none(label: String) { #expect(PlacementLabel(label).placement == nil) }

  @Test("other places of the body are known as such", arguments: ["S02 L_Thigh", "Wrist", "right upper arm", "Head"])
  func other(label: String) { #expect(PlacementLabel(label).otherPlace != nil) }

  @Test("words of any letters are read", arguments: ["", " ", "é", "👟 left foot", "左 left foot", "ſ", "İ"])
  func letters(label: String) { _ = PlacementLabel(label).rest }
}
