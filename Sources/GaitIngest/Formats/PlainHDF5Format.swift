import CHDF5
import GaitModel

/// Reads plain HDF5: one group per placement with `accelerometer` and `gyroscope` (N × 3, each with an attribute
/// `units`), and `time` in seconds or the group's attribute `sampling_rate_hz`.
struct PlainHDF5Format: RecordingFormat {
  static let name = "plain HDF5"
  static let versionSeen = "of RetroGait"
  static let lost = "other datasets"

  static func claim(_ content: borrowing FileContent) throws(IngestError) -> FormatClaim? {
    switch content {
    case .hdf5(let tree):
      tree.names().contains { placement(ofGroup: $0) != nil }
        ? FormatClaim(name: name, reason: "the signature of HDF5 and groups named after placements") : nil
    default: nil
    }
  }

  static func units(_ content: borrowing FileContent) throws(IngestError) -> [UnitEvidence] {
    [.attribute]
  }

  static func signals(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> FileSignals {
    .streams(
      try streams(
        try file.hdf5(), byteCount: file.bytes.data.count, filePlacement: request.placement,
        wanted: request.wanted, limit: file.options.expansion))
  }

  static func blocks(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> [any SampleBlocks]? {
    let process = try file.hdf5()
    let byteCount = file.bytes.data.count
    return try layouts(
      process, byteCount: byteCount, filePlacement: request.placement, wanted: request.wanted,
      limit: file.options.expansion
    ).map { PlainHDF5Blocks($0, process: process, byteCount: byteCount, limit: file.options.expansion) }
  }

  /// Where the numbers of one sensor stand in a file.
  struct Layout {
    var placement: Placement
    /// The group's name, `left_foot` or another spelling of it.
    var group: String
    /// Samples.
    var rows: Int
    /// At the positions 0 (time) to 6.
    var columns: PlainColumns.Sensor
    /// Whether there is a time of each sample; otherwise `declaredRate` gives it.
    var hasTime: Bool
    var declaredRate: Double?
    /// Rows that are read at once: whole chunks.
    var blockRows: Int

    /// The place of a row, from 0, and a column.
    func place(row: Int, column: Int) -> String {
      let dataset = column == 0 ? "time" : column < 4 ? "accelerometer" : "gyroscope"
      return "dataset /\(group)/\(dataset), row \(row + 1)"
    }
  }

  /// Fewest rows that are read at once: enough that asking for them does not matter.
  private static let fewestBlockRows = 1 << 17

  /// The sensors in the file that `process` reads.
  ///
  /// - Parameters:
  ///   - filePlacement: The placement that the file's name gives.
  ///   - wanted: The placements to read, or `nil` for all.
  static func layouts(
    _ process: HDF5Process, byteCount: Int, filePlacement: Placement?, wanted: Set<Placement>?,
    limit: ExpansionLimit = ExpansionLimit()
  ) throws(IngestError) -> [Layout] {
    let file = HDF5File(process, byteCount: byteCount, limit: limit)
    var layouts: [Layout] = []
    var found: [Placement] = []
    for (placement, name) in try groups(process, byteCount: byteCount, limit: limit) where try file.holds(name) {
      found.append(placement)
      if let wanted, !wanted.contains(placement) { continue }
      layouts.append(try layout(of: try file.group(name), placement: placement))
    }
    guard !found.isEmpty else {
      throw IngestError(
        .unusable, file: process.file, found: "no group named after a placement",
        expected: "groups named " + Placement.allCases.map(\.rawValue).joined(separator: ", "),
        advice: "rename the groups after where the sensors were worn")
    }
    if let filePlacement, !found.contains(filePlacement) {
      throw IngestError(
        .unusable, file: process.file,
        found: "the group " + found.map(\.rawValue).joined(separator: ", ")
          + " in a file named \(filePlacement.rawValue)",
        expected: "a group \(filePlacement.rawValue)", advice: "rename the file or the group")
    }
    return layouts
  }

  /// The placement that the name of a group says: `left_foot`, `LeftFoot`, `Left Foot`.
  static func placement(ofGroup name: String) -> Placement? {
    Placement(rawValue: name) ?? PlacementLabel.placement(in: name)
  }

  /// The groups named after placements, in the order of placements.
  ///
  /// - Throws: `IngestError` if two groups name one placement.
  private static func groups(
    _ process: HDF5Process, byteCount: Int, limit: ExpansionLimit
  ) throws(IngestError) -> [(placement: Placement, name: String)] {
    let names = HDF5Tree(process, byteCount: byteCount, limit: limit).names()
    try process.checkSound()
    var groups: [(placement: Placement, name: String)] = []
    for name in names {
      guard let placement = placement(ofGroup: name) else { continue }
      if let other = groups.first(where: { $0.placement == placement }) {
        throw IngestError(
          .unusable, file: process.file, found: "the groups \(other.name) and \(name), both of \(placement.rawValue)",
          expected: "one group per placement", advice: "rename or remove one of them")
      }
      groups.append((placement, name))
    }
    return groups.sorted { $0.placement < $1.placement }
  }

  /// The streams in the file that `process` reads; parameters as of `layouts`.
  static func streams(
    _ process: HDF5Process, byteCount: Int, filePlacement: Placement?, wanted: Set<Placement>?,
    limit: ExpansionLimit = ExpansionLimit()
  ) throws(IngestError) -> [SensorStream] {
    let layouts = try layouts(
      process, byteCount: byteCount, filePlacement: filePlacement, wanted: wanted, limit: limit)
    var streams: [SensorStream] = []
    for layout in layouts {
      let file = HDF5File(process, byteCount: byteCount, limit: limit)
      let columns = try Self.columns(ofRows: 0..<layout.rows, of: layout, in: try file.group(layout.group))
      let assembly = StreamAssembly(
        file: process.file, placement: layout.placement, place: layout.place, declaredRate: layout.declaredRate,
        placementFrom: .group)
      streams.append(try assembly.stream(columns: consume columns, sensor: layout.columns))
    }
    return streams
  }

  /// `rows` of a sensor's seven columns.
  static func columns(
    ofRows rows: Range<Int>, of layout: Layout, in group: borrowing HDF5File.Group
  ) throws(IngestError) -> [[Double]] {
    let force = try group.dataset("accelerometer", columns: 3).columns(ofRows: rows)
    let rate = try group.dataset("gyroscope", columns: 3).columns(ofRows: rows)
    let time: [Double]
    if layout.hasTime {
      time = try group.dataset("time", columns: 1).columns(ofRows: rows)[0]
    } else {
      let rate = layout.declaredRate ?? 1
      time = rows.map { Double($0) / rate }
    }
    // Moved, not shared, so that scaling them makes no copy.
    return [consume time] + (consume force) + (consume rate)
  }

  /// All columns of the file, in the order of placements: of the accelerometer, the gyroscope, and the time.
  static func columns(of file: OpenedFile) throws(IngestError) -> [[Double]] {
    let (process, byteCount) = (try file.hdf5(), file.bytes.data.count)
    let open = HDF5File(process, byteCount: byteCount, limit: file.options.expansion)
    var columns: [[Double]] = []
    for (_, name) in try groups(process, byteCount: byteCount, limit: file.options.expansion) {
      let group = try open.group(name)
      for (dataset, count) in [("accelerometer", 3), ("gyroscope", 3), ("time", 1)] where try group.holds(dataset) {
        columns += try group.dataset(dataset, columns: count).columns()
      }
    }
    return columns
  }

  private static func layout(
    of group: borrowing HDF5File.Group, placement: Placement
  ) throws(IngestError) -> Layout {
    let path = group.path
    let groupName = group.name
    for dataset in ["accelerometer", "gyroscope"] where try !group.holds(dataset) {
      throw IngestError(
        .unusable, file: path, place: "group /\(groupName)", found: "no dataset \(dataset)",
        expected: "accelerometer and gyroscope, N × 3 each", advice: "add the dataset")
    }
    let force = try group.dataset("accelerometer", columns: 3)
    let rate = try group.dataset("gyroscope", columns: 3)
    try force.countNumbers()
    try rate.countNumbers()
    let forceUnit = try unit(
      force.text("units"), of: "accelerometer", .acceleration, file: path, group: groupName)
    let rateUnit = try unit(rate.text("units"), of: "gyroscope", .angularVelocity, file: path, group: groupName)
    let count = force.shape.first ?? 0
    let declaredRate = group.number("sampling_rate_hz").flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    var time = PlainColumns.Column(position: 0, factor: 1, unit: "s")
    var times = count
    var blockRows = max(force.chunkRows, rate.chunkRows)
    let hasTime = try group.holds("time")
    if hasTime {
      let dataset = try group.dataset("time", columns: 1)
      try dataset.countNumbers()
      times = dataset.shape.first ?? 0
      blockRows = max(blockRows, dataset.chunkRows)
      let units = dataset.text("units") ?? "s"
      guard let known = SignalUnit(units), known.quantity == .time else {
        throw IngestError(
          .unusable, file: path, place: "dataset /\(groupName)/time", found: "the units '\(units)'",
          expected: "s, ms, us or ns", advice: "give the unit in the attribute 'units', or omit it for seconds")
      }
      time = .init(position: 0, factor: known.factor, unit: units)
    } else if declaredRate == nil {
      throw IngestError(
        .unusable, file: path, place: "group /\(groupName)", found: "no dataset time and no attribute sampling_rate_hz",
        expected: "one of the two", advice: "add the time of each sample in seconds, or the rate")
    }
    let rateCount = rate.shape.first ?? 0
    guard rateCount == count, times == count else {
      throw IngestError(
        .unusable, file: path, place: "group /\(groupName)",
        found: "\(count) samples of accelerometer, \(rateCount) of gyroscope, \(times) of time",
        expected: "the same number of each", advice: "export the sensor again")
    }
    // A chunk may be larger than the dataset.
    blockRows = min(blockRows, max(1, count))
    return Layout(
      placement: placement, group: groupName, rows: count,
      columns: PlainColumns.Sensor(
        placement: placement, time: time,
        acceleration: (1...3).map { .init(position: $0, factor: forceUnit.factor, unit: forceUnit.name) },
        angularVelocity: (4...6).map { .init(position: $0, factor: rateUnit.factor, unit: rateUnit.name) }),
      hasTime: hasTime, declaredRate: declaredRate,
      blockRows: (fewestBlockRows + blockRows - 1) / blockRows * blockRows)
  }

  private static func unit(
    _ found: String?, of dataset: String, _ quantity: SignalUnit.Quantity, file: String, group: String
  ) throws(IngestError) -> SignalUnit {
    guard let found, let unit = SignalUnit(found), unit.quantity == quantity else {
      throw IngestError(
        .unusable, file: file, place: "dataset /\(group)/\(dataset)",
        found: found.map { "the units '\($0)'" } ?? "no attribute 'units'",
        expected: dataset == "accelerometer" ? "m/s^2 or g" : "deg/s or rad/s",
        advice: "give the unit in the attribute 'units' of the dataset")
    }
    return unit
  }
}
