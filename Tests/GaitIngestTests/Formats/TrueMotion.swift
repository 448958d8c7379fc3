import Foundation
import GaitModel
import Testing

@testable import GaitIngest

/// A sensor that rests for two seconds and then swings, with no two axes alike, so that a swapped axis, a wrong sign or
/// a wrong unit shows.
struct TrueMotion {
  let rate: Double
  let count: Int
  let time: [Double]
  /// m/s², gravity included.
  let acceleration: TriaxialSeries
  /// rad/s.
  let angularVelocity: TriaxialSeries

  /// - Parameter size: How far it swings; that of another sensor differs.
  init(rate: Double = 100, seconds: Double = 5, size share: Double = 1) {
    self.rate = rate
    count = Int(rate * seconds)
    let time = (0..<count).map { Double($0) / rate }
    func column(_ still: Double, _ size: Double, _ hertz: Double) -> [Double] {
      time.map { $0 < 2 ? still : still + share * size * sin(2 * .pi * hertz * ($0 - 2)) }
    }
    self.time = time
    acceleration = TriaxialSeries(x: column(1.5, 4, 1), y: column(-2.25, 3, 1.5), z: column(9.4, 5, 2))
    angularVelocity = TriaxialSeries(x: column(0.01, 1, 1), y: column(-0.02, 4, 1.2), z: column(0.03, 2, 0.8))
  }

  static let standardGravity = 9.80665

  /// Rows of the numbers that `columns` make of a sample, joined by `delimiter`.
  func rows(delimiter: String = ",", _ columns: (Int) -> [String]) -> String {
    (0..<count).map { columns($0).joined(separator: delimiter) + "\n" }.joined()
  }

  /// The x, y and z of sample `i` in m/s², multiplied.
  func force(_ i: Int, times factor: Double = 1) -> [Double] {
    [acceleration.x[i], acceleration.y[i], acceleration.z[i]].map { $0 * factor }
  }

  /// The x, y and z of sample `i` in g.
  func gravities(_ i: Int) -> [Double] { force(i, times: 1 / Self.standardGravity) }

  /// The x, y and z of sample `i` in rad/s, multiplied.
  func turn(_ i: Int, times factor: Double = 1) -> [Double] {
    [angularVelocity.x[i], angularVelocity.y[i], angularVelocity.z[i]].map { $0 * factor }
  }

  /// The x, y and z of sample `i` in °/s.
  func degrees(_ i: Int) -> [Double] { turn(i, times: 180 / .pi) }

  /// Checks that `stream` is this motion from its first sample on.
  func expect(
    _ stream: SensorStream, tolerance: Double = 1e-3, timeTolerance: Double = 1e-4, start: Double = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(stream.count == count, sourceLocation: sourceLocation)
    guard stream.count == count else { return }
    func largest(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { abs($0 - $1) }.max() ?? .infinity }
    #expect(largest(stream.time, time.map { $0 + start }) < timeTolerance, sourceLocation: sourceLocation)
    for (found, truth) in [(stream.acceleration, acceleration), (stream.angularVelocity, angularVelocity)] {
      #expect(largest(found.x, truth.x) < tolerance, sourceLocation: sourceLocation)
      #expect(largest(found.y, truth.y) < tolerance, sourceLocation: sourceLocation)
      #expect(largest(found.z, truth.z) < tolerance, sourceLocation: sourceLocation)
    }
  }
}

/// Numbers as text with a fixed number of decimals.
func fixed(_ values: [Double], _ decimals: Int = 6) -> [String] {
  values.map { String(format: "%.\(decimals)f", locale: Locale(identifier: "en_US_POSIX"), $0) }
}

/// A file or folder of an app, read as a user would.
struct Export {
  let folder: TemporaryFolder

  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
  }

  func recording(
    _ name: String, placement: Placement? = nil, mapping: ColumnMapping? = nil
  ) throws(IngestError) -> Recording {
    try RecordingReader(options: IngestOptions(placement: placement, mapping: mapping))
      .recording(at: folder.path + "/" + name)
  }

  /// What is said when the file is refused.
  func refusal(_ name: String, placement: Placement? = .lowerBack) throws -> String {
    let error = #expect(throws: IngestError.self) { try recording(name, placement: placement) }
    let message = try #require(error).description
    #expect(!message.contains("\n"))
    return message
  }

  func format(_ name: String) throws -> RecognizedFormat {
    try RecordingReader().format(ofFileAt: folder.path + "/" + name)
  }
}
