import GaitModel

/// A fault that is put into a sensor's signals to see whether it is caught.
package struct SensorFault: Sendable {
  package var name: String
  /// Changes the signals; the times stand for the rate.
  package var apply: @Sendable (inout SensorStream) -> Void

  /// All faults that are tried, in the order of the table.
  package static let all: [SensorFault] = {
    let axes = ["x", "y", "z"]
    var faults: [SensorFault] = []
    for (isForce, sensor) in [(true, "accelerometer"), (false, "gyroscope")] {
      for axis in 0..<3 {
        faults.append(
          SensorFault(name: "\(sensor) \(axes[axis]) inverted") { stream in
            change(&stream, isForce) { v in v[axis] = -v[axis] }
          })
      }
      for (a, b) in [(0, 1), (0, 2), (1, 2)] {
        faults.append(
          SensorFault(name: "\(sensor) \(axes[a]) and \(axes[b]) exchanged") { stream in
            change(&stream, isForce) { v in v.swapAt(a, b) }
          })
      }
      if !isForce {
        faults.append(
          SensorFault(name: "gyroscope mirrored (all signs)") { stream in
            change(&stream, false) { v in for k in 0..<3 { v[k] = -v[k] } }
          })
      }
      for factor in [0.7, 1.3] {
        faults.append(
          SensorFault(name: "\(sensor) × \(factor)") { stream in
            change(&stream, isForce) { v in for k in 0..<3 { v[k] *= factor } }
          })
      }
      for axis in 0..<3 {
        faults.append(
          SensorFault(name: "\(sensor) \(axes[axis]) is 0") { stream in
            change(&stream, isForce) { v in v[axis] = 0 }
          })
      }
    }
    faults.append(SensorFault(name: "all channels frozen for 5 s") { freeze(&$0, seconds: 5) })
    for (factor, name) in [(1.5, "1.5 times too high"), (1 / 1.5, "1.5 times too low"), (2, "2 times too high")] {
      faults.append(
        SensorFault(name: "sampling rate \(name)") { stream in
          guard let start = stream.time.first else { return }
          for i in stream.time.indices { stream.time[i] = start + (stream.time[i] - start) / factor }
        })
    }
    let gravity = 9.80665
    for (name, isForce, factor) in [
      ("g called m/s²", true, 1 / gravity), ("m/s² called g", true, gravity),
      ("rad/s called °/s", false, Double.pi / 180), ("°/s called rad/s", false, 180 / Double.pi),
    ] {
      faults.append(
        SensorFault(name: name) { stream in
          change(&stream, isForce) { v in for k in 0..<3 { v[k] *= factor } }
        })
    }
    return faults
  }()

  private static func change(
    _ stream: inout SensorStream, _ isForce: Bool, _ body: (inout [Double]) -> Void
  ) {
    let series = isForce ? stream.acceleration : stream.angularVelocity
    var (x, y, z) = (series.x, series.y, series.z)
    for i in x.indices {
      var vector = [x[i], y[i], z[i]]
      body(&vector)
      (x[i], y[i], z[i]) = (vector[0], vector[1], vector[2])
    }
    let changed = TriaxialSeries(x: x, y: y, z: z)
    if isForce { stream.acceleration = changed } else { stream.angularVelocity = changed }
  }

  /// Repeats the sample in the middle of the recording.
  private static func freeze(_ stream: inout SensorStream, seconds: Double) {
    let first = stream.count / 2
    guard first < stream.count else { return }
    let start = stream.time[first]
    let last = stream.time.lastIndex { $0 - start < seconds } ?? first
    func frozen(_ series: TriaxialSeries) -> TriaxialSeries {
      var columns = [series.x, series.y, series.z]
      for k in columns.indices {
        let value = columns[k][first]
        for i in first...last { columns[k][i] = value }
      }
      return TriaxialSeries(x: columns[0], y: columns[1], z: columns[2])
    }
    stream.acceleration = frozen(stream.acceleration)
    stream.angularVelocity = frozen(stream.angularVelocity)
  }
}
