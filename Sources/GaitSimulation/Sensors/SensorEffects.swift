import GaitModel
import GaitSignal
import GaitStatistics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What makes a real sensor differ from an ideal one; the default is ideal.
public struct SensorEffects: Sendable, Equatable {
  /// Samples per second.
  public var samplingRate = 100.0
  /// Whether the sensor filters what it measures before it samples, so that a reading is the mean over its period; without
  /// a filter it is a point of the signal.
  public var isFiltered = true
  /// How the sensor is turned in its place, as a rotation vector in rad.
  public var mounting: [Double] = [0, 0, 0]
  /// Standard deviation of white noise, m/s² and rad/s.
  public var accelerometerNoise = 0.0
  public var gyroscopeNoise = 0.0
  /// Constant errors in the sensor's axes, m/s² and rad/s.
  public var accelerometerBias: [Double] = [0, 0, 0]
  public var gyroscopeBias: [Double] = [0, 0, 0]
  /// Factors of the true value.
  public var accelerometerScale = 1.0
  public var gyroscopeScale = 1.0
  /// Largest value of each axis, m/s² and rad/s.
  public var accelerometerRange: Double?
  public var gyroscopeRange: Double?
  /// Peak of the jolt at each initial contact, m/s².
  public var impact = 0.0
  /// Turn within each stance, in rad, of a foot's sensor that is worn above the ankle and follows the shank.
  public var stanceTurn = 0.0
  /// Standard deviation of time stamps in seconds.
  public var timeJitter = 0.0
  /// How samples reach their stamps, where a sensor streams them; `nil` where it stamps them itself.
  public var streaming: StreamedClock?
  /// Gaps of the recording: start and length in seconds.
  public var lostPackets: [LostPacket] = []
  /// Seconds cut off the beginning.
  public var cut = 0.0

  public init() {}

  /// A gap: time without samples.
  public struct LostPacket: Sendable, Equatable {
    public var start: Double
    public var length: Double

    public init(start: Double, length: Double) {
      self.start = start
      self.length = length
    }
  }

  /// A consumer sensor: 100 Hz, ±16 g, ±2000 °/s, noise and bias of its data sheet, impacts of about 3 g.
  public static var realistic: SensorEffects {
    var effects = SensorEffects()
    effects.accelerometerNoise = 0.05
    effects.gyroscopeNoise = 0.003
    effects.gyroscopeBias = [0.006, -0.004, 0.003]
    effects.accelerometerRange = 16 * IdealSensor.gravity
    effects.gyroscopeRange = 2000 * .pi / 180
    effects.impact = 30
    return effects
  }
}

/// Turns ideal readings into those of a sensor.
struct SensorModel {
  let effects: SensorEffects
  private var random: SplitMix64
  private let mounting: Quaternion

  /// Decay in 1/s of the shoe's vibration after it hits the ground: it is over after 50 ms.
  private static let impactDecay = 120.0
  /// Instants over which a reading is averaged: a sensor gives the mean over its sample period, not a point of it,
  /// or the velocity of a short jolt would be lost between samples.
  private static let instantsPerSample = 8

  init(_ effects: SensorEffects, seed: UInt64) {
    self.effects = effects
    random = SplitMix64(seed: seed)
    let v = effects.mounting
    mounting = Quaternion(rotationVector: Vector3(v[0], v[1], v[2])).inverse
  }

  /// The stream of a sensor at `placement`.
  ///
  /// - Parameter contacts: Times of initial contacts, ascending.
  mutating func stream(
    _ placement: Placement, duration: Double, contacts: [Double],
    reading: (Double) -> (force: Vector3, rate: Vector3)
  ) -> SensorStream {
    let rate = effects.samplingRate
    let count = Int((duration * rate).rounded(.down)) + 1
    let times = (0..<count).map { Double($0) / rate }.filter { time in
      time >= effects.cut
        && !effects.lostPackets.contains { $0.start <= time && time < $0.start + $0.length }
    }
    var columns = [[Double]](repeating: [], count: 6)
    var stamps: [Double] = []
    for time in times {
      var sum = (force: Vector3.zero, rate: Vector3.zero)
      let instants = effects.isFiltered ? Self.instantsPerSample : 1
      for k in 0..<instants {
        let offset = (Double(k) + 0.5) / Double(instants) - 0.5
        let instant = time + offset / rate
        let ideal = reading(instant)
        sum.force += ideal.force + Vector3(0.5, 0, 1) * impact(at: instant, contacts: contacts)
        sum.rate += ideal.rate
      }
      let force = mounting.rotate(sum.force / Double(instants))
      let turning = mounting.rotate(sum.rate / Double(instants))
      for (k, value) in [force.x, force.y, force.z].enumerated() {
        let noise = effects.accelerometerNoise * random.nextNormal()
        let read = value * effects.accelerometerScale + effects.accelerometerBias[k] + noise
        columns[k].append(clipped(read, effects.accelerometerRange))
      }
      for (k, value) in [turning.x, turning.y, turning.z].enumerated() {
        let noise = effects.gyroscopeNoise * random.nextNormal()
        let read = value * effects.gyroscopeScale + effects.gyroscopeBias[k] + noise
        columns[3 + k].append(clipped(read, effects.gyroscopeRange))
      }
      // Stamps never go back: a stamp that jitters beyond its neighbor waits for it.
      let stamp = effects.timeJitter > 0 ? time + effects.timeJitter * random.nextNormal() : time
      stamps.append(max(stamp, stamps.last ?? -.infinity))
    }
    if let streaming = effects.streaming { stamps = streaming.stamps(of: times, random: &random) }
    let gaps = effects.lostPackets.filter { $0.start > effects.cut && $0.length * rate >= 1 }
      .map { SampleTiming.Gap(start: $0.start - 1 / rate, end: $0.start + $0.length) }
    return SensorStream(
      placement: placement, time: stamps, acceleration: TriaxialSeries(x: columns[0], y: columns[1], z: columns[2]),
      angularVelocity: TriaxialSeries(x: columns[3], y: columns[4], z: columns[5]),
      timing: SampleTiming(rate: rate, jitter: effects.timeJitter, gaps: gaps),
      accelerationRange: effects.accelerometerRange, angularVelocityRange: effects.gyroscopeRange)
  }

  private func impact(at time: Double, contacts: [Double]) -> Double {
    guard effects.impact > 0 else { return 0 }
    var low = 0
    var high = contacts.count
    while low < high {
      let middle = (low + high) / 2
      if contacts[middle] <= time { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let since = time - contacts[low - 1]
    // The second derivative of a displacement u³·e⁻ᵘ, which ends where it began and at rest.
    let u = Self.impactDecay * since
    return effects.impact * u * (6 - 6 * u + u * u) * exp(-u)
  }

  private func clipped(_ value: Double, _ range: Double?) -> Double {
    range.map { min(max(value, -$0), $0) } ?? value
  }
}
