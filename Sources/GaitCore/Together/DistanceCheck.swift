import GaitModel

/// Compares the distance that was walked, as it was given, with the feet.
struct DistanceCheck {
  /// Share by which the two may differ: lengths of foot strides are within 3 % of the reference in the mean, and people
  /// who walk a measured path begin before it, turn, and go on behind it.
  private static let tolerance = 0.25
  /// Strides of the feet from which a distance is judged.
  private static let fewestStrides = 8

  /// What is doubtful, one warning or none. The lengths of a sensor on the trunk are checked where they are made.
  func doubts(about details: RecordingDetails, _ result: GaitResult) -> [GaitWarning] {
    guard let given = details.walkedDistance, result.sensors.contains(where: { $0.placement.foot != nil }),
      result.strides.count >= Self.fewestStrides, let measured = result.strides.walkedDistance,
      abs(measured / given - 1) > Self.tolerance
    else { return [] }
    return [.walk(.distanceContradicted(given: rounded(given), measured: rounded(measured)))]
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
