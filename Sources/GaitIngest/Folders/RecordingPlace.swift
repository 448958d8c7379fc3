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
  static let endings = [
    ".csv", ".tsv", ".txt", ".h5", ".hdf5", ".mat", ".zip", ".xlsx", ".cwa", ".csv.gz", ".tsv.gz", ".txt.gz", ".dat",
    ".asc",
  ]
  /// Those that are used for much else, so that their content decides.
  private static let commonEndings = [".txt", ".mat", ".zip", ".xlsx", ".dat", ".asc", ".txt.gz"]
  /// How the names of files end that describe others.
  private static let sidecars = [
    "_channels.tsv", "_events.tsv", "_segments.csv", "_scans.tsv", "_sessions.tsv", "_electrodes.tsv",
    "participants.tsv", "participants.json", "dataset_description.json", "readme", "readme.md", "readme.txt",
    "changes", "license", "recording.json", "_motion.json", "_channels.json", "_events.json", "_coordsystem.json",
  ]
  /// How the names of files end that sensors and motion laboratories alone write; of these only `.cwa` is read.
  static let sensorEndings = [
    ".cwa", ".gt3x", ".mtb", ".mvnx", ".mvn", ".c3d", ".trc", ".omx", ".apdm", ".agd", ".wgt3x", ".edf", ".bdf",
  ]
  /// How the names of files end that may hold numbers of any kind and are not read.
  static let dataEndings = [
    ".xls", ".ods", ".numbers", ".parquet", ".npy", ".npz", ".bin", ".gz", ".bz2", ".xz", ".7z",
    ".rar", ".tar", ".json", ".xml", ".pkl", ".feather", ".log", ".sav", ".rdata", ".rds",
  ]

  /// Whether the name is that of a file that describes others.
  static func isSidecar(_ fileName: String) -> Bool {
    let name = fileName.lowercased()
    return sidecars.contains(where: name.hasSuffix)
      || [SegmentsFile.segmentsName, SegmentsFile.eventsName].contains(name)
  }

  /// Whether the name is that of a file of a sensor's own format, which is not read.
  static func isOfSensor(_ fileName: String) -> Bool {
    sensorEndings.contains(where: fileName.lowercased().hasSuffix)
  }

  /// Whether the name is that of a file that may hold numbers in a format that is not read.
  static func mayBeData(_ fileName: String) -> Bool {
    dataEndings.contains(where: fileName.lowercased().hasSuffix)
  }

  /// Whether the name is that of a file that may hold a sensor's samples.
  static func mayHoldSamples(_ fileName: String) -> Bool {
    endings.contains(where: fileName.lowercased().hasSuffix) && !isSidecar(fileName)
  }

  /// Whether the name is that of a text file.
  static func isText(_ fileName: String) -> Bool {
    [".csv", ".tsv", ".txt", ".dat", ".asc"].contains(where: fileName.lowercased().hasSuffix)
  }

  /// Whether a file of this name is used for much else than samples, so that its content decides.
  static func isCommon(_ fileName: String) -> Bool {
    commonEndings.contains(where: fileName.lowercased().hasSuffix)
  }

  /// Whether a file of this name is a table of true strides, which lies beside a recording and is none.
  static func isReference(_ fileName: String) -> Bool {
    ["reference_strides.csv", "truth_strides.csv"].contains(fileName.lowercased())
  }

  static func isSpreadsheet(_ fileName: String) -> Bool {
    [".xls", ".ods", ".numbers"].contains(where: fileName.lowercased().hasSuffix)
  }

  let path: String
  /// What stands behind `#`: the trial of a file that holds several, or what the names of the files share that are one
  /// of several recordings in a folder.
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
    (self.path, self.isFolder, self.exists) = (exists ? file : path, isFolder, exists)
    part = exists ? String(path[path.index(after: mark)...]) : nil
  }

  /// The last part of the path, a file's without its extension; a trial's name behind it.
  ///
  /// Mobilise-D calls all its files `data.mat` and tells people apart by folders, so that theirs are named after these.
  var name: String {
    let url = URL(filePath: path).standardizedFileURL
    let last = url.lastPathComponent
    if isFolder { return part.map { $0.replacing("/", with: "_") } ?? last }
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
    return try files(placements: placements).files
  }

  /// The files of sensors in a folder, and those that are passed over because their places are not measured.
  ///
  /// - Parameter declared: What the user says of the columns of text files.
  func files(
    placements: Set<Placement>?, declared: DeclaredColumns = DeclaredColumns()
  ) throws(IngestError) -> (files: [SensorFile], passedOver: [String]) {
    let content = try FolderContent(path, declared: declared)
    for folder in content.folders where Self.mayHoldSamples(folder) && Placement(rawValue: Self.stem(folder)) != nil {
      throw IngestError(
        .unusable, file: "\(path)/\(folder)", found: "a folder", expected: "a file with the samples of a sensor",
        advice: "rename the folder, or replace it with the file inside it")
    }
    guard let group = part.map({ content.group(named: $0) }) ?? content.wholeFolder ?? content.onlyGroup
    else {
      throw content.groups.isEmpty ? nothingFound(placements: placements) : severalFound(content)
    }
    let files = group.files.filter { file in
      file.placement.map { placements?.contains($0) ?? true } ?? true
    }
    guard !files.isEmpty else { throw nothingFound(placements: placements) }
    return (
      files.map { SensorFile(path: "\(path)/\($0.name)", placement: $0.placement) }, group.passedOver.map(\.name)
    )
  }

  private func severalFound(_ content: FolderContent) -> IngestError {
    let names = content.groups.map { $0.title.isEmpty ? $0.key : $0.title }
    let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    return IngestError(
      .unusable, file: path,
      found: part.map { "no files that share '\($0)'; there are those of \(shown)" }
        ?? "files of several recordings: \(shown)",
      expected: "those of one recording", advice: "add its name to the folder: '\(path)#\(names.first ?? "")'")
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
        advice: "if the recordings are in deeper folders, give those folders, such as \(path)/\(first)")
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
    if fileName.lowercased().hasSuffix(".gz"), fileName.count > 3 { return stem(String(fileName.dropLast(3))) }
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return fileName }
    return String(fileName[..<dot])
  }
}
