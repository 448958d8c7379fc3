import GaitMeasures
import GaitModel

extension StrideQuantity {
  /// The column of tables for other programs.
  public var tableColumn: TableColumn<Stride> {
    TableColumn(field) { stride in
      switch cell(of: stride) {
      case .empty: .empty
      case .number(let value): .number(value)
      case .count(let count): .whole(count)
      case .word(let word): .text(word)
      case .truth(let truth): .truth(truth)
      }
    }
  }

  private var field: TableField {
    TableField(
      column, kind, unit: unit.text, about.asPlainText, possible: possible, words: words, isRequired: isRequired,
      since: since, method: mean?.method ?? "", source: mean?.source ?? "")
  }

  private var kind: TableField.Kind {
    switch content {
    case _ where isTruth: .truth
    case .kept(.count, _): .whole
    case .kept(.word, _), .kept(.name, _): .text
    default: .number(decimals: unit.fileDecimals)
    }
  }

  private var isRequired: Bool {
    switch content {
    case .kept(_, let isRequired): isRequired
    case .derived: isTruth || column == StrideQuantity.swing.column
    case .meanOnly: false
    }
  }
}

extension String {
  /// Without the marks of Markdown.
  fileprivate var asPlainText: String { replacing("`", with: "").replacing(" (see below)", with: "") }
}
