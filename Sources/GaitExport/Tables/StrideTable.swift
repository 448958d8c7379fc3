import GaitMeasures
import GaitModel

/// `strides.csv`: one row per swing of a foot, sorted by its end.
public struct StrideTable: Sendable {
  /// The columns, of which later versions may add to the end.
  public static let columns = [
    "recording", "subject", "session", "bout", "foot", "stride", "start_s", "final_contact_s", "end_s", "direction",
    "direction_confidence", "length_m", "duration_s", "stance_s", "swing_s", "speed_m_s", "cadence_steps_min",
    "contact_type", "contact_confidence", "foot_pitch_contact_deg", "foot_pitch_off_deg", "clearance_m",
    "lateral_excursion_m", "elevation_m", "turn_deg", "contact_peak_m_s2", "valid", "reject_reason",
    "double_support_s", "step_length_m", "step_width_m",
    "length_low_m", "length_high_m", "steady",
  ]
  /// Later additions that a table which is read may lack.
  private static let additions: Set = ["steady"]

  private static let degrees = 180 / Double.pi

  /// The table of `strides` as text.
  ///
  /// Times and lengths have four decimals, angles two, probabilities three; an empty cell was not measurable.
  public static func text(of strides: [Stride], recording: String, details: RecordingDetails) -> String {
    let prefix = [recording, details.subject, details.session].map { CSVText.cell($0) }.joined(separator: ",")
    var text = columns.joined(separator: ",") + "\n"
    for (stride, isSteady) in zip(strides, SteadyWalking().isSteady(strides)) {
      text += prefix
      for cell in cells(of: stride, isSteady: isSteady) {
        text += ","
        text += cell
      }
      text += "\n"
    }
    return text
  }

  private static func cells(of s: Stride, isSteady: Bool) -> [String] {
    let long = { (value: Double?) in CSVText.number(value, decimals: 4) }
    let angle = { (value: Double?) in CSVText.number(value.map { $0 * degrees }, decimals: 2) }
    let share = { (value: Double?) in CSVText.number(value, decimals: 3) }
    return [
      s.bout.map(String.init) ?? "", s.foot.rawValue, String(s.number), long(s.start), long(s.finalContact),
      long(s.end), s.direction?.rawValue ?? "", share(s.directionConfidence), long(s.length), long(s.duration),
      long(s.stance), long(s.swing), long(s.speed), CSVText.number(s.cadence, decimals: 2),
      s.contact?.rawValue ?? "", share(s.contactConfidence), angle(s.footPitchAtContact),
      angle(s.footPitchAtRelease), long(s.clearance), long(s.lateralExcursion), long(s.elevation), angle(s.turn),
      CSVText.number(s.contactPeak, decimals: 2), s.isValid ? "true" : "false", s.rejectReason?.rawValue ?? "",
      long(s.doubleSupport), long(s.stepLength), long(s.stepWidth),
      long(s.lengthInterval?.lowerBound), long(s.lengthInterval?.upperBound),
      isSteady ? "true" : "false",
    ]
  }

  /// The strides of a table that `text(of:recording:details:)` wrote.
  ///
  /// - Throws: `TableError` where a column or a value that must be there is not.
  public static func strides(from text: String, file: String) throws(TableError) -> [Stride] {
    let table = try ReadTable(text, file: file, columns: columns.filter { !additions.contains($0) })
    var strides: [Stride] = []
    for row in table.rows.indices {
      let side = try table.required("foot", row) { Side(rawValue: $0) }
      var stride = Stride(
        foot: side, number: try table.required("stride", row) { Int($0) },
        finalContact: try table.required("final_contact_s", row) { Double($0) },
        end: try table.required("end_s", row) { Double($0) })
      let number = { (column: String) throws(TableError) in try table.optional(column, row) { Double($0) } }
      let angle = { (column: String) throws(TableError) in try number(column).map { $0 / degrees } }
      stride.bout = try table.optional("bout", row) { Int($0) }
      stride.start = try number("start_s")
      stride.direction = try table.optional("direction", row) { Direction(rawValue: $0) }
      stride.directionConfidence = try number("direction_confidence")
      stride.length = try number("length_m")
      stride.contact = try table.optional("contact_type", row) { FirstContact(rawValue: $0) }
      stride.contactConfidence = try number("contact_confidence")
      stride.footPitchAtContact = try angle("foot_pitch_contact_deg")
      stride.footPitchAtRelease = try angle("foot_pitch_off_deg")
      stride.clearance = try number("clearance_m")
      stride.lateralExcursion = try number("lateral_excursion_m")
      stride.elevation = try number("elevation_m")
      stride.turn = try angle("turn_deg")
      stride.contactPeak = try number("contact_peak_m_s2")
      stride.rejectReason = try table.optional("reject_reason", row) { RejectReason(rawValue: $0) }
      stride.doubleSupport = try number("double_support_s")
      stride.stepLength = try number("step_length_m")
      stride.stepWidth = try number("step_width_m")
      if let low = try number("length_low_m"), let high = try number("length_high_m"), low <= high {
        stride.lengthInterval = low...high
      }
      strides.append(stride)
    }
    return strides
  }
}
