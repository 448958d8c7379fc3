import GaitModel

/// An archive in which an app exported the sensors of a telephone, one text file each, or a spreadsheet and its sheets.
struct ExportArchive {
  /// A file of the archive that a text format claims, or whose columns are declared.
  struct Member {
    var name: String
    var content: [UInt8]
    var format: any TextFormat.Type
    var formatName: String
    var reason: String
    /// What the user says of its columns.
    var mapping: ColumnMapping?
  }

  private let archive: ZIPArchive
  private let file: String
  private let declared: DeclaredColumns
  /// Whether it is a spreadsheet.
  let isSpreadsheet: Bool
  let members: [Member]
  /// Why a table in it, which tells of sensors, is not read; `nil` if there is none.
  let refusal: IngestError?
  /// Tables in it that are read when somebody says what their columns hold.
  let undeclaredTables: [TablePreview]
  /// Whether a table in it tells of acceleration or rate of turn, read or not.
  let holdsSensorTable: Bool

  /// Files of an archive that are looked into at most.
  private static let mostFiles = 100
  private static let endings = [".csv", ".tsv", ".txt"]
  /// What macOS adds to archives.
  private static let ignoredFolder = "__MACOSX/"

  /// - Parameter declared: What the user says of the columns of the tables in it.
  /// - Throws: `IngestError` if the archive is damaged.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, limit: ExpansionLimit = ExpansionLimit(),
    declared: DeclaredColumns = DeclaredColumns()
  ) throws(IngestError) {
    self.file = file
    self.declared = declared
    archive = try ZIPArchive(bytes, file: file, limit: limit)
    let sheets = try Spreadsheet(archive, file: file)?.sheets()
    isSpreadsheet = sheets != nil
    var members: [Member] = []
    var refusal: IngestError?
    var undeclared: [TablePreview] = []
    let texts: [(String, [UInt8])]
    if let sheets { texts = sheets.map { ($0.name, $0.text) } } else { texts = try Self.texts(archive) }
    for (name, content) in texts {
      guard TextOpening.isText(content) else { continue }
      let opened = Self.opened(name, content, in: archive, file)
      do throws(IngestError) {
        if let member = try Self.member(opened, name, content, declared) {
          members.append(member)
          continue
        }
      } catch {
        if declared.isEmpty { throw error }
        refusal = refusal ?? error
      }
      refusal = refusal ?? Self.tableRefusal(opened)
      if let preview = Self.preview(opened) { undeclared.append(preview) }
    }
    self.members = members
    undeclaredTables = undeclared
    holdsSensorTable = !members.isEmpty || refusal != nil
    self.refusal = refusal ?? (isSpreadsheet ? Self.emptySpreadsheet(file) : nil)
  }

  /// The text files in the archive.
  private static func texts(_ archive: ZIPArchive) throws(IngestError) -> [(String, [UInt8])] {
    let candidates = archive.entries.filter { entry in
      endings.contains(where: entry.name.lowercased().hasSuffix) && !entry.name.hasPrefix(ignoredFolder)
    }
    var texts: [(String, [UInt8])] = []
    for entry in candidates.prefix(mostFiles) { texts.append((entry.name, try archive.content(of: entry))) }
    return texts
  }

  private static func member(
    _ opened: OpenedFile, _ name: String, _ content: [UInt8], _ declared: DeclaredColumns
  ) throws(IngestError) -> Member? {
    let mapping = try opened.withContent { (content) throws(IngestError) in declared.mapping(of: content) }
    if let mapping {
      // A file that has not the columns, such as one of the telephone's details, is not a table of samples.
      _ = try opened.withContent { (content) throws(IngestError) in
        switch content {
        case .text(let opening): try MappedTable(mapping: mapping, opening: opening).layouts().count
        default: 0
        }
      }
      return Member(
        name: name, content: content, format: DescribedTableFormat.self, formatName: ColumnMapping.name,
        reason: "the columns are declared", mapping: mapping)
    }
    let claim = try opened.withContent { (content) throws(IngestError) in
      try KnownFormats.claim(content, file: opened.path)
    }
    guard let claim else { return nil }
    // Plain tables are read here as any table is whose names tell all.
    let isPlain = claim.format == PlainCSVFormat.self
    let known: (any TextFormat.Type)? = isPlain ? DescribedTableFormat.self : claim.format as? any TextFormat.Type
    guard let format = known else { return nil }
    return Member(
      name: name, content: content, format: format, formatName: claim.claim.name, reason: claim.claim.reason)
  }

  /// What keeps a table from being read whose names tell of acceleration or rate of turn; `nil` for other files.
  private static func tableRefusal(_ opened: OpenedFile) -> IngestError? {
    let found = try? opened.withContent { (content) throws(IngestError) -> IngestError? in
      switch content {
      case .text(let opening):
        guard let table = DescribedTable(opening), !table.groups.sensors.isEmpty else { return nil }
        return UnknownTable(opening: opening).refusal()
      default: return nil
      }
    }
    return found ?? nil
  }

  private static func preview(_ opened: OpenedFile) -> TablePreview? {
    let found = try? opened.withContent { (content) throws(IngestError) -> TablePreview? in
      switch content {
      case .text(let opening):
        let reason = UnknownTable(opening: opening).refusal()
        return reason.isMendedByMapping ? TablePreview(opening, reason: reason) : nil
      default: return nil
      }
    }
    return found ?? nil
  }

  /// The tables in it that are read.
  func tables(reason: IngestError) -> [TablePreview] {
    members.compactMap { member in
      let found = try? opened(member).withContent { (content) throws(IngestError) -> TablePreview? in
        switch content {
        case .text(let opening): TablePreview(opening, reason: reason)
        default: nil
        }
      }
      return (found ?? nil)?.declared(as: member.mapping)
    }
  }

  private static func emptySpreadsheet(_ file: String) -> IngestError {
    IngestError(
      .unusable, file: file, found: "a spreadsheet without a sheet of acceleration and rate of turn",
      expected: "a sheet with a line of names such as time_s, acc_x_m_s2 and gyr_x_deg_s above the samples",
      advice: "name the columns in the sheet, describe them with --map, or save the sheet as CSV")
  }

  /// The names of some of its files, for a message.
  var excerpt: String { archive.entries.prefix(6).map { $0.name.prefix(60) }.joined(separator: ", ") }

  /// How the units are known.
  func units() throws(IngestError) -> [UnitEvidence] {
    var units: [UnitEvidence] = []
    for member in members {
      if let mapping = member.mapping {
        units.append(mapping.unitEvidence)
      } else {
        units += try opened(member).withContent { (content) throws(IngestError) in try member.format.units(content) }
      }
    }
    return units.uniqued()
  }

  /// What the files of the archive hold, with the placement that each file's name gives.
  func signals() throws(IngestError) -> [(signals: SensorSignals, placement: Placement?)] {
    var result: [(signals: SensorSignals, placement: Placement?)] = []
    for member in members {
      let stem = RecordingPlace.stem(member.name.split(separator: "/").last.map(String.init) ?? member.name)
      for part in try parts(member) { result.append((part, PlacementLabel.placement(in: stem))) }
    }
    return result
  }

  private func parts(_ member: Member) throws(IngestError) -> [SensorSignals] {
    let file = opened(member)
    let mapping = member.mapping
    return try file.table { (opening) throws(IngestError) in
      let layouts: [TextLayout]
      if let mapping {
        layouts = try MappedTable(mapping: mapping, opening: opening).layouts()
        if mapping.takesAllRows { return layouts }
      } else {
        layouts = try member.format.layouts(opening)
      }
      return try RowLabels(opening: opening, pages: nil).separated(layouts)
    }
  }

  private func opened(_ member: Member) -> OpenedFile {
    Self.opened(member.name, member.content, in: archive, file)
  }

  /// A file of the archive, which finds others beside it.
  private static func opened(
    _ name: String, _ content: [UInt8], in archive: ZIPArchive, _ file: String
  ) -> OpenedFile {
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    return OpenedFile(content, path: "\(file)/\(name)") { other in
      guard let entry = archive.entries.first(where: { $0.name == folder + other }),
        let content = try? archive.content(of: entry)
      else { return nil }
      return String(decoding: content, as: UTF8.self)
    }
  }
}

