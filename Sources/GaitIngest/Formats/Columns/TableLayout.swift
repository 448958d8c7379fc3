/// What tells tables of one kind from others: the names of their columns.
public struct TableLayout: Sendable, Hashable {
  /// The names of all columns in their order, each with its unit if that stands in a line of its own; empty if the
  /// table has no names.
  public let names: [String]
  /// The number of columns.
  public let width: Int

  /// The layout of tables with these names.
  public init(names: [String]) {
    self.names = names
    width = names.count
  }

  /// - Returns: `nil` if the text is not a table.
  init?(_ opening: TextOpening) {
    guard let outline = TableOutline(opening) else { return nil }
    self.init(outline)
  }

  init(_ outline: TableOutline) {
    names = outline.names
    width = outline.width
  }
}

/// What a user says of the columns of text files: a mapping for all of them, or one for each layout.
struct DeclaredColumns: Sendable, Equatable {
  /// The mapping of every text file.
  var all: ColumnMapping?
  /// The mappings of tables by their layouts.
  var byLayout: [TableLayout: ColumnMapping] = [:]

  var isEmpty: Bool { all == nil && byLayout.isEmpty }

  /// What is said of the columns of this file, if anything is.
  func mapping(of opening: TextOpening) -> ColumnMapping? {
    if let all { return all }
    guard !byLayout.isEmpty, let layout = TableLayout(opening) else { return nil }
    return byLayout[layout]
  }

  /// As the other function of this name; `nil` for files that are not text.
  func mapping(of content: borrowing FileContent) -> ColumnMapping? {
    switch content {
    case .text(let opening): mapping(of: opening)
    default: nil
    }
  }
}
