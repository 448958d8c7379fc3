/// A direction along one of a sensor's own axes, for instance the one in which the wearer looks.
///
/// The raw values are the spelling of `--front` and of `front` in `recording.json`.
public enum SensorAxis: String, CaseIterable, Sendable, Codable {
  case x
  case minusX = "-x"
  case y
  case minusY = "-y"
  case z
  case minusZ = "-z"
}
