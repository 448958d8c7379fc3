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

  /// One sentence each, without the name of the sensor.
  func doubts(about stream: SensorStream) -> [String] {
    clockDoubts(stream) + stuckDoubts(stream) + signalDoubts(stream)
  }

  /// Where the sensor, or a part of it, measured nothing.
  private func stuckDoubts(_ stream: SensorStream) -> [String] {
    Self.parts(of: stream.stuck).map { part, signals in
      let seconds = signals.reduce(0) { $0 + $1.end - $1.start }
      let verb = part == .all ? "repeat" : "repeats"
      let value = signals.allSatisfy { $0.value == 0 } ? "the same value (0)" : "the same value"
      let first = signals[0]
      let place =
        signals.count == 1
        ? "from \(rounded(first.start)) s to \(rounded(first.end)) s"
        : "in \(signals.count) places, first at \(rounded(first.start)) s, \(rounded(seconds)) s in all"
      return "\(part.name) \(verb) \(value) \(place). Nothing was measured there; the samples are taken as missing."
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

  private func signalDoubts(_ stream: SensorStream) -> [String] {
    let blocks = MotionBlocks(stream)
    if let contradiction = RotationConsistency(stream, blocks: blocks).contradiction() {
      return [sentence(contradiction, rate: stream.timing.rate)]
    }
    let gravity = RotationConsistency.gravity(stream) ?? blocks.quiet?.magnitude ?? PlainColumns.standardGravity
    let slowest = stream.placement.foot == nil ? Self.slowestBody : Self.slowestFoot
    if let rate = PhysicsCheck.quantile(0.99, ofMagnitudes: stream.angularVelocity), rate < slowest,
      let force = PhysicsCheck.quantile(0.99, ofMagnitudes: stream.acceleration, about: gravity), force > Self.moving
    {
      return [
        "the gyroscope shows at most \(rounded(rate * 180 / .pi)) °/s while the accelerometer shows movement; its "
          + "numbers may be in rad/s where °/s is declared, or those of another sensor, such as a magnetometer."
      ]
    }
    if stream.placement.isTrunk,
      let rate = PhysicsCheck.quantile(0.95, ofMagnitudes: stream.angularVelocity), rate > Self.fastestTrunk
    {
      return [
        "it turns faster than \(rounded(rate * 180 / .pi)) °/s in one sample of twenty, as feet do and the trunk does "
          + "not; check where it was worn, and whether files are exchanged."
      ]
    }
    if abs(gravity / PlainColumns.standardGravity - 1) > Self.gravityTolerance {
      let percent = Int(((gravity / PlainColumns.standardGravity - 1) * 100).rounded())
      return [
        "the accelerometer measures gravity as \(hundredths(gravity)) m/s² where it is 9.81 m/s² "
          + "(\(percent > 0 ? "+" : "−")\(abs(percent)) %); its scale is wrong, and lengths are wrong in proportion. "
          + "Calibrate the sensor, or check the unit of its numbers."
      ]
    }
    return []
  }

  /// What is doubtful in the times.
  private func clockDoubts(_ stream: SensorStream) -> [String] {
    let rate = "\(rounded(stream.timing.rate)) samples per second"
    var doubts: [String] = []
    switch stream.timing.stamps {
    case .sampleTimes: break
    case .arrivals(let delay):
      doubts.append(
        "the time stamps are those of arrival: they come in bursts, up to \(hundredths(delay)) s late. The samples were "
          + "spread evenly, \(rate); times may be late by the least delay of a packet, which the stamps do not show.")
    case .wholeSeconds:
      doubts.append(
        "the time stamps are whole seconds. The samples were spread evenly, \(rate); export the time with milliseconds."
      )
    }
    if stream.timing.rate < Self.fewSamples {
      doubts.append("\(rate) are too few to measure a swing well; record with 50 or more.")
    }
    return doubts
  }

  private func sentence(_ contradiction: RotationConsistency.Contradiction, rate: Double) -> String {
    let beginning =
      "gyroscope and accelerometer contradict each other: the gyroscope does not turn with the gravity in the "
      + "accelerometer (\(rounded(contradiction.declared)) m/s² apart)"
    guard let reading = contradiction.reading, let found = contradiction.found else {
      return beginning
        + ", and no change of axes, signs or units explains it. Directions, lengths and angles of this sensor "
        + "are unreliable; "
        + (rate < Self.fewSamples
          ? "so few samples per second do not add up to how it turned."
          : "check the export, and whether a sensor is damaged or clipped.")
    }
    let fits = " (\(rounded(found)) m/s²)"
    if reading == .radiansAsDegrees {
      return beginning
        + " and fits when it is multiplied by 57.3, as if rad/s were declared as °/s\(fits); nothing was "
        + "corrected, --map can do so."
    }
    if reading == .degreesAsRadians {
      return beginning + " and fits when it is divided by 57.3, as if °/s were declared as rad/s\(fits); nothing was "
        + "corrected, --map can do so."
    }
    if reading.scale != 1 {
      return beginning
        + " and fits when it turns \(hundredths(reading.scale)) times as much\(fits), as if the sampling "
        + "rate were \(rounded(rate / reading.scale)) in place of \(rounded(rate)) samples per second, or the scale of the "
        + "gyroscope wrong. Lengths and times are unreliable; check the rate or the unit of the time."
    }
    let (what, remedy) = reading.cause
    return beginning
      + "; they fit if \(what)\(fits). Directions, lengths and angles of this sensor are unreliable. Nothing "
      + "was corrected; check the export, or give the columns in this order and with these signs in --map: \(remedy)."
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
  private func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
