import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Makes the streams of a recording from what its sensors' files hold, on one clock.
struct SensorAssembly {
  /// A part of a sensor's signals and where it is from.
  struct Part {
    var file: String
    /// The placement that the names of the file and folder give.
    var namedPlacement: Placement?
    var signals: SensorSignals
  }

  /// The folder or file of the recording.
  let path: String
  /// What the user says of a sensor that says nothing itself.
  let declared: Placement?
  let wanted: Set<Placement>?

  struct Result {
    var streams: [SensorStream] = []
    var warnings: [GaitWarning] = []
    /// When the sensor started that started first, where the files say it.
    var start = ClockOrigin.unknown
  }

  /// - Throws: `IngestError` if a placement is not known, stands twice, or the signals cannot be measured with.
  func assembled(_ parts: [Part]) throws(IngestError) -> Result {
    var groups: [Placement: [Part]] = [:]
    let unplaced = parts.filter { Self.saidPlacement(of: $0) ?? declared == nil }
    // What cannot be measured with, wherever it was worn, is said before the place is asked for.
    if let first = unplaced.first { _ = try SignalMerging(file: first.file).merged(unplaced.map(\.signals)) }
    for part in parts {
      let placement = try placement(of: part)
      if wanted?.contains(placement) ?? true { groups[placement, default: []].append(part) }
    }
    var sensors: [SensorAlignment.Sensor] = []
    var evidence: [Placement: SignalSource.PlacementEvidence] = [:]
    for placement in groups.keys.sorted() {
      let group = groups[placement] ?? []
      // A device may export its acceleration several times, as measured and as gravity is removed; it has one gyroscope.
      let turning = group.filter { $0.signals.angularVelocity != nil }
      guard turning.count < 2 else {
        throw IngestError(
          .unusable, file: turning[1].file, found: "a second sensor at \(placement.rawValue)",
          expected: "one sensor per placement", advice: "remove or rename one of the files")
      }
      let file = group[0].file
      evidence[placement] = Self.evidence(of: placement, in: group[0])
      if group.count > 1 { for part in group { try Self.checkTimes(of: part) } }
      // What is wrong with a sensor in several files is mostly its acceleration.
      let accelerometer = group.first { $0.signals.acceleration != nil }?.file ?? file
      var signals = try SignalMerging(file: accelerometer).merged(group.map(\.signals))
      if !Self.isPossible(signals.origin) { signals.origin = .unknown }
      sensors.append(.init(placement: placement, file: file, signals: signals))
    }
    var result = Result()
    let aligned = SensorAlignment().align(&sensors)
    result.start = aligned.start
    result.warnings = aligned.warnings.map { .clocks($0) }
    for sensor in sensors {
      let (placement, signals) = (sensor.placement, sensor.signals)
      var stream = try stream(signals, placement: placement, file: sensor.file)
      stream.source?.clockRelation = sensor.relation
      stream.source?.clock = Self.clock(of: signals)
      stream.source?.columns = signals.columns
      stream.source?.placementFrom = evidence[placement] ?? .fileName
      result.streams.append(stream)
      result.warnings += signals.warnings.map { .table(placement, $0) }
    }
    return result
  }

  /// - Throws: `IngestError` if a time of a part is missing or goes back, by which it cannot be put beside the others.
  private static func checkTimes(of part: Part) throws(IngestError) {
    let (time, place) = (part.signals.time, part.signals.place)
    if let row = time.firstIndex(where: \.isNaN) { throw StreamAssembly.noTime(part.file, place: place(row)) }
    if let row = time.indices.dropFirst().first(where: { time[$0] < time[$0 - 1] }) {
      throw StreamAssembly.timeGoesBack(
        part.file, place: place(row), found: "\(time[row]) s after \(time[row - 1]) s")
    }
  }

  private func placement(of part: Part) throws(IngestError) -> Placement {
    let label = part.signals.label
    if let placement = Self.saidPlacement(of: part) ?? declared { return placement }
    let labeled = label.map { " (its label is '\($0.prefix(40))')" } ?? ""
    throw IngestError(
      .unusable, file: part.file, found: "a sensor without a known placement\(labeled)",
      expected: "a label, file or folder name such as left_foot or lower_back",
      advice: "rename the file, or add --placement lower_back if that is where it was")
  }

  /// The placement that a label, or the name of the file, says.
  private static func saidPlacement(of part: Part) -> Placement? {
    part.signals.label.flatMap { PlacementLabel.placement(in: $0) } ?? part.namedPlacement
  }

  /// Whether a clock's start is between 1970 and the year 10,000.
  private static func isPossible(_ origin: ClockOrigin) -> Bool {
    switch origin {
    case .utc(let start), .local(let start): UTCText.range.contains(start)
    case .unknown, .shared: true
    }
  }

  private static func evidence(of placement: Placement, in part: Part) -> SignalSource.PlacementEvidence {
    if part.signals.label.flatMap({ PlacementLabel.placement(in: $0) }) == placement { return .label }
    return part.namedPlacement == placement ? .fileName : .user
  }

  private static func clock(of signals: SensorSignals) -> SignalSource.Clock {
    switch signals.origin {
    case .unknown: .relative
    case .utc(let start): .utc(start: start)
    case .local(let start): .local(start: start)
    case .shared(let name, _): .shared(name)
    }
  }

  private func stream(
    _ signals: SensorSignals, placement: Placement, file: String
  ) throws(IngestError) -> SensorStream {
    let force = signals.acceleration ?? TriaxialSeries()
    let rate = signals.angularVelocity ?? TriaxialSeries()
    func column(_ position: Int, _ unit: String) -> PlainColumns.Column {
      .init(position: position, factor: 1, unit: unit)
    }
    let sensor = PlainColumns.Sensor(
      placement: placement, time: column(0, "s"),
      acceleration: (1...3).map { column($0, signals.accelerationUnit) },
      angularVelocity: (4...6).map { column($0, signals.angularVelocityUnit) })
    return try StreamAssembly(
      file: file, placement: placement, place: { row, _ in signals.place(row) }, declaredRate: signals.declaredRate
    ).stream(columns: [signals.time, force.x, force.y, force.z, rate.x, rate.y, rate.z], sensor: sensor)
  }
}
