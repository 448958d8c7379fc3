import Foundation
import GRDB

/// Text as people search for it: without regard to case, accents and the two ways in which Unicode writes them.
///
/// SQLite itself compares only the 26 letters of ASCII in any case.
enum FoldedText {
  static func folded(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.lowercased()
      : text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        .uppercased().lowercased()
  }

  /// `folded(text)` in SQL.
  static let function = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(folded)
  }
}
