import Foundation
import PageLanguage

/// The words that the script of a replay writes while it plays, in the language of the page.
struct ReplayWords: Encodable {
  /// What a foot does, of which `{1}` is the number of the stride.
  struct Foot: Encodable {
    var notKnown: String
    var onGround: String
    var inAir: String
    var inAirWithoutPath: String
    var onGroundWithoutPath: String
  }

  var play: String
  var pause: String
  /// The time `{1}` and what the left foot `{2}` and the right foot `{3}` do.
  var moment: String
  var left: Foot
  var right: Foot

  init(_ language: Language) {
    play = language("Play")
    pause = language("Pause")
    moment = language("\("{1}") s: \("{2}"); \("{3}").")
    left = Foot(
      notKnown: language("left foot not known"), onGround: language("left foot on the ground"),
      inAir: language("left foot in the air, stride \("{1}")"),
      inAirWithoutPath: language("left foot in the air, stride \("{1}"), path not known"),
      onGroundWithoutPath: language("left foot on the ground, path not known"))
    right = Foot(
      notKnown: language("right foot not known"), onGround: language("right foot on the ground"),
      inAir: language("right foot in the air, stride \("{1}")"),
      inAirWithoutPath: language("right foot in the air, stride \("{1}"), path not known"),
      onGroundWithoutPath: language("right foot on the ground, path not known"))
  }

  /// For an attribute of the page.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
