import GaitModel
import NumberText

/// Writes a sensor's stream as plain CSV, in m/s² and °/s.
///
/// Times have five decimals (10 µs), accelerations four (a tenth of the resolution of a 16-bit sensor at ±16 g is
/// 0.0005 m/s²), angular velocities three (0.06 °/s is a 16-bit sensor's at ±2000 °/s). Missing samples are empty.
public struct PlainCSVWriter: Sendable {
  /// The first line of the file.
  public static let header = "time_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s"

  public init() {}

  /// The bytes of the file for `stream`.
  public func bytes(of stream: SensorStream) -> [UInt8] {
    let degrees = 180 / Double.pi
    var text = Self.header + "\n"
    text.reserveCapacity(stream.count * 64)
    for i in 0..<stream.count {
      text += decimal(stream.time[i], 5)
      for value in [stream.acceleration.x[i], stream.acceleration.y[i], stream.acceleration.z[i]] {
        text += "," + decimal(value, 4)
      }
      for value in [stream.angularVelocity.x[i], stream.angularVelocity.y[i], stream.angularVelocity.z[i]] {
        text += "," + decimal(value * degrees, 3)
      }
      text += "\n"
    }
    return Array(text.utf8)
  }

  private func decimal(_ value: Double, _ decimals: Int) -> String {
    DecimalText.fixed(value, decimals: decimals) ?? ""
  }
}
