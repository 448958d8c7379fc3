/// What says in which units the signals of a file are.
public enum UnitEvidence: Sendable, Hashable {
  /// The format has these units, by its definition.
  case definition(acceleration: String, angularVelocity: String)
  /// A toolbox has these units in all its tables, by convention.
  case convention(acceleration: String, angularVelocity: String, toolbox: String)
  /// The user declared these units of the columns.
  case declared(acceleration: String, angularVelocity: String)
  /// The names of the columns.
  case columnNames
  /// The line below the names of the columns.
  case lineBelowNames
  /// The words of this column, which name what a row holds.
  case words(column: String)
  /// The attribute `units` of each dataset.
  case attribute
  /// Another file of the recording.
  case file(String)
  /// The format counts acceleration with the opposite sign, which is turned.
  case invertedSign

  /// Name in files.
  public var code: String {
    switch self {
    case .definition: "definition"
    case .convention: "convention"
    case .declared: "declared"
    case .columnNames: "column_names"
    case .lineBelowNames: "line_below_names"
    case .words: "words"
    case .attribute: "attribute"
    case .file: "file"
    case .invertedSign: "inverted_sign"
    }
  }
}

// Files have the code alone.
extension UnitEvidence: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
