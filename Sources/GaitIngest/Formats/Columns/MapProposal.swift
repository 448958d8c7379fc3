import GaitModel
import NumberText

/// The mapping that reads a table, from its names and numbers, for a user to check.
struct MapProposal {
  /// The value of `--map`.
  let text: String
  /// What of it was guessed from the numbers, a phrase each.
  let guesses: [String]

  /// Samples from all over a table that are enough to tell units apart.
  private static let samples = 2000

  /// What the columns of `table` seem to hold; `nil` if its names do not tell acceleration and rate of turn.
  init?(_ table: DescribedTable) {
    let sensors = table.groups.sensors.filter(\.isWhole)
    guard let first = sensors.first else { return nil }
    let named = sensors.compactMap { sensor in Self.placement(sensor.name).map { (sensor: sensor, placement: $0) } }
    let areDifferent = Set(named.map(\.placement)).count == named.count
    let parts = sensors.count > 1 && named.count == sensors.count && areDifferent ? named : []
    let values = Values(table, sensors: parts.isEmpty ? [first] : parts.map(\.sensor))
    var guesses: [String] = []
    var words = [Self.clock(table, values, &guesses)]
    let all = parts.isEmpty ? [(first, "")] : parts.map { ($0.sensor, $0.placement.rawValue + ".") }
    for (sensor, prefix) in all {
      guard let force = sensor.acceleration, let rate = sensor.angularVelocity else { continue }
      let forceUnit = force.unit?.inMapping ?? values.accelerationUnit(force.positions, &guesses)
      let isInCounts = forceUnit.contains("/") && forceUnit.hasPrefix("g/")
      let rateUnit = rate.unit?.inMapping ?? values.rateUnit(rate.positions, isInCounts: isInCounts, &guesses)
      words.append("\(prefix)acc=\(Self.list(force.positions)):\(forceUnit)")
      words.append("\(prefix)gyr=\(Self.list(rate.positions)):\(rateUnit)")
    }
    if !parts.isEmpty, parts.contains(where: { PlacementLabel.placement(in: $0.sensor.name) == nil }) {
      let pairs = parts.map { "\($0.sensor.name) is \($0.placement.rawValue)" }
      guesses.append("that " + pairs.joined(separator: " and "))
    }
    if parts.isEmpty, sensors.count > 1 {
      guesses.append(
        "one sensor of several: "
          + sensors.prefix(4).map {
            "\($0.name.isEmpty ? "unnamed" : $0.name) in the columns \(Self.list($0.acceleration?.positions ?? [])) and \(Self.list($0.angularVelocity?.positions ?? []))"
          }
          .joined(separator: "; "))
    }
    text = words.joined(separator: " ")
    self.guesses = guesses.uniqued()
  }

  /// A mapping that says what `layout` does.
  static func text(of layout: TextLayout) -> String {
    var words: [String] = []
    switch layout.clock {
    case .column(let position, let factor, _, _):
      let unit = SignalUnit.all.first { $0.quantity == .time && $0.factor == factor }
      words.append("time=\(position + 1):\(unit?.inMapping ?? "s")")
    case .text(let position, _): words.append("time=\(position + 1):text")
    case .rate(let rate, let counter?, _, _): words.append("time=\(counter + 1):\(MappingText.shown(rate))Hz")
    case .rate(let rate, nil, _, _): words.append("rate=\(MappingText.shown(rate))")
    }
    for (key, axes) in [("acc", layout.acceleration), ("gyr", layout.angularVelocity)] {
      guard let axes, let unit = SignalUnit(axes.unit) else { continue }
      let divisor = unit.factor / abs(axes.factor)
      let isDivided = abs(divisor - 1) > 1e-9
      words.append(
        "\(key)=\(list(axes.positions)):\(unit.inMapping)\(isDivided ? "/\(MappingText.shown(divisor))" : "")")
    }
    return words.joined(separator: " ")
  }

  private static func list(_ positions: [Int]) -> String { positions.map { "\($0 + 1)" }.joined(separator: ",") }

  /// Where the sensor of this name may have been worn; `left` and `right` alone are taken for feet.
  private static func placement(_ name: String) -> Placement? {
    if let placement = PlacementLabel.placement(in: name) { return placement }
    let words = Set(name.split(separator: " ").map(String.init))
    let isLeft = !words.isDisjoint(with: ["left", "l", "lt", "links", "gauche"])
    let isRight = !words.isDisjoint(with: ["right", "r", "rt", "rechts", "droite"])
    return isLeft == isRight ? nil : isLeft ? .leftFoot : .rightFoot
  }

  private static func clock(_ table: DescribedTable, _ values: Values, _ guesses: inout [String]) -> String {
    let header = table.header
    for time in table.groups.times {
      if let unit = header.columns[time].unit, values.isClock(time) { return "time=\(time + 1):\(unit.inMapping)" }
      if let first = table.rows.first(where: { $0.indices.contains(time) && !$0[time].isEmpty })?[time],
        TableHeader.number(first) == nil, ClockText(first) != nil || ClockText(first, order: .monthFirst) != nil
      {
        return "time=\(time + 1):text"
      }
      if let unit = values.timeUnit(time) {
        guesses.append("that the time is in \(unit.shown)")
        return "time=\(time + 1):\(unit.inMapping)"
      }
    }
    let declared = DeclaredRate.hertz(in: table.opening, above: header.line)
    let rate = declared.map { MappingText.shown($0) } ?? "100"
    if declared == nil { guesses.append("the rate: put yours in place of 100 Hz") }
    if let counter = table.groups.counters.first(where: values.isCounter) { return "time=\(counter + 1):\(rate)Hz" }
    return "rate=\(rate)"
  }

