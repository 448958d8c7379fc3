import GaitModel

extension ClockWarning {
  /// Whether a drift was corrected.
  var hasDrift: Bool {
    guard case .alignedByMotion(_, _, let alignment) = self else { return false }
    return alignment.drift != 0
  }
}
