import GaitModel

/// Refuses signals that are not what their units say, by what gravity and people can do.
///
/// Where the specific force changes least and the sensor turns least, the body part rests or moves evenly, and what is
/// left is gravity: 9.81 m/s² whatever the person does otherwise. A body part turns at 3 to 30 rad/s at most when walking.
struct PhysicsCheck {
  private let file: String
  private let stream: SensorStream

  init(_ stream: SensorStream) {
    file = stream.source?.file ?? stream.placement.rawValue
    self.stream = stream
  }

  /// Magnitudes of the specific force in m/s² that are gravity: sensors are off by up to 10 %, and a foot that never
  /// rests adds to it.
  static let gravity = 6.5...14.0
  /// The same where the foot moves even when it is quietest, as in a few seconds of brisk walking; all wrong units and
  /// removed gravity lie outside.
  private static let gravityInMotion = 4.0...25.0
  /// Standard deviation of the force in the quietest blocks, as a share of it, above which the foot moves.
  private static let restless = 0.05
  /// Magnitudes that are gravity in g, taken for m/s².
  private static let gravityInG = 0.65...1.45
  /// Magnitudes that are gravity in m/s², taken for g and scaled.
  private static let gravityScaled = 60.0...140.0
  /// Angular velocity in rad/s that no body part exceeds for one in a hundred samples.
  private static let fastest = 60.0

  /// Reach of any inertial sensor: 1000 g and 57,000 °/s.
  private static let largestForce = 9_806.65
  private static let largestRate = 1000.0

  /// - Throws: `IngestError` if the signals cannot be what their units say.
  func check() throws(IngestError) {
    let rateUnit = stream.source?.angularVelocityUnit ?? "rad_s"
    if let quiet = Self.quietBlocks(stream) {
      let plausible = quiet.variation > Self.restless ? Self.gravityInMotion : Self.gravity
      if !plausible.contains(quiet.magnitude) {
        throw accelerationError(quiet.magnitude, unit: stream.source?.accelerationUnit ?? "m_s2")
      }
    }
    if let rate = Self.quantile(0.99, ofMagnitudes: stream.angularVelocity), rate > Self.fastest {
      throw IngestError(
        .unusable, file: file, found: "angular velocities up to \(rounded(rate)) rad/s in the unit \(rateUnit)",
        expected: "less than \(Int(Self.fastest)) rad/s",
        advice: rateUnit == "rad_s"
          ? "the numbers look like degrees per second; name the columns gyr_x_deg_s and so on"
          : "check the unit of the gyroscope")
    }
    try checkReach(stream.acceleration, limit: Self.largestForce, unit: "m/s²")
    try checkReach(stream.angularVelocity, limit: Self.largestRate, unit: "rad/s")
  }

  private func checkReach(_ series: TriaxialSeries, limit: Double, unit: String) throws(IngestError) {
    for column in [series.x, series.y, series.z] {
      guard let i = column.firstIndex(where: { abs($0) > limit }) else { continue }
      throw IngestError(
        .unusable, file: file, place: "\(stream.placement.rawValue) at \(rounded(stream.time[i])) s",
        found: "\(column[i]) \(unit)", expected: "at most \(Int(limit)) \(unit)",
        advice: "the sample is damaged; leave its cells empty, or export the recording again")
    }
  }

  private func accelerationError(_ force: Double, unit: String) -> IngestError {
    let advice: String
    if Self.gravityInG.contains(force) && unit == "m_s2" {
      advice = "the numbers look like g; name the columns acc_x_g and so on"
    } else if Self.gravityScaled.contains(force) && unit == "g" {
      advice = "the numbers look like m/s²; name the columns acc_x_m_s2 and so on"
    } else if force < Self.gravity.lowerBound {
      advice = "gravity seems to have been removed; export the raw acceleration, not the linear or user acceleration"
    } else {
      advice = "check the unit of the accelerometer"
    }
    return IngestError(
      .unusable, file: file, found: "\(rounded(force)) m/s² while the sensor is quietest, in the unit \(unit)",
      expected: "about 9.81 m/s², gravity included", advice: advice)
  }

