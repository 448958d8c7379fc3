import GaitHistory
import NumberText
import PageLanguage

extension WalkConditions {
  /// The conditions in words: `feet, overground, aid: cane`. In English it is `label`.
  package func label(in language: Language) -> String {
    var parts = [
      sensorWords(in: language), surface.map { language.text($0.rawValue) } ?? language("surface not stated"),
    ]
    if let inclinePercent, inclinePercent != 0 { parts.append(language("incline \(inclinePercent) %")) }
    if let aid { parts.append(language("aid: \(PrintableText(aid).description)")) }
    return parts.joined(separator: ", ")
  }

  private func sensorWords(in language: Language) -> String {
    sensors == .lowerBack ? language("lower back") : language.text(sensors.rawValue)
  }

  /// The first thing in which the conditions are not `usual`: `treadmill`, `aid: cane`.
  func difference(from usual: WalkConditions, in language: Language) -> String {
    if sensors != usual.sensors { return sensorWords(in: language) }
    if surface != usual.surface { return surface.map { language.text($0.rawValue) } ?? language("surface?") }
    if inclinePercent != usual.inclinePercent { return language("incline \(inclinePercent ?? 0) %") }
    return aid.map { language("aid: \(PrintableText($0).description)") } ?? language("no aid")
  }
}
