import GaitModel
import NumberText

/// `reference_strides.csv`: true strides, each with a window of time that holds exactly one swing of its foot.
public struct ReferenceTable: Sendable {
  public static let columns = [
    "foot", "window_start_s", "window_end_s", "final_contact_s", "initial_contact_s", "stride_length_m", "direction",
    "contact_type",
  ]
  /// Time in seconds that the window reaches beyond the swing.
  private static let margin = 0.15

  /// The table of `strides` as text.
  public static func text(of strides: [Stride]) -> String {
    var text = columns.joined(separator: ",") + "\n"
    for stride in strides {
      text += [
        stride.foot.rawValue, CSVText.number(stride.finalContact - margin, decimals: 4),
        CSVText.number(stride.end + margin, decimals: 4), CSVText.number(stride.finalContact, decimals: 4),
        CSVText.number(stride.end, decimals: 4), CSVText.number(stride.length, decimals: 4),
        stride.direction?.rawValue ?? "", stride.contact?.rawValue ?? "",
      ].joined(separator: ",")
      text += "\n"
    }
    return text
  }
}
