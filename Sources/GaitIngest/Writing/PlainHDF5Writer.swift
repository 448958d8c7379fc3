import CHDF5
import GaitModel

/// Writes the streams of a recording as plain HDF5, in m/s² and °/s.
///
/// Signals are 32-bit floats, time 64-bit; shuffled and packed with gzip level 1. No time stamps are stored, so the
/// same streams give the same bytes.
public struct PlainHDF5Writer: Sendable {
  public init() {}

  /// Writes `streams`, one group per placement, to a new file at `path`.
  ///
  /// - Throws: `IngestError` if the library cannot write there.
  public func write(_ streams: [SensorStream], to path: String) throws(IngestError) {
    try HDF5Library.exclusively { () throws(IngestError) in
      guard let file = HDF5Handle(rg_create(path), .file) else { throw failure(path) }
      for stream in streams {
        guard let group = HDF5Handle(rg_create_group(file.id, stream.placement.rawValue), .group) else {
          throw failure(path)
        }
        let degrees = 180 / Double.pi
        let rate = stream.angularVelocity.map { $0 * degrees }
        let isWritten =
          write("time", stream.time, columns: 1, units: "s", in: group.id)
          && write("accelerometer", interleaved(stream.acceleration), columns: 3, units: "m/s^2", in: group.id)
          && write("gyroscope", interleaved(rate), columns: 3, units: "deg/s", in: group.id)
        guard isWritten else { throw failure(path) }
      }
    }
  }

  private func write(_ name: String, _ values: [Double], columns: Int, units: String, in group: hid_t) -> Bool {
    rg_write_dataset(group, name, values, hsize_t(values.count / columns), hsize_t(columns), units) == 0
  }

  private func interleaved(_ series: TriaxialSeries) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(3 * series.count)
    for i in 0..<series.count { values += [series.x[i], series.y[i], series.z[i]] }
    return values
  }

  private func failure(_ path: String) -> IngestError {
    IngestError(
      .unreadable, file: path, found: "a place that cannot be written (\(HDF5Library.lastError()))",
      expected: "a writable file", advice: "check the folder, its permissions and its space")
  }
}
