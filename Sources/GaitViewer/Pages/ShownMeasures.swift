import GaitHistory

/// The measures that tables of sessions and changes show.
enum ShownMeasures {
  static let all = ["speed_m_s", "stride_length_m", ToeFirstShare.id].compactMap(TrackedMeasure.named)
}
