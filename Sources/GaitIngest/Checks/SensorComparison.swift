import GaitModel

/// What is doubtful in the sensors of a recording beside each other.
struct SensorComparison {
  /// Seconds, and share of the longer recording, by which one sensor may begin later or end earlier than another.
  private static let longestLack = 3.0
  private static let largestShare = 0.1

  /// One sentence each.
  func doubts(about sensors: [SensorStream]) -> [String] {
    var doubts: [String] = []
    for (k, first) in sensors.enumerated() {
      for second in sensors[(k + 1)...] {
        let names = "\(first.placement.rawValue) and \(second.placement.rawValue)"
        if first.acceleration == second.acceleration, first.angularVelocity == second.angularVelocity {
          doubts.append(
            "\(names) hold the same numbers: one file is a copy of the other. Left and right cannot be compared; find the "
              + "file of the other sensor.")
        }
      }
    }
    return doubts + extents(of: sensors)
  }

  private func extents(of sensors: [SensorStream]) -> [String] {
    let known = sensors.filter { $0.count > 0 }
    guard let earliest = known.min(by: { $0.time[0] < $1.time[0] }),
      let latest = known.max(by: { $0.time[$0.count - 1] < $1.time[$1.count - 1] })
    else { return [] }
    let end = latest.time[latest.count - 1]
    let limit = max(Self.longestLack, Self.largestShare * (end - earliest.time[0]))
    return known.compactMap { sensor in
      let lacking = end - sensor.time[sensor.count - 1]
      if lacking > limit {
        return "\(sensor.placement.rawValue) ends \(rounded(lacking)) s before \(latest.placement.rawValue), at "
          + "\(rounded(sensor.time[sensor.count - 1])) s; check whether its file was copied whole."
      }
      let late = sensor.time[0] - earliest.time[0]
      if late > limit {
        return
          "\(sensor.placement.rawValue) begins \(rounded(late)) s after \(earliest.placement.rawValue); check whether "
          + "its file was copied whole, and the clocks of both."
      }
      return nil
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
