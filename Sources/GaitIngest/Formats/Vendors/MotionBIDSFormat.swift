import GaitModel

/// Reads Motion-BIDS: `…_motion.tsv` without a header, whose columns `…_channels.tsv` describes, one row each.
///
/// Sensors are told apart by `tracked_point`, which also says where they were worn; units stand in `units`. Time is the
/// rate of `sampling_frequency` in the channels or `SamplingFrequency` in `…_motion.json` (Motion-BIDS, BIDS 1.9;
/// Jeung et al. 2024, doi 10.1038/s41597-024-03559-8). Both files may stand in a folder above, with fewer parts in their
/// names; the nearest counts (BIDS 1.9, "The Inheritance Principle").
enum MotionBIDSFormat: TextFormat {
  static let name = "Motion-BIDS"
  static let versionSeen = "BIDS 1.9"
  static let lost = "markers, magnetometers"

  private static let ending = "_motion.tsv"
  private static let forceUnits = ["m/s^2": false, "m/s²": false, "m/s2": false, "g": true]
  private static let rateUnits = ["deg/s": true, "°/s": true, "rad/s": false]

  private struct Channel {
    var component: String
    var type: String
    var point: String
    var unit: String
    var rate: Double?
  }

  static func reason(_ opening: TextOpening) -> String? {
    guard let stem = stem(opening) else { return nil }
    let cells = opening.cells(ofLine: 0, delimiter: "\t")
    guard cells.count > 1, cells.allSatisfy({ Double($0) != nil || $0 == "n/a" }) else { return nil }
    return "numbers between tabs in a file named \(stem)\(ending)"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let stem = stem(opening) else { return [] }
    guard let channels = channels(opening, stem) else {
      throw IngestError(
        .unusable, file: opening.file,
        found: "no \(stem)_channels.tsv beside it or above, with component, type, tracked_point and units",
        expected: "that file, which describes the columns", advice: "copy the whole data set, with its folders")
    }
    let width = opening.cells(ofLine: 0, delimiter: "\t").count
    guard width == channels.count else {
      throw IngestError(
        .unusable, file: opening.file, found: "\(width) columns, and \(channels.count) in \(stem)_channels.tsv",
        expected: "as many", advice: "check that both files are of one recording")
    }
    let names = channels.map { "\($0.point) \($0.type) \($0.component)" }
    var layouts: [TextLayout] = []
    for point in channels.map(\.point).uniqued() {
      guard let force = axes(channels, point, ["ACCEL", "ACC"]), let rate = axes(channels, point, ["GYRO"]) else {
        continue
      }
      let isInG = try flag(channels, force, forceUnits, opening, stem)
      let isInDegrees = try flag(channels, rate, rateUnits, opening, stem)
      guard let frequency = channels[force[0]].rate ?? declaredRate(opening, stem) else {
        throw IngestError(
          .unusable, file: opening.file, found: "no sampling rate in \(stem)_channels.tsv and \(stem)_motion.json",
          expected: "sampling_frequency or SamplingFrequency in Hz", advice: "add it to one of them")
      }
      layouts.append(
        TextLayout(
          dialect: opening.dialect(firstRow: 0, delimiter: "\t", header: names), clock: .rate(frequency),
          acceleration: isInG ? .gravities(force) : .metric(force),
          angularVelocity: isInDegrees ? .degrees(rate) : .radians(rate), label: point, declaredRate: frequency,
          units: [.file("\(stem)_channels.tsv")]))
    }
    guard layouts.isEmpty else { return layouts }
    throw IngestError(
      .unusable, file: opening.file, found: "the types " + channels.map(\.type).uniqued().joined(separator: ", "),
      expected: "ACCEL and GYRO with components x, y and z of one tracked_point",
      advice: "check \(stem)_channels.tsv; RetroGait does not measure with motion capture alone")
  }

  /// The name without its ending, `sub-01_task-walk_tracksys-imu`.
  private static func stem(_ opening: TextOpening) -> String? {
    guard let name = opening.file.split(separator: "/").last, name.hasSuffix(ending) else { return nil }
    return String(name.dropLast(ending.count))
  }

  private static func channels(_ opening: TextOpening, _ stem: String) -> [Channel]? {
    for text in texts("_channels.tsv", opening, stem) {
      if let channels = channels(in: text) { return channels }
    }
    return nil
  }

  /// Folders above the file in which what describes it is looked for: those of the kind, the session, the person.
  private static let highest = 3
  /// Parts of a name of which any may be missing in that of a file above.
  private static let mostParts = 7

  /// The texts of the files that end in `suffix` and describe the one with `stem`, the nearest first.
  private static func texts(
    _ suffix: String, _ opening: TextOpening, _ stem: String
  ) -> some Sequence<String> {
    let parts = stem.split(separator: "_")
    let sets =
      parts.count > mostParts ? [] : (1..<(1 << parts.count)).sorted { $0.nonzeroBitCount > $1.nonzeroBitCount }
    let names = sets.map { set in
      parts.indices.filter { set & (1 << $0) != 0 }.map { parts[$0] }.joined(separator: "_")
    }
    let above = (1...highest).lazy.flatMap { level in
      names.lazy.map { String(repeating: "../", count: level) + $0 }
    }
    let beside = [stem] + names.filter { $0 != stem }
    return [AnySequence(beside), AnySequence(above)].lazy.joined().compactMap { opening.sibling($0 + suffix) }
  }

  private static func channels(in text: String) -> [Channel]? {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return nil }
    let columns = HeaderColumns(first.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    guard let component = columns.position("component"), let type = columns.position("type"),
      let point = columns.position("tracked_point"), let unit = columns.position("units")
    else { return nil }
    let rate = columns.position("sampling_frequency")
    return lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      func cell(_ position: Int) -> String { cells.indices.contains(position) ? String(cells[position]) : "" }
      return Channel(
        component: cell(component).lowercased(), type: cell(type).uppercased(), point: cell(point), unit: cell(unit),
        rate: rate.flatMap { Double(cell($0)) }.flatMap { $0 > 0 && $0.isFinite ? $0 : nil })
    }
  }

  private static func axes(_ channels: [Channel], _ point: String, _ types: Set<String>) -> [Int]? {
    let positions = ["x", "y", "z"].compactMap { axis in
      let hits = channels.indices.filter {
        channels[$0].point == point && types.contains(channels[$0].type) && channels[$0].component == axis
      }
      return hits.count == 1 ? hits[0] : nil
    }
    return positions.count == 3 ? positions : nil
  }

  private static func flag(
    _ channels: [Channel], _ axes: [Int], _ known: [String: Bool], _ opening: TextOpening, _ stem: String
  ) throws(IngestError) -> Bool {
    let units = axes.map { channels[$0].unit }.uniqued()
    if units.count == 1, let flag = known[units[0]] { return flag }
    throw IngestError(
      .unusable, file: opening.file, place: "\(stem)_channels.tsv",
      found: "the units " + units.map { "'\($0.prefix(20))'" }.joined(separator: ", "),
      expected: "one of " + known.keys.sorted().joined(separator: ", "), advice: "give the unit of all axes in 'units'")
  }

  private static func declaredRate(_ opening: TextOpening, _ stem: String) -> Double? {
    for text in texts("_motion.json", opening, stem) {
      let entries = try? JSONText.entries(of: Array(text.utf8))
      let rate = entries?.first { $0.key == "SamplingFrequency" }?.value.numericValue
      if let rate, rate > 0, rate.isFinite { return rate }
    }
    return nil
  }
}
