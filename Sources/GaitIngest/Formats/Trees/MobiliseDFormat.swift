import GaitModel

/// Reads `data.mat` as Mobilise-D lays it out, in MATLAB's version 5 or 7.3.
///
/// `data.TimeMeasure1.Test5.Trial1.SU.LowerBack` with `Acc` in g, `Gyr` in °/s, `Fs.Acc`, `Fs.Gyr` and `Timestamp` in
/// seconds of UTC from 1970 (Mobilise-D consortium, "Data standardization of wearable sensors", Palmerini et al. 2023,
/// doi 10.1038/s41597-023-01930-9). Each structure that holds `SU` is a recording of its own. `SU` goes before
/// `SU_INDIP`, which adds the placements that it lacks.
enum MobiliseDFormat: RecordingFormat {
  static let name = "Mobilise-D MATLAB"
  static let versionSeen = "MATLAB 5 and 7.3"
  static let lost = "reference systems"

  /// Names of the structures that hold the sensors of a trial, the first before the others.
  private static let sensorGroups = ["SU", "SU_INDIP", "SU_INDIP2"]
  /// Levels between the variable `data` and a trial at most.
  private static let deepest = 6
  /// Structures of a file that are looked into at most; HDF5 may hold circles.
  private static let mostStructures = 20_000

  static func claim(_ content: borrowing FileContent) throws(IngestError) -> FormatClaim? {
    switch content {
    case .hdf5(let tree): tree.isMATLAB ? claim(tree, version: "7.3") : nil
    case .matlab(let tree): claim(tree, version: "5")
    default: nil
    }
  }

  private static func claim(
    _ tree: borrowing some MATLABTree & ~Copyable, version: String
  ) -> FormatClaim? {
    guard let first = trials(tree).first else { return nil }
    return FormatClaim(
      name: name, reason: "a MATLAB file of version \(version) with sensors (SU) in \(first.joined(separator: "."))")
  }

  static func units(_ content: borrowing FileContent) throws(IngestError) -> [UnitEvidence] {
    [.definition(acceleration: "g", angularVelocity: "°/s")]
  }

