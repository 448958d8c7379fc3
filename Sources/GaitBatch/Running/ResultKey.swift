import FileDigest
import GaitMeasures
import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a result depends on: the bytes of its files, the settings and the version of the program. Two results with one
/// key are the same, so the second is not computed.
///
/// No time is part of it: the clocks of the machines may differ.
public struct ResultKey: Sendable, Hashable, Codable {
  /// SHA-256 as lower-case hexadecimal digits.
  public var text: String

  /// - Parameter inputs: `nil` for files that could not be read when the batch was planned.
  /// - Throws: `EncodingError` if a setting is not a finite number.
  public init(inputs: [InputFile]?, settings: JSONValue, program: ProgramVersion) throws {
    struct Parts: Encodable {
      var inputs: [InputFile]?
      var settings: JSONValue
      var program: ProgramVersion
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var hash = SHA256()
    hash.update(data: Array(try encoder.encode(Parts(inputs: inputs, settings: settings, program: program))))
    text = hash.hexadecimal()
  }

  public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
