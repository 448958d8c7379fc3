import GaitExport
import GaitIngest
import GaitMeasures
import GaitModel
import GaitSimulation
import OutputFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The kind of file that sensors' signals are written to.
package enum SensorFileFormat: String, Sendable, CaseIterable {
  /// One plain CSV file per sensor.
  case csv
  /// One plain HDF5 file per sensor.
  case hdf5
}

/// Why a simulated recording could not be written.
package enum SimulationFileError: Error, Sendable, CustomStringConvertible {
  case exists(path: String)
  case notWritable(path: String, reason: String)

  package var description: String {
    switch self {
    case .exists(let path):
      "\(path): found a folder with files; expected a new one; choose another or use --force"
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)); check that the folder exists, is yours and has space"
    }
  }
}

/// Writes simulated walks as recordings with their truth.
package struct SimulationFiles: Sendable {
  package var format: SensorFileFormat
  /// Whether existing files are written over.
  package var isForced: Bool

  package init(format: SensorFileFormat, isForced: Bool) {
    self.format = format
    self.isForced = isForced
  }

  /// Writes sensors, `recording.json`, `reference_strides.csv` and `truth_strides.csv` into the folder `path`.
  package func write(_ walk: SimulatedWalk, to path: String) throws(SimulationFileError) {
    let manager = FileManager.default
    if !isForced, let entries = try? manager.contentsOfDirectory(atPath: path), !entries.isEmpty {
      throw .exists(path: path)
    }
    do {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      for stream in walk.recording.sensors {
        let file = "\(path)/\(stream.placement.rawValue)"
        switch format {
        case .csv: try OutputFile(new: file + ".csv").write(PlainCSVWriter().bytes(of: stream))
        case .hdf5: try OutputFile(new: file + ".h5").write(PlainHDF5Writer().bytes(of: [stream]))
        }
      }
      let details = walk.recording.details
      try OutputFile(new: "\(path)/recording.json").write(RecordingDetailsFile(details).json())
      let truth = StrideTable.text(
        of: SteadyWalking().marked(walk.strides), recording: walk.recording.name, subject: details.subject,
        session: details.session)
      try OutputFile(new: "\(path)/truth_strides.csv").write(Array(truth.utf8))
      try OutputFile(new: "\(path)/reference_strides.csv").write(Array(ReferenceTable.text(of: walk.strides).utf8))
    } catch let error as OutputError {
      throw .notWritable(path: error.path, reason: error.reason)
    } catch {
      throw .notWritable(path: path, reason: "\(error)")
    }
  }
}