/// A ZIP archive that an app exported.
enum AppArchiveFormat: RecordingFormat {
  static let name = "ZIP archive of an app"
  static let versionSeen = "phyphox, Sensor Logger"
  static let lost = "what the tables in it lose; other files"

  static func claim(_ content: borrowing FileContent) throws(IngestError) -> FormatClaim? {
    switch content {
    case .archive(let archive): claim(archive)
    default: nil
    }
  }

  private static func claim(_ archive: ExportArchive) -> FormatClaim? {
    guard let first = archive.members.first else { return nil }
    return FormatClaim(
      name: archive.members.map(\.formatName).uniqued().joined(separator: ", ")
        + (archive.isSpreadsheet ? " in a spreadsheet" : " in ZIP"),
      reason:
        "\(archive.isSpreadsheet ? "a spreadsheet with the sheet" : "a ZIP archive with") \(first.name): \(first.reason)"
    )
  }

  static func units(_ content: borrowing FileContent) throws(IngestError) -> [UnitEvidence] {
    switch content {
    case .archive(let archive): try archive.units()
    default: []
    }
  }

  static func signals(of file: OpenedFile, _ request: SensorRequest) throws(IngestError) -> FileSignals {
    try file.withContent { (content) throws(IngestError) in
      switch content {
      case .archive(let archive): .named(try archive.signals())
      default: .named([])
      }
    }
  }
}
