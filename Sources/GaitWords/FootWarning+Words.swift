import GaitModel

extension FootWarning {
  func words(about placement: Placement) -> String {
    switch self {
    case .noSwing: "no swing of a foot was found."
    case .noStride: "the sensor moved, but no stride of a walk was found."
    case .fewLengths(let swings, let measured, let reason):
      "of \(swings) swings seen, only \(measured) have a length. "
        + (reason.map { "Most of the others were not measured because \($0.explanation). " } ?? "")
        + "Means describe the measured strides only."
    case .toesContradicted:
      "the foot does not move as if the toes were where they were declared. Directions are uncertain. "
        + Self.checkDeclaration
    case .toesUpright:
      "the axis that was declared to point to the toes points up or down while the foot is flat. It was not used. "
        + Self.checkDeclaration
    case .toesUnknown: "toes and heel could not be told apart. Directions are uncertain."
    case .loose(let degrees):
      "the sensor keeps turning (by about ±\(degrees)°) while the foot should be flat. It is loose, it follows the shank, "
        + "or the foot was never flat. Foot pitch, clearance and elevation stay empty. First contact is uncertain or empty."
    case .clipped(let samples):
      "\(samples) samples reached the end of the sensor's range. Impacts are cut off, and lengths are less certain."
    case .missing(let places, let seconds):
      "samples are missing in \(places == 1 ? "1 place" : "\(places) places") for longer than \(plain(seconds)) s."
    case .looksLikeOther:
      "the foot rolls over its toes as a \(placement.foot?.opposite.rawValue ?? "other") foot does. Check which foot the "
        + "sensor was worn on."
    }
  }

  private static let checkDeclaration = "Check the declaration (--toes, or toes in recording.json)."
}

extension RejectReason {
  /// Continues "were not measured because".
  fileprivate var explanation: String {
    switch self {
    case .noFootFlat: "the foot did not rest before or after"
    case .clipped: "the sensor reached the end of its range"
    case .missingSamples: "samples are missing"
    case .implausible: "they would be longer or faster than people walk"
    case .irregular: "steps did not repeat themselves"
    }
  }
}
