import Foundation
import RetroGait

extension ClosedRange<Double> {
  /// Lower and upper bound, as JSON has them.
  var bounds: [Double] { [lowerBound, upperBound] }
}

/// JSON for other programs: sorted keys, so that the same results give the same text.
enum JSONText {
  static func text(of value: some Encodable) throws(HistoryError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw .outOfRange("results", found: "\(error)", expected: "finite numbers; this is a defect, please report it")
    }
  }
}
