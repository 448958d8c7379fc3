import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads `recording.json`, in which every key is optional and unknown keys are ignored.
///
/// The height may be `height_m` or `height_cm`, and may stand in `source_meta`, where data sets keep what their origin
/// says of the person.
struct DetailsFile {
  static let name = "recording.json"

  var details: RecordingDetails
  /// The rate in Hz that the file declares, to be checked against the time stamps.
  var samplingRate: Double?

  init(_ bytes: [UInt8], file: String) throws(IngestError) {
    let document: Document
    do {
      let decoder = JSONDecoder()
      // Python writes NaN for missing numbers, which plain JSON does not know and JSON5 does.
      decoder.allowsJSON5 = true
      document = try decoder.decode(Document.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw Self.readable(error, file: file)
    } catch {
      throw IngestError(
        .unusable, file: file, found: "\(error)", expected: "a JSON object", advice: "correct or remove the file")
    }
    var surface: Surface?
    if let name = document.surface {
      surface = Surface(rawValue: name)
      if surface == nil {
        throw IngestError(
          .unusable, file: file, place: "key surface", found: "'\(name)'", expected: "overground or treadmill",
          advice: "correct the value or remove the key")
      }
    }
    var front: SensorAxis?
    if let name = document.front {
      front = SensorAxis(rawValue: name)
      if front == nil {
        throw IngestError(
          .unusable, file: file, place: "key front", found: "'\(name)'", expected: "x, -x, y, -y, z or -z",
          advice: "correct the value or remove the key")
      }
    }
    let height = try Self.height(document, file: file)
    // A number that is missing in the file's origin is missing here too.
    func known(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
    details = RecordingDetails(
      subject: document.subject, session: document.session, startedAt: document.startedAt, surface: surface,
      beltSpeed: known(document.beltSpeed), inclinePercent: known(document.inclinePercent),
      height: height, front: front, notes: document.notes)
    samplingRate = known(document.samplingRate)
  }

  /// What the file says, each key optional.
  private struct Document: Decodable {
    var subject: String?
    var session: String?
    var startedAt: String?
    var surface: String?
    var beltSpeed: Double?
    var inclinePercent: Double?
    var height: Double?
    var heightInCentimetres: Double?
    var source: Source?
    var front: String?
    var notes: String?
    var samplingRate: Double?

    enum CodingKeys: String, CodingKey {
      case subject, session, surface, front, notes
      case startedAt = "started_at"
      case beltSpeed = "belt_speed_m_s"
      case inclinePercent = "incline_percent"
      case height = "height_m"
      case heightInCentimetres = "height_cm"
      case source = "source_meta"
      case samplingRate = "sampling_rate_hz"
    }
  }

  /// What the origin of the data says of the person. It may be anything: what cannot be read is not there.
  private struct Source: Decodable {
    var height: Double?

    init(from decoder: any Decoder) {
      let values = try? decoder.container(keyedBy: Document.CodingKeys.self)
      let metres = try? values?.decode(Double.self, forKey: .height)
      let centimetres = try? values?.decode(Double.self, forKey: .heightInCentimetres)
      height = [metres, centimetres.map { $0 / 100 }].compactMap { $0 }.first { $0.isFinite }
    }
  }

  /// Heights of people who walk, in metres.
  private static let plausibleHeights = 0.5...2.5

  private static func height(_ document: Document, file: String) throws(IngestError) -> Double? {
    for (key, value, perMetre, expected) in [
      ("height_m", document.height, 1.0, "metres, from 0.5 to 2.5"),
      ("height_cm", document.heightInCentimetres, 100.0, "centimetres, from 50 to 250"),
    ] {
      guard let value, value.isFinite else { continue }
      guard plausibleHeights.contains(value / perMetre) else {
        throw IngestError(
          .unusable, file: file, place: "key \(key)", found: "'\(value)'", expected: expected,
          advice: "correct the value or remove the key")
      }
      return value / perMetre
    }
    return document.source?.height.flatMap { plausibleHeights.contains($0) ? $0 : nil }
  }

  private static func readable(_ error: DecodingError, file: String) -> IngestError {
    switch error {
    case .typeMismatch(let type, let context):
      let key = context.codingPath.map(\.stringValue).joined(separator: ".")
      return IngestError(
        .unusable, file: file, place: key.isEmpty ? nil : "key \(key)", found: "another kind of value",
        expected: key.isEmpty ? "an object with keys" : type == String.self ? "text in quotes" : "a number",
        advice: "correct the value or remove the key")
    default:
      return IngestError(
        .unusable, file: file, found: "text that is not valid JSON", expected: "a JSON object",
        advice: "correct or remove the file")
    }
  }
}