  /// Time in seconds over which the force is compared with its own mean: shorter than any stance.
  private static let blockDuration = 0.1
  /// Share of the blocks that count as quiet.
  private static let quietShare = 0.1
  /// Blocks from all over a recording that are enough to find its quietest tenth.
  private static let mostBlocks = 10_000

  /// The median magnitude of the mean force over the blocks in which the sensor moves least.
  static func quietForce(_ stream: SensorStream) -> Double? { quietBlocks(stream)?.magnitude }

  /// Of the blocks in which the sensor moves least: the median magnitude of the mean force, and the median of its
  /// standard deviation as a share of it.
  ///
  /// The force alone does not tell: in mid-swing a foot turns evenly, and its force, gravity and twice that of turning,
  /// hardly changes. Both signals are compared with their own medians over all blocks, so that no unit matters.
  private static func quietBlocks(_ stream: SensorStream) -> (magnitude: Double, variation: Double)? {
    let width = max(3, Int((blockDuration * stream.timing.rate).rounded()))
    var blocks: [(force: Double, rate: Double, magnitude: Double)] = []
    let interval = width * max(1, stream.count / width / mostBlocks)
    for start in stride(from: 0, to: stream.count - width + 1, by: interval) {
      var sum = (x: 0.0, y: 0.0, z: 0.0)
      var squares = 0.0
      var rates = 0.0
      for i in start..<(start + width) {
        let (x, y, z) = (stream.acceleration.x[i], stream.acceleration.y[i], stream.acceleration.z[i])
        sum = (sum.x + x, sum.y + y, sum.z + z)
        squares += x * x + y * y + z * z
        let (u, v, w) = (stream.angularVelocity.x[i], stream.angularVelocity.y[i], stream.angularVelocity.z[i])
        rates += u * u + v * v + w * w
      }
      let n = Double(width)
      let meanSquare = (sum.x * sum.x + sum.y * sum.y + sum.z * sum.z) / (n * n)
      if squares.isFinite { blocks.append((squares / n - meanSquare, rates / n, meanSquare.squareRoot())) }
    }
    guard !blocks.isEmpty else { return nil }
    // A gyroscope that says nothing, or is missing here and there, leaves the choice to the force.
    let turns = blocks.map(\.rate).filter(\.isFinite).sorted()
    let usualRate = turns.dropFirst(turns.count / 2).first ?? 0
    let usualForce = blocks.map(\.force).sorted()[blocks.count / 2]
    let motion = blocks.map { block in
      let turning = usualRate > 0 && block.rate.isFinite ? block.rate / usualRate : 0
      return (usualForce > 0 ? block.force / usualForce : 0) + turning
    }
    let quiet = blocks.indices.sorted { (motion[$0], $0) < (motion[$1], $1) }
      .prefix(max(1, Int(Double(blocks.count) * quietShare))).map { blocks[$0] }
    let magnitudes = quiet.map(\.magnitude).sorted()
    let variations = quiet.map { max(0, $0.force).squareRoot() / $0.magnitude }.sorted()
    return (magnitudes[quiet.count / 2], variations[quiet.count / 2])
  }

  /// A quantile of the magnitudes, or of how far they are from `center`.
  static func quantile(_ p: Double, ofMagnitudes series: TriaxialSeries, about center: Double = 0) -> Double? {
    // Ten thousand samples from all over are enough for a quantile that decides between factors of ten.
    let interval = max(1, series.count / 10_000)
    var values: [Double] = []
    for i in stride(from: 0, to: series.count, by: interval) {
      let square = series.x[i] * series.x[i] + series.y[i] * series.y[i] + series.z[i] * series.z[i]
      if square.isFinite { values.append(abs(square.squareRoot() - center)) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    return values[Int(p * Double(values.count - 1))]
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
