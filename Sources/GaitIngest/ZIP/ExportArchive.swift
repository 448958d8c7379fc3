import GaitModel

/// An archive in which an app exported the sensors of a telephone, one text file each.
struct ExportArchive {
  /// A file of the archive that a text format claims.
  struct Member {
    var entry: ZIPArchive.Entry
    var format: any TextFormat.Type
    var reason: String
    var units: [String]
  }

  private let archive: ZIPArchive
  private let file: String
  let members: [Member]

  /// Files of an archive that are looked into at most.
  private static let mostFiles = 100
  private static let endings = [".csv", ".tsv", ".txt"]
  /// What macOS adds to archives.
  private static let ignoredFolder = "__MACOSX/"

  /// - Throws: `IngestError` if the archive is damaged, or holds no file of a known format.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, limit: ExpansionLimit = ExpansionLimit()
  ) throws(IngestError) {
    self.file = file
    archive = try ZIPArchive(bytes, file: file, limit: limit)
    var members: [Member] = []
    let candidates = archive.entries.filter { entry in
      Self.endings.contains(where: entry.name.lowercased().hasSuffix) && !entry.name.hasPrefix(Self.ignoredFolder)
    }
    for entry in candidates.prefix(Self.mostFiles) {
      let content = try archive.content(of: entry)
      let member = try Self.member(entry, content, archive, file)
      if let member { members.append(member) }
    }
    guard !members.isEmpty else {
      let names = archive.entries.prefix(6).map { $0.name.prefix(60) }.joined(separator: ", ")
      throw IngestError(
        .unusable, file: file, found: "an archive without a file of a known app (\(names))",
        expected: "an export of phyphox, Sensor Logger or another app that is known",
        advice: "unpack it into a folder, and give the folder or a file in it")
    }
    self.members = members
  }

  /// What the files of the archive hold, with the placement that each file's name gives.
  func signals() throws(IngestError) -> [(signals: SensorSignals, placement: Placement?)] {
    var result: [(signals: SensorSignals, placement: Placement?)] = []
    for member in members {
      let content = try archive.content(of: member.entry)
      let name = member.entry.name
      let parts: Result<[SensorSignals], IngestError> = content.withUnsafeBufferPointer { buffer in
        do throws(IngestError) {
          return .success(
            try SensorFileReader.parts(
              buffer, file: "\(file)/\(name)", sibling: Self.sibling(of: member.entry, in: archive),
              member.format.layouts))
        } catch {
          return .failure(error)
        }
      }
      let stem = RecordingPlace.stem(name.split(separator: "/").last.map(String.init) ?? name)
      for part in try parts.get() { result.append((part, PlacementLabel.placement(in: stem))) }
    }
    return result
  }

  /// What claims the file, or `nil` if no format does.
  private static func member(
    _ entry: ZIPArchive.Entry, _ content: [UInt8], _ archive: ZIPArchive, _ file: String
  ) throws(IngestError) -> Member? {
    let result: Result<Member?, IngestError> = content.withUnsafeBufferPointer { buffer in
      let opening = TextOpening(buffer, file: "\(file)/\(entry.name)", sibling: sibling(of: entry, in: archive))
      do throws(IngestError) {
        guard let opening, let claim = try TextFormats.recognized(opening) else { return .success(nil) }
        let units = try claim.format.layouts(opening).flatMap(\.units)
        return .success(Member(entry: entry, format: claim.format, reason: claim.reason, units: units))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Reads files beside `entry`.
  private static func sibling(of entry: ZIPArchive.Entry, in archive: ZIPArchive) -> (String) -> String? {
    let folder = entry.name.lastIndex(of: "/").map { String(entry.name[...$0]) } ?? ""
    return { name in
      guard let other = archive.entries.first(where: { $0.name == folder + name }),
        let content = try? archive.content(of: other)
      else { return nil }
      return String(decoding: content, as: UTF8.self)
    }
  }
}
