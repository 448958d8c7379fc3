import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the files of one folder are: those that belong together, those that stand alone, and those that are not used.
///
/// What remains of a name when the placement is taken out tells what belongs together, so that the pairs of several
/// people are several recordings.
struct FolderContent {
  /// Files that are one recording.
  struct Group {
    /// What their names share besides the placements, in lower case.
    var key: String
    /// The same as it is written; it stands behind `#` in the path of the recording.
    var title: String
    var files: [RecordingFile]
    /// Files of sensors at places that are not measured.
    var passedOver: [RecordingFile] = []
  }

  let path: String
  /// Files that belong together, by what they share.
  private(set) var groups: [Group] = []
  /// Files whose names say no placement, each a recording of its own or none.
  private(set) var single: [RecordingFile] = []
  private(set) var unused: [UnusedInput] = []
  private(set) var folders: [String] = []
  let hasDetails: Bool

  /// - Throws: `IngestError` if the folder cannot be read.
  init(_ path: String, declared: DeclaredColumns = DeclaredColumns()) throws(IngestError) {
    self.path = path
    let entries = try RecordingPlace.entries(of: path).filter { !FolderEntries.isLitter($0) }
    var files: [RecordingFile] = []
    for entry in entries {
      if Self.isFolder("\(path)/\(entry)") {
        folders.append(entry)
      } else if RecordingPlace.mayHoldSamples(entry) {
        files.append(RecordingFile(entry))
      } else if !RecordingPlace.isSidecar(entry) {
        unused.append(Self.foreign(entry, in: path))
      }
    }
    hasDetails = entries.contains(DetailsFile.name)
    files = withoutCopies(files)
    files.removeAll { file in
      guard RecordingPlace.isCommon(file.name), Placement(rawValue: RecordingPlace.stem(file.name)) == nil,
        !Self.isKnown("\(path)/\(file.name)", declared)
      else { return false }
      unused.append(Self.foreign(file.name, in: path))
      return true
    }
    let placed = files.filter { $0.placement != nil }
    groups = Self.withQuantitiesJoined(Self.grouped(placed))
    passOverOtherQuantities()
    for file in files where file.placement == nil {
      if file.label.otherPlace != nil, let k = groups.firstIndex(where: { $0.key == file.key }) {
        groups[k].passedOver.append(file)
      } else {
        single.append(file)
      }
    }
    if groups.isEmpty { joinUnplaced(declared) }
    if wholeFolder == nil {
      let names = groups.map { $0.title.isEmpty ? $0.key : $0.title } + single.map { RecordingPlace.stem($0.name) }
      for entry in entries where SegmentsFile.isOfNone(entry, recordings: names) {
        let reason = "it divides a recording into segments, but no recording here has its name"
        unused.append(UnusedInput(path: "\(path)/\(entry)", reason: reason, kind: .notable))
      }
    }
  }

  /// The files that are the recording of the whole folder, if there is one. A single file is a recording of its own,
  /// unless it is named exactly or `recording.json` stands beside it.
  var wholeFolder: Group? {
    func isWhole(_ group: Group) -> Bool {
      group.files.count > 1 || hasDetails
        || Placement(rawValue: RecordingPlace.stem(group.files[0].name)) != nil || group.files[0].placement == nil
    }
    if let group = groups.first(where: { $0.key.isEmpty }), isWhole(group) { return group }
    guard groups.count == 1, let group = groups.first, single.isEmpty || hasDetails else { return nil }
    return isWhole(group) ? group : nil
  }

  /// The files that belong together, if there are no others.
  var onlyGroup: Group? { groups.count == 1 ? groups.first : nil }

  /// The group of what stands behind `#` in a path.
  func group(named part: String) -> Group? { groups.first { $0.key == part.lowercased() } }

  /// Files that share what is left of their names; single ones are put together where only numbers differ that sensors
  /// and exports have.
  private static func grouped(_ files: [RecordingFile]) -> [Group] {
    var groups = byKey(files) { $0.key }
    let alone = groups.filter { $0.files.count == 1 && !$0.key.isEmpty }
    let joined = byKey(alone.flatMap(\.files)) { $0.keyWithoutNumbers }.filter { group in
      group.files.count > 1 && Set(group.files.map(\.placement)).count == group.files.count
    }
    let names = Set(joined.flatMap { $0.files.map(\.name) })
    groups.removeAll { $0.files.count == 1 && names.contains($0.files[0].name) }
    for group in joined where !groups.contains(where: { $0.key == group.key }) { groups.append(group) }
    // What may not be joined stays as it was.
    let kept = Set(groups.flatMap { $0.files.map(\.name) })
    groups += byKey(files.filter { !kept.contains($0.name) }) { $0.key }
    return groups.sorted { $0.key < $1.key }
  }

