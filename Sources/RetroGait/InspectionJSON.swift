import GaitIngest

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Inspections as one JSON array with keys in order.
public struct InspectionJSON: Sendable {
  public init() {}

  public func text(of inspections: [RecordingInspection]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(inspections), as: UTF8.self)
  }
}
