import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The recordings at the paths that a user gave, and what of them is not used.
public struct FoundRecordings: Sendable, Equatable {
  /// One recording.
  public struct Recording: Sendable, Equatable {
    /// A folder or a file; behind `#` the trial in a file, or what the files of a folder share.
    public var path: String
    /// What it is called, different for each.
    public var name: String

    public init(path: String, name: String) {
      self.path = path
      self.name = name
    }
  }

  public var recordings: [Recording]
  public var unused: [UnusedInput]

  public init(recordings: [Recording], unused: [UnusedInput] = []) {
    self.recordings = recordings
    self.unused = unused
  }

  /// Recordings that are named after their folders and files.
  public init(paths: [String]) {
    self.init(recordings: paths.map { Recording(path: $0, name: RecordingReader.name(ofRecordingAt: $0)) })
  }
}

/// Turns the paths that a user gives into recordings.
public struct RecordingFinder: Sendable {
  /// What the user says of the columns of text files.
  private let declared: DeclaredColumns
  /// Folders that are not looked into, such as the one that results are written to.
  private let excluded: Set<String>

  /// Folders below a path that are looked into: a data set of BIDS has three.
  private static let deepest = 6

  /// - Parameters:
  ///   - options: What the user says of files that do not say it themselves.
  ///   - excluded: Folders that are not looked into, such as the one that results are written to.
  public init(options: IngestOptions = IngestOptions(), excluding excluded: [String] = []) {
    declared = options.declared
    self.excluded = Set(excluded.map(Self.resolved))
  }

  /// The paths of the recordings at `paths`.
  public func recordings(at paths: [String]) -> [String] { find(at: paths).recordings.map(\.path) }

  /// The recordings at `paths`, in the order given and by name within a folder, and what is not used.
  ///
  /// A path is a recording if it is a file or a folder that holds a sensor's file. Other folders stand for the
  /// recordings in them, a MATLAB file for its trials, and a folder with the files of several people for one recording
  /// each. A path where there is none, and a folder that may not be read, are listed as they are: reading them tells
  /// what is wrong, and does not keep the others from being read.
  public func find(at paths: [String]) -> FoundRecordings {
    var found = FoundRecordings(recordings: [])
    for path in paths {
      let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      let place = RecordingPlace(trimmed)
      if place.part != nil {
        found.recordings.append(.init(path: trimmed, name: place.name))
      } else if !place.isFolder {
        found.recordings += trials(ofFileAt: trimmed).map { .init(path: $0, name: RecordingPlace($0).name) }
      } else {
        var seen: Set<String> = []
        let inside = contents(of: trimmed, below: [], &seen)
        found.recordings += inside.recordings
        found.unused += inside.unused
        if inside.recordings.isEmpty { found.recordings.append(.init(path: trimmed, name: place.name)) }
      }
    }
    Self.makeNamesDiffer(&found.recordings)
    return found
  }

  /// The recordings in a folder and below it.
  ///
  /// - Parameters:
  ///   - parents: The names of the folders between the one that was given and this one, with its own.
  ///   - seen: The folders that were looked into; links may lead back to them.
  private func contents(of folder: String, below parents: [String], _ seen: inout Set<String>) -> FoundRecordings {
    seen.insert(Self.resolved(folder))
    let content: FolderContent
    do throws(IngestError) {
      content = try FolderContent(folder, declared: declared)
    } catch {
      // Reading it tells what is wrong.
      return FoundRecordings(recordings: [.init(path: folder, name: Self.name(parents, RecordingPlace(folder).name))])
    }
    let isRecording = content.wholeFolder != nil || hasFolderInPlaceOfFile(content)
    var found = files(of: content, isRecording: isRecording, parents)
    for name in content.folders where parents.count < Self.deepest {
      let path = "\(folder)/\(name)"
      guard !seen.contains(Self.resolved(path)), !excluded.contains(Self.resolved(path)), !Self.holdsResults(path)
      else { continue }
      let inside = contents(of: path, below: parents + [name], &seen)
      if isRecording {
        found.unused += inside.recordings.map { Self.within($0.path) }
      } else if inside.recordings.isEmpty {
        found.unused += Self.lost(in: path, inside.unused)
      } else {
        found.recordings += inside.recordings
        found.unused += inside.unused
      }
    }
    found.recordings.sort { $0.path < $1.path }
    return found
  }

  /// The recordings of the files in a folder.
  private func files(of content: FolderContent, isRecording: Bool, _ parents: [String]) -> FoundRecordings {
    var found = FoundRecordings(recordings: [])
    if isRecording {
      let name = Self.name(parents.dropLast(), RecordingPlace(content.path).name)
      found.recordings.append(.init(path: content.path, name: name))
    }
    for group in content.groups where group.key != content.wholeFolder?.key {
      let isPair = group.files.count > 1 || content.hasDetails
      let path = isPair ? "\(content.path)#\(group.title)" : "\(content.path)/\(group.files[0].name)"
      found.recordings.append(.init(path: path, name: Self.name(parents, RecordingPlace(path).name)))
    }
    for file in content.single { add(file, in: content, isRecording: isRecording, parents, to: &found) }
    found.unused += content.unused.filter { !isRecording || $0.kind != .other }
    if content.hasDetails, !isRecording, content.groups.isEmpty, !found.recordings.isEmpty {
      found.unused.append(
        UnusedInput(
          path: "\(content.path)/\(DetailsFile.name)",
          reason: "several recordings lie beside it; put it into a folder with its own recording", kind: .notable))
    }
    return found
  }