  /// Puts groups together whose names differ in a quantity only: an export that wrote the accelerometer and the
  /// gyroscope of each sensor to files of their own.
  private static func withQuantitiesJoined(_ groups: [Group]) -> [Group] {
    let parts = groups.filter { group in group.files.allSatisfy { $0.quantity != nil } }
    var result = groups
    for (key, parts) in Dictionary(grouping: parts, by: { $0.files[0].titleWithoutQuantity.lowercased() }) {
      let files = parts.flatMap(\.files)
      let isComplete = Set(files.compactMap(\.placement)).allSatisfy { place in
        let quantities = files.filter { $0.placement == place }.compactMap(\.quantity)
        return Set(quantities).count == quantities.count && quantities.contains(.acceleration)
          && quantities.contains(.angularVelocity)
      }
      guard parts.count > 1, isComplete, !groups.contains(where: { $0.key == key }) else { continue }
      let names = Set(files.map(\.name))
      result.removeAll { group in group.files.contains { names.contains($0.name) } }
      let ordered = files.sorted { ($0.placement?.rawValue ?? "", $0.name) < ($1.placement?.rawValue ?? "", $1.name) }
      result.append(Group(key: key, title: files[0].titleWithoutQuantity, files: ordered))
    }
    return result.sorted { $0.key < $1.key }
  }

  /// Leaves the magnetometers out of groups that hold accelerometer and gyroscope.
  private mutating func passOverOtherQuantities() {
    for k in groups.indices where groups[k].files.contains(where: { $0.quantity == .angularVelocity }) {
      for file in groups[k].files where file.quantity == .other {
        unused.append(
          UnusedInput(path: "\(path)/\(file.name)", reason: "magnetometers are not measured with", kind: .other))
      }
      groups[k].files.removeAll { $0.quantity == .other }
    }
  }

  private static func byKey(_ files: [RecordingFile], _ key: (RecordingFile) -> String) -> [Group] {
    Dictionary(grouping: files, by: key).map { key, files in
      let title = files[0].key == key ? files[0].title : key
      let ordered = files.sorted { ($0.placement?.rawValue ?? "", $0.name) < ($1.placement?.rawValue ?? "", $1.name) }
      return Group(key: key, title: title, files: ordered)
    }.sorted { $0.key < $1.key }
  }

  /// Puts the files of a folder together in which no name says a placement, as far as their content tells it.
  private mutating func joinUnplaced(_ declared: DeclaredColumns) {
    var joined = single
    if single.count > 1 {
      let exports = ExportedSensors(single.map { "\(path)/\($0.name)" }, declared: declared).oneRecording
      joined = single.filter { exports.contains("\(path)/\($0.name)") }
    } else if !hasDetails {
      joined = []
    }
    guard !joined.isEmpty else { return }
    groups = [Group(key: "", title: "", files: joined)]
    let names = Set(joined.map(\.name))
    single.removeAll { names.contains($0.name) }
  }

  /// The files without the copies that a browser or a person made of them.
  private mutating func withoutCopies(_ files: [RecordingFile]) -> [RecordingFile] {
    let names = Set(files.map { $0.name.lowercased() })
    return files.compactMap { file in
      let stem = RecordingPlace.stem(file.name)
      guard let original = RecordingFile.original(ofStem: stem) else { return file }
      let name = original + file.name.dropFirst(stem.count)
      // Without its original it is the file itself.
      guard let other = files.first(where: { $0.name.lowercased() == name.lowercased() }),
        names.contains(name.lowercased())
      else { return RecordingFile(file.name, readAs: name) }
      let isSame = Self.haveSameBytes("\(path)/\(file.name)", "\(path)/\(other.name)")
      unused.append(
        UnusedInput(
          path: "\(path)/\(file.name)",
          reason: isSame
            ? "it is a copy of \(other.name), byte for byte"
            : "its name is that of a copy of \(other.name), and its content differs; rename it if it is a recording",
          kind: isSame ? .notable : .likelyRecording))
      return nil
    }
  }

  private static func haveSameBytes(_ a: String, _ b: String) -> Bool {
    guard let first = try? InputBytes(path: a), let second = try? InputBytes(path: b),
      first.data.count == second.data.count
    else { return false }
    return (try? first.sha256()) == (try? second.sha256())
  }

  /// Whether a format claims the file, or would if it were whole.
  static func isKnown(_ path: String, _ declared: DeclaredColumns) -> Bool {
    do throws(IngestError) {
      return try OpenedFile(path: path).withContent { (content) throws(IngestError) in
        if declared.mapping(of: content) != nil { return true }
        return try KnownFormats.claim(content, file: path) != nil
      }
    } catch {
      // Text that is none, and damaged binary data.
      return !RecordingPlace.isText(path)
    }
  }

  private static func foreign(_ name: String, in folder: String) -> UnusedInput {
    let label = PlacementLabel(RecordingPlace.stem(name))
    let isOfSensor = RecordingPlace.isOfSensor(name)
    let reason =
      RecordingPlace.isSpreadsheet(name)
      ? "it is a spreadsheet; save the sheet as CSV"
      : isOfSensor
        ? "it is a file of a sensor's own format, which is not read; export it as CSV"
        : "no known format claims it"
    return UnusedInput(
      path: "\(folder)/\(name)", reason: reason,
      kind: isOfSensor || (label.placement != nil && RecordingPlace.mayBeData(name)) ? .likelyRecording : .other)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
