import GaitModel
import GaitSignal

/// Finds single samples that cannot be measurements: a value far from both of its neighbors, which agree.
///
/// A bit that was lost on the radio or in the memory makes such a sample. A single wrong turn makes the whole path behind it
/// wrong. A foot that strikes the ground moves abruptly too, but in each step, over several samples, and both parts of the
/// sensor feel it.
struct DamagedSamples {
  /// Smallest distance of a damaged force from its neighbors in m/s². Jolts of one sample reach it. A lesser one passes as
  /// motion: at 100 Hz, 60 m/s² every 3 s moved 2 of 48 simulated lengths by more than 10 cm.
  private static let smallestForce = 100.0
  /// Smallest distance of a damaged angular velocity from its neighbors in rad/s: at 100 Hz a lesser one turns a foot by
  /// less than 5°.
  private static let smallestRate = 8.0
  /// Distance between the neighbors, as a share of that from them, up to which they agree.
  private static let agreement = 0.25
  /// Share of the samples whose distances from their neighbors are usual: jolts of one sample in each step are one in fifty.
  private static let usualShare = 0.98
  /// How many times the usual distance a damaged sample has, where the other part of the sensor feels nothing unusual. With
  /// it and `impossible`, no sample of 184 streams of people who walk is damaged. Above the smallest distances, theirs reached
  /// 6 times the usual one, in jolts.
  private static let exceptional = 4.0
  /// The same where the other part is disturbed too, as it is in a row that is damaged as a whole.
  private static let impossible = 10.0

  /// The damaged samples of each part, ascending.
  struct Found: Equatable {
    var accelerometer: [Int] = []
    var gyroscope: [Int] = []
  }

  func found(acceleration: TriaxialSeries, angularVelocity: TriaxialSeries) -> Found {
    let forces = suspects(in: acceleration, above: Self.smallestForce)
    let rates = suspects(in: angularVelocity, above: Self.smallestRate)
    guard !forces.isEmpty || !rates.isEmpty else { return Found() }
    let (usualForce, usualRate) = (usualDistance(in: acceleration), usualDistance(in: angularVelocity))
    typealias Part = (series: TriaxialSeries, usual: Double)
    func damaged(_ suspects: [Int], of part: Part, beside other: Part) -> [Int] {
      suspects.filter { i in
        let isAlone = (i - 1...i + 1).allSatisfy { !(Self.distance(other.series, $0) > other.usual) }
        return Self.distance(part.series, i) > (isAlone ? Self.exceptional : Self.impossible) * part.usual
      }
    }
    return Found(
      accelerometer: damaged(forces, of: (acceleration, usualForce), beside: (angularVelocity, usualRate)),
      gyroscope: damaged(rates, of: (angularVelocity, usualRate), beside: (acceleration, usualForce)))
  }

  /// The samples that are farther than `smallest` from their neighbors, which agree.
  private func suspects(in series: TriaxialSeries, above smallest: Double) -> [Int] {
    let (x, y, z) = (series.x, series.y, series.z)
    // Most samples are settled by the change of one axis.
    let least = smallest / 3.0.squareRoot()
    var found: [Int] = []
    for i in 1..<max(1, series.count - 1)
    where abs(x[i] - x[i - 1]) > least || abs(y[i] - y[i - 1]) > least || abs(z[i] - z[i - 1]) > least {
      let distance = Self.distance(series, i)
      if distance > smallest, (series[i + 1] - series[i - 1]).norm / 2 < Self.agreement * distance { found.append(i) }
    }
    return found
  }

  /// The distance from their neighbors that all samples but a few keep within.
  private func usualDistance(in series: TriaxialSeries) -> Double {
    let distances = (1..<max(1, series.count - 1)).map { Self.distance(series, $0) }
    return quantile(Self.usualShare, of: distances.filter(\.isFinite)) ?? 0
  }

  /// How far sample `i` is from the middle of its neighbors; not a number where one of them is missing.
  private static func distance(_ series: TriaxialSeries, _ i: Int) -> Double {
    guard i > 0, i + 1 < series.count else { return .nan }
    return (series[i] - (series[i - 1] + series[i + 1]) / 2).norm
  }
}
