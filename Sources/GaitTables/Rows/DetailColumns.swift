import GaitExport
import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The columns of what else `recording.json` and `participants.tsv` say, such as age: `details_age`.
///
/// Their own beginning keeps them apart from the columns of this version and of later ones.
enum DetailColumns {
  static let beginning = "details_"

  /// One column for each key that any of `walks` has, sorted by name. It holds numbers or truths where all values are of that
  /// kind, else text.
  static func columns(of walks: [TableWalk]) -> [TableColumn<TableWalk>] {
    var values: [String: [JSONValue]] = [:]
    for (key, value) in walks.flatMap({ $0.summary.details ?? [:] }) where value != .null {
      values[key, default: []].append(value)
    }
    return values.sorted { $0.key < $1.key }.map { key, values in
      let kind = kind(of: values)
      let definition = "'\(key)' of recording.json or participants.tsv, as given"
      return TableColumn(TableField(beginning + key, kind, definition)) { walk in
        (walk.summary.details?[key]).map { cell(of: $0, kind) } ?? .empty
      }
    }
  }

  private static func kind(of values: [JSONValue]) -> TableField.Kind {
    if values.allSatisfy({ if case .number = $0 { true } else { false } }) { return .number(decimals: nil) }
    if values.allSatisfy({ if case .bool = $0 { true } else { false } }) { return .truth }
    return .text
  }

  private static func cell(of value: JSONValue, _ kind: TableField.Kind) -> TableCell {
    switch (value, kind) {
    case (.number(let number), .number): .number(number)
    case (.bool(let truth), .truth): .truth(truth)
    case (.string(let text), _): TableCell(text)
    case (.null, _): .empty
    default: TableCell(value.compactText)
    }
  }
}

extension JSONValue {
  /// As JSON in one line, keys sorted.
  var compactText: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Only a number that is not finite could not be encoded, and JSON has none.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
