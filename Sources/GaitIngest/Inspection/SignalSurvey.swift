import GaitModel
import GaitSignal
import GaitWords

/// Looks at the signals of one sensor.
struct SignalSurvey {
  /// How the units are known.
  let units: [UnitEvidence]

  private static let blockDuration = 1.0
  /// Standard deviation of the force in m/s², and mean angular velocity in rad/s (5 °/s), below which a block is rest:
  /// people who stand sway less, and the gyroscope's bias is less.
  private static let stillForce = 0.3
  private static let stillRate = 0.0873

  func inspection(of stream: SensorStream) -> SensorInspection {
    let evidence = SignalEvidence(stream)
    let (restShare, restForce) = rest(stream)
    let gravity = restForce ?? evidence.quiet?.magnitude
    var refusal: String?
    do throws(IngestError) { try PhysicsCheck(evidence).check() } catch { refusal = error.description }
    let source = stream.source
    let longest = stream.timing.gaps.max { $0.duration < $1.duration }
    return SensorInspection(
      placement: stream.placement, placementFrom: source?.placementFrom,
      file: source?.file ?? "", samples: stream.count, start: stream.time.first ?? 0, end: stream.time.last ?? 0,
      clock: clock(source?.clock ?? .relative), timeColumn: source?.columns.time,
      rate: .init(
        measured: rounded(stream.timing.rate, 3), declared: stream.timing.declaredRate,
        jitter: rounded(stream.timing.jitter * 1000, 3)),
      gaps: .init(
        count: stream.timing.gaps.count, longest: rounded(longest?.duration ?? 0, 3),
        longestAt: longest.map { rounded($0.start, 3) }, lostSamples: stream.timing.lostSamples),
      acceleration: signal(
        stream.acceleration, unit: source?.accelerationUnit, columns: source?.columns.acceleration ?? [], factor: 1,
        range: stream.accelerationRange,
        smallestRange: ClippingDetector.smallestAcceleration),
      angularVelocity: signal(
        stream.angularVelocity, unit: source?.angularVelocityUnit,
        columns: source?.columns.angularVelocity ?? [], factor: 180 / .pi,
        range: stream.angularVelocityRange, smallestRange: ClippingDetector.smallestAngularVelocity),
      restShare: rounded(restShare * 100, 1),
      gravity: .init(
        magnitude: gravity.map { rounded($0, 3) }, from: restForce == nil ? .quietestTenth : .rest,
        isPlausible: gravity.map(PhysicsCheck.gravity.contains) ?? false),
      doubts: refusal == nil ? SignalDoubts().doubts(about: evidence).map(\.words) : [], refusal: refusal)
  }

  private func clock(_ clock: SignalSource.Clock) -> SensorInspection.Clock {
    switch clock {
    case .relative: .init(isAbsolute: false)
    case .utc(let start): .init(isAbsolute: true, zone: "UTC", startedAt: UTCText(secondsFrom1970: start)?.text)
    case .local(let start):
      .init(
        isAbsolute: true, zone: "local, zone unknown",
        startedAt: UTCText(secondsFrom1970: start).map { String($0.text.dropLast()) })
    case .shared(let name): .init(isAbsolute: false, zone: name)
    }
  }

  private func signal(
    _ series: TriaxialSeries, unit: String?, columns: [String], factor: Double, range: Double?, smallestRange: Double
  ) -> SensorInspection.Signal {
    var minimum = [Double](repeating: .infinity, count: 3)
    var maximum = [Double](repeating: -.infinity, count: 3)
    for (k, column) in [series.x, series.y, series.z].enumerated() {
      for value in column {
        // Comparisons with a missing sample are false.
        if value < minimum[k] { minimum[k] = value }
        if value > maximum[k] { maximum[k] = value }
      }
    }
    let isKnown = minimum.allSatisfy(\.isFinite)
    let clipped = ClippingDetector().clippedSamples(of: series, range: range, smallestRange: smallestRange)
    let first = series.x.indices.first { (series.x[$0] + series.y[$0] + series.z[$0]).isFinite }
    let constant = zip(["x", "y", "z"], zip(minimum, maximum)).filter { $1.0 == $1.1 && series.count > 1 }.map { $0.0 }
    return .init(
      unitInFile: SignalUnit(unit ?? "")?.shown ?? unit ?? "", unitFrom: units,
      columns: columns,
      first: first.map { [series.x[$0], series.y[$0], series.z[$0]].map { rounded($0 * factor, 3) } },
      constant: constant,
      minimum: isKnown ? minimum.map { rounded($0 * factor, 3) } : nil,
      maximum: isKnown ? maximum.map { rounded($0 * factor, 3) } : nil,
      missingSamples: series.x.count(where: \.isNaN), clippedSamples: clipped.count)
  }

  /// The share of blocks in which the sensor rests, and the middle magnitude of their mean force.
  private func rest(_ stream: SensorStream) -> (share: Double, force: Double?) {
    let width = max(4, Int((Self.blockDuration * stream.timing.rate).rounded()))
    var forces: [Double] = []
    var blocks = 0
    for start in stride(from: 0, to: stream.count - width + 1, by: width) {
      var force = Vector3.zero
      var rate = Vector3.zero
      var squares = 0.0
      for i in start..<(start + width) {
        force += stream.acceleration[i]
        rate += stream.angularVelocity[i]
        squares += stream.acceleration[i].squaredNorm
      }
      guard squares.isFinite, rate.x.isFinite else { continue }
      blocks += 1
      let mean = force / Double(width)
      let variance = max(0, squares / Double(width) - mean.squaredNorm)
      if variance.squareRoot() < Self.stillForce, (rate / Double(width)).norm < Self.stillRate {
        forces.append(mean.norm)
      }
    }
    return (Double(forces.count) / Double(max(1, blocks)), median(of: forces))
  }

  private func rounded(_ value: Double, _ decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
