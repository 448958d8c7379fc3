import GaitModel
import GaitSignal

/// Compares how the gyroscope says that a sensor turned with how gravity turned in its accelerometer.
///
/// Over two seconds of walking the accelerations of a body part nearly cancel. The mean specific force, turned into the
/// axes at the start of the window by the integrated angular velocity, is then gravity: of its magnitude, and the same
/// in both halves of the window. A gyroscope whose unit, signs or handedness are not those declared turns it wrongly.
/// Windows in which the sensor hardly turns tell nothing, so that the lower back mostly tells nothing.
struct RotationConsistency {
  /// One way to read the gyroscope: factors of its three axes.
  struct Reading: Hashable {
    /// 1, 180/π (rad/s were taken for °/s) or π/180 (°/s were taken for rad/s).
    var scale: Double
    /// +1 or −1 per axis.
    var signs: [Double]

    /// The sensor as it is declared.
    static let declared = Reading(scale: 1, signs: [1, 1, 1])

    /// Whether gyroscope and accelerometer have axes of opposite handedness.
    var isMirrored: Bool { signs[0] * signs[1] * signs[2] < 0 }

    static let all: [Reading] = [1, 180 / Double.pi, Double.pi / 180].flatMap { scale in
      (0..<8).map { k in Reading(scale: scale, signs: (0..<3).map { k >> $0 & 1 == 0 ? 1 : -1 }) }
    }
  }

  /// Length of a window in seconds: a stride of a slow walker.
  private static let windowDuration = 2.0
  /// Windows that are used, those in which the sensor turns most.
  private static let mostWindows = 40
  /// Fewest windows: in a single one that begins and ends in mid-swing the accelerations do not cancel.
  private static let fewestWindows = 5
  /// Misfit in m/s² up to which the declared reading is not doubted. On 60 recordings of feet it was up to 2.2, mostly
  /// below 1.1; at rest and on the lower back it is below 0.4.
  static let trusted = 1.1
  /// By how much in m/s², and how many times, another reading must fit better to be reported. On the same recordings
  /// none fitted better by more than 0.7 m/s².
  static let clearGain = 1.0
  static let clearRatio = 2.0

  private let stream: SensorStream
  private let starts: [Int]
  private let length: Int
  private let gravity: Double

  /// - Parameter gravity: What the accelerometer reads of gravity at rest, in m/s².
  init(_ stream: SensorStream, gravity: Double) {
    self.stream = stream
    self.gravity = gravity
    let length = max(4, Int((Self.windowDuration * stream.timing.rate).rounded()) / 2 * 2)
    self.length = length
    let longest = 1.05 * Self.windowDuration
    var windows: [(start: Int, turning: Double)] = []
    for start in Swift.stride(from: 0, to: stream.count - length + 1, by: length) {
      // A gap or a missing sample spoils the integral.
      guard stream.time[start + length - 1] - stream.time[start] < longest else { continue }
      var turning = 0.0
      var force = 0.0
      for i in start..<(start + length) {
        turning += stream.angularVelocity[i].norm
        force += stream.acceleration[i].squaredNorm
      }
      if turning.isFinite, force.isFinite { windows.append((start, turning)) }
    }
    windows.sort { ($0.turning, $1.start) > ($1.turning, $0.start) }
    starts = windows.count < Self.fewestWindows ? [] : windows.prefix(Self.mostWindows).map(\.start)
  }

  /// How far in m/s² gravity is from being one vector of its magnitude, the middle over the windows; `nil` if there
  /// are too few.
  func misfit(_ reading: Reading) -> Double? {
    let period = 1 / stream.timing.rate
    let scale = reading.scale * period / 2
    var errors: [Double] = []
    for start in starts {
      var orientation = Quaternion.identity
      var halves = [Vector3.zero, .zero]
      var previous = stream.angularVelocity[start]
      for i in start..<(start + length) {
        let current = stream.angularVelocity[i]
        if i > start {
          let sum = previous + current
          let turned = Vector3(
            sum.x * reading.signs[0], sum.y * reading.signs[1], sum.z * reading.signs[2])
          orientation = (orientation * Quaternion(rotationVector: turned * scale)).renormalized
        }
        halves[(i - start) * 2 / length] += orientation.rotate(stream.acceleration[i])
        previous = current
      }
      let first = halves[0] / Double(length / 2)
      let second = halves[1] / Double(length / 2)
      let magnitude = ((first + second) / 2).norm - gravity
      errors.append((magnitude * magnitude + ((first - second) / 2).squaredNorm).squareRoot())
    }
    return median(of: errors)
  }

  /// The reading that fits clearly better than the declared one, and both misfits in m/s²; `nil` if none does.
  func betterReading() -> (reading: Reading, misfit: Double, declared: Double)? {
    guard let declared = misfit(.declared), declared > Self.trusted else { return nil }
    var best: (reading: Reading, misfit: Double)?
    for reading in Reading.all where reading != .declared {
      if let found = misfit(reading), found < (best?.misfit ?? .infinity) { best = (reading, found) }
    }
    guard let best, best.misfit * Self.clearRatio < declared, declared - best.misfit > Self.clearGain else {
      return nil
    }
    return (best.reading, best.misfit, declared)
  }
}
