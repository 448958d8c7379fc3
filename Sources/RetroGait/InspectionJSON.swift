import GaitIngest

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Inspections as one JSON array with keys in order.
package struct InspectionJSON: Sendable {
  package init() {}

  package func text(of inspections: [RecordingInspection]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(inspections), as: UTF8.self)
  }
}
