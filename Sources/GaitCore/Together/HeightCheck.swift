import GaitModel

/// Compares the length of strides with the height of the person, as it was given.
struct HeightCheck {
  /// Longest stride as a share of the height. Race walkers, who take the longest strides of all walkers, take steps of
  /// about two thirds of their height; some room is left for a shoe's sole and a rounded height.
  private static let longestShare = 1.4
  /// Strides of which the median is used.
  private static let fewestStrides = 8

  /// What is doubtful, one warning or none.
  func doubts(about details: RecordingDetails, _ result: GaitResult) -> [GaitWarning] {
    guard let height = details.height, height > 0 else { return [] }
    // Backward and sideward strides are shorter.
    let lengths = result.strides.filter { $0.isValid && $0.sureDirection == .forward }.compactMap(\.length).sorted()
    guard lengths.count >= Self.fewestStrides else { return [] }
    let median = lengths[lengths.count / 2]
    guard median > Self.longestShare * height else { return [] }
    return [.walk(.heightContradicted(height: rounded(height), stride: rounded(median)))]
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
