import GaitModel

/// The columns of a table put together to sensors by their names.
struct ColumnGroups {
  /// The columns of x, y and z of one quantity.
  struct Triad: Equatable {
    var positions: [Int]
    /// The unit of all three, if their names tell it.
    var unit: SignalUnit?
    /// Words such as `wr` or `linear` that tell one accelerometer from another.
    var variant: [String] = []
    /// A unit that is not known, or of another quantity.
    var foreignUnit: String?
  }

  struct Sensor: Equatable {
    /// What the names say of the sensor: `left foot`, `imu1`; empty if nothing.
    var name: String
    var acceleration: Triad?
    var angularVelocity: Triad?
    var content = AccelerationContent.specificForce
    /// The time of this sensor alone.
    var time: Int?

    var isWhole: Bool { acceleration != nil && angularVelocity != nil }
  }

  private(set) var sensors: [Sensor] = []
  /// Columns with an axis and no quantity, where what they hold stands in the rows.
  private(set) var nameless: Triad?
  /// Times, those with a unit first.
  private(set) var times: [Int] = []
  /// Counters of samples.
  private(set) var counters: [Int] = []
  /// Names of columns that stand twice, so that it is not known which is meant.
  private(set) var repeated: [Int] = []

  /// Gravity has been removed, or added by a filter.
  private static let withoutGravity: Set = ["linear", "lin", "user", "free", "dynamic", "motionuser", "lia", "laccel"]
  private static let gravityOnly: Set = ["gravity", "grav"]
  /// Not in the axes of the sensor.
  private static let otherFrames: Set = ["world", "earth", "global", "ned", "enu", "filtered", "smoothed"]
  /// Ranges of several accelerometers of one sensor, the preferred first: an impact exceeds the narrow ones.
  private static let ranges: [[String]] = [
    [], ["wr"], ["wide", "range"], ["total"], ["raw"], ["low", "g"], ["lowg"], ["lg"], ["ln"], ["low", "noise"],
  ]
  private static let rangeWords: Set = [
    "wr", "wide", "range", "total", "raw", "lowg", "lg", "ln", "noise", "highg", "hg",
  ]

  init(_ columns: [ColumnName]) {
    var triads: [(quantity: ColumnName.Quantity?, key: [String], triad: Triad)] = []
    for quantity in [ColumnName.Quantity.acceleration, .angularVelocity, nil] {
      var groups: [(rest: [String], axes: [Int: [Int]])] = []
      for (k, column) in columns.enumerated() where column.quantity == quantity {
        guard let axis = column.axis, quantity != nil || column.isBareAxis else { continue }
        if let g = groups.firstIndex(where: { $0.rest == column.rest }) {
          groups[g].axes[axis, default: []].append(k)
        } else {
          groups.append((column.rest, [axis: [k]]))
        }
      }
      for group in groups where group.axes.count == 3 {
        let positions = (0..<3).compactMap { group.axes[$0]?.first }
        repeated += group.axes.values.filter { $0.count > 1 }.flatMap { $0 }
        guard group.axes.values.allSatisfy({ $0.count == 1 }) else { continue }
        let units = positions.map { columns[$0].unit }
        let variant = group.rest.filter(Self.isVariant)
        let key = group.rest.filter { !Self.isVariant($0) }
        let foreign = positions.compactMap { columns[$0].foreignUnit }.first
        triads.append(
          (
            quantity, key,
            Triad(
              positions: positions, unit: units.allSatisfy { $0 == units[0] } ? units[0] : nil, variant: variant,
              foreignUnit: foreign)
          ))
      }
    }
    nameless = triads.first { $0.quantity == nil }?.triad
    repeated.sort()
    times = columns.indices.filter { columns[$0].quantity == .time }
    times = times.filter { columns[$0].unit != nil } + times.filter { columns[$0].unit == nil }
    counters = columns.indices.filter { columns[$0].quantity == .counter }
    assemble(triads.filter { $0.quantity != nil }, columns)
  }

  private static func isVariant(_ word: String) -> Bool {
    withoutGravity.contains(word) || gravityOnly.contains(word) || otherFrames.contains(word)
      || rangeWords.contains(word)
  }

  private mutating func assemble(
    _ triads: [(quantity: ColumnName.Quantity?, key: [String], triad: Triad)], _ columns: [ColumnName]
  ) {
    var keys = triads.map(\.key).uniqued()
    // One accelerometer and one gyroscope are of one sensor, whatever else their names say.
    let rates = triads.filter { $0.quantity == .angularVelocity }
    let forceKeys = triads.filter { $0.quantity == .acceleration }.map(\.key).uniqued()
    let isOne =
      rates.count == 1 && forceKeys.count == 1
      && (forceKeys[0] == rates[0].key || forceKeys[0].isEmpty || rates[0].key.isEmpty)
    if isOne { keys = [forceKeys[0] == rates[0].key ? forceKeys[0] : []] }
    for key in keys {
      let own = isOne ? triads : triads.filter { $0.key == key }
      let forces = own.filter { $0.quantity == .acceleration }.map(\.triad)
      let turning = own.filter { $0.quantity == .angularVelocity }.map(\.triad)
      let (force, content) = Self.chosen(forces)
      let rate =
        turning.first { $0.variant.isEmpty } ?? turning.first { !$0.variant.contains(where: Self.otherFrames.contains) }
      guard force != nil || rate != nil else { continue }
      sensors.append(
        Sensor(
          name: key.joined(separator: " "), acceleration: force, angularVelocity: rate, content: content,
          time: key.isEmpty ? nil : times.first { columns[$0].rest == key }))
    }
  }

  /// The accelerometer to read of several: with gravity, of the wide range.
  private static func chosen(_ forces: [Triad]) -> (Triad?, AccelerationContent) {
    let usable = forces.filter { force in
      !force.variant.contains { withoutGravity.contains($0) || gravityOnly.contains($0) || otherFrames.contains($0) }
    }
    for range in ranges {
      if let found = usable.first(where: { $0.variant == range }) { return (found, .specificForce) }
    }
    if let found = usable.first { return (found, .specificForce) }
    let moving = forces.first { $0.variant.contains(where: withoutGravity.contains) }
    return (moving, moving == nil ? .specificForce : .withoutGravity)
  }

  /// How much the names tell: what a header is chosen by.
  var quality: Int {
    let whole = sensors.count(where: \.isWhole)
    if whole > 0 { return 100 + whole * 10 + (times.isEmpty ? 0 : 1) - (repeated.isEmpty ? 0 : 50) }
    if !sensors.isEmpty { return 10 + sensors.count }
    return nameless != nil || !repeated.isEmpty ? 1 : 0
  }
}

extension ColumnName {
  /// Whether the name is an axis and nothing else.
  var isBareAxis: Bool { quantity == nil && axis != nil && rest.isEmpty }
}
