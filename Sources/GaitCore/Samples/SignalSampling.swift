import GaitModel
import GaitSignal

extension StrideSignals {
  /// The signals of a foot around a swing, from `start`, a time, to where the swing's path ends.
  init(
    _ swing: SwingPath, from start: Double, shape: SwingShape, in segment: FootSegment, axes: FootAxes, foot: Side
  ) {
    let (track, stream) = (segment.track, segment.stream)
    let end = stream.time(at: swing.last)
    var (forward, upward, pitchRate): ([Float], [Float], [Float]) = ([], [], [])
    forward.reserveCapacity(Self.points)
    upward.reserveCapacity(Self.points)
    pitchRate.reserveCapacity(Self.points)
    for (index, share) in stream.places(from: start, to: end, count: Self.points) {
      let first = track.force(at: index)
      let force = first + (track.force(at: index + 1) - first) * share - swing.gravity
      forward.append(Float(force.dot(shape.meanFront)))
      upward.append(Float(force.dot(swing.up)))
      let rate = stream.angularVelocity[index] * (1 - share) + stream.angularVelocity[index + 1] * share - track.bias
      pitchRate.append(Float(-rate.dot(axes.left)))
    }
    let whole = start...end
    let flats = [swing.phaseBefore, swing.phaseAfter].map {
      (stream.time(at: $0.first)...stream.time(at: $0.last)).clamped(to: whole)
    }
    self.init(
      foot: foot, number: 0, start: start, end: end, forward: forward, upward: upward, third: .pitchRate(pitchRate),
      footFlat: flats.filter { $0.upperBound > $0.lowerBound }, swing: stream.time(at: swing.first)...end)
  }
}

extension EvenStream {
  /// Evenly spaced times as a sample and the share of the way to the next one.
  func places(from start: Double, to end: Double, count points: Int) -> some Sequence<(index: Int, share: Double)> {
    let (first, rate, last) = (self.start, rate, count - 1)
    return (0..<points).lazy.map { k in
      let time = start + (end - start) * Double(k) / Double(points - 1)
      let place = min(max((time - first) * rate, 0), Double(last))
      let index = min(Int(place), last - 1)
      return (index, place - Double(index))
    }
  }
}
