import GaitModel
import GaitSignal

extension StrideCurve {
  /// The curve of a swing, by linear interpolation between its samples.
  init(_ swing: SwingPath, shape: SwingShape, foot: Side) {
    var forward: [Double] = []
    var height: [Double] = []
    var pitch: [Double] = []
    for k in 0..<Self.points {
      let place = Double(k) / Double(Self.points - 1) * Double(swing.count - 1)
      let index = min(Int(place), swing.count - 2)
      let share = place - Double(index)
      let position = swing.position[index] * (1 - share) + swing.position[index + 1] * share
      forward.append(position.dot(shape.meanFront))
      height.append(position.dot(swing.up))
      pitch.append(shape.pitch(at: index) * (1 - share) + shape.pitch(at: index + 1) * share)
    }
    self.init(foot: foot, number: 0, forward: forward, height: height, pitch: pitch)
  }
}
