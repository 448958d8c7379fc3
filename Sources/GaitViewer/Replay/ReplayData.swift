import GaitModel

/// What the script of a page needs to play a walk. It holds numbers only, no name.
struct ReplayData: Encodable {
  /// Times are in ms of the recording, lengths in mm, angles in tenths of a degree.
  struct Step: Encodable {
    var foot: String
    var number: Int
    var finalContact: Int
    var initialContact: Int
    /// Of the path and of the stride around it; absent with all that follows where no path is known.
    var path: [Int]?
    var cycle: [Int]?
    var forward: [Int]?
    var height: [Int]?
    var pitch: [Int]?
  }

  struct Contact: Encodable {
    var time: Int
    var foot: String
    var isInitial: Bool
  }

  var strides: [Step]
  var contacts: [Contact]

  init(_ replay: WalkReplay?) {
    strides = replay.map { $0.strides.map(Self.step) } ?? []
    contacts =
      replay?.contacts.map {
        Contact(time: Self.milliseconds($0.time), foot: $0.foot.rawValue, isInitial: $0.isInitial)
      } ?? []
  }

  private static func step(_ replayed: ReplayedStride) -> Step {
    let stride = replayed.stride
    var step = Step(
      foot: stride.foot.rawValue, number: stride.number, finalContact: milliseconds(stride.finalContact),
      initialContact: milliseconds(stride.end))
    guard let path = replayed.path else { return step }
    step.path = [milliseconds(path.time.lowerBound), milliseconds(path.time.upperBound)]
    step.cycle = [milliseconds(path.cycle.lowerBound), milliseconds(path.cycle.upperBound)]
    step.forward = path.curve.forward.map { whole(1000 * $0) }
    step.height = path.curve.height.map { whole(1000 * $0) }
    step.pitch = path.curve.pitch.map { whole(1800 / .pi * $0) }
    return step
  }

  static func milliseconds(_ seconds: Double) -> Int { whole(1000 * seconds) }

  /// Curves and times that the store keeps are finite and small.
  private static func whole(_ value: Double) -> Int { Int(exactly: value.rounded()) ?? 0 }
}
