import GaitModel
import GaitSignal

/// What comes before a walking sequence and after it.
package struct WalkSurroundings: Sendable, Equatable {
  package enum Neighbor: Sendable {
    /// The stream begins or ends, or has a gap: the walk may go on there.
    case cut
    case standing
    /// Turning on the spot, shuffling, sitting down, reaching for something.
    case otherMovement
  }

  package var before: Neighbor
  package var after: Neighbor

  package init(before: Neighbor = .cut, after: Neighbor = .cut) {
    self.before = before
    self.after = after
  }

  /// Whether the walk begins there, and does not only come into the stream.
  package var begins: Bool { before != .cut }
  package var ends: Bool { after != .cut }

  /// Whether step `step` of `count` is one of the first `steps` of a walk that begins, or of the last of one that ends.
  package func isRamp(step: Int, of count: Int, within steps: Int) -> Bool {
    begins && step < steps || ends && step >= count - steps
  }

  /// Whether step `step` of `count` is one of the first `steps` after `neighbor`, or of the last before.
  package func isNear(_ neighbor: Neighbor, step: Int, of count: Int, within steps: Int) -> Bool {
    before == neighbor && step < steps || after == neighbor && step >= count - steps
  }
}

/// Tells walks that begin and end in standing from those that a recording cuts, or that go over into other movement.
package struct WalkSurroundingsDetector: Sendable, Equatable, Codable {
  /// Time after the last step, or before the first, from which the surroundings of a walk are judged, in seconds.
  package var nearest = 0.25
  /// Time after the last step, or before the first, up to which the surroundings of a walk are judged, in seconds:
  /// weight is shifted to the other foot for a third of a second before the first.
  package var farthest = 0.95
  /// Shortest part of the surroundings that shows standing, in seconds.
  package var shortestStanding = 0.3
  /// Shortest part of the surroundings that shows other movement, in seconds: longer than for standing, because a step
  /// that was not found looks like it.
  package var shortestMovement = 0.6
  /// Largest share of the walk's agitation in standing. In 23 walks it was 0.00 to 0.05 where people stood, and 0.13
  /// to 2 where they turned, shuffled or picked something up.
  package var largestShare = 0.1

  package init() {}

  package func surroundings(of sequence: WalkingSequence, in stream: EvenStream) -> WalkSurroundings {
    guard let (before, after) = neighbors(of: sequence, in: stream) else { return WalkSurroundings() }
    return WalkSurroundings(before: before.kind, after: after.kind)
  }

  /// The samples before and after a walking sequence in which the person stands.
  package func standing(beside sequence: WalkingSequence, in stream: EvenStream) -> [Range<Int>] {
    guard let (before, after) = neighbors(of: sequence, in: stream) else { return [] }
    return [before, after].filter { $0.kind == .standing }.map(\.samples)
  }

  private typealias Beside = (kind: WalkSurroundings.Neighbor, samples: Range<Int>)

  private func neighbors(of sequence: WalkingSequence, in stream: EvenStream) -> (before: Beside, after: Beside)? {
    guard let first = sequence.steps.first, let last = sequence.steps.last, last > first else { return nil }
    let walking = stream.agitation(in: first..<last)
    let (near, far) = (stream.samples(in: nearest), stream.samples(in: farthest))
    func neighbor(in range: Range<Int>) -> Beside {
      let range = range.clamped(to: 0..<stream.count)
      let duration = Double(range.count) / stream.rate
      guard duration >= shortestStanding else { return (.cut, range) }
      if stream.agitation(in: range) < largestShare * walking { return (.standing, range) }
      return (duration >= shortestMovement ? .otherMovement : .cut, range)
    }
    // The swing that ends with the first step begins one step before it.
    let beginning = first - Int(sequence.stepSamples)
    return (neighbor(in: beginning - far..<beginning - near), neighbor(in: last + near..<last + far))
  }
}
