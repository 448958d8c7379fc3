import GaitModel

/// What the name of a file tells before the file is opened.
package enum RecordingFileName {
  /// How the names of files end that are read, describe others, or are refused with the way to a file that is read.
  package static let endings: [String] =
    (RecordingPlace.endings + RecordingPlace.sensorEndings + RecordingPlace.dataEndings).uniqued().sorted()

  /// Whether a file of this name describes recordings, or is of their true strides, and holds no samples.
  package static func holdsNoSamples(_ name: String) -> Bool {
    RecordingPlace.isSidecar(name) || RecordingPlace.isReference(name)
  }

  /// The name of a file that is said to be of the sensor at `placement`, with the ending of `name`.
  package static func name(_ name: String, of placement: Placement) -> String {
    placement.rawValue + name.dropFirst(RecordingPlace.stem(name).count)
  }

  /// Where the sensor was worn, if the name of the file says it.
  package static func placement(in name: String) -> Placement? {
    PlacementLabel.placement(in: RecordingPlace.stem(name))
  }
}
