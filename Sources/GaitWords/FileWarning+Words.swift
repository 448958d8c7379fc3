import GaitModel

extension FileWarning {
  var words: String {
    switch self {
    case .sensorNotMeasured(let file): "\(file) was not used. RetroGait does not measure with a sensor worn there."
    case .identicalFiles(let one, let other):
      "\(one) and \(other) are identical, byte for byte. One is a copy of the other, and one sensor is missing."
    case .identicalSignals(let one, let other):
      "\(one.rawValue) and \(other.rawValue) hold the same numbers: one file is a copy of the other. Left and right cannot "
        + "be compared. Find the file of the other sensor."
    case .noParticipant(let table):
      "\(table) has no row, or more than one, for the person of this recording. It was not used."
    case .unknownKey(let key, let file, let meant):
      "The key '\(key)' in \(file) is unknown and was not used. Did you mean \(meant.joined(separator: " or "))? If so, "
        + "rename it."
    case .overgroundOnBelt(let file):
      "\(file) gives overground as the surface, and also a belt speed (belt_speed_m_s). Correct one of them."
    case .analyzedInChunks(let chunks):
      "The recording is long. It was analyzed in \(chunks) chunks, cut where the sensors moved least."
    }
  }
}
