import GaitModel

@testable import GaitIngest

/// A sensor that stands still for two seconds and is then shaken, as text.
enum SampleText {
  static let header = "time_s,acc_x_m_s2,acc_y_m_s2,acc_z_m_s2,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s"

  /// Rows of seven numbers in s, m/s² and °/s at 100 Hz.
  static let rows: [[Double]] = (0..<300).map { i in
    let shake = i < 200 ? 0.0 : Double(i % 7 - 3)
    return [Double(i) / 100, shake, -0.25, 9.75 + shake / 2, 10 * shake, 0.5, -20 * shake]
  }

  static func csv(_ rows: [[Double]] = rows, header: String = header) -> String {
    ([header] + rows.map { $0.map { "\($0)" }.joined(separator: ",") }).joined(separator: "\n") + "\n"
  }

  static func streams(
    _ text: String, placement: Placement? = .leftFoot, wanted: Set<Placement>? = nil
  ) throws(IngestError) -> [SensorStream] {
    try streams(bytes: Array(text.utf8), placement: placement, wanted: wanted)
  }

  static func streams(
    bytes: [UInt8], placement: Placement? = .leftFoot, wanted: Set<Placement>? = nil
  ) throws(IngestError) -> [SensorStream] {
    let result: Result<[SensorStream], IngestError> = bytes.withUnsafeBufferPointer { buffer in
      do throws(IngestError) {
        let streams = try PlainCSVFormat.streams(
          in: buffer, file: "left_foot.csv", filePlacement: placement, wanted: wanted)
        for stream in streams { try PhysicsCheck(SignalEvidence(stream)).check() }
        return .success(streams)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
