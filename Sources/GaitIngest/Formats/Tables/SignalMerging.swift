import GaitModel
import GaitSignal

/// Puts together what one sensor's files hold: accelerometer, gyroscope and gravity, each with stamps of its own, which
/// never go back.
struct SignalMerging {
  let file: String

  /// The signals of one sensor, at the accelerometer's stamps, or at those of a gyroscope that is much slower.
  ///
  /// Stamps of the gyroscope that differ from the accelerometer's are interpolated between linearly; where the
  /// gyroscope has a gap, or has not begun, there is no sample. Beside a slow gyroscope the acceleration is averaged over
  /// the time of each of its samples: velocity is kept, and the sensor counts as one of the gyroscope's rate.
  ///
  /// - Throws: `IngestError` if there is no accelerometer, no gyroscope, or gravity is removed.
  func merged(_ parts: [SensorSignals]) throws(IngestError) -> SensorSignals {
    guard var whole = try force(parts) else {
      throw IngestError(
        .unusable, file: file, found: "no acceleration", expected: "acceleration with gravity, and angular velocity",
        advice: "export the accelerometer too")
    }
    if whole.angularVelocity == nil {
      guard let gyroscope = parts.first(where: { $0.angularVelocity != nil }), let rate = gyroscope.angularVelocity
      else {
        throw IngestError(
          .unusable, file: file, found: "no angular velocity", expected: "a gyroscope beside the accelerometer",
          advice: "record and export the gyroscope too, and give the folder if it is in a file of its own")
      }
      if Self.isTooSlow(gyroscope, beside: whole) {
        whole = averaged(whole, at: gyroscope)
        whole.angularVelocity = rate
      } else {
        whole.angularVelocity = resampled(rate, gyroscope, at: whole)
      }
      whole.angularVelocityUnit = gyroscope.angularVelocityUnit
      whole.columns.angularVelocity = gyroscope.columns.angularVelocity
      whole.label = whole.label ?? gyroscope.label
      whole.warnings += gyroscope.warnings.filter { !whole.warnings.contains($0) }
    }
    return whole
  }

  private func force(_ parts: [SensorSignals]) throws(IngestError) -> SensorSignals? {
    let forces = parts.filter { $0.acceleration != nil }
    if let whole = forces.first(where: { $0.content == .specificForce && $0.angularVelocity != nil }) { return whole }
    if let whole = forces.first(where: { $0.content == .specificForce }) { return whole }
    guard let moving = forces.first(where: { $0.content == .withoutGravity }), let motion = moving.acceleration else {
      return nil
    }
    guard let still = forces.first(where: { $0.content == .gravity }), let gravity = still.acceleration else {
      throw IngestError(
        .unusable, file: file, found: "acceleration from which gravity is removed",
        expected: "acceleration with gravity, as the sensor measures it",
        advice: "export the raw or total acceleration, or gravity too")
    }
    let added = resampled(gravity, still, at: moving)
    var whole = moving
    whole.acceleration = TriaxialSeries(
      x: zip(motion.x, added.x).map(+), y: zip(motion.y, added.y).map(+), z: zip(motion.z, added.z).map(+))
    whole.content = .specificForce
    whole.accelerationUnit = moving.accelerationUnit
    return whole
  }

  /// A step between samples of the source that is longer than this many of its periods is a gap.
  private static let gapPeriods = 2.5
  /// Longest step in seconds of a gyroscope that is interpolated to a faster accelerometer. Of 706 lengths of six walks,
  /// most recorded at 100 Hz, the intervals missed 12 with every second sample of the gyroscope left, 128 with every third,
  /// 245 with every fourth. With the acceleration averaged beside a slow one they miss 12, 62 and 31.
  private static let longestInterpolatedStep = 0.025
  /// Steps of two clocks that differ by less than this factor are those of one rate.
  private static let oneRate = 1.4

  /// Whether a gyroscope turns too far between two samples for a faster accelerometer to be trusted in between.
  private static func isTooSlow(_ gyroscope: SensorSignals, beside accelerometer: SensorSignals) -> Bool {
    guard let slow = usualStep(gyroscope.time), let fast = usualStep(accelerometer.time) else { return false }
    return slow > max(longestInterpolatedStep, oneRate * fast)
  }

  private static func usualStep(_ stamps: [Double]) -> Double? { median(of: zip(stamps.dropFirst(), stamps).map(-)) }

  /// The acceleration of `source` at the stamps of `target`, each the mean over one usual step of `target`.
  private func averaged(_ source: SensorSignals, at target: SensorSignals) -> SensorSignals {
    let shift = Self.offset(of: target.origin, from: source.origin)
    let times = shift == 0 ? target.time : target.time.map { $0 + shift }
    let limit = (Self.usualStep(source.time) ?? 0) * Self.gapPeriods
    let half = (Self.usualStep(target.time) ?? 0) / 2
    let force = source.acceleration ?? TriaxialSeries()
    func means(_ values: [Double]) -> [Double] {
      SegmentMeans(of: values, at: source.time, longestStep: limit).means(around: times, half: half)
    }
    var whole = source
    (whole.time, whole.origin, whole.place) = (target.time, target.origin, target.place)
    whole.declaredRate = target.declaredRate
    whole.acceleration = TriaxialSeries(x: means(force.x), y: means(force.y), z: means(force.z))
    return whole
  }

  private func resampled(_ series: TriaxialSeries, _ source: SensorSignals, at target: SensorSignals) -> TriaxialSeries
  {
    let shift = Self.offset(of: source.origin, from: target.origin)
    let stamps = shift == 0 ? source.time : source.time.map { $0 + shift }
    if stamps == target.time { return series }
    let limit = (Self.usualStep(stamps) ?? 0) * Self.gapPeriods
    // Before which of the source's samples each target stamp lies.
    var (x, y, z): ([Double], [Double], [Double]) = ([], [], [])
    var next = 0
    for time in target.time {
      while next < stamps.count, stamps[next] < time { next += 1 }
      if next < stamps.count, stamps[next] == time {
        x.append(series.x[next])
        y.append(series.y[next])
        z.append(series.z[next])
      } else if next > 0, next < stamps.count, stamps[next] - stamps[next - 1] <= limit {
        let share = (time - stamps[next - 1]) / (stamps[next] - stamps[next - 1])
        x.append(series.x[next - 1] + share * (series.x[next] - series.x[next - 1]))
        y.append(series.y[next - 1] + share * (series.y[next] - series.y[next - 1]))
        z.append(series.z[next - 1] + share * (series.z[next] - series.z[next - 1]))
      } else {
        x.append(.nan)
        y.append(.nan)
        z.append(.nan)
      }
    }
    return TriaxialSeries(x: x, y: y, z: z)
  }

  /// Seconds that `origin` is later than `other`; 0 if they cannot be compared.
  static func offset(of origin: ClockOrigin, from other: ClockOrigin) -> Double {
    switch (origin, other) {
    case (.utc(let a), .utc(let b)), (.local(let a), .local(let b)): a - b
    case (.shared(let name, let a), .shared(let otherName, let b)) where name == otherName: a - b
    default: 0
    }
  }
}
