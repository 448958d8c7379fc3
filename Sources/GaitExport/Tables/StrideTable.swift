import GaitMeasures
import GaitModel
import NumberText

/// `strides.csv`: one row per swing of a foot, sorted by its end.
public struct StrideTable: Sendable {
  /// The columns, of which later versions may add to the end.
  public static let columns = ["recording", "subject", "session"] + StrideQuantity.columns.map(\.column)

  /// The table of a recording as text, with the decimals of each quantity's unit; an empty cell was not measurable.
  public static func text(of recording: AnalyzedRecording) -> String {
    let summary = recording.summary
    return text(of: recording.strides, recording: summary.recording, subject: summary.subject, session: summary.session)
  }

  /// The table of `strides`, which are marked as steady or not, as text.
  public static func text(
    of strides: [Stride], recording: String, subject: String? = nil, session: String? = nil
  ) -> String {
    let prefix = [recording, subject, session].map { CSVText.cell($0) }.joined(separator: ",")
    var text = columns.joined(separator: ",") + "\n"
    for stride in strides {
      text += prefix
      for quantity in StrideQuantity.columns {
        text += ","
        text += quantity.text(stride)
      }
      text += "\n"
    }
    return text
  }

  /// The strides of a table that `text` wrote, in this version or another.
  ///
  /// - Throws: `TableError` where a column or a value that must be there is not.
  public static func strides(from text: String, file: String) throws(TableError) -> [Stride] {
    let table = try ReadTable(text, file: file, columns: columns, isGrowing: true)
    let quantities = StrideQuantity.columns.filter { table.has($0.column) }
    var strides: [Stride] = []
    for row in table.rows.indices {
      var stride = Stride(foot: .left, number: 0, finalContact: 0, end: 0)
      for quantity in quantities {
        let cell = table.cell(quantity.column, row)
        guard quantity.put(cell, into: &stride) else {
          throw TableError(file: file, line: row + 2, column: quantity.column, found: cell)
        }
      }
      strides.append(stride)
    }
    return table.has(StrideQuantity.leftOut.column) ? strides : SteadyWalking().marked(strides)
  }
}
