import GaitModel
import GaitSignal

extension StrideSignals {
  /// The acceleration of the trunk over a stride, along axes that lean with the trunk.
  ///
  /// Its mean is taken off, which over a whole stride is gravity and how far the trunk leans.
  ///
  /// - Parameters:
  ///   - front, left, up: In the axes of the sensor, of length 1.
  init(of stride: Stride, in stream: borrowing EvenStream, front: Vector3, left: Vector3, up: Vector3) {
    let start = stride.start ?? stride.finalContact
    let places = stream.places(from: start, to: stride.end, count: Self.points)
    var (forward, leftward, upward): ([Float], [Float], [Float]) = ([], [], [])
    stream.acceleration.withColumns { x, y, z in
      withUnsafeTemporaryAllocation(of: Vector3.self, capacity: Self.points) { forces in
        var (sum, count) = (Vector3.zero, 0)
        for (i, share) in places {
          let force = Vector3(x[i], y[i], z[i]) * (1 - share) + Vector3(x[i + 1], y[i + 1], z[i + 1]) * share
          forces.initializeElement(at: count, to: force)
          sum += force
          count += 1
        }
        let mean = sum / Double(count)
        func along(_ axis: Vector3) -> [Float] {
          [Float](unsafeUninitializedCapacity: count) { values, filled in
            for k in 0..<count { values.initializeElement(at: k, to: Float((forces[k] - mean).dot(axis))) }
            filled = count
          }
        }
        (forward, leftward, upward) = (along(front), along(left), along(up))
      }
    }
    self.init(
      foot: stride.foot, number: stride.number, start: start, end: stride.end, forward: forward, upward: upward,
      third: .leftward(leftward))
  }
}
