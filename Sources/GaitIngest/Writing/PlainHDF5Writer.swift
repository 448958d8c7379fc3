import CHDF5
import GaitModel
import HDF5File

/// Writes the streams of a recording as plain HDF5, in m/s² and °/s.
///
/// Signals are 32-bit floats, time 64-bit; shuffled and packed with gzip level 1. No time stamps are stored, so the
/// same streams give the same bytes.
public struct PlainHDF5Writer: Sendable {
  public init() {}

  /// The bytes of a file with `streams`, one group per placement.
  ///
  /// - Throws: `IngestError` if the library cannot make it.
  public func bytes(of streams: [SensorStream]) throws(IngestError) -> [UInt8] {
    try HDF5Library.exclusively { () throws(IngestError) in
      guard let file = HDF5Handle(rg_create_in_memory(Self.increment), .file) else { throw failure }
      for stream in streams {
        guard let group = HDF5Handle(rg_create_group(file.id, stream.placement.rawValue), .group) else { throw failure }
        let degrees = 180 / Double.pi
        let rate = stream.angularVelocity.map { $0 * degrees }
        let isWritten =
          write("time", stream.time, columns: 1, units: "s", in: group.id)
          && write("accelerometer", interleaved(stream.acceleration), columns: 3, units: "m/s^2", in: group.id)
          && write("gyroscope", interleaved(rate), columns: 3, units: "deg/s", in: group.id)
        guard isWritten else { throw failure }
      }
      guard let bytes = HDF5Library.image(of: file.id) else { throw failure }
      return bytes
    }
  }

  /// Bytes by which a file in memory grows: an hour of a sensor takes some dozen steps.
  private static let increment = 1 << 20

  private func write(_ name: String, _ values: [Double], columns: Int, units: String, in group: hid_t) -> Bool {
    rg_write_dataset(group, name, values, hsize_t(values.count / columns), hsize_t(columns), units) == 0
  }

  private func interleaved(_ series: TriaxialSeries) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(3 * series.count)
    for i in 0..<series.count { values += [series.x[i], series.y[i], series.z[i]] }
    return values
  }

  private var failure: IngestError {
    IngestError(
      .unreadable, file: "HDF5 file in memory", found: "that the library cannot write it (\(HDF5Library.lastError()))",
      expected: "memory to spare", advice: "write a shorter recording, or CSV")
  }
}
