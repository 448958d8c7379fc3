import GaitModel
import GaitSignal

/// Finds where a sensor repeats one value because it does not measure any more, and takes its samples there for missing.
///
/// A sensor at rest trembles by its noise; a logger that lost the sensor repeats the last value, or writes zeros. All six
/// channels that repeat one value, an accelerometer or a gyroscope that does while the other one moves, and one axis that
/// does while the other two move, are not measurements. A sensor of coarse steps, and a simulated one without noise, repeat
/// their values at rest and are measurements: both are told from a stuck one by whether they tremble at rest elsewhere.
struct StuckSignals {
  /// Seconds for which a value must be repeated: a stance lasts as long, and noise never repeats six values.
  static let shortest = 0.5
  /// The same for one axis alone, longer than a stride: a step in one plane leaves the axis across it alone, and a sensor of
  /// coarse steps then repeats a value.
  private static let shortestAxis = 2.0
  /// Change of the force in m/s² and of the rate in rad/s, from one sample to the next in root mean square, of a sensor that
  /// moves; that of one at rest is a tenth.
  private static let movingForce = 0.3
  private static let movingRate = 0.1
  /// The same in steps of the sensor's resolution.
  private static let beyondStep = 1.01
  /// Force of a sensor at rest, as a share of gravity that it may be off, and its rate in rad/s: a stuck value that looks
  /// like rest is rest if short repeats show a sensor of coarse steps.
  private static let restForce = 0.15
  private static let restRate = 0.2
  /// Gravity in m/s², in g that were taken for m/s², and the other way round: a wrong unit is told as what it is.
  private static let gravities = [
    PlainColumns.standardGravity, 1, PlainColumns.standardGravity * PlainColumns.standardGravity,
  ]
  /// Fewest tenths of a second of rest that tell that a sensor trembles, and how often in each a channel turns back: a slow
  /// movement does so once, noise from sample to sample.
  private static let fewestRestless = 5
  private static let fewestReversals = 2
  /// Samples from which equal neighbors are a short repeat.
  private static let repeated = 3
  /// Samples in which a part repeats one value.
  struct Run: Equatable {
    var part: StuckSignal.Part
    var range: Range<Int>
    /// The value, where it is one axis or the same in all.
    var value: Double?
  }

  private let acceleration: TriaxialSeries
  private let angularVelocity: TriaxialSeries
  private let fewest: Int
  private let fewestOfAxis: Int
  /// Whether these are some of a sensor's samples only: it may have stopped before the first of them.
  private let isChunk: Bool

  init(acceleration: TriaxialSeries, angularVelocity: TriaxialSeries, rate: Double, isChunk: Bool = false) {
    self.acceleration = acceleration
    self.angularVelocity = angularVelocity
    self.isChunk = isChunk
    fewest = max(5, Int((Self.shortest * rate).rounded()))
    fewestOfAxis = max(5, Int((Self.shortestAxis * rate).rounded()))
  }

