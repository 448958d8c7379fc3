import GaitModel
import GaitSignal

/// Whether the wearer stands before a walking sequence and after it.
package struct StandingAround: Sendable, Equatable {
  package var before: Bool
  package var after: Bool

  package init(before: Bool = false, after: Bool = false) {
    self.before = before
    self.after = after
  }

  /// Whether step `step` of `count` is one of the first `steps` after standing or of the last before.
  package func isNear(_ step: Int, of count: Int, within steps: Int) -> Bool {
    before && step < steps || after && step >= count - steps
  }
}

/// Tells walks that begin and end in standing from those that a recording cuts, or that go over into other movement.
package struct StandingDetector: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Stretch that is looked at beyond the first and last step, in seconds from them: weight is shifted to the other
    /// foot for a third of a second before the first.
    package var nearest = 0.25
    package var farthest = 0.95
    /// Shortest part of it that tells, in seconds.
    package var shortest = 0.3
    /// Largest share of the walk's agitation in standing. In 23 walks it was 0.00 to 0.05 where people stood, and 0.13
    /// to 2 where they turned, shuffled or picked something up.
    package var largestShare = 0.1

    package init() {}
  }

  package func standing(around sequence: WalkingSequence, in stream: EvenStream) -> StandingAround {
    guard let first = sequence.steps.first, let last = sequence.steps.last, last > first else {
      return StandingAround()
    }
    let walking = stream.agitation(in: first..<last)
    let (near, far) = (stream.samples(in: settings.nearest), stream.samples(in: settings.farthest))
    func isStanding(_ range: Range<Int>) -> Bool {
      let range = range.clamped(to: 0..<stream.count)
      return Double(range.count) >= settings.shortest * stream.rate
        && stream.agitation(in: range) < settings.largestShare * walking
    }
    // The swing that ends with the first step begins one step before it.
    let beginning = first - Int(sequence.stepSamples)
    return StandingAround(
      before: isStanding(beginning - far..<beginning - near), after: isStanding(last + near..<last + far))
  }
}
