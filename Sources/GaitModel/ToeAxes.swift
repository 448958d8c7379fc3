/// The axis of the sensor on each foot that points to the toes, where the user knows it.
///
/// The spelling of `--toes` and of `toes` in `recording.json`: one axis for both feet, `x`, or `left=x,right=-x`.
public struct ToeAxes: Sendable, Equatable {
  public var left: SensorAxis?
  public var right: SensorAxis?

  public init(left: SensorAxis? = nil, right: SensorAxis? = nil) {
    self.left = left
    self.right = right
  }

  /// - Returns: `nil` if the text is neither an axis nor an axis for a foot or for each of them.
  public init?(_ text: String) {
    if let axis = SensorAxis(rawValue: text) {
      self.init(left: axis, right: axis)
      return
    }
    self.init()
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard words.count == 2, let axis = SensorAxis(rawValue: words[1]) else { return nil }
      switch Side(rawValue: words[0]) {
      case .left where left == nil: left = axis
      case .right where right == nil: right = axis
      default: return nil
      }
    }
  }

  /// The axis of one foot's sensor.
  public subscript(foot: Side) -> SensorAxis? {
    switch foot {
    case .left: left
    case .right: right
    }
  }

  /// As `--toes` takes it.
  public var text: String {
    if let left, left == right { return left.rawValue }
    return [(Side.left, left), (.right, right)].compactMap { side, axis in
      axis.map { "\(side.rawValue)=\($0.rawValue)" }
    }.joined(separator: ",")
  }
}