  static func signals(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> FileSignals {
    try file.withContent { (content) throws(IngestError) in
      switch content {
      case .hdf5(let tree): .parts(try signals(tree, part: request.part))
      case .matlab(let tree): .parts(try signals(tree, part: request.part))
      default: .parts([])
      }
    }
  }

  /// The names of the trials in `content`; empty if it holds none.
  static func trialNames(_ content: borrowing FileContent) -> [String] {
    switch content {
    case .hdf5(let tree): tree.isMATLAB ? trials(tree).map(name) : []
    case .matlab(let tree): trials(tree).map(name)
    default: []
    }
  }

  /// The paths of the structures that hold sensors.
  static func trials(_ tree: borrowing some MATLABTree & ~Copyable) -> [[String]] {
    var trials: [[String]] = []
    var visits = 0
    search(tree, [], &trials, &visits)
    return trials
  }

  private static func search(
    _ tree: borrowing some MATLABTree & ~Copyable, _ path: [String], _ trials: inout [[String]], _ visits: inout Int
  ) {
    visits += 1
    guard path.count <= deepest, visits <= mostStructures else { return }
    let fields = tree.fields(of: path)
    if !path.isEmpty, fields.contains(where: sensorGroups.contains) {
      trials.append(path)
      return
    }
    for field in fields { search(tree, path + [field], &trials, &visits) }
  }

  /// What the sensors of one trial measured.
  ///
  /// - Parameter part: The trial, its names joined by points without `data`; `nil` for the only one.
  /// - Throws: `IngestError` if there is no such trial, more than one, or its signals cannot be used.
  static func signals(
    _ tree: borrowing some MATLABTree & ~Copyable, part: String?
  ) throws(IngestError) -> [SensorSignals] {
    let trials = trials(tree)
    let chosen = part.map { part in trials.filter { name(of: $0) == part } } ?? trials
    guard chosen.count == 1 else {
      let names = trials.map(name)
      let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
      throw IngestError(
        .unusable, file: tree.file,
        found: part.map { "no trial \($0); there are \(shown)" } ?? "\(names.count) trials: \(shown)",
        expected: "one trial", advice: "add its name to the file: '\(tree.file)#\(names.first ?? "")'")
    }
    var signals: [SensorSignals] = []
    var seen: Set<Placement> = []
    for group in sensorGroups {
      for sensor in tree.fields(of: chosen[0] + [group]) {
        guard let placement = PlacementLabel.placement(in: sensor), seen.insert(placement).inserted else { continue }
        signals.append(try read(chosen[0] + [group, sensor], label: sensor, tree))
      }
    }
    guard !signals.isEmpty else {
      throw IngestError(
        .unusable, file: tree.file, place: chosen[0].joined(separator: "."), found: "no sensor at a known placement",
        expected: "LowerBack, LeftFoot or RightFoot in SU", advice: "check the structure in MATLAB")
    }
    return signals
  }

  /// The name of a trial, `TimeMeasure1.Test5.Trial1`.
  static func name(of trial: [String]) -> String {
    (trial.count > 1 ? Array(trial.dropFirst()) : trial).joined(separator: ".")
  }

  private static func read(
    _ path: [String], label: String, _ tree: borrowing some MATLABTree & ~Copyable
  ) throws(IngestError) -> SensorSignals {
    let place = path.joined(separator: ".")
    let acceleration = try series("Acc", path, tree, factor: PlainColumns.standardGravity)
    let rate = try series("Gyr", path, tree, factor: .pi / 180)
    guard acceleration.count == rate.count else {
      throw IngestError(
        .unusable, file: tree.file, place: place,
        found: "\(acceleration.count) samples of Acc and \(rate.count) of Gyr", expected: "the same number of each",
        advice: "resample them to one rate in MATLAB")
    }
    let declared = try tree.array(path + ["Fs", "Acc"])?.values.first
    let frequency = declared.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    var signals = SensorSignals(
      time: [], origin: .unknown, acceleration: acceleration, angularVelocity: rate, accelerationUnit: "g",
      angularVelocityUnit: "deg_s", label: label, declaredRate: frequency,
      place: { "\(place), row \($0 + 1)" })
    if let stamps = try tree.array(path + ["Timestamp"])?.values, stamps.count == acceleration.count,
      let start = stamps.first, !start.isNaN
    {
      signals.time = stamps.map { $0 - start }
      signals.origin = .utc(start)
    } else if let frequency {
      signals.time = (0..<acceleration.count).map { Double($0) / frequency }
      signals.origin = .shared("Mobilise-D trial", 0)
    } else {
      throw IngestError(
        .unusable, file: tree.file, place: place, found: "no Timestamp and no Fs.Acc", expected: "one of the two",
        advice: "add the rate in MATLAB")
    }
    return signals
  }

  private static func series(
    _ field: String, _ path: [String], _ tree: borrowing some MATLABTree & ~Copyable, factor: Double
  ) throws(IngestError) -> TriaxialSeries {
    let place = (path + [field]).joined(separator: ".")
    guard let (values, shape) = try tree.array(path + [field]) else {
      throw IngestError(
        .unusable, file: tree.file, place: place, found: "no numbers", expected: "N × 3 numbers",
        advice: "check the structure in MATLAB")
    }
    guard shape.count == 2, shape[1] == 3 else {
      throw IngestError(
        .unusable, file: tree.file, place: place, found: "the shape " + shape.map(String.init).joined(separator: " × "),
        expected: "N × 3", advice: "transpose it in MATLAB")
    }
    let rows = shape[0]
    func column(_ k: Int) -> [Double] { values[(k * rows)..<((k + 1) * rows)].map { $0 * factor } }
    return TriaxialSeries(x: column(0), y: column(1), z: column(2))
  }
}
