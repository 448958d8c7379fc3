import GaitModel

/// Finds sensors that begin later or end earlier than a foot that moves meanwhile: part of a file may be missing.
struct SensorExtents {
  /// Seconds by which sensors that are switched on and off one after the other differ at most without a word.
  private static let shortest = 1.0
  /// Root mean square of the angular velocity in rad/s above which a foot walks: standing gives under 0.1, walking over 2
  /// (figures of the reference recordings).
  private static let moving = 0.5

  /// What is doubtful in how far the sensors of a recording reach.
  func doubts(about recording: Recording) -> [GaitWarning] {
    recording.sensors.flatMap { sensor in
      let feet = recording.sensors.filter { $0.placement.foot != nil && $0.placement != sensor.placement }
      return [end(of: sensor, feet), start(of: sensor, feet)].compactMap { $0.map(GaitWarning.clocks) }
    }
  }

  private func end(of sensor: SensorStream, _ feet: [SensorStream]) -> ClockWarning? {
    guard let end = sensor.time.last,
      let other = feet.first(where: { foot in
        (foot.time.last ?? end) - end > Self.shortest && isMoving(foot) { $0 > end }
      }), let last = other.time.last
    else { return nil }
    return .endsWhileWalking(sensor.placement, seconds: rounded(last - end), foot: other.placement)
  }

  private func start(of sensor: SensorStream, _ feet: [SensorStream]) -> ClockWarning? {
    guard let start = sensor.time.first,
      let other = feet.first(where: { foot in
        start - (foot.time.first ?? start) > Self.shortest && isMoving(foot) { $0 < start }
      }), let first = other.time.first
    else { return nil }
    return .beginsWhileWalking(sensor.placement, seconds: rounded(start - first), foot: other.placement)
  }

  /// Whether a foot walks at the times that `isWanted`.
  private func isMoving(_ foot: SensorStream, _ isWanted: (Double) -> Bool) -> Bool {
    var (sum, count) = (0.0, 0)
    let rate = foot.angularVelocity
    for i in foot.time.indices where isWanted(foot.time[i]) {
      let square = rate.x[i] * rate.x[i] + rate.y[i] * rate.y[i] + rate.z[i] * rate.z[i]
      guard square.isFinite else { continue }
      sum += square
      count += 1
    }
    return count > 0 && sum / Double(count) > Self.moving * Self.moving
  }

  private func rounded(_ seconds: Double) -> Double { (seconds * 10).rounded() / 10 }
}
