import GaitExport

/// The columns that version 0.1.0 had, by which later ones are told from them.
///
/// It wrote `strides.csv` and `bouts.csv`, and the views of its store, among them what is the table of measures now. A table
/// that it did not have is absent: all columns of such a table are new.
enum FirstVersion {
  static let number = "0.1.0"

  /// The version in which a column of a table was first written.
  ///
  /// - Parameter table: The table's name, or `measures.measure` for the values of that column.
  static func since(_ field: TableField, of table: String) -> String {
    if columns[table]?.contains(field.name) == true { return number }
    return field.since == number ? TableField.sinceExport : field.since
  }

  static let columns: [String: Set<String>] = [
    "strides": strides, "bouts": bouts, "sessions": sessions, "measures": measures,
    "measures.measure": measured,
  ]

  /// Those of `strides.csv`, and the day, which the view had.
  private static let strides: Set<String> = [
    "recording", "subject", "session", "day", "bout", "foot", "stride", "start_s", "final_contact_s", "end_s",
    "direction", "direction_confidence", "length_m", "duration_s", "stance_s", "swing_s", "speed_m_s",
    "cadence_steps_min", "contact_type", "contact_confidence", "foot_pitch_contact_deg", "foot_pitch_off_deg",
    "clearance_m", "lateral_excursion_m", "elevation_m", "turn_deg", "contact_peak_m_s2", "valid", "reject_reason",
    "double_support_s", "step_length_m", "step_width_m", "length_low_m", "length_high_m", "steady",
  ]

  private static let bouts = Set(
    [
      "recording", "bout", "start_s", "end_s", "direction", "strides", "distance_m", "speed_m_s", "cadence_steps_min",
      "trunk_steps", "trunk_vertical_displacement_m",
    ] + ["ap", "ml", "v"].map { "trunk_rms_\($0)_m_s2" }
      + ["trunk_harmonic_ratio", "trunk_step_regularity", "trunk_stride_regularity"].flatMap { name in
        ["ap", "ml", "v"].map { "\(name)_\($0)" }
      })

  private static let sessions: Set<String> = [
    "subject", "session", "day", "started_at", "direction", "surface", "incline_percent", "sensors", "aid", "pain",
    "diagnosis_group", "affected_side", "recordings", "strides", "duration_s", "distance_m", "comment",
  ]

  /// Those of the view `trends`.
  private static let measures: Set<String> = [
    "subject", "session", "day", "direction", "measure", "surface", "incline_percent", "sensors", "aid", "n", "mean",
    "standard_error",
  ]

  /// The measures that a store kept.
  private static let measured: Set<String> = [
    "speed_m_s", "stride_length_m", "toe_first_percent", "cadence_steps_min", "duration_s", "stance_share_percent",
    "swing_s", "double_support_s", "foot_pitch_contact_deg", "foot_pitch_off_deg", "clearance_m", "contact_peak_m_s2",
  ]
}