  /// All of them, in the order of time.
  func runs() -> [Run] {
    let force = [acceleration.x, acceleration.y, acceleration.z]
    let turn = [angularVelocity.x, angularVelocity.y, angularVelocity.z]
    var found = whole(force + turn)
    // A sensor without noise, as simulated, stands still in each stance, and need not turn about each axis.
    if isNoiseless(force + turn) { return found }
    let known = found
    func isNew(_ range: Range<Int>) -> Bool { !known.contains { $0.range.overlaps(range) } }
    // To change between two neighboring steps is no movement.
    let movingForce = max(Self.movingForce, Self.beyondStep * smallestStep(force))
    let movingRate = max(Self.movingRate, Self.beyondStep * smallestStep(turn))
    for run in ranges(of: turn) where isNew(run) && change(force, run) > movingForce {
      found.append(Run(part: .gyroscope, range: run, value: common(turn, run)))
    }
    for run in ranges(of: force) where isNew(run) && change(turn, run) > movingRate {
      found.append(Run(part: .accelerometer, range: run, value: common(force, run)))
    }
    let triples = found
    for (isForce, columns, moving) in [(true, force, movingForce), (false, turn, movingRate)] {
      for axis in 0..<3 {
        let others = (0..<3).filter { $0 != axis }.map { columns[$0] }
        let (lowest, highest) = extremes(columns[axis])
        let runs = ranges(of: [columns[axis]])
        // An axis about which the body part hardly turns, or along which it hardly moves, repeats coarse values too.
        guard lowest == highest || change(columns[axis], outside: runs) > moving else { continue }
        for run in runs where run.count >= fewestOfAxis {
          let value = columns[axis][run.lowerBound]
          // At the end of its range an axis is clipped; all of the time it is dead.
          let isClipped = lowest < highest && (value == lowest || value == highest) && value != 0
          guard !isClipped, change(others, run) > moving, !triples.contains(where: { $0.range.overlaps(run) }) else {
            continue
          }
          let name = StuckSignal.SensorAxisName.allCases[axis]
          found.append(
            Run(part: isForce ? .accelerometerAxis(name) : .gyroscopeAxis(name), range: run, value: value))
        }
      }
    }
    return found.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  /// Where all six channels repeat their values.
  private func whole(_ columns: [[Double]]) -> [Run] {
    let runs = ranges(of: columns)
    guard !runs.isEmpty else { return [] }
    // What never changes is not a sensor that stopped; there is nothing to compare it with.
    guard isChunk || runs.reduce(0, { $0 + $1.count }) < acceleration.count * 9 / 10 else { return [] }
    let isSteady = !trembles(columns) || hasShortRepeats(columns)
    return runs.compactMap { run in
      isRest(run.lowerBound) && isSteady ? nil : Run(part: .all, range: run, value: common(columns, run))
    }
  }

  /// Ranges in which all of the columns repeat their values for long enough.
  private func ranges(of columns: [[Double]]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    forEachRun(of: columns) { if $0.count >= fewest { runs.append($0) } }
    return runs
  }

  /// Whether a sample looks like rest.
  private func isRest(_ i: Int) -> Bool {
    let force = acceleration[i].norm
    return Self.gravities.contains { abs(force / $0 - 1) < Self.restForce } && angularVelocity[i].norm < Self.restRate
  }

  /// Whether the sensor trembles where it rests, so that it never repeats all of its values.
  private func trembles(_ columns: [[Double]]) -> Bool {
    let width = max(5, fewest / 5)
    var restless = 0
    for start in Swift.stride(from: 0, to: acceleration.count - width + 1, by: width) {
      let range = start..<(start + width)
      guard range.allSatisfy(isRest), columns.contains(where: { reversals($0, range) >= Self.fewestReversals }) else {
        continue
      }
      restless += 1
      if restless == Self.fewestRestless { return true }
    }
    return false
  }

  /// How often the values of a column rise after they fell, or fall after they rose.
  private func reversals(_ column: [Double], _ range: Range<Int>) -> Int {
    var (count, last) = (0, 0.0)
    for i in range.dropFirst() {
      let step = column[i] - column[i - 1]
      if step * last < 0 { count += 1 }
      if step != 0 { last = step }
    }
    return count
  }

  /// Whether the sensor has no noise, as simulated: it repeats all of its values where it rests, and need not turn about
  /// each axis.
  private func isNoiseless(_ columns: [[Double]]) -> Bool {
    guard !trembles(columns) else { return false }
    var found = false
    forEachRun(of: columns) { if $0.count >= Self.repeated && isRest($0.lowerBound) { found = true } }
    return found
  }

  private func hasShortRepeats(_ columns: [[Double]]) -> Bool {
    var found = false
    forEachRun(of: columns) { if $0.count >= Self.repeated && $0.count < fewest { found = true } }
    return found
  }

  private func forEachRun(of columns: [[Double]], _ body: (Range<Int>) -> Void) {
    let count = columns[0].count
    var start = 0
    for i in 1..<max(1, count) {
      var isSame = true
      for column in columns where column[i] != column[i - 1] {
        isSame = false
        break
      }
      if isSame { continue }
      if i - start > 1 { body(start..<i) }
      start = i
    }
    if count - start > 1 { body(start..<count) }
  }

  /// Change from one sample to the next, in root mean square over the columns.
  private func change(_ columns: [[Double]], _ range: Range<Int>) -> Double {
    var sum = 0.0
    var count = 0
    for column in columns {
      for i in range.dropFirst() {
        let step = column[i] - column[i - 1]
        if step.isFinite { (sum, count) = (sum + step * step, count + 1) }
      }
    }
    return count > 0 ? (sum / Double(count)).squareRoot() : 0
  }

  /// Change from one sample to the next of a column, in root mean square, where it does not repeat its values.
  private func change(_ column: [Double], outside runs: [Range<Int>]) -> Double {
    let starts = [0] + runs.map(\.upperBound)
    let ends = runs.map(\.lowerBound) + [column.count]
    var (sum, count) = (0.0, 0)
    for (start, end) in zip(starts, ends) where end - start > 1 {
      let part = change([column], start..<end)
      (sum, count) = (sum + part * part * Double(end - start - 1), count + end - start - 1)
    }
    return count > 0 ? (sum / Double(count)).squareRoot() : 0
  }

  /// The smallest change of any of the columns: the resolution of a sensor of coarse steps.
  private func smallestStep(_ columns: [[Double]]) -> Double {
    var smallest = Double.infinity
    for column in columns {
      for i in column.indices.dropFirst() {
        let step = abs(column[i] - column[i - 1])
        if step > 0, step < smallest { smallest = step }
      }
    }
    return smallest.isFinite ? smallest : 0
  }

  private func common(_ columns: [[Double]], _ range: Range<Int>) -> Double? {
    let values = columns.map { $0[range.lowerBound] }
    return values.allSatisfy { $0 == values[0] } ? values[0] : nil
  }

  private func extremes(_ column: [Double]) -> (lowest: Double, highest: Double) {
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for value in column where value.isFinite { (lowest, highest) = (min(lowest, value), max(highest, value)) }
    return (lowest, highest)
  }
}

extension StuckSignal.Part {
  /// Whether samples of the accelerometer, and of the gyroscope, are missing.
  var isMissing: (force: Bool, rate: Bool) {
    switch self {
    case .all: (true, true)
    case .accelerometer, .accelerometerAxis: (true, false)
    case .gyroscope, .gyroscopeAxis: (false, true)
    }
  }
}
