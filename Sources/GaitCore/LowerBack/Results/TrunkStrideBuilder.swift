import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes strides and events of the steps of a walking sequence.
package struct TrunkStrideBuilder: Sendable, Equatable, Codable {
  /// Share of a step by which the initial contact comes before the lowest point of the trunk in forward walking: 0.085
  /// ± 0.02 in six people whose contacts were checked by hand.
  package var contactBeforeLowest = 0.085
  /// Share of a step by which the final contact of the other foot comes after the lowest point of the trunk in forward
  /// walking: 0.155 ± 0.03 in six people whose contacts were checked by hand.
  package var releaseAfterLowest = 0.155
  /// Steps on each side whose median duration the shares of a step are taken of.
  package var neighbors = 3
  /// Longest stride in s of people who walk: 30 steps per minute.
  package var longestStride = 4.0
  /// Highest speed in m/s of people who walk (Mobilise-D's limit is 2.22).
  package var highestSpeed = 3.0
  /// Length in m below which a stride is in place, as of sensors on the feet.
  package var shortestStride = 0.15
  /// Standard deviation of the length of a stride in place, in m: it stands next to standing and other movement.
  package var inPlaceDeviation = 0.2

  package init() {}

  /// Strides in order of their end, without numbers.
  ///
  /// - Parameters:
  ///   - lengths: Of the strides that end with each step.
  ///   - mounting: If the front is not where it was taken to be, forward and backward change places, and so do left and
  ///     right.
  package func strides(
    of walk: DirectedWalk, lengths: WalkLengths, mounting: TrunkMounting
  ) -> [Stride] {
    let (stream, sides, positions) = (walk.stream, walk.sides, walk.positions)
    var contacts: [Double] = []
    var strides: [Stride] = []
    for k in positions.indices {
      let duration = stepDuration(around: k, positions)
      let travel = walk.directions[k]
      // With time running backward, contact and release change places around the lowest point.
      let isBackward = travel.direction == .backward
      let before = isBackward ? releaseAfterLowest : contactBeforeLowest
      let after = isBackward ? contactBeforeLowest : releaseAfterLowest
      let contact = positions[k] - before * duration
      contacts.append(contact)
      let previousLowest = k > 0 ? positions[k - 1] : positions[k] - duration
      let release = previousLowest + after * duration
      guard release >= 0, contact <= Double(stream.count - 1), release < contact else { continue }

      var stride = Stride(
        foot: sides[k], number: 0, finalContact: stream.time(at: release), end: stream.time(at: contact))
      var beginning = release
      if k >= 2, sides[k - 2] == sides[k], contacts[k - 2] < release {
        beginning = max(contacts[k - 2], 0)
        stride.start = stream.time(at: beginning)
      }
      // Stride j of the motion lies between steps j and j + 2.
      let j = min(max(k - 2, 0), walk.motion.strides.count - 1)
      stride.turn = stride.start == nil ? nil : walk.motion.strides[j].turn
      describe(&stride, travel: travel, length: lengths.length(endingWith: k, travel), mounting: mounting)
      stride.lengthInterval = lengths.interval(of: stride, endingWith: k, travel)
      stride.sharedLengthDeviation = stride.length == nil ? nil : lengths.sharedDeviation(travel.direction)
      if stride.length == nil, travel.direction != .sideways { stride.uncertainLength = lengths.byStep[k] }
      stride.rejectReason = rejectReason(of: stride, samples: Int(beginning)..<(Int(contact) + 1), in: stream)
      strides.append(stride)
    }
    return strides
  }

  /// The swings of steps that could not be measured, with their times only; the feet take turns, but which is which is
  /// not known.
  package func unmeasuredStrides(of sequence: WalkingSequence, in stream: EvenStream) -> [Stride] {
    let positions = sequence.positions
    return positions.indices.dropFirst().compactMap { k -> Stride? in
      let duration = stepDuration(around: k, positions)
      let release = positions[k - 1] + releaseAfterLowest * duration
      let contact = positions[k] - contactBeforeLowest * duration
      guard release < contact else { return nil }
      var stride = Stride(
        foot: k.isMultiple(of: 2) ? .left : .right, number: 0, finalContact: stream.time(at: release),
        end: stream.time(at: contact))
      stride.rejectReason = .irregular
      return stride
    }
  }

  private func describe(
    _ stride: inout Stride, travel: TravelDirection, length: Double?, mounting: TrunkMounting
  ) {
    stride.direction = travel.direction
    if travel.direction == .sideways {
      stride.directionConfidence = travel.confidence
      return
    }
    // Right in both respects or wrong in both.
    let front = mounting.confidence
    stride.directionConfidence =
      mounting.lineConfidence * (front * travel.confidence + (1 - front) * (1 - travel.confidence))
    stride.length = length
    if let length, length < shortestStride {
      stride.direction = .inPlace
      stride.directionConfidence = 1 - 0.5 * erfc((shortestStride - length) / (inPlaceDeviation * 2.0.squareRoot()))
    }
  }

  private func stepDuration(around k: Int, _ positions: [Double]) -> Double {
    let range = max(0, k - neighbors)..<min(positions.count - 1, k + neighbors)
    return median(of: range.map { positions[$0 + 1] - positions[$0] }) ?? 0
  }

  private func rejectReason(of stride: Stride, samples: Range<Int>, in stream: EvenStream) -> RejectReason? {
    if stream.losesTooMuch(in: samples) { return .missingSamples }
    if stream.clippedForce.intersects(samples) || stream.clippedRotation.intersects(samples) { return .clipped }
    if let duration = stride.duration, duration > longestStride { return .implausible }
    if let speed = stride.speed, speed > highestSpeed { return .implausible }
    return nil
  }
}
