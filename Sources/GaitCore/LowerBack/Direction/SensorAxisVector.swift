import GaitModel
import GaitSignal

extension SensorAxis {
  /// The unit vector in the sensor's axes.
  package var vector: Vector3 {
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
