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
    /// The placement that the file's name gives.
    var placement: Placement?
    /// The trial of a file that holds several.
    var part: String?
  }

  /// How the names of files end that may hold a sensor's samples. What a file is its content tells.
  private static let endings = [".csv", ".tsv", ".txt", ".h5", ".hdf5", ".mat", ".zip"]
  /// Those that are used for much else, so that their content decides.
  private static let commonEndings = [".txt", ".mat", ".zip"]
  /// How the names of files end that describe others.
  private static let sidecars = ["_channels.tsv", "_events.tsv", "_scans.tsv", "participants.tsv"]

  /// Whether the name is that of a file that may hold a sensor's samples.
  static func mayHoldSamples(_ fileName: String) -> Bool {
    let name = fileName.lowercased()
    return endings.contains(where: name.hasSuffix) && !sidecars.contains(where: name.hasSuffix)
  }

  /// Whether a file of this name is used for much else than samples, so that its content decides.
  static func isCommon(_ fileName: String) -> Bool {
    commonEndings.contains(where: fileName.lowercased().hasSuffix)
  }

  private static func isSpreadsheet(_ fileName: String) -> Bool {
    [".xlsx", ".xls", ".ods", ".numbers"].contains(where: fileName.lowercased().hasSuffix)
  }

  let path: String
  /// The trial of a file that holds several, which stands behind `#`.
  let part: String?
  let isFolder: Bool
  let exists: Bool

  init(_ path: String) {
    var isFolder = false
    var exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !exists, let mark = path.lastIndex(of: "#") else {
      (self.path, part, self.isFolder, self.exists) = (path, nil, isFolder, exists)
      return
    }
    let file = String(path[..<mark])
    exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
    let isPart = exists && !isFolder
    (self.path, self.isFolder, self.exists) = (isPart ? file : path, false, isPart)
    part = isPart ? String(path[path.index(after: mark)...]) : nil
  }

  /// The last part of the path, a file's without its extension; a trial's name behind it.
  ///
  /// Mobilise-D calls all its files `data.mat` and tells people apart by folders, so that theirs are named after these.
  var name: String {
    let url = URL(filePath: path).standardizedFileURL
    let last = url.lastPathComponent
    if isFolder { return last }
    let stem = Self.stem(last)
    guard let part else { return stem }
    let owner = stem == "data" ? url.deletingLastPathComponent().lastPathComponent : stem
    return owner + "_" + part.replacing(".", with: "_").replacing("/", with: "_")
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
      let folder = URL(filePath: path).standardizedFileURL.deletingLastPathComponent().lastPathComponent
      let placement = PlacementLabel.placement(in: name) ?? PlacementLabel.placement(in: folder)
      return [SensorFile(path: path, placement: placement, part: part)]
    }
    let files = try namedFiles(placements: placements)
    guard files.isEmpty else { return files }
    let known = try recognizedFiles()
    guard !known.isEmpty else { throw nothingFound(placements: placements) }
    return known
  }

  /// The files that are named after placements, in the order of names.
  private func namedFiles(placements: Set<Placement>?) throws(IngestError) -> [SensorFile] {
    var files: [SensorFile] = []
    for entry in try Self.entries(of: path) where Self.mayHoldSamples(entry) {
      guard let placement = Placement(rawValue: Self.stem(entry)) else { continue }
      guard !RecordingPlace("\(path)/\(entry)").isFolder else {
        throw IngestError(
          .unusable, file: "\(path)/\(entry)", found: "a folder", expected: "a file with the samples of a sensor",
          advice: "rename the folder, or put the file that is in it in its place")
      }
      if let placements, !placements.contains(placement) { continue }
      files.append(SensorFile(path: "\(path)/\(entry)", placement: placement))
    }
    return files.sorted { ($0.placement?.rawValue ?? "") < ($1.placement?.rawValue ?? "") }
  }

  /// The files of a folder in which none is named after a placement: those of one recording, or nothing.
  ///
  /// They are one recording if an app wrote each sensor of a telephone to a file of its own, if their names or labels
  /// say placements that all differ, or if `recording.json` stands beside a single file.
  private func recognizedFiles() throws(IngestError) -> [SensorFile] {
    let names = try Self.entries(of: path).filter(Self.mayHoldSamples)
    let candidates = names.map {
      SensorFile(path: "\(path)/\($0)", placement: PlacementLabel.placement(in: Self.stem($0)))
    }
    .filter { !RecordingPlace($0.path).isFolder }
    if candidates.count == 1 { return detailsFile == nil ? [] : candidates }
    return FolderContent(candidates).oneRecording
  }

  func nothingFound(placements: Set<Placement>?) -> IngestError {
    let names = (placements.map { $0.sorted() } ?? Placement.allCases).map(\.rawValue).joined(separator: ", ")
    let entries: [String]
    do throws(IngestError) {
      entries = isFolder ? try Self.entries(of: path) : []
    } catch {
      return error
    }
    if let spreadsheet = entries.first(where: Self.isSpreadsheet) {
      return IngestError(
        .unusable, file: "\(path)/\(spreadsheet)", found: "a spreadsheet, and no file of a sensor beside it",
        expected: "a .csv or .h5 file named after one of: \(names)", advice: "save the sheet as CSV")
    }
    if let first = entries.first, entries.allSatisfy({ RecordingPlace("\(path)/\($0)").isFolder }) {
      return IngestError(
        .unusable, file: path, found: "folders, and no file of a sensor beside them",
        expected: "a .csv or .h5 file named after one of: \(names)",
        advice: "if the recordings lie deeper, name the folders that hold them, such as \(path)/\(first)")
    }
    return IngestError(
      .unusable, file: path, found: isFolder ? "no file of a sensor" : "no sensor",
      expected: isFolder ? "a .csv or .h5 file named after one of: \(names)" : "data of one of: \(names)",
      advice: placements == nil ? "name the files after where the sensors were worn" : "check --sensors")
  }

  static func entries(of folder: String) throws(IngestError) -> [String] {
    do {
      return try FolderEntries.names(in: folder)
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
