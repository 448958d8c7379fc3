import ArgumentParser
import RetroGait

/// How recordings are read, for every command that reads them.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sensors to use, separated by commas: \(Placement.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "list"))
  var sensors: SensorList?

  @Option(
    help: ArgumentHelp(
      "Where a sensor was worn, if its label, file and folder do not name the place.", valueName: "placement"))
  var placement: Placement?

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "Columns of text files, or a file that describes them. Overrides format detection.",
      valueName: "columns"))
  var mapping: MappingArgument?

  @Option(
    name: .customLong("max-expanded"),
    help: ArgumentHelp(
      "Largest size in memory of a compressed HDF5 file, such as 2G. (default: 200 times its size, at most 8 GB)",
      valueName: "bytes"))
  var maxExpanded: ByteCount?

  func validate() throws {
    _ = try mapping?.mapping()
  }

  /// The options for a reader.
  ///
  /// - Throws: `ValidationError` if the mapping cannot be understood.
  func ingest() throws -> IngestOptions {
    var options = IngestOptions(placement: placement, mapping: try mapping?.mapping())
    options.expansion.bytes = maxExpanded?.bytes
    return options
  }
}
