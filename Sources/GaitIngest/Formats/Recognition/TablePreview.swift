import GaitModel

/// A table that is not read until somebody says what its columns hold: its first rows, and what they seem to be.
public struct TablePreview: Sendable, Equatable {
  /// The file, and behind a slash the file or sheet in it.
  public var file: String
  public var layout: TableLayout
  /// The first rows, as they stand in the file.
  public var rows: [[String]]
  /// A mapping that may be right, to be checked.
  public var proposal: String?
  /// What of the proposal was guessed, a phrase each.
  public var guesses: [String]
  /// Where the sensor was worn, if the name of the file says it.
  public var placement: Placement?
  /// Whether the name of the file says which of acceleration and rate of turn it holds.
  public var isNamedAfterQuantity: Bool
  /// Whether a user said what its columns hold, so that the proposal is that.
  public var isDeclared = false
  /// Why the table is not read, or not read as it is.
  public var reason: String

  /// Rows that are shown.
  static let shownRows = 5
  /// Fewest numbers in a row of a table with acceleration and rate of turn.
  private static let fewestNumbers = 6
  /// Lines with numbers that tell a table of samples from one of results.
  private static let fewestRows = 20

  /// - Returns: `nil` if the text does not look like samples of a sensor.
  init?(_ opening: TextOpening, reason: IngestError) {
    guard OtherFileFormat(text: opening) == nil, let outline = TableOutline(opening) else { return nil }
    let all = (outline.firstRow..<opening.lines.count).map {
      opening.cells(ofLine: $0, delimiter: outline.delimiter)
    }
    let wide = all.count { row in row.count { TableHeader.isNumber($0) } >= Self.fewestNumbers }
    guard wide >= Self.fewestRows || SampleTable.isLikely(opening) else { return nil }
    file = opening.file
    layout = TableLayout(outline)
    rows = Array(all.prefix(Self.shownRows))
    let proposed = DescribedTable(opening).flatMap { MapProposal($0) }
    proposal = proposed?.text
    guesses = proposed?.guesses ?? []
    let name = opening.file.split(separator: "/").last.map(String.init) ?? opening.file
    placement = RecordingFileName.placement(in: name)
    isNamedAfterQuantity = ColumnName.quantity(ofFile: opening.file) != nil
    self.reason = reason.description
  }
}

extension RecordingReader {
  /// The tables in the file at `path` that are not read until somebody says what their columns hold; empty if the file is
  /// read as it is, or cannot be read by a mapping either.
  ///
  /// - Throws: `IngestError` if the file cannot be opened, is damaged, or gives more numbers than its size allows.
  public func undeclaredTables(inFileAt path: String) throws(IngestError) -> [TablePreview] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard !RecordingFileName.holdsNoSamples(name) else { return [] }
    let file = try OpenedFile(path: path, options: options)
    let declared = options.declared
    return try file.withContent { (content) throws(IngestError) in
      do throws(IngestError) {
        _ = try FileRecognition(content, file: path, declared: declared)
        return []
      } catch {
        // Without a gyroscope, for one, no mapping helps.
        switch content {
        case .text(let opening) where error.isMendedByMapping:
          return TablePreview(opening, reason: error).map { [$0] } ?? []
        case .archive(let archive): return archive.undeclaredTables
        default: return []
        }
      }
    }
  }

  /// All tables in the file at `path`, whether it is known how they are read or not.
  ///
  /// - Parameter reason: What is wrong with them.
  /// - Throws: `IngestError` if the file cannot be opened, is damaged, or gives more numbers than its size allows.
  public func tables(inFileAt path: String, reason: IngestError) throws(IngestError) -> [TablePreview] {
    let file = try OpenedFile(path: path, options: options)
    let declared = options.declared
    return try file.withContent { (content) throws(IngestError) in
      switch content {
      case .text(let opening):
        return TablePreview(opening, reason: reason).map { [$0.declared(as: declared.mapping(of: opening))] } ?? []
      case .archive(let archive): return archive.tables(reason: reason)
      default: return []
      }
    }
  }
}

extension TablePreview {
  /// The preview with what a user said for its proposal.
  func declared(as mapping: ColumnMapping?) -> TablePreview {
    guard let mapping else { return self }
    var preview = self
    (preview.proposal, preview.guesses, preview.isDeclared) = (mapping.text, [], true)
    return preview
  }
}