  private static func within(_ path: String) -> UnusedInput {
    UnusedInput(
      path: path, reason: "it lies in the folder of another recording; give its path to read it", kind: .likelyRecording
    )
  }

  /// What is lost of a folder in which there is no recording.
  private static func lost(in folder: String, _ unused: [UnusedInput]) -> [UnusedInput] {
    let looks = unused.filter { $0.kind == .likelyRecording }
    guard looks.isEmpty else { return looks }
    let data = unused.first { RecordingPlace.mayBeData($0.path) && size(of: $0.path) >= smallestData }
    guard let data else {
      return [UnusedInput(path: folder, reason: "no file of a sensor is in it", kind: .other)]
    }
    return [UnusedInput(path: data.path, reason: data.reason, kind: .likelyRecording)]
  }

  /// Bytes of a file that may be a recording: a few seconds of one sensor.
  private static let smallestData = 20_000

  private static func size(of path: String) -> Int {
    (try? InputBytes(path: path))?.data.count ?? 0
  }

  /// Takes a file whose name says no placement for a recording of its own, or tells why not.
  private func add(
    _ file: RecordingFile, in content: FolderContent, isRecording: Bool, _ parents: [String],
    to found: inout FoundRecordings
  ) {
    let path = "\(content.path)/\(file.name)"
    let looks = FolderContent.isKnown(path, declared) || SampleTable.isLikely(path)
    if isRecording {
      guard looks, !RecordingPlace.isReference(file.name) else { return }
      let reason =
        file.label.otherPlace.map { "a sensor on the \($0) is not measured with" }
        ?? "its name does not give a placement, but the names beside it do"
      // The recording beside it is measured: nothing is lost but what the name keeps to itself, which is said.
      found.unused.append(UnusedInput(path: path, reason: reason, kind: .notable))
    } else if looks || (parents.isEmpty && !RecordingPlace.isCommon(file.name)) {
      found.recordings += trials(ofFileAt: path).map {
        .init(path: $0, name: Self.name(parents, RecordingPlace($0).name))
      }
    } else {
      let isOfSensor = RecordingPlace.isOfSensor(file.name)
      found.unused.append(
        UnusedInput(
          path: path,
          reason: isOfSensor
            ? "it cannot be read as the format of its name" : "it does not look like samples of a sensor",
          kind: isOfSensor ? .likelyRecording : .other))
    }
  }

  /// Whether a folder stands where a sensor's file should be.
  private func hasFolderInPlaceOfFile(_ content: FolderContent) -> Bool {
    content.folders.contains {
      RecordingPlace.mayHoldSamples($0) && Placement(rawValue: RecordingPlace.stem($0)) != nil
    }
  }

  /// The recordings in a file: the trials of a MATLAB file, else the file.
  private func trials(ofFileAt path: String) -> [String] {
    guard path.lowercased().hasSuffix(".mat"),
      let trials = try? OpenedFile(path: path).withContent({ (content) throws(IngestError) in
        MobiliseDFormat.trialNames(content)
      }), trials.count > 1
    else { return [path] }
    return trials.map { "\(path)#\($0)" }
  }

  /// Whether this program wrote the folder, or one recording's results in it.
  private static func holdsResults(_ folder: String) -> Bool {
    let manager = FileManager.default
    if manager.fileExists(atPath: "\(folder)/summary.json"), manager.fileExists(atPath: "\(folder)/strides.csv") {
      return true
    }
    guard let manifest = manager.contents(atPath: "\(folder)/manifest.csv") else { return false }
    return manifest.starts(with: Data("recording,status,".utf8))
  }

  /// A recording's name with those of the folders around it that it does not hold already.
  private static func name(_ parents: some Collection<String>, _ own: String) -> String {
    let words = Set(own.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" })
    let missing = parents.filter { !words.contains(Substring($0.lowercased())) }
    return (missing + [own]).joined(separator: "_")
  }

  /// Puts the names of folders before names that stand twice, until they differ or there are no more folders.
  private static func makeNamesDiffer(_ recordings: inout [FoundRecordings.Recording]) {
    for level in 1...deepest {
      let twice = Dictionary(grouping: recordings.indices) { recordings[$0].name }.values.filter { $0.count > 1 }
      guard !twice.isEmpty else { return }
      for index in twice.flatMap({ $0 }) {
        let place = RecordingPlace(recordings[index].path)
        let parts = resolved(place.path).split(separator: "/")
        let folders = place.isFolder && place.part != nil ? parts : parts.dropLast()
        guard let folder = folders.dropLast(level - 1).last else { continue }
        let name = recordings[index].name
        if !name.hasPrefix("\(folder)_") { recordings[index].name = "\(folder)_\(name)" }
      }
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
