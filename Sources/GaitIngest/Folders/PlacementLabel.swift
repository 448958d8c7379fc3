import GaitModel

/// Where a sensor was worn, from the words of a label or file name.
///
/// Only words that leave no doubt count: a side with foot or shank, or the lower back by one of its names. A label of
/// two placements says none. The words are those of English, German, French, Spanish, Italian, and Dutch.
struct PlacementLabel {
  private static let footWords: Set = [
    "foot", "feet", "instep", "shoe", "midfoot", "forefoot", "fuss", "schuh", "pied", "pie", "piede", "voet",
  ]
  private static let shankWords: Set = ["shank", "shin", "calf", "tibia"]
  private static let backWords: Set = [
    "lumbar", "sacrum", "lowerback", "l3", "l4", "l5", "pelvis", "kreuzbein", "lws", "lendenwirbel",
  ]
  private static let buckleWords: Set = ["buckle", "beltbuckle", "waistfront", "frontwaist", "belly"]
  private static let leftWords: Set = [
    "left", "l", "links", "linker", "linke", "gauche", "izquierdo", "izquierda", "sinistro", "sinistra",
  ]
  private static let rightWords: Set = [
    "right", "r", "rechts", "rechter", "rechte", "droit", "droite", "derecho", "derecha", "destro", "destra",
  ]
  /// Abbreviations that hold side and segment.
  private static let short: [String: Placement] = [
    "lf": .leftFoot, "rf": .rightFoot, "leftfoot": .leftFoot, "rightfoot": .rightFoot, "lfoot": .leftFoot,
    "rfoot": .rightFoot, "lshank": .leftShank, "rshank": .rightShank, "leftshank": .leftShank,
    "rightshank": .rightShank, "lb": .lowerBack, "linkervoet": .leftFoot, "rechtervoet": .rightFoot,
  ]
  /// Places of the body whose sensors are not measured with, each a word of its own.
  private static let otherWords: Set = [
    "thigh", "thighs", "femur", "wrist", "hand", "forearm", "arm", "elbow", "shoulder", "head", "forehead", "neck",
    "chest", "sternum", "thorax", "torso", "knee",
  ]

  /// The placement that the label says, or `nil` if it says none or more than one.
  let placement: Placement?
  /// A place of the body that is not measured, such as `thigh`, in a label without a placement.
  let otherPlace: String?
  /// The words that say nothing of the placement, as they are written.
  let rest: [String]

  init(_ label: some StringProtocol) {
    let spelled = Self.words(of: label)
    let words = spelled.map(Self.plain)
    var used: Set<Int> = []
    var found: Set<Placement> = []
    for i in words.indices {
      guard let (placement, indices) = Self.placement(at: i, in: words) else { continue }
      found.insert(placement)
      used.formUnion(indices)
    }
    let other = words.firstIndex(where: Self.otherWords.contains)
    placement = found.count == 1 ? found.first : nil
    if found.isEmpty, let other {
      otherPlace = words[other]
      used = [other]
      for k in [other - 1, other + 1] where words.indices.contains(k) && Self.isSide(words[k]) { used.insert(k) }
    } else {
      otherPlace = nil
    }
    rest =
      placement == nil && otherPlace == nil
      ? spelled : spelled.indices.filter { !used.contains($0) }.map { spelled[$0] }
  }

  /// The placement that `label` says, or `nil` if it says none or more than one.
  static func placement(in label: some StringProtocol) -> Placement? { PlacementLabel(label).placement }

  /// The placement that begins or lies at word `i`, and the words that say it.
  private static func placement(at i: Int, in words: [String]) -> (Placement, Set<Int>)? {
    let word = words[i]
    if let placement = short[word] { return (placement, [i]) }
    if backWords.contains(word) { return (.lowerBack, [i]) }
    if buckleWords.contains(word) { return (.waistFront, [i]) }
    let before = i > 0 ? words[i - 1] : ""
    let after = i + 1 < words.count ? words[i + 1] : ""
    if word == "back", before == "lower" || before == "low" { return (.lowerBack, [i - 1, i]) }
    if footWords.contains(word) {
      return side(before, after, at: i).map { ($0.side == .left ? .leftFoot : .rightFoot, [i, $0.index]) }
    }
    if shankWords.contains(word) {
      return side(before, after, at: i).map { ($0.side == .left ? .leftShank : .rightShank, [i, $0.index]) }
    }
    // "Left Lower Leg", "lower leg left".
    if word == "leg", before == "lower" {
      return side(i > 1 ? words[i - 2] : "", after, at: i, from: i - 2).map {
        ($0.side == .left ? .leftShank : .rightShank, [i - 1, i, $0.index])
      }
    }
    return nil
  }

  private static func plain(_ word: String) -> String { word.lowercased().replacing("ß", with: "ss") }

  private static func isSide(_ word: String) -> Bool { leftWords.contains(word) || rightWords.contains(word) }

  /// The side that the word before or the one after says, and which of them.
  private static func side(
    _ before: String, _ after: String, at i: Int, from first: Int? = nil
  ) -> (side: Side, index: Int)? {
    let isLeft = leftWords.contains(before) || leftWords.contains(after)
    let isRight = rightWords.contains(before) || rightWords.contains(after)
    guard isLeft != isRight else { return nil }
    return (isLeft ? .left : .right, isSide(before) ? first ?? i - 1 : i + 1)
  }

  /// The words of `label` as they are written; a capital behind a small letter begins a word, and so does a number
  /// behind a word that says a place.
  private static func words(of label: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in label {
      let isPart = character.isLetter || character.isNumber
      let isNumbered = character.isNumber && isPlace(word.lowercased())
      if !isPart || (wasSmall && character.isUppercase) || isNumbered {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isPart { word.append(character) }
      wasSmall = character.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func isPlace(_ word: String) -> Bool {
    short[word] != nil || footWords.contains(word) || shankWords.contains(word) || otherWords.contains(word)
  }
}
