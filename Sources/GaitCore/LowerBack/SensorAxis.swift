import GaitSignal

/// A direction along one of a sensor's own axes, for instance the one in which the wearer looks.
public enum SensorAxis: String, CaseIterable, Sendable, Codable {
  case x
  case minusX = "-x"
  case y
  case minusY = "-y"
  case z
  case minusZ = "-z"

  /// The unit vector in the sensor's axes.
  public var vector: Vector3 {
    switch self {
    case .x: Vector3(1, 0, 0)
    case .minusX: Vector3(-1, 0, 0)
    case .y: Vector3(0, 1, 0)
    case .minusY: Vector3(0, -1, 0)
    case .z: Vector3(0, 0, 1)
    case .minusZ: Vector3(0, 0, -1)
    }
  }
}
