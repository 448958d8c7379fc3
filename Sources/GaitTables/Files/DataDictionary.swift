import GaitExport
import GaitMeasures
import NumberText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What every column of a set of tables is: `dictionary.csv` and `dictionary.json`.
public struct DataDictionary: Sendable {
  public static let columns = [
    "table", "name", "type", "unit", "definition", "minimum", "maximum", "values", "missing", "since", "method",
    "source",
  ]
  /// Stands in `dictionary.json`, by which the file is known again.
  public static let mark = "retrogait-dictionary"

  /// One column of one table, or one value of the column `measure`.
  struct Entry: Sendable, Encodable {
    var table: String
    var name: String
    var type: String
    var unit: String?
    var definition: String
    var minimum: Double?
    var maximum: Double?
    var values: [String]?
    var missing: String?
    var since: String
    var method: String?
    var source: String?
  }

  let entries: [Entry]

  init(_ tables: [LevelTable], format: TableFormat) {
    var entries = tables.flatMap { table in
      table.fields.map { Entry($0, table: table.level.table, format) }
    }
    if tables.contains(where: { $0.level == .measure }) {
      entries += MeasureRow.definitions.map { Entry($0, table: "measures.measure", format) }
    }
    self.entries = entries
  }

  /// The dictionary as CSV; several values are parted by bars.
  func csv() -> [UInt8] {
    var text = Self.columns.joined(separator: ",") + "\n"
    for entry in entries {
      let words = [
        entry.table, entry.name, entry.type, entry.unit ?? "", entry.definition, entry.minimum.map(Self.number) ?? "",
        entry.maximum.map(Self.number) ?? "", (entry.values ?? []).joined(separator: "|"), entry.missing ?? "",
        entry.since, entry.method ?? "", entry.source ?? "",
      ]
      // Minima are written by this program and may be negative, so they are not text.
      let cells = words.enumerated().map { k, word in (5...6).contains(k) ? word : CSVText.cell(word) }
      text += cells.joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  private static func number(_ value: Double) -> String {
    TableField("", .number(decimals: nil), "").csv(.number(value))
  }

  /// The dictionary as JSON.
  ///
  /// - Throws: `EncodingError`, which no table should cause.
  func json(program: ProgramVersion) throws -> [UInt8] {
    struct Document: Encodable {
      let columns: [Entry]
      let kind = DataDictionary.mark
      let program: ProgramVersion
    }
    return try PrettyJSON.bytes(of: Document(columns: entries, program: program))
  }
}

extension DataDictionary.Entry {
  fileprivate init(_ field: TableField, table: String, _ format: TableFormat) {
    self.init(
      table: table, name: field.name, type: field.kind.frictionless, unit: field.unit.isEmpty ? nil : field.unit,
      definition: field.definition, minimum: field.minimum, maximum: field.maximum,
      values: field.words.isEmpty ? nil : field.words, missing: field.missing(in: format),
      since: FirstVersion.since(field, of: table),
      method: field.method.isEmpty ? nil : field.method, source: field.source.isEmpty ? nil : field.source)
  }
}

extension TableField {
  /// Least value, where there is one.
  var minimum: Double? { possible.flatMap { $0.lowerBound.isFinite ? $0.lowerBound : nil } }
  /// Greatest value, where there is one.
  var maximum: Double? { possible.flatMap { $0.upperBound.isFinite ? $0.upperBound : nil } }
}

extension TableField.Kind {
  /// Type of a field after Frictionless' Table Schema.
  var frictionless: String {
    switch self {
    case .text: "string"
    case .day: "date"
    case .whole: "integer"
    case .number: "number"
    case .truth: "boolean"
    }
  }
}

/// JSON for people and programs, the same bytes for the same value.
enum PrettyJSON {
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
  }
}
