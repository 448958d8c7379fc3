import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a recording lies: a folder with one file per sensor, or one file.
struct RecordingPlace {
  struct SensorFile {
    var path: String
    var kind: Kind
    /// The placement that the file's name gives.
    var placement: Placement?
  }

  enum Kind {
    case csv
    case hdf5

    init?(fileName: String) {
      let name = fileName.lowercased()
      if name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".txt") {
        self = .csv
      } else if name.hasSuffix(".h5") || name.hasSuffix(".hdf5") {
        self = .hdf5
      } else {
        return nil
      }
    }
  }

  let path: String
  let isFolder: Bool
  let exists: Bool

  init(_ path: String) {
    self.path = path
    var isFolder = false
    exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    self.isFolder = isFolder
  }

  /// The last part of the path, a file's without its extension.
  var name: String {
    let last = URL(filePath: path).standardizedFileURL.lastPathComponent
    return isFolder ? last : Self.stem(last)
  }

  var detailsFile: String? {
    guard isFolder else { return nil }
    let file = "\(path)/\(DetailsFile.name)"
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// The files of sensors, in the order of placements.
  func sensorFiles(placements: Set<Placement>?) throws(IngestError) -> [SensorFile] {
    guard exists else {
      throw IngestError(
        .unreadable, file: path, found: "nothing", expected: "a folder or file with a recording",
        advice: "check the path")
    }
    guard isFolder else {
      guard let kind = Kind(fileName: path) else {
        throw IngestError(
          .unusable, file: path, found: "a file of unknown kind", expected: ".csv, .h5 or .hdf5",
          advice: "rename the file if it is one of these")
      }
      return [SensorFile(path: path, kind: kind, placement: Placement(rawValue: name))]
    }
    var files: [SensorFile] = []
    var others: [SensorFile] = []
    for entry in try Self.entries(of: path) {
      guard let kind = Kind(fileName: entry) else { continue }
      guard let placement = Placement(rawValue: Self.stem(entry)) else {
        if !RecordingPlace("\(path)/\(entry)").isFolder {
          others.append(SensorFile(path: "\(path)/\(entry)", kind: kind, placement: nil))
        }
        continue
      }
      guard !RecordingPlace("\(path)/\(entry)").isFolder else {
        throw IngestError(
          .unusable, file: "\(path)/\(entry)", found: "a folder", expected: "a file with the samples of a sensor",
          advice: "rename the folder, or put the file that is in it in its place")
      }
      if let placements, !placements.contains(placement) { continue }
      files.append(SensorFile(path: "\(path)/\(entry)", kind: kind, placement: placement))
    }
    // A folder with details and one file is the recording in that file.
    if files.isEmpty, others.count == 1, detailsFile != nil { return others }
    guard !files.isEmpty else { throw nothingFound(placements: placements) }
    return files.sorted { ($0.placement?.rawValue ?? "") < ($1.placement?.rawValue ?? "") }
  }

  func nothingFound(placements: Set<Placement>?) -> IngestError {
    let names = (placements.map { $0.sorted() } ?? Placement.allCases).map(\.rawValue).joined(separator: ", ")
    return IngestError(
      .unusable, file: path, found: isFolder ? "no file of a sensor" : "no sensor",
      expected: isFolder ? "a .csv or .h5 file named after one of: \(names)" : "data of one of: \(names)",
      advice: placements == nil ? "name the files after where the sensors were worn" : "check --sensors")
  }

  static func entries(of folder: String) throws(IngestError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw IngestError(
        .unreadable, file: folder, found: "a folder that cannot be read", expected: "a readable folder",
        advice: "check its permissions")
    }
  }

  static func stem(_ fileName: String) -> String {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return fileName }
    return String(fileName[..<dot])
  }
}
