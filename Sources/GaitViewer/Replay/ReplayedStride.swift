import GaitMeasures
import GaitModel

/// One stride of a replay. The ground passes below the foot at the mean speed of the stride, as on a treadmill: so the foot
/// stays in the picture, and no distance between the feet is made up.
struct ReplayedStride {
  /// Where the foot is over the ground that passes.
  struct Place: Equatable {
    /// Along the foot, toes positive, in mm from where it stands in the middle of its stance.
    var along: Double
    /// Of the sensor above where it was at rest, in mm.
    var height: Double
    /// Foot pitch in rad, toes up positive.
    var pitch: Double
  }

  /// The path of the foot, which is known of most strides.
  struct Path {
    var curve: StrideCurve
    /// The time of the path, from one foot-flat phase to the next, in s of the recording.
    var time: ClosedRange<Double>
    /// The time in which the ground passes by the length of the stride: that of the path with half of what lies between it
    /// and the paths before and after it.
    var cycle: ClosedRange<Double>
  }

  var stride: Stride
  var path: Path?

  /// The place of the foot at a time, in s of the recording; `nil` where no path is known.
  func place(at time: Double) -> Place? {
    guard let path, let last = path.curve.forward.last, path.curve.forward.count > 1 else { return nil }
    let share = (time - path.time.lowerBound) / (path.time.upperBound - path.time.lowerBound)
    let step = min(max(share, 0), 1) * Double(path.curve.forward.count - 1)
    let index = min(Int(step), path.curve.forward.count - 2)
    let value = { (curve: [Double]) in curve[index] + (curve[index + 1] - curve[index]) * (step - Double(index)) }
    let passed = (time - path.cycle.lowerBound) / (path.cycle.upperBound - path.cycle.lowerBound)
    return Place(
      along: 1000 * (value(path.curve.forward) - last * min(max(passed, 0), 1)),
      height: 1000 * value(path.curve.height), pitch: value(path.curve.pitch))
  }

  /// The places over the whole stride, each point of the path once.
  var loop: [Place] {
    guard let path else { return [] }
    let last = Double(max(path.curve.forward.count - 1, 1))
    let within = path.curve.forward.indices.map {
      path.time.lowerBound + (path.time.upperBound - path.time.lowerBound) * Double($0) / last
    }
    return ([path.cycle.lowerBound] + within + [path.cycle.upperBound]).compactMap { place(at: $0) }
  }
}

/// The strides of both feet around one of them, to be played.
struct WalkReplay {
  let chosen: Stride
  /// In the order of time; those without a path included, so that no contact is missing.
  let strides: [ReplayedStride]
  /// Strides of the bout that are left out, because it is longer than a replay.
  let leftOut: Int
  /// s of the recording.
  let time: ClosedRange<Double>

  /// Most strides of a replay, of both feet: about a minute of walking. A slider of 360 points has six for each second then.
  static let mostStrides = 120
  /// Seconds before and after a stride outside of all bouts whose strides are replayed with it.
  private static let around = 3.0
  /// Longest time between two paths of one foot that belong to one walk, in s; after a longer one the foot had been standing.
  private static let longestPause = 0.5

  /// The strides that are replayed with `chosen`: those of its bout nearest to it.
  static func strides(around chosen: Stride, of all: [Stride]) -> (shown: [Stride], leftOut: Int) {
    let bout = all.filter { stride in
      chosen.bout.map { stride.bout == $0 } ?? (abs(stride.end - chosen.end) <= around)
    }
    let nearest = bout.sorted { (abs($0.end - chosen.end), $0.end) < (abs($1.end - chosen.end), $1.end) }
    let shown = nearest.prefix(mostStrides).sorted { ($0.end, $0.foot.rawValue) < ($1.end, $1.foot.rawValue) }
    return (shown, bout.count - shown.count)
  }

  /// `nil` where no path of any stride is known.
  init?(chosen: Stride, of all: [Stride], curves: [DrawnStride]) {
    let (shown, leftOut) = Self.strides(around: chosen, of: all)
    self.chosen = chosen
    self.leftOut = leftOut
    var strides = shown.map { stride -> ReplayedStride in
      let drawn = curves.first { $0.foot == stride.foot && $0.number == stride.number }
      guard let curve = drawn?.path, let span = drawn?.signals.swing, span.upperBound > span.lowerBound else {
        return ReplayedStride(stride: stride)
      }
      return ReplayedStride(stride: stride, path: .init(curve: curve, time: span, cycle: span))
    }
    for foot in Side.allCases {
      let own = strides.indices.filter { strides[$0].stride.foot == foot && strides[$0].path != nil }
      for (a, b) in zip(own, own.dropFirst()) {
        guard let before = strides[a].path, let after = strides[b].path else { continue }
        let pause = after.time.lowerBound - before.time.upperBound
        guard pause > 0, pause <= Self.longestPause else { continue }
        let middle = before.time.upperBound + pause / 2
        strides[a].path?.cycle = before.cycle.lowerBound...middle
        strides[b].path?.cycle = middle...after.cycle.upperBound
      }
    }
    let starts = strides.map { min($0.path?.cycle.lowerBound ?? .infinity, $0.stride.start ?? $0.stride.finalContact) }
    let ends = strides.map { max($0.path?.cycle.upperBound ?? -.infinity, $0.stride.end) }
    guard strides.contains(where: { $0.path != nil }), let start = starts.min(), let end = ends.max(), start < end
    else {
      return nil
    }
    self.strides = strides
    time = start...end
  }

  /// The stride of a foot that a time is part of; else the nearest one whose path is known.
  func shown(_ foot: Side, at time: Double) -> ReplayedStride? {
    let distance = { (stride: ReplayedStride) -> Double in
      guard let cycle = stride.path?.cycle else { return .infinity }
      return max(cycle.lowerBound - time, time - cycle.upperBound, 0)
    }
    return strides.filter { $0.stride.foot == foot && $0.path != nil }.min { distance($0) < distance($1) }
  }

  /// The contacts of both feet, ascending, with those before the first strides.
  var contacts: [(time: Double, foot: Side, isInitial: Bool)] {
    var contacts = strides.flatMap {
      [($0.stride.finalContact, $0.stride.foot, false), ($0.stride.end, $0.stride.foot, true)]
    }
    for foot in Side.allCases {
      if let first = strides.first(where: { $0.stride.foot == foot })?.stride.start {
        contacts.append((first, foot, true))
      }
    }
    return contacts.sorted { ($0.0, $0.1.rawValue) < ($1.0, $1.1.rawValue) }
      .map { (time: $0.0, foot: $0.1, isInitial: $0.2) }
  }
}
