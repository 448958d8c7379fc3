import GaitModel

/// What is doubtful in the sensors of a recording beside each other.
struct SensorComparison {
  /// Seconds, and share of the longer recording, by which one sensor may begin later or end earlier than another.
  private static let longestLack = 3.0
  private static let largestShare = 0.1

  func doubts(about sensors: [SensorStream]) -> [GaitWarning] {
    var doubts: [GaitWarning] = []
    for (k, first) in sensors.enumerated() {
      for second in sensors[(k + 1)...] {
        if first.acceleration == second.acceleration, first.angularVelocity == second.angularVelocity {
          doubts.append(.files(.identicalSignals(first.placement, second.placement)))
        }
      }
    }
    return doubts + extents(of: sensors).map { .clocks($0) }
  }

  private func extents(of sensors: [SensorStream]) -> [ClockWarning] {
    let known = sensors.filter { $0.count > 0 }
    guard let earliest = known.min(by: { $0.time[0] < $1.time[0] }),
      let latest = known.max(by: { $0.time[$0.count - 1] < $1.time[$1.count - 1] })
    else { return [] }
    let end = latest.time[latest.count - 1]
    let limit = max(Self.longestLack, Self.largestShare * (end - earliest.time[0]))
    return known.compactMap { sensor in
      let lacking = end - sensor.time[sensor.count - 1]
      if lacking > limit {
        return .endsEarly(
          sensor.placement, seconds: rounded(lacking), other: latest.placement,
          at: rounded(sensor.time[sensor.count - 1]))
      }
      let late = sensor.time[0] - earliest.time[0]
      if late > limit {
        return .beginsLate(sensor.placement, seconds: rounded(late), other: earliest.placement)
      }
      return nil
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
