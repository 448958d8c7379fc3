import GaitModel
import GaitSignal

extension StrideSignals {
  /// The acceleration of the trunk over a stride, along axes that lean with the trunk.
  ///
  /// Its mean is taken off, which over a whole stride is gravity and how far the trunk leans.
  init(of stride: Stride, in walk: DirectedWalk, mounting: TrunkMounting) {
    let stream = walk.stream
    let axes = mounting.axes(in: walk.motion)
    let start = stride.start ?? stride.finalContact
    let places = stream.places(from: start, to: stride.end, count: Self.points)
    let forces = stream.acceleration.withColumns { x, y, z in
      places.map { i, share in
        Vector3(x[i], y[i], z[i]) * (1 - share) + Vector3(x[i + 1], y[i + 1], z[i + 1]) * share
      }
    }
    let mean = forces.reduce(Vector3.zero, +) / Double(forces.count)
    let along = { (axis: Vector3) in forces.map { Float(($0 - mean).dot(axis)) } }
    self.init(
      foot: stride.foot, number: stride.number, start: start, end: stride.end, forward: along(axes.front),
      upward: along(walk.motion.up), third: .leftward(along(axes.left)))
  }
}
