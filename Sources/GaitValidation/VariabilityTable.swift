import GaitCore
import GaitIngest
import GaitModel

/// Variability and asymmetry of straight strides, as found and as a reference has them, recording by recording.
package struct VariabilityTable: Sendable {
  /// A quantity of one recording.
  package struct Row: Sendable {
    package var set: String
    package var recording: String
    package var sensors: Validation.Sensors
    package var quantity: Quantity
    package var strides: Int
    /// Coefficients of variation, and differences of left and right over their mean.
    package var variation: (found: Double, reference: Double)
    package var asymmetry: (found: Double, reference: Double)?
  }

  package enum Quantity: String, Sendable, CaseIterable {
    case length, duration
  }

  package private(set) var rows: [Row] = []

  /// Fewest strides of a coefficient of variation, and of each foot of an asymmetry.
  package static let fewestStrides = 20
  package static let fewestPerFoot = 8
  /// Turn in rad up to which a stride is straight (20°).
  private static let straight = 0.35
  /// Seconds between two contacts of a foot beyond which a stride lies between that was not matched.
  private static let longestStride = 2.5

  /// - Throws: `IngestError` if a recording cannot be read.
  package init(of recordings: [ReferenceRecording]) throws {
    for recording in recordings {
      for sensors in [Validation.Sensors.feet, .lowerBack] {
        let placements = recording.placements.filter { sensors.contain($0) }
        guard !placements.isEmpty else { continue }
        let streams = try RecordingReader().recording(at: recording.path, placements: placements)
        let strides = GaitAnalysis()(streams).strides.filter { abs($0.turn ?? 0) < Self.straight }
        let pairs = StridePairs(strides, reference: recording.strides, anyFoot: sensors == .lowerBack).pairs
          .filter { $0.reference.direction == .forward && $0.found.direction == .forward }
          .sorted { $0.reference.middle < $1.reference.middle }
        add(Self.lengths(pairs), .length, of: recording, sensors)
        // Motion capture has no impacts, and so no times of contact.
        if !recording.isComputed { add(Self.durations(pairs), .duration, of: recording, sensors) }
      }
    }
  }

  private typealias Pair = (foot: Side, found: Double, reference: Double)

  private static func lengths(_ pairs: [(found: Stride, reference: ReferenceStride)]) -> [Pair] {
    pairs.compactMap { pair in
      guard let found = pair.found.length, let reference = pair.reference.length else { return nil }
      return (pair.reference.foot, found, reference)
    }
  }

  /// From one contact of a foot to its next.
  private static func durations(_ pairs: [(found: Stride, reference: ReferenceStride)]) -> [Pair] {
    Side.allCases.flatMap { side -> [Pair] in
      let own = pairs.filter { $0.reference.foot == side && $0.reference.initialContact != nil }
      return zip(own, own.dropFirst()).compactMap { a, b in
        guard let start = a.reference.initialContact, let end = b.reference.initialContact, end - start < longestStride
        else { return nil }
        return (side, b.found.end - a.found.end, end - start)
      }
    }
  }

  private mutating func add(
    _ pairs: [Pair], _ quantity: Quantity, of recording: ReferenceRecording, _ sensors: Validation.Sensors
  ) {
    guard pairs.count >= Self.fewestStrides, let found = Self.variation(pairs.map(\.found)),
      let reference = Self.variation(pairs.map(\.reference))
    else { return }
    rows.append(
      Row(
        set: recording.set, recording: recording.name, sensors: sensors, quantity: quantity, strides: pairs.count,
        variation: (found, reference), asymmetry: Self.asymmetry(pairs)))
  }

  private static func variation(_ values: [Double]) -> Double? {
    guard let errors = Errors(values), let sd = errors.sd, errors.mean > 0 else { return nil }
    return sd / errors.mean
  }

  private static func asymmetry(_ pairs: [Pair]) -> (found: Double, reference: Double)? {
    let (left, right) = (pairs.filter { $0.foot == .left }, pairs.filter { $0.foot == .right })
    guard min(left.count, right.count) >= fewestPerFoot else { return nil }
    func difference(_ value: (Pair) -> Double) -> Double {
      let (a, b) = (mean(left.map(value)), mean(right.map(value)))
      return 2 * (a - b) / (a + b)
    }
    return (difference(\.found), difference(\.reference))
  }

  private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
}
