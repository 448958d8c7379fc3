import GaitModel

extension InputFile {
  /// Files beside a recording that may be the same for several.
  private static let companions = ["recording.json", "participants.tsv"]

  /// Whether the file holds samples, so that two recordings that share it are the same walk.
  package var isOfSensor: Bool { !Self.companions.contains(file) && format != InputFile.segmentsFormat }

  /// The same of a row of the table `input`.
  static let isOfSensorSQL =
    "input.file NOT IN (\(companions.map { "'\($0)'" }.joined(separator: ", "))) AND input.format <> '\(segmentsFormat)'"
}
