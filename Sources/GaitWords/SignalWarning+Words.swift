import GaitModel

extension SignalWarning {
  /// What a person reads, without the name of the sensor.
  public var words: String {
    switch self {
    case .rateContradictsDeclaration(let measured, let declared):
      "the time stamps give \(plain(measured)) Hz, but \(plain(declared)) Hz is declared. RetroGait uses the time stamps."
    case .stampsOfArrival(let delay, let rate):
      "the time stamps are arrival times: they come in bursts, up to \(plain(delay)) s late. The samples were spread evenly, "
        + "at \(plain(rate)) Hz. All times may be late by the shortest delay of a packet, which the stamps do not show."
    case .stampsInWholeSeconds(let rate):
      "the time stamps are whole seconds. The samples were spread evenly, at \(plain(rate)) Hz. Export the time with "
        + "milliseconds."
    case .rateTooLow(let rate):
      "\(plain(rate)) samples per second are too few to measure a swing well. Record with 50 Hz or more."
    case .stuck(let part, let isZero, let places, let start, let end, let seconds):
      "\(part.words) \(part == .all ? "repeat" : "repeats") the same value\(isZero ? " (0)" : "") "
        + (places == 1
          ? "from \(plain(start)) s to \(plain(end)) s."
          : "in \(places) places, first at \(plain(start)) s, \(plain(seconds)) s in all.")
        + " Nothing was measured there. These samples are treated as missing."
    case .damaged(let part, let samples, let start):
      "\(part.words) jumps for a single sample and comes back at once "
        + (samples == 1 ? "at \(plain(start)) s" : "in \(samples) places, first at \(plain(start)) s")
        + ". No movement does so. These samples are damaged and treated as missing."
    case .gyroscopeTooSlow(let rate):
      "the gyroscope shows at most \(plain(rate)) °/s while the accelerometer shows movement. Its values may be in rad/s but "
        + "declared as °/s, or from another sensor, such as a magnetometer."
    case .turnsLikeFoot(let rate):
      "the sensor turns faster than \(plain(rate)) °/s in one sample of twenty. Feet turn this fast; the trunk does not. "
        + "Check where it was worn, and whether files were exchanged."
    case .gravityWrong(let gravity, let percent):
      "the accelerometer measures gravity as \(plain(gravity)) m/s² instead of 9.81 m/s² "
        + "(\(percent > 0 ? "+" : "−")\(abs(percent)) %). Its scale is wrong, and lengths are wrong in proportion. Calibrate "
        + "the sensor, or check the unit of its values."
    case .gyroscopeContradictsAccelerometer(let misfit, let cause):
      "gyroscope and accelerometer contradict each other: the gyroscope does not turn with gravity in the accelerometer "
        + "(misfit \(plain(misfit)) m/s²). " + cause.words
    }
  }
}

extension SignalWarning.Cause {
  /// What would make both agree, and what to do.
  fileprivate var words: String {
    switch self {
    case .unknown(let fewSamples):
      "No change of axes, signs or units explains it. Directions, lengths and angles of this sensor are unreliable. "
        + (fewSamples
          ? "The sampling rate is too low to follow how the sensor turned."
          : "Check the export, and check whether the sensor is damaged or reached the end of its range.")
    case .radiansAsDegrees(let misfit):
      "They agree (misfit \(plain(misfit)) m/s²) if the gyroscope is multiplied by 57.3, as if rad/s were declared as °/s. "
        + "RetroGait corrected nothing; --map can."
    case .degreesAsRadians(let misfit):
      "They agree (misfit \(plain(misfit)) m/s²) if the gyroscope is divided by 57.3, as if °/s were declared as rad/s. "
        + "RetroGait corrected nothing; --map can."
    case .scale(let factor, let misfit, let fittingRate, let rate):
      "They agree (misfit \(plain(misfit)) m/s²) if the gyroscope turns \(plain(factor)) times as much. Either the sampling "
        + "rate is \(plain(fittingRate)) Hz instead of \(plain(rate)) Hz, or the scale of the gyroscope is wrong. Lengths and "
        + "times are unreliable. Check the rate or the unit of the time."
    case .axes(let fault, let misfit):
      "They agree (misfit \(plain(misfit)) m/s²) if \(fault.words). Directions, lengths and angles of this sensor are "
        + "unreliable. RetroGait corrected nothing. Check the export, or give the columns in this order and with these "
        + "signs in --map: \(fault.remedy)."
    }
  }
}

extension SignalWarning.AxisFault {
  /// Continues "if".
  fileprivate var words: String {
    switch self {
    case .gyroscopeSigns: "all three signs of the gyroscope are inverted, as in a left-handed frame"
    case .gyroscopeSign(let axis):
      "the sign of the gyroscope's \(axis.rawValue) axis is inverted, as in a mirrored (left-handed) frame"
    case .accelerometerSign(let axis):
      "the sign of the accelerometer's \(axis.rawValue) axis is inverted, or the signs of the gyroscope's other two axes"
    case .gyroscopeExchange(let fixed): "the gyroscope's \(Self.others(fixed)) axes are exchanged"
    case .accelerometerExchange(let fixed): "the accelerometer's \(Self.others(fixed)) axes are exchanged"
    case .gyroscopeOrder(let order, let isMirrored):
      "the gyroscope's axes are \(Self.listed(order)) in place of x,y,z"
        + (isMirrored ? ", as in a mirrored (left-handed) frame" : "")
    }
  }

  /// The columns for a mapping that make it right.
  fileprivate var remedy: String {
    switch self {
    case .gyroscopeSigns: "gyr=-x,-y,-z"
    case .gyroscopeSign(let axis): "gyr=\(Self.inverting(axis))"
    case .accelerometerSign(let axis): "acc=\(Self.inverting(axis))"
    case .gyroscopeExchange(let fixed): "gyr=\(Self.exchanged(fixed))"
    case .accelerometerExchange(let fixed): "acc=\(Self.exchanged(fixed))"
    case .gyroscopeOrder(let order, _): "gyr=\(Self.listed(order))"
    }
  }

  private typealias Axis = StuckSignal.SensorAxisName

  private static func listed(_ axes: [SensorAxis]) -> String { axes.map(\.rawValue).joined(separator: ",") }

  private static func others(_ fixed: Axis) -> String {
    Axis.allCases.filter { $0 != fixed }.map(\.rawValue).joined(separator: " and ")
  }

  private static func inverting(_ axis: Axis) -> String {
    Axis.allCases.map { ($0 == axis ? "-" : "") + $0.rawValue }.joined(separator: ",")
  }

  private static func exchanged(_ fixed: Axis) -> String {
    var others = Axis.allCases.filter { $0 != fixed }
    return Axis.allCases.map { $0 == fixed ? $0 : others.removeLast() }.map(\.rawValue).joined(separator: ",")
  }
}
