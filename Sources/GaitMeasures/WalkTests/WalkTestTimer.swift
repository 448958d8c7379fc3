import GaitModel

/// Times walks over a distance, as a stopwatch between two lines would.
///
/// The clock stops when the first foot passes the last line. Where a foot is within its swing follows the smoothest path from
/// its final contact to its initial contact. Nothing is guessed: a walk with a swing that could not be measured has no time,
/// and says why.
public struct WalkTestTimer: Sendable, Equatable, Codable {
  /// Time in s with both feet on the ground that is standing. In the slowest walking both feet stand for up to about 1 s, and
  /// who is tested stands for longer than twice that.
  public var standing = 2.0
  /// Standard deviation in s of the time of a contact (20 ms).
  public var contactDeviation = 0.02
  public var turns = TurnDetector()

  public init() {}

  /// What came of one walk.
  public enum Outcome: Sendable, Equatable {
    case timed(TimedWalk)
    case notMeasurable(WalkTestRefusal)

    /// The time, if there is one.
    public var timed: TimedWalk? { if case .timed(let walk) = self { walk } else { nil } }
    /// The reason, if there is none.
    public var refusal: WalkTestRefusal? { if case .notMeasurable(let refusal) = self { refusal } else { nil } }
  }

  /// What came of each walk in the direction of the test, in order of time.
  ///
  /// - Parameters:
  ///   - strides: Of one recording, sorted by end.
  ///   - recordingStart: Time of its first sample, in s; before it nobody is known to have stood.
  public func outcomes(of test: WalkTest, in strides: [Stride], recordingStart: Double) -> [Outcome] {
    WalkFinder(strides, recordingStart: recordingStart, standing: standing, turns: turns).walks
      .filter { $0.direction == test.direction }.map { outcome(of: test, in: $0) }
  }

  /// What came of the test within a segment of the recording that marks it: the first walk that was timed, or the reason why
  /// the first one was not.
  public func outcome(
    of test: WalkTest, in strides: [Stride], recordingStart: Double, segment: Segment
  ) -> Outcome {
    let walks = WalkFinder(strides, recordingStart: recordingStart, standing: standing, turns: turns).walks
    let outcomes = walks.compactMap { walk -> Outcome? in
      var inside = walk
      // A foot that stood before the segment began is not outside of it.
      inside.strides.removeAll { $0.finalContact < segment.start || segment.end < $0.end }
      guard let first = inside.strides.first, inside.direction == test.direction else { return nil }
      inside.isFromStanding = walk.isFromStanding && first == walk.strides.first
      if inside.strides.last != walk.strides.last { inside.end = .standing }
      return outcome(of: test, in: inside)
    }
    return outcomes.first { $0.timed != nil } ?? outcomes.first ?? .notMeasurable(.noWalk(test.direction))
  }

  private func outcome(of test: WalkTest, in walk: WalkFinder.Walk) -> Outcome {
    do throws(WalkTestRefusal) {
      return .timed(try timed(test, in: walk))
    } catch {
      return .notMeasurable(error)
    }
  }

  private func timed(_ test: WalkTest, in walk: WalkFinder.Walk) throws(WalkTestRefusal) -> TimedWalk {
    guard let first = walk.strides.first else { throw .noWalk(test.direction) }
    guard walk.strides.contains(where: { $0.foot != first.foot }) else { throw .oneFoot(first.foot) }
    guard walk.strides.allSatisfy({ $0.sharedLengthDeviation == nil }) else { throw .noFeet }
    let from: Double
    switch test.start {
    case .standing:
      guard walk.isFromStanding else { throw .noStandingStart(at: first.finalContact) }
      from = 0
    case .rolling(let runUp): from = runUp
    }
    let needed = from + test.distance
    let whole = try measured(walk, upTo: needed)
    guard let end = whole.crossing(of: needed) else {
      if walk.end == .turn {
        throw .turn(at: walk.strides.last?.end ?? first.end, walked: whole.reached)
      }
      throw .tooShort(at: first.finalContact, walked: whole.reached, needed: needed)
    }
    let begin = test.start == .standing ? whole.start : whole.crossing(of: from)
    guard let begin, begin < end else { throw .tooShort(at: first.finalContact, walked: whole.reached, needed: needed) }
    return TimedWalk(
      test: test, start: begin, end: end, timeInterval: interval(begin...end, from: from, to: needed, on: whole),
      steps: test.start == .standing
        ? whole.stepsBegun(before: end) : whole.stepsLanded(after: begin, until: end))
  }

  /// The way of the feet as far as it matters, all of it measured; and a stride of each foot more, where there is one, for the
  /// case that the foot which seems to cross the line did not.
  private func measured(_ walk: WalkFinder.Walk, upTo distance: Double) throws(WalkTestRefusal) -> FootTrack {
    var track = FootTrack(isFromStanding: walk.isFromStanding)
    var previous: Side?
    var more = 2
    for (k, stride) in walk.strides.enumerated() {
      let isReached = track.crossing(of: distance) != nil
      // Of a walk that is under way, the first stride only ends at the line.
      let isKnown = stride.isValid && stride.length != nil || k == 0 && !walk.isFromStanding
      if isReached {
        guard more > 0, isKnown, previous != stride.foot else { break }
        more -= 1
      } else if previous == stride.foot {
        throw .missedSwing(stride.foot.opposite, at: stride.finalContact)
      } else if !isKnown {
        throw .strideWithoutLength(stride.foot, at: stride.finalContact, stride.rejectReason)
      }
      track.append(stride)
      previous = stride.foot
    }
    return track
  }

  /// From the time in which the distance would be walked if it were shorter by its uncertainty to that if it were longer.
  private func interval(
    _ time: ClosedRange<Double>, from: Double, to distance: Double, on track: FootTrack
  ) -> ClosedRange<Double>? {
    guard let reach = track.uncertainty(at: distance) else { return nil }
    let duration = time.upperBound - time.lowerBound
    let pace = duration / (distance - from)
    // Beyond the last swing the person would have gone on as before.
    let late = track.crossing(of: distance + reach).map { $0 - time.upperBound } ?? pace * reach
    let early = track.crossing(of: distance - reach).map { time.upperBound - $0 } ?? pace * reach
    let contacts = 1.96 * contactDeviation * 2.0.squareRoot()
    let low = (early * early + contacts * contacts).squareRoot()
    let high = (late * late + contacts * contacts).squareRoot()
    return max(0, duration - low)...(duration + high)
  }
}
