import GaitModel

/// The walks of a recording: strides in one direction from standing, a turn or another direction to the next of these.
struct WalkFinder {
  /// One of them.
  struct Walk {
    /// Of both feet, in the order in which they end; those whose direction is not sure among them.
    var strides: [Stride]
    var direction: Direction?
    /// Whether both feet stood still before it.
    var isFromStanding: Bool
    var end: End
  }

  /// What a walk ends in.
  enum End { case standing, turn, otherDirection }

  private(set) var walks: [Walk] = []

  init(_ strides: [Stride], recordingStart: Double, standing: Double, turns: TurnDetector) {
    var isTurning = [Bool](repeating: false, count: strides.count)
    for turn in turns.found(in: strides) { for k in turn.strides { isTurning[k] = true } }
    var current: Walk?
    /// The feet with a stride in `current`.
    var seen: Set<Side> = []
    var lastLanding = recordingStart
    func close(_ end: End) {
      defer { current = nil }
      guard var walk = current, walk.direction != nil else { return }
      walk.end = end
      walks.append(walk)
    }
    for (k, stride) in strides.enumerated() {
      let stood = stride.finalContact - lastLanding >= standing
      if stood { close(.standing) }
      if isTurning[k] { close(.turn) }
      let own = stride.sureDirection.flatMap { $0 == .inPlace ? nil : $0 }
      if let own, let direction = current?.direction, own != direction { close(.otherDirection) }
      if !isTurning[k] {
        // A stride whose last contact is seen and near began in walking, also where no swing before it was seen.
        let isFirstFromStanding = stood && stride.start.map { stride.finalContact - $0 >= standing } ?? true
        if current == nil {
          current = Walk(strides: [], direction: nil, isFromStanding: isFirstFromStanding, end: .standing)
          seen = []
        }
        if let start = stride.start, stride.finalContact - start < standing, !seen.contains(stride.foot) {
          // The other foot moved in the time in which it seemed to stand.
          current?.isFromStanding = false
        }
        seen.insert(stride.foot)
        // In place: a walk of an hour is not copied for each of its strides.
        current?.strides.append(stride)
        if current?.direction == nil { current?.direction = own }
      }
      lastLanding = max(lastLanding, stride.end)
    }
    close(.standing)
  }
}
