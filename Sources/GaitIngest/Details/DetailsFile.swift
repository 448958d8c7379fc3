import GaitModel

/// Reads `recording.json`, in which every key is optional and other keys are kept.
///
/// The height may be `height_m` or `height_cm`, and may stand in `source_meta`, where data sets keep what their origin
/// says of the person.
struct DetailsFile {
  static let name = "recording.json"

  var details = RecordingDetails()
  /// The rate in Hz that the file declares, to be checked against the time stamps.
  var samplingRate: Double?
  /// What the user should know of it.
  var warnings: [FileWarning] = []

  /// - Throws: `IngestError` if the bytes are not a JSON object in UTF-8, or a value cannot be.
  init(_ bytes: [UInt8], file: String) throws(IngestError) {
    let entries: [JSONText.Entry]
    do throws(JSONText.Fault) {
      entries = try JSONText.entries(of: bytes)
    } catch {
      throw IngestError(
        .unusable, file: file, place: "line \(error.line)", found: "\(error.found): this is not valid JSON",
        expected: error.expected, advice: "correct the line, save the file as UTF-8, or remove it")
    }
    try self.init(entries.map { (key: $0.key, value: $0.value) }, file: file)
  }

  /// - Parameter place: Where in the file the values stand, if it is not the whole file.
  /// - Throws: `IngestError` if a value cannot be.
  init(
    _ entries: [(key: String, value: JSONValue)], file: String, place: String? = nil
  ) throws(IngestError) {
    let values = DetailValues(Dictionary(entries.map { ($0.key, $0.value) }) { $1 }, file: file, place: place)
    details.subject = try values.text("subject")
    details.session = try values.text("session")
    details.notes = try values.text("notes")
    details.startedAt = try values.time("started_at")
    details.surface = try values.choice("surface", of: ["overground", "treadmill"]).flatMap { Surface(rawValue: $0) }
    details.front = try values.choice("front", of: ["x", "-x", "y", "-y", "z", "-z"]).flatMap {
      SensorAxis(rawValue: $0)
    }
    details.toes = try values.toes("toes")
    details.beltSpeed = try values.number("belt_speed_m_s", in: Self.beltSpeeds, "meters per second, from 0 to 8")
    details.inclinePercent = try values.number("incline_percent", in: Self.inclines, "percent, from -50 to 50")
    details.height = try Self.height(values)
    details.walkedDistance = try values.number("walked_m", in: Self.walks, "meters, from 1 to 100,000")
    samplingRate = try values.number("sampling_rate_hz", in: Self.rates, "samples per second, from 1 to 100,000")
    details.other = values.values.filter { !Self.keys.contains($0.key) && $0.value.isFinite }
    for key in entries.map(\.key) where !Self.keys.contains(key) {
      guard let meant = DetailKey.meant(by: key, among: Self.measuredKeys) else { continue }
      warnings.append(.unknownKey(String(key.prefix(40)), file: Self.lastName(file), meant: meant))
    }
    if details.surface == .overground, let speed = details.beltSpeed, speed > 0 {
      warnings.append(.overgroundOnBelt(file: Self.lastName(file)))
    }
  }

  /// Keys whose values decide what is measured or how sessions are told apart.
  private static let measuredKeys = [
    "subject", "session", "started_at", "surface", "belt_speed_m_s", "incline_percent", "height_m", "height_cm",
    "walked_m", "front", "toes", "sampling_rate_hz",
  ]
  private static let keys = Set(measuredKeys + ["notes"])

  /// The fastest treadmills for runners reach 25 to 28 km/h.
  private static let beltSpeeds = 0.0...8
  /// The steepest street has 35 %, and treadmills reach 40 %.
  private static let inclines = -50.0...50
  private static let rates = 1.0...100_000
  /// From a few steps to two marathons.
  private static let walks = 1.0...100_000
  /// Heights of people who walk, in meters.
  private static let plausibleHeights = 0.5...2.5

  private static func height(_ values: DetailValues) throws(IngestError) -> Double? {
    if let meters = try values.number("height_m", in: plausibleHeights, "meters, from 0.5 to 2.5") { return meters }
    if let centimeters = try values.number("height_cm", in: 50...250, "centimeters, from 50 to 250") {
      return centimeters / 100
    }
    // What the origin says may be anything: what cannot be read is not there.
    guard case .object(let source) = values.values["source_meta"] else { return nil }
    let heights: [Double?] = [source["height_m"]?.numericValue, source["height_cm"]?.numericValue.map { $0 / 100 }]
    return heights.compactMap { $0 }.first(where: \.isFinite).flatMap { plausibleHeights.contains($0) ? $0 : nil }
  }

  private static func lastName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension JSONValue {
  /// The number, if it is one.
  var numericValue: Double? {
    if case .number(let value) = self { value } else { nil }
  }

  /// Whether JSON can hold it: not a NaN or an infinity, and nothing in it.
  fileprivate var isFinite: Bool {
    switch self {
    case .number(let value): value.isFinite
    case .array(let values): values.allSatisfy(\.isFinite)
    case .object(let values): values.values.allSatisfy(\.isFinite)
    case .null, .bool, .string: true
    }
  }
}
