import GaitExport
import GaitTables
import OutputFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension DataExport {
  /// Writes the tables as a BIDS derivative data set: `dataset_description.json`, a folder per person and session, tables
  /// whose values are parted by tabs, and JSON files that describe their columns. `format` and `overwrite` do not matter.
  ///
  /// The folder is written whole or not at all. One that is there is replaced if it has nothing but such a data set.
  ///
  /// - Returns: The tables with their numbers of rows; `file` is the part of their names behind `desc-`.
  /// - Throws: `ExportError` if there is nothing to write, or it cannot be read or written.
  @discardableResult
  public func writeBIDS() throws(ExportError) -> [Table] {
    let people = try ExportedPeople(source, subjects: filter.subjects)
    let known = try people.walksWithoutStrides()
    let chosen = try walkFilter(of: known)
    let walks = known.filter(chosen.holds)
    guard !walks.isEmpty else { throw .nothing(recordings: known.count, level: nil) }
    try checkDataset()
    var dataset = BIDSDataset(levels: levels, filter: filter, of: walks, program: .current)
    let names = Set(walks.map { $0.summary.subject ?? "" })
    do {
      let place = try wholeFolder()
      try place.replace { beside in
        for person in people.names where names.contains(person) {
          let walks = TableWalk.sorted(try people.walks(of: person).filter(chosen.holds))
          try Self.write(try dataset.append(walks), into: beside)
        }
        for (level, rows) in zip(levels, dataset.rows) where rows == 0 {
          throw ExportError.nothing(recordings: walks.count, level: level)
        }
        try Self.write(try dataset.rootFiles(methods: MethodsText(walks.map(\.summary)).text), into: beside)
      }
    } catch let error as ExportError {
      throw error
    } catch let error as OutputError {
      throw .notWritable(path: output, reason: error.reason)
    } catch let error as EncodingError {
      throw .notEncoded("\(error)")
    } catch {
      throw .notWritable(path: output, reason: systemReason(error))
    }
    return zip(dataset.names, dataset.rows).map { Table(file: $0, rows: $1) }
  }

  /// The folder to write, in one above it that exists.
  private func wholeFolder() throws -> WholeFolder {
    var parts = output.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    let name = parts.popLast() ?? ""
    let parent = (output.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    guard ![".", "..", ""].contains(name) else {
      throw ExportError.notWritable(path: output, reason: "a data set needs a folder of its own; name one")
    }
    let above = parent.isEmpty ? "." : parent
    try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
    return WholeFolder(parent: above, name: name)
  }

  /// Sees that what is there may be replaced: nothing, an empty folder, or a data set of an export and nothing else.
  private func checkDataset() throws(ExportError) {
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: output, isDirectory: &isFolder) else { return }
    guard isFolder else { throw .notWritable(path: output, reason: "a file is there; name another folder") }
    let paths: [String]
    do { paths = try manager.subpathsOfDirectory(atPath: output) } catch {
      throw .notWritable(path: output, reason: systemReason(error))
    }
    let files = paths.sorted().filter { path in
      var isFolder = false
      return manager.fileExists(atPath: "\(output)/\(path)", isDirectory: &isFolder) && !isFolder
    }
    guard !files.isEmpty else { return }
    let description = manager.contents(atPath: "\(output)/dataset_description.json").map {
      String(decoding: $0, as: UTF8.self)
    }
    let foreign =
      description?.contains(BIDSDataset.mark) == true ? files.first { !BIDSDataset.isOwn($0) } : files.first
    if let foreign {
      throw .notWritable(
        path: output, reason: "'\(foreign)' is there, which this export has not written; name another folder")
    }
  }

  private static func write(_ files: [ExportedFile], into folder: String) throws {
    for file in files {
      let path = "\(folder)/\(file.name)"
      let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try OutputFile(new: path).write(file.bytes)
    }
  }
}
