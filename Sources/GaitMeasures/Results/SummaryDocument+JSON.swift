import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension SummaryDocument {
  /// The document as JSON with sorted keys and a final line break.
  ///
  /// - Throws: `EncodingError`, which no input should cause.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// Reads a document that `json()` wrote.
  ///
  /// - Throws: `DecodingError` where something is missing or of another kind.
  public init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(SummaryDocument.self, from: Data(json))
  }
}

extension JSONValue {
  /// Any value that encodes itself, as JSON.
  ///
  /// - Throws: `EncodingError` if it cannot be encoded.
  public init(encoding value: some Encodable) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
  }
}
