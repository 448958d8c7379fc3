import GaitModel
import NumberText

extension ClockWarning {
  var words: String {
    switch self {
    case .assumed(let placements, let reference):
      Self.beginning(placements, reference)
        + "Their motion does not align them either. RetroGait assumes that they started at the same time."
    case .alignedByMotion(let placements, let reference, let alignment):
      Self.beginning(placements, reference) + Self.sentence(alignment, Self.names(placements))
    case .endsEarly(let sensor, let seconds, let other, let time):
      "\(sensor.rawValue) ends \(plain(seconds)) s before \(other.rawValue), at \(plain(time)) s. Check that its file was "
        + "copied completely."
    case .beginsLate(let sensor, let seconds, let other):
      "\(sensor.rawValue) begins \(plain(seconds)) s after \(other.rawValue). Check that its file was copied completely, and "
        + "check both clocks."
    case .endsWhileWalking(let sensor, let seconds, let foot):
      "\(sensor.rawValue) ends \(plain(seconds)) s before \(foot.rawValue), which keeps moving. Its file may have been cut."
    case .beginsWhileWalking(let sensor, let seconds, let foot):
      "\(sensor.rawValue) begins \(plain(seconds)) s after \(foot.rawValue), which is already moving. The beginning of its "
        + "file may be missing."
    }
  }

  private static func names(_ placements: [Placement]) -> String {
    placements.map(\.rawValue).joined(separator: ", ")
  }

  private static func beginning(_ placements: [Placement], _ reference: Placement) -> String {
    "The clocks of \(reference.rawValue) and \(names(placements)) have no common zero. "
  }

  private static func sentence(_ alignment: Alignment, _ names: String) -> String {
    func text(_ value: Double) -> String { PlainNumbers.fixed(value, 2) }
    let later = alignment.offset < 0 ? "earlier" : "later"
    let drift = alignment.drift == 0 ? "" : " A drift of \(text(alignment.drift)) s per hour was corrected."
    return
      "By their motion, \(names) started \(text(abs(alignment.offset))) s \(later) (± \(text(alignment.uncertainty)) s)."
      + drift
  }
}