  /// Numbers from all over a table.
  private struct Values {
    private var columns: [Int: [Double]] = [:]

    init(_ table: DescribedTable, sensors: [ColumnGroups.Sensor]) {
      let opening = table.opening
      var wanted = Set(table.groups.times + table.groups.counters)
      for sensor in sensors {
        wanted.formUnion((sensor.acceleration?.positions ?? []) + (sensor.angularVelocity?.positions ?? []))
      }
      // Cells that hold no number leave out their column, not the others.
      let delimiter = Character(UnicodeScalar(table.dialect.delimiter))
      var start = table.dialect.firstDataByte
      let lines = CSVRows.count(in: opening.bytes, from: start, width: table.header.names.count)
      let step = max(1, lines / MapProposal.samples)
      var next = 0
      var row = 0
      while start < opening.bytes.count {
        let end = CSVDialect.lineEnd(in: opening.bytes, from: start)
        // Pairs of neighboring rows, for the steps of the time.
        if row == next || row == next + 1 {
          let cells = TextOpening.cells(
            of: Substring(decoding: opening.bytes[start..<end].filter { $0 != 0x0D }, as: UTF8.self),
            delimiter: delimiter)
          for column in wanted {
            let number = cells.indices.contains(column) ? TableHeader.number(cells[column]) : nil
            columns[column, default: []].append(number ?? .nan)
          }
        }
        if row > next { next += step }
        row += 1
        start = end + 1
      }
    }

    private func steps(_ column: Int) -> [Double] {
      let values = columns[column] ?? []
      return zip(values.dropFirst(), values).map(-).filter { $0.isFinite && $0 != 0 }
    }

    /// Whether the numbers grow and are not whole numbers of an hour or a date.
    func isClock(_ column: Int) -> Bool {
      let values = (columns[column] ?? []).filter(\.isFinite)
      guard let first = values.first, let last = values.last, values.count > 1 else { return false }
      return last > first
    }

    func isCounter(_ column: Int) -> Bool {
      let steps = steps(column).sorted()
      return !steps.isEmpty && steps[steps.count / 2] == 1
    }

    /// The unit in which the steps are those of a rate from 20 to 2000 Hz.
    func timeUnit(_ column: Int) -> SignalUnit? {
      guard isClock(column) else { return nil }
      let steps = steps(column).filter { $0 > 0 }.sorted()
      guard !steps.isEmpty else { return nil }
      // Where rows between were left out the smallest steps are those of neighbors.
      let step = steps[steps.count / 4]
      return SignalUnit.all.first { $0.quantity == .time && (5e-4...0.05).contains(step * $0.factor) }
    }

    private func magnitudes(_ positions: [Int]) -> [Double] {
      let series = positions.map { columns[$0] ?? [] }
      guard series.count == 3 else { return [] }
      return zip(series[0], zip(series[1], series[2])).map { ($0 * $0 + $1.0 * $1.0 + $1.1 * $1.1).squareRoot() }
        .filter(\.isFinite).sorted()
    }

    /// The unit in which the median force is that of gravity, about which it swings in walking.
    func accelerationUnit(_ positions: [Int], _ guesses: inout [String]) -> String {
      let sorted = magnitudes(positions)
      guard !sorted.isEmpty else { return "m/s2" }
      let middle = sorted[sorted.count / 2]
      let shown = DecimalText.fixed(middle, decimals: middle < 100 ? 1 : 0) ?? ""
      guesses.append("the unit of acceleration, whose middle is \(shown)")
      switch middle {
      case ..<2.5: return "g"
      case ..<30: return "m/s2"
      default:
        // Milli-g, and counts of 16 bits over ±2 g to ±16 g.
        let scales = [1000.0, 2048, 4096, 8192, 16_384, 256, 512, 1024]
        let scale = scales.min { abs(log2Ratio(middle, $0)) < abs(log2Ratio(middle, $1)) } ?? 1000
        return scale == 1000 ? "mg" : "g/\(Int(scale))"
      }
    }

    private func log2Ratio(_ a: Double, _ b: Double) -> Double { a > b ? a / b - 1 : b / a - 1 }

    /// Degrees or radians, by how fast body parts turn: walking feet at 3 to 10 rad/s, the back at 0.5 to 2.
    func rateUnit(_ positions: [Int], isInCounts: Bool, _ guesses: inout [String]) -> String {
      let sorted = magnitudes(positions)
      guard !sorted.isEmpty else { return "deg/s" }
      let high = sorted[sorted.count * 95 / 100]
      let shown = DecimalText.fixed(high, decimals: high < 100 ? 1 : 0) ?? ""
      guesses.append("the unit of the rate of turn, which reaches \(shown)")
      if isInCounts, high > 500 { return "deg/s/16.4" }
      return high > 15 ? "deg/s" : "rad/s"
    }
  }
}
