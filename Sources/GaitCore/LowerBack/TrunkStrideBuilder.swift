import GaitModel
import GaitSignal

/// Makes strides and events of the steps of a walking sequence.
package struct TrunkStrideBuilder: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Share of a step by which the initial contact comes before the lowest point of the trunk in forward walking,
    /// and by which the final contact of the other foot comes after it. Between the two is double support. In six
    /// people whose contacts were checked by hand: 0.085 ± 0.02 and 0.155 ± 0.03.
    package var contactBeforeLowest = 0.085
    package var releaseAfterLowest = 0.155
    /// Steps on each side in whose middle duration the shares are taken.
    package var neighbours = 3
    /// Bounds of what people walk: duration in s, speed in m/s.
    package var longestStride = 3.0
    package var highestSpeed = 3.0
    /// A stride shorter than this goes nowhere, in m.
    package var shortestStride = 0.20

    package init() {}
  }

  /// What is known of each step of a sequence.
  package struct Steps: Sendable {
    /// Positions of the lowest points between samples.
    package var positions: [Double]
    package var sides: [Side]
    package var directions: [TravelDirection]
    /// Metres, for each stride of the motion.
    package var lengths: [Double]
  }

  /// Strides in order of their end, without numbers.
  ///
  /// - Parameter frontConfidence: Probability that the trunk's front is where it was taken to be; if it is not,
  ///   forward and backward change places, and so do left and right.
  package func strides(
    of steps: Steps, motion: TrunkMotion, stream: EvenStream, frontConfidence: Double
  ) -> [Stride] {
    var contacts: [Double] = []
    var strides: [Stride] = []
    for k in steps.positions.indices {
      let duration = stepDuration(around: k, steps.positions)
      let travel = steps.directions[k]
      // With time running backward, contact and release change places around the lowest point.
      let isBackward = travel.direction == .backward
      let before = isBackward ? settings.releaseAfterLowest : settings.contactBeforeLowest
      let after = isBackward ? settings.contactBeforeLowest : settings.releaseAfterLowest
      let contact = steps.positions[k] - before * duration
      contacts.append(contact)
      let previousLowest = k > 0 ? steps.positions[k - 1] : steps.positions[k] - duration
      let release = previousLowest + after * duration
      guard release >= 0, contact <= Double(stream.count - 1) else { continue }

      var stride = Stride(
        foot: steps.sides[k], number: 0, finalContact: stream.time(at: release), end: stream.time(at: contact))
      if k >= 2, steps.sides[k - 2] == steps.sides[k] { stride.start = stream.time(at: contacts[k - 2]) }
      // Stride j of the motion lies between steps j and j + 2.
      let j = min(max(k - 2, 0), motion.strides.count - 1)
      stride.turn = k >= 2 ? motion.strides[j].turn : nil
      describe(&stride, travel: travel, length: steps.lengths[j], frontConfidence: frontConfidence)
      stride.rejectReason = rejectReason(
        of: stride, samples: max(0, Int((k >= 2 ? contacts[k - 2] : release)))..<max(1, Int(contact) + 1), in: stream)
      strides.append(stride)
    }
    return strides
  }

  private func describe(
    _ stride: inout Stride, travel: TravelDirection, length: Double, frontConfidence: Double
  ) {
    stride.direction = travel.direction
    if travel.direction == .sideways {
      stride.directionConfidence = travel.confidence
      return
    }
    // Right in both respects or wrong in both.
    stride.directionConfidence =
      frontConfidence * travel.confidence + (1 - frontConfidence) * (1 - travel.confidence)
    stride.length = length
    if length < settings.shortestStride { stride.direction = .inPlace }
  }

  private func stepDuration(around k: Int, _ positions: [Double]) -> Double {
    let range = max(0, k - settings.neighbours)..<min(positions.count - 1, k + settings.neighbours)
    return median(of: range.map { positions[$0 + 1] - positions[$0] }) ?? 0
  }

  private func rejectReason(of stride: Stride, samples: Range<Int>, in stream: EvenStream) -> RejectReason? {
    if stream.bridged.intersects(samples) { return .missingSamples }
    if stream.clipped.intersects(samples) { return .clipped }
    if let duration = stride.duration, duration > settings.longestStride { return .implausible }
    if let speed = stride.speed, speed > settings.highestSpeed { return .implausible }
    return nil
  }
}
