import GaitModel

/// Where a sensor was worn, from the words of a label or file name.
///
/// Only words that leave no doubt count: a side with foot or shank, or the lower back by one of its names. A label of
/// two placements says none.
enum PlacementLabel {
  private static let footWords: Set = ["foot", "feet", "fuss", "instep", "shoe", "midfoot", "forefoot"]
  private static let shankWords: Set = ["shank", "shin", "calf", "tibia"]
  private static let backWords: Set = ["lumbar", "sacrum", "lowerback", "l3", "l4", "l5", "pelvis"]
  private static let leftWords: Set = ["left", "l"]
  private static let rightWords: Set = ["right", "r"]
  /// Abbreviations that hold side and segment.
  private static let short: [String: Placement] = [
    "lf": .leftFoot, "rf": .rightFoot, "leftfoot": .leftFoot, "rightfoot": .rightFoot, "lfoot": .leftFoot,
    "rfoot": .rightFoot, "lshank": .leftShank, "rshank": .rightShank, "leftshank": .leftShank,
    "rightshank": .rightShank,
  ]

  /// The placement that `label` says, or `nil` if it says none or more than one.
  static func placement(in label: some StringProtocol) -> Placement? {
    let words = words(of: label)
    let found = Set(words.indices.compactMap { placement(at: $0, in: words) })
    return found.count == 1 ? found.first : nil
  }

  private static func placement(at i: Int, in words: [String]) -> Placement? {
    let word = words[i]
    if let placement = short[word] { return placement }
    if backWords.contains(word) { return .lowerBack }
    let before = i > 0 ? words[i - 1] : ""
    let after = i + 1 < words.count ? words[i + 1] : ""
    if word == "back", before == "lower" || before == "low" { return .lowerBack }
    if footWords.contains(word) {
      return side(before, after).map { $0 == .left ? .leftFoot : .rightFoot }
    }
    if shankWords.contains(word) {
      return side(before, after).map { $0 == .left ? .leftShank : .rightShank }
    }
    // "Left Lower Leg", "lower leg left".
    if word == "leg", before == "lower" {
      return side(i > 1 ? words[i - 2] : "", after).map { $0 == .left ? .leftShank : .rightShank }
    }
    return nil
  }

  private static func side(_ before: String, _ after: String) -> Side? {
    let isLeft = leftWords.contains(before) || leftWords.contains(after)
    let isRight = rightWords.contains(before) || rightWords.contains(after)
    return isLeft == isRight ? nil : isLeft ? .left : .right
  }

  /// The words of `label` in lower case; a capital behind a small letter begins a word.
  private static func words(of label: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in label {
      let isPart = character.isLetter || character.isNumber
      if !isPart || (wasSmall && character.isUppercase) {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if isPart { word.append(character) }
      wasSmall = character.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}
