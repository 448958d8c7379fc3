import GaitModel

/// What physics makes doubtful in a sensor's signals, where they can still be read; nothing is corrected.
struct SignalDoubts {
  /// Deviation of the force from gravity in m/s² that one sample in a hundred exceeds when a person moves.
  private static let moving = 3.0
  /// Angular velocity in rad/s that one sample in a hundred of a moving foot, and of the trunk or a shank, exceeds: half
  /// of what a shuffling foot needs, more than radians taken for degrees leave of it.
  private static let slowestFoot = 1.5
  private static let slowestBody = 0.08

  /// Angular velocity in rad/s (250 °/s) that one sample in twenty of a sensor on the trunk does not exceed: 141 °/s is
  /// the most in 42 recordings of people who walk, and 171 °/s the least of a foot, that of one who
  /// shuffles; others' feet reach 300 °/s.
  private static let fastestTrunk = 4.4

  /// How far the magnitude of gravity may be from 9.81 m/s², as a share of it. Of 190 sensors in recordings of people who
  /// walk, 170 are within 3 %, all but one within 7 %; a length is wrong by the same share.
  private static let gravityTolerance = 0.08

  /// Samples per second below which a swing is seen in too few samples to be measured well.
  private static let fewSamples = 20.0

  func doubts(about evidence: SignalEvidence) -> [SignalWarning] {
    clockDoubts(evidence.stream) + stuckDoubts(evidence.stream) + damageDoubts(evidence.stream) + signalDoubts(evidence)
  }

  /// Where the sensor, or a part of it, measured nothing.
  private func stuckDoubts(_ stream: SensorStream) -> [SignalWarning] {
    Self.parts(of: stream.stuck).map { part, signals in
      .stuck(
        part, isZero: signals.allSatisfy { $0.value == 0 }, places: signals.count, start: rounded(signals[0].start),
        end: rounded(signals[0].end), seconds: rounded(signals.reduce(0) { $0 + $1.end - $1.start }))
    }
  }

  /// Where single samples are no measurements.
  private func damageDoubts(_ stream: SensorStream) -> [SignalWarning] {
    [StuckSignal.Part.accelerometer, .gyroscope].compactMap { part in
      let samples = stream.damaged.filter { $0.part == part }
      return samples.first.map { .damaged(part, samples: samples.count, start: rounded($0.time)) }
    }
  }

  /// The parts that were stuck, in the order in which they first were.
  private static func parts(of stuck: [StuckSignal]) -> [(part: StuckSignal.Part, signals: [StuckSignal])] {
    var parts: [(part: StuckSignal.Part, signals: [StuckSignal])] = []
    for signal in stuck {
      if let k = parts.firstIndex(where: { $0.part == signal.part }) {
        parts[k].signals.append(signal)
      } else {
        parts.append((signal.part, [signal]))
      }
    }
    return parts
  }

  private func signalDoubts(_ evidence: SignalEvidence) -> [SignalWarning] {
    let stream = evidence.stream
    if let contradiction = evidence.contradiction {
      return [
        .gyroscopeContradictsAccelerometer(
          misfit: rounded(contradiction.declared), cause: cause(of: contradiction, rate: stream.timing.rate))
      ]
    }
    let gravity = evidence.gravity ?? evidence.quiet?.magnitude ?? PlainColumns.standardGravity
    let slowest = stream.placement.foot == nil ? Self.slowestBody : Self.slowestFoot
    if let rate = evidence.fastest, rate < slowest,
      let force = PhysicsCheck.quantile(0.99, ofMagnitudes: stream.acceleration, about: gravity), force > Self.moving
    {
      return [.gyroscopeTooSlow(degreesPerSecond: rounded(rate * 180 / .pi))]
    }
    if stream.placement.isTrunk,
      let rate = PhysicsCheck.quantile(0.95, ofMagnitudes: stream.angularVelocity), rate > Self.fastestTrunk
    {
      return [.turnsLikeFoot(degreesPerSecond: rounded(rate * 180 / .pi))]
    }
    if abs(gravity / PlainColumns.standardGravity - 1) > Self.gravityTolerance {
      let percent = Int(((gravity / PlainColumns.standardGravity - 1) * 100).rounded())
      return [.gravityWrong(hundredths(gravity), percent: percent)]
    }
    return []
  }

  /// What is doubtful in the times.
  private func clockDoubts(_ stream: SensorStream) -> [SignalWarning] {
    let rate = rounded(stream.timing.rate)
    var doubts: [SignalWarning] = []
    switch stream.timing.stamps {
    case .sampleTimes: break
    case .arrivals(let delay): doubts.append(.stampsOfArrival(delay: hundredths(delay), rate: rate))
    case .wholeSeconds: doubts.append(.stampsInWholeSeconds(rate: rate))
    }
    if stream.timing.rate < Self.fewSamples { doubts.append(.rateTooLow(rate)) }
    return doubts
  }

  private func cause(of contradiction: RotationConsistency.Contradiction, rate: Double) -> SignalWarning.Cause {
    guard let reading = contradiction.reading, let misfit = contradiction.found.map(rounded) else {
      return .unknown(fewSamples: rate < Self.fewSamples)
    }
    if reading == .radiansAsDegrees { return .radiansAsDegrees(misfit: misfit) }
    if reading == .degreesAsRadians { return .degreesAsRadians(misfit: misfit) }
    if reading.scale != 1 {
      return .scale(
        factor: hundredths(reading.scale), misfit: misfit, fittingRate: rounded(rate / reading.scale),
        rate: rounded(rate))
    }
    return .axes(reading.fault, misfit: misfit)
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
  private func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
