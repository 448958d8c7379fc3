/// What is doubtful in the signals of a sensor, where they can still be used; nothing was corrected.
public enum SignalWarning: Sendable, Hashable {
  /// The time stamps give another rate in Hz than the one that is declared.
  case rateContradictsDeclaration(measured: Double, declared: Double)
  /// Samples were stamped when they arrived, up to `delay` seconds late.
  case stampsOfArrival(delay: Double, rate: Double)
  /// Time stamps are whole seconds.
  case stampsInWholeSeconds(rate: Double)
  /// Too few samples per second to measure a swing well.
  case rateTooLow(Double)
  /// A part of the sensor repeated one value, `places` times, first from `start` to `end`, `seconds` in all.
  case stuck(StuckSignal.Part, isZero: Bool, places: Int, start: Double, end: Double, seconds: Double)
  /// So many single samples of a part jump and come back at once, first at `start` seconds.
  case damaged(StuckSignal.Part, samples: Int, start: Double)
  /// The accelerometer shows movement, and the gyroscope at most so many °/s.
  case gyroscopeTooSlow(degreesPerSecond: Double)
  /// A sensor on the trunk that turns as feet do, faster than so many °/s in one sample of twenty.
  case turnsLikeFoot(degreesPerSecond: Double)
  /// The magnitude of gravity in m/s², and by how many percent it is too large.
  case gravityWrong(Double, percent: Int)
  /// The gyroscope does not turn with the gravity in the accelerometer, which is so many m/s² apart.
  case gyroscopeContradictsAccelerometer(misfit: Double, cause: Cause)

  /// What would explain a contradiction.
  public enum Cause: Sendable, Hashable {
    /// Nothing does; `fewSamples` are a reason not to look further.
    case unknown(fewSamples: Bool)
    /// Radians per second were declared as degrees per second; with it the misfit is `misfit` m/s².
    case radiansAsDegrees(misfit: Double)
    /// Degrees per second were declared as radians per second.
    case degreesAsRadians(misfit: Double)
    /// The sensor turned `factor` times as much; the rate in Hz that would explain it, and the one that was used.
    case scale(factor: Double, misfit: Double, fittingRate: Double, rate: Double)
    /// Axes are exchanged or inverted.
    case axes(AxisFault, misfit: Double)
  }

  /// What is wrong with the axes of a sensor.
  public enum AxisFault: Sendable, Hashable {
    /// All three signs of the gyroscope are inverted.
    case gyroscopeSigns
    /// The sign of one axis of the gyroscope is inverted.
    case gyroscopeSign(StuckSignal.SensorAxisName)
    /// The sign of one axis of the accelerometer is inverted.
    case accelerometerSign(StuckSignal.SensorAxisName)
    /// The axes of the gyroscope other than this one are exchanged.
    case gyroscopeExchange(allBut: StuckSignal.SensorAxisName)
    /// The axes of the accelerometer other than this one are exchanged.
    case accelerometerExchange(allBut: StuckSignal.SensorAxisName)
    /// The axes of the gyroscope in place of x, y and z.
    case gyroscopeOrder([SensorAxis], isMirrored: Bool)
  }

  /// What kind of warning it is.
  public var code: WarningCode {
    switch self {
    case .rateContradictsDeclaration: .rateContradictsDeclaration
    case .stampsOfArrival: .stampsOfArrival
    case .stampsInWholeSeconds: .stampsInWholeSeconds
    case .rateTooLow: .rateTooLow
    case .stuck: .stuckSignal
    case .damaged: .damagedSamples
    case .gyroscopeTooSlow: .gyroscopeTooSlow
    case .turnsLikeFoot: .turnsLikeFoot
    case .gravityWrong: .gravityWrong
    case .gyroscopeContradictsAccelerometer: .gyroscopeContradictsAccelerometer
    }
  }
}
