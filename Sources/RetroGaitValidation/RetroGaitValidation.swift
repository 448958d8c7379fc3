import GaitValidation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes the article about the agreement with references; called by `Scripts/validation`.
@main
enum RetroGaitValidation {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 2 else {
      print("usage: RetroGaitValidation RECORDINGS DOCUMENTATION-FOLDER")
      exit(64)
    }
    do {
      try write(recordings: arguments[0], documentation: arguments[1])
    } catch {
      print("RetroGaitValidation: \(error)")
      exit(74)
    }
  }

  private static func write(recordings: String, documentation: String) throws {
    let references = try ReferenceRecording.all(in: recordings)
    let article = ValidationArticle(
      feet: try Validation(of: references, sensors: .feet), back: try Validation(of: references, sensors: .lowerBack),
      clips: try Validation(clipsOf: references), faults: FaultMatrix(in: recordings),
      people: try PeopleTable(in: recordings),
      variability: try VariabilityTable(of: references))
    for file in article.files() {
      let path = "\(documentation)/\(file.path)"
      try Data(file.text.utf8).write(to: URL(filePath: path))
      print(path)
    }
  }
}
