import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `recording.json` as a recording's details say it.
public struct RecordingDetailsFile: Encodable, Sendable {
  private let details: RecordingDetails

  public init(_ details: RecordingDetails) {
    self.details = details
  }

  private enum Key: String, CodingKey {
    case subject, session, surface, front, toes, notes
    case startedAt = "started_at"
    case beltSpeed = "belt_speed_m_s"
    case incline = "incline_percent"
    case height = "height_m"
    case walkedDistance = "walked_m"
  }

  /// A key that this program did not define.
  private struct OtherKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(details.subject, forKey: .subject)
    try container.encodeIfPresent(details.session, forKey: .session)
    try container.encodeIfPresent(details.startedAt, forKey: .startedAt)
    try container.encodeIfPresent(details.surface, forKey: .surface)
    try container.encodeIfPresent(details.beltSpeed, forKey: .beltSpeed)
    try container.encodeIfPresent(details.inclinePercent, forKey: .incline)
    try container.encodeIfPresent(details.height, forKey: .height)
    try container.encodeIfPresent(details.walkedDistance, forKey: .walkedDistance)
    try container.encodeIfPresent(details.front, forKey: .front)
    try container.encodeIfPresent(details.toes?.text, forKey: .toes)
    try container.encodeIfPresent(details.notes, forKey: .notes)
    var others = encoder.container(keyedBy: OtherKey.self)
    for (name, value) in details.other { try others.encode(value, forKey: OtherKey(stringValue: name)) }
  }

  /// The bytes of the file.
  ///
  /// - Throws: `EncodingError` if a number is not finite.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
