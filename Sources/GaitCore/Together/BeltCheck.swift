import GaitModel

/// Compares the speed of a treadmill's belt, as it was given, with the feet.
///
/// The path of a foot between two contacts is measured against the ground it stands on, which is the belt, so that its
/// speed is the belt's.
struct BeltCheck {
  /// Share by which the two may differ: the mean speed of foot strides is within 10 % in the reference recordings, and a
  /// belt that starts and stops takes as much again.
  private static let tolerance = 0.25
  /// Strides of which the median is used.
  private static let fewestStrides = 8

  /// What is doubtful, one warning or none.
  func doubts(about details: RecordingDetails, _ result: GaitResult) -> [GaitWarning] {
    guard let belt = details.beltSpeed, belt > 0, hasFoot(result) else { return [] }
    let speeds = result.strides.filter { $0.isValid && $0.sureDirection != nil }.compactMap(\.speed).sorted()
    guard speeds.count >= Self.fewestStrides else { return [] }
    let median = speeds[speeds.count / 2]
    guard abs(median / belt - 1) > Self.tolerance else { return [] }
    return [.walk(.beltSpeedContradicted(given: rounded(belt), measured: rounded(median)))]
  }

  /// Lengths of a sensor on the lower back are taken from the belt.
  private func hasFoot(_ result: GaitResult) -> Bool { result.sensors.contains { $0.placement.foot != nil } }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
