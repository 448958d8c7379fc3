import GaitModel
import GaitSignal
import NumberText

/// Puts the sensors of a recording on one clock.
///
/// Sensors whose files say what their zeros are, in UTC, in local time or on a clock that they share, keep the time
/// between them; so do columns of one table, and tables whose times or counters begin and end together. Sensors without a
/// common zero are set against each other by when the person walks and rests, never by their steps: to make steps even is to
/// hide a limp. Where that does not tell either, they are taken to have started together. What was not in the files is said.
struct SensorAlignment {
  struct Sensor {
    var placement: Placement
    var file: String
    var signals: SensorSignals
    /// How it was set by its motion, if it was.
    var relation: SignalSource.ClockRelation?
  }

  /// Shifts the times of `sensors` so that the first sample of all is at zero.
  ///
  /// - Returns: When the first sensor started, where the clocks or headers say it, and what the user should know.
  func align(_ sensors: inout [Sensor]) -> (start: ClockOrigin, warnings: [ClockWarning]) {
    guard let first = sensors.first?.signals.origin else { return (.unknown, []) }
    // Sensors of one clock, each group from the first of its samples.
    var groups: [[Int]] = []
    for k in sensors.indices {
      let same = groups.firstIndex { Self.shareClock(sensors[$0[0]], sensors[k]) }
      if let same { groups[same].append(k) } else { groups.append([k]) }
    }
    var start = sensors.lazy.map(\.signals.beginning).first { $0 != .unknown } ?? .unknown
    for group in groups {
      let reference = sensors[group[0]].signals.origin
      let offsets = group.map { SignalMerging.offset(of: sensors[$0].signals.origin, from: reference) }
      let earliest = zip(group, offsets).map { (sensors[$0].signals.time.first ?? 0) + $1 }.min() ?? 0
      for (k, offset) in zip(group, offsets) { sensors[k].signals.time.shift(by: offset - earliest) }
      switch first {
      case .utc, .local: if groups.count == 1 { start = first.advanced(by: earliest) }
      case .unknown, .shared: break
      }
    }
    return (start, groups.count > 1 ? relate(groups, &sensors) : [])
  }

  /// Sets the groups behind the first against it.
  private func relate(_ groups: [[Int]], _ sensors: inout [Sensor]) -> [ClockWarning] {
    var warnings: [ClockWarning] = []
    let reference = longest(groups[0], sensors)
    for group in groups.dropFirst() {
      let other = longest(group, sensors)
      let placements = group.map { sensors[$0].placement }
      let against = sensors[reference].placement
      guard let one = trace(sensors[reference]), let two = trace(sensors[other]),
        var relation = ClockComparison().relation(one, two)
      else {
        warnings.append(.assumed(placements, reference: against))
        continue
      }
      let start = sensors[other].signals.time.first ?? 0
      for k in group {
        sensors[k].signals.time = sensors[k].signals.time.map { $0 + relation.offset + relation.drift * ($0 - start) }
      }
      if let (seconds, uncertainty) = stepCorrection(of: sensors[other], to: sensors[reference]) {
        for k in group { sensors[k].signals.time.shift(by: seconds) }
        relation.offset += seconds
        relation.uncertainty = uncertainty
      }
      for k in group { sensors[k].relation = relation }
      warnings.append(.alignedByMotion(placements, reference: against, by: Self.alignment(relation)))
    }
    let earliest = sensors.compactMap(\.signals.time.first).min() ?? 0
    for k in sensors.indices { sensors[k].signals.time.shift(by: -earliest) }
    return warnings
  }

  private func stepCorrection(of other: Sensor, to reference: Sensor) -> (seconds: Double, uncertainty: Double)? {
    let feet = [reference, other].filter { $0.placement.foot != nil }.count
    guard feet == 1, [reference, other].contains(where: { $0.placement.isTrunk }), let a = trace(reference),
      let b = trace(other)
    else { return nil }
    return StepComparison().correction(of: b, to: a)
  }

  private static func alignment(_ relation: SignalSource.ClockRelation) -> ClockWarning.Alignment {
    func rounded(_ value: Double) -> Double { DecimalText.rounded(value, decimals: 2) ?? value }
    return ClockWarning.Alignment(
      offset: rounded(relation.offset), uncertainty: rounded(relation.uncertainty),
      drift: rounded(relation.drift * 3600))
  }

  private func longest(_ group: [Int], _ sensors: [Sensor]) -> Int {
    group.max { sensors[$0].signals.time.count < sensors[$1].signals.time.count } ?? group[0]
  }

  private func trace(_ sensor: Sensor) -> MotionTrace? {
    MotionTrace(time: sensor.signals.time, acceleration: sensor.signals.acceleration ?? TriaxialSeries())
  }

  /// Seconds within which both the first and the last times of tables agree that were recorded together. Two sensors that
  /// are switched on and off by hand agree to half a second at best.
  private static let sameExtent = 0.1

  /// Whether the times of two sensors are those of one clock.
  private static func shareClock(_ a: Sensor, _ b: Sensor) -> Bool {
    if areComparable(a.signals.origin, b.signals.origin) { return true }
    guard a.signals.origin == .unknown, b.signals.origin == .unknown else { return false }
    if a.file == b.file { return true }
    guard let firstA = a.signals.time.first, let firstB = b.signals.time.first, let lastA = a.signals.time.last,
      let lastB = b.signals.time.last
    else { return false }
    return abs(firstA - firstB) <= sameExtent && abs(lastA - lastB) <= sameExtent
  }

  private static func areComparable(_ a: ClockOrigin, _ b: ClockOrigin) -> Bool {
    switch (a, b) {
    case (.utc, .utc), (.local, .local): true
    case (.shared(let name, _), .shared(let other, _)): name == other
    default: false
    }
  }
}

extension [Double] {
  fileprivate mutating func shift(by seconds: Double) {
    guard seconds != 0 else { return }
    for i in indices { self[i] += seconds }
  }
}
