import GaitModel

extension WalkWarning {
  var words: String {
    switch self {
    case .feetInOppositeDirections(let strides, let all):
      "The feet disagree on the direction of walking in \(strides) of \(all) strides. One sensor may be turned around or "
        + "worn on the other foot."
    case .feetSwingTogether(let percent, let mayBeOneFoot):
      "Both feet swing at the same time for \(percent) % of their swings, which does not happen in walking. "
        + (mayBeOneFoot
          ? "Either both sensors were worn on one foot, or their clocks do not agree."
          : "The clocks of the two sensors do not agree.")
        + " Double support is not given."
    case .feetExchanged:
      "The feet move as if left and right were exchanged. Check which sensor was worn on which foot."
    case .feetContradictBackDirection(let strides, let all):
      "The feet and the lower back disagree on the direction of walking in \(strides) of \(all) strides. RetroGait uses the "
        + "feet. Check how the sensor on the back was worn."
    case .feetContradictBackCount(let feet, let back):
      "The feet show \(feet) strides of walking, and the lower back shows \(back). RetroGait uses the feet. Check that both "
        + "belong to the same walk."
    case .beltSpeedContradicted(let given, let measured):
      "The given belt speed is \(plain(given)) m/s, but the feet move at \(plain(measured)) m/s. Check belt_speed_m_s and "
        + "its unit."
    case .distanceContradicted(let given, let measured):
      "The given distance is \(plain(given)) m, but the feet walked \(plain(measured)) m. Check walked_m and its unit, and "
        + "that all of the walk was recorded."
    case .heightContradicted(let height, let stride):
      "Forward strides are about \(plain(stride)) m long, too long for a walking person of \(plain(height)) m. Check height_m, "
        + "the sampling rate and the units."
    case .trunkSensorNotUsed(let placement):
      "\(placement.rawValue): not used, because the sensor on the lower back is used."
    case .shankNotAnalyzed(let placement): "\(placement.rawValue): RetroGait does not analyze sensors on the shank yet."
    }
  }
}
