import ArgumentParser
import RetroGait

/// With which constants recordings are analyzed, for every command that does or plans it.
struct AnalysisOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Axis of a sensor on the trunk that points to the front. (default: front in recording.json, or else found)",
      valueName: "axis"))
  var front: SensorAxis?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Axis of the sensors on the feet that points to the toes: x, or left=x,right=-x. (default: toes in recording.json, or else found)",
      valueName: "axes"))
  var toes: ToeAxes?

  @Option(
    name: .customLong("settings"),
    help: ArgumentHelp("File with the constants of the analysis that a study changes.", valueName: "file"))
  var settingsFile: String?

  /// The constants to analyze with.
  ///
  /// - Throws: `ValidationError` if the file of settings cannot be used.
  func analysis() throws -> GaitAnalysis {
    var analysis = GaitAnalysis()
    if let settingsFile {
      do throws(SettingsError) {
        analysis = try SettingsDocument(file: settingsFile).analysis
      } catch {
        throw ValidationError("--settings: \(error.description).")
      }
    }
    if let front { analysis.lowerBack.front = front }
    if let left = toes?.left { analysis.foot.leftToes = left }
    if let right = toes?.right { analysis.foot.rightToes = right }
    return analysis
  }
}
