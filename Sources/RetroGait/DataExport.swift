import FileDigest
import GaitExport
import GaitHistory
import GaitMeasures
import GaitModel
import GaitReport
import GaitTables
import OutputFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Tables for research from a store or from results, with their dictionary.
///
/// ```swift
/// var export = DataExport(from: .results("results"), to: "tables")
/// export.levels = [.stride, .session]
/// export.format = .parquet
/// try export.write()
/// ```
public struct DataExport: Sendable {
  public var source: Source
  /// The folder that the tables are written to.
  public var output: String
  public var levels: [TableLevel] = [.stride, .recording]
  public var format = TableFormat.csv
  public var filter = TableFilter()
  /// Whether files are replaced that this program has not written.
  public var overwrite = false

  /// Where recordings come from.
  public enum Source: Sendable {
    /// The path of a store of `retrogait history`.
    case store(String)
    /// A folder that `retrogait analyze` wrote.
    case results(String)
  }

  public init(from source: Source, to output: String) {
    self.source = source
    self.output = output
  }

  /// A table that was written.
  public struct Table: Sendable, Equatable {
    /// Its file, or its place in the file of all tables, as in `tables.h5/strides`.
    public var file: String
    public var rows: Int
  }

  /// The references of the methods section, as BibTeX.
  static let referencesFile = "references.bib"

  /// Writes the tables, `dictionary.csv`, `dictionary.json`, `datapackage.json` and `references.bib`.
  ///
  /// - Throws: `ExportError` if there is nothing to write, or it cannot be read or written. Tables that were there stay as
  ///   they were.
  @discardableResult
  public func write() throws(ExportError) -> [Table] {
    let people = try ExportedPeople(source, subjects: filter.subjects)
    let known = try people.walksWithoutStrides()
    let chosen = try walkFilter(of: known)
    let walks = known.filter(chosen.holds)
    guard !walks.isEmpty else { throw .nothing(recordings: known.count, level: nil) }
    var tables = TableSet(levels: levels, format: format, filter: filter, of: walks, program: .current)
    let folder = ExportFolder(path: output, overwrite: overwrite)
    try folder.prepare(tables.files + ["dictionary.csv", "dictionary.json", "datapackage.json", Self.referencesFile])
    var files: [ExportWriter] = []
    for (name, bytes) in zip(tables.files, tables.beginnings) { files.append(try folder.open(name, bytes)) }
    let names = Set(walks.map { $0.summary.subject ?? "" })
    for person in people.names where names.contains(person) {
      let walks = TableWalk.sorted(try people.walks(of: person).filter(chosen.holds))
      try add(try encoding { () throws(TableFileError) in try tables.append(walks) }, to: files)
    }
    try add(try encoding { () throws(TableFileError) in try tables.ends() }, to: files)
    for (level, rows) in zip(levels, tables.rows) where rows == 0 {
      throw .nothing(recordings: walks.count, level: level)
    }
    let descriptions: [ExportedFile]
    do { descriptions = try tables.descriptions(files.map(\.written)) } catch { throw .notEncoded("\(error)") }
    for file in descriptions { files.append(try folder.open(file.name, file.bytes)) }
    files.append(try folder.open(Self.referencesFile, Array(MethodsText(walks.map(\.summary)).bibTeX.utf8)))
    // All of them are on the disk before the first takes its place.
    for file in files { try file.finish() }
    return zip(tables.places, tables.rows).map { Table(file: $0, rows: $1) }
  }

  func walkFilter(of walks: [TableWalk]) throws(ExportError) -> WalkFilter {
    do throws(UnknownCondition) {
      return try WalkFilter(filter, of: walks)
    } catch {
      throw .unknownCondition(error.name, known: error.known)
    }
  }

  private func encoding<T>(_ body: () throws(TableFileError) -> T) throws(ExportError) -> T {
    do throws(TableFileError) { return try body() } catch { throw .notEncoded(error.description) }
  }

  private func add(_ pieces: [[UInt8]], to files: [ExportWriter]) throws(ExportError) {
    for (file, piece) in zip(files, pieces) where !piece.isEmpty { try file.append(piece) }
  }
}

/// The people of a store or of results, one after the other.
struct ExportedPeople {
  private enum Place {
    case store(HistoryStore)
    case results([String: [TableWalk]])
  }

  private let place: Place
  /// Sorted by their bytes, as tables are.
  let names: [String]

  init(_ source: DataExport.Source, subjects: [String]) throws(ExportError) {
    switch source {
    case .store(let path):
      do throws(HistoryError) {
        let store = try HistoryStore(path: path, access: .reading)
        let known = try store.subjects()
        place = .store(store)
        names = subjects.isEmpty ? known : known.filter(subjects.contains)
        if let missing = subjects.first(where: { !known.contains($0) }) {
          throw .unknown(missing, of: "person", known: known)
        }
      } catch {
        throw .store(error)
      }
    case .results(let path):
      do throws(ReportError) {
        let recordings = try AnalyzedFolder(path: path).recordings()
        guard !recordings.isEmpty else { throw .nothingToReport(subject: nil) }
        let walks = Dictionary(grouping: recordings.map { TableWalk($0) }) { $0.summary.subject ?? "" }
        place = .results(walks)
        names = walks.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      } catch {
        throw .results(error)
      }
      if let missing = subjects.first(where: { !names.contains($0) }) {
        throw .store(.unknown(missing, of: "person", known: names.filter { !$0.isEmpty }))
      }
    }
  }

  func walks(of person: String) throws(ExportError) -> [TableWalk] {
    switch place {
    case .store(let store):
      do throws(HistoryError) { return try store.tableWalks(of: person) } catch { throw .store(error) }
    case .results(let walks): return walks[person] ?? []
    }
  }

  func walksWithoutStrides() throws(ExportError) -> [TableWalk] {
    var all: [TableWalk] = []
    for person in names {
      switch place {
      case .store(let store):
        do throws(HistoryError) {
          all += try store.tableWalksWithoutStrides(of: person)
        } catch {
          throw .store(error)
        }
      case .results(let walks): all += walks[person] ?? []
      }
    }
    return all
  }
}
