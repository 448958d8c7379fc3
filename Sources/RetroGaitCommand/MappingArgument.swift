import ArgumentParser
import RetroGait

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The value of `--map`: the mapping itself, or the path of a file that holds it.
struct MappingArgument: ExpressibleByArgument {
  private let text: String

  init?(argument: String) { text = argument }

  /// The mapping that the argument says or names.
  ///
  /// - Throws: `ValidationError` if it is neither a mapping nor a file that holds one.
  func mapping() throws -> ColumnMapping {
    do {
      if text.contains("=") { return try ColumnMapping(text) }
      guard let data = FileManager.default.contents(atPath: text) else {
        throw ValidationError(
          Console.harmless("--map: '\(text)' is neither a mapping such as acc=2,3,4:g nor a file that can be read."))
      }
      return try ColumnMapping(mappingFile: String(decoding: data, as: UTF8.self))
    } catch let fault as ColumnMapping.Fault {
      throw ValidationError(Console.harmless("--map: \(fault.description)."))
    }
  }
}
