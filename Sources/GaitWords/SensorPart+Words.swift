import GaitModel

extension StuckSignal.Part {
  /// What is stuck: `the gyroscope's x axis`.
  public var words: String {
    switch self {
    case .all: "all channels"
    case .accelerometer: "the accelerometer"
    case .gyroscope: "the gyroscope"
    case .accelerometerAxis(let axis): "the accelerometer's \(axis.rawValue) axis"
    case .gyroscopeAxis(let axis): "the gyroscope's \(axis.rawValue) axis"
    }
  }
}
