import Foundation

@testable import GaitIngest

/// Files of telephones' apps, in exactly the layout that they write.
enum AppFixtures {
  /// phyphox: the accelerometer and the gyroscope, 3 ms apart, and the clock, in one of the five dialects.
  static func phyphox(_ motion: TrueMotion, delimiter: String, decimalMark: String) -> [String: String] {
    func number(_ value: Double) -> String {
      String(format: "%.9E", locale: Locale(identifier: "en_US_POSIX"), value).replacing(".", with: decimalMark)
    }
    func table(_ name: String, _ unit: String, _ values: (Int) -> [Double]) -> String {
      let names = ["Time (s)"] + ["x", "y", "z"].map { "\(name) \($0) (\(unit))" }
      return names.map { "\"\($0)\"" }.joined(separator: delimiter) + "\n"
        + motion.rows(delimiter: delimiter) { i in ([motion.time[i]] + values(i)).map(number) }
    }
    return [
      "Accelerometer.csv": table("Acceleration", "m/s^2") { motion.force($0) },
      "Gyroscope.csv": table("Gyroscope", "rad/s") { motion.turn($0) },
      "meta/device.csv": "\"property\"\(delimiter)\"value\"\n\"deviceModel\"\(delimiter)\"Pixel\"\n",
      "meta/time.csv":
        ["event", "experiment time", "system time", "system time text"].map { "\"\($0)\"" }
        .joined(separator: delimiter) + "\n"
        + [
          "\"START\"", number(0), fixed([1_700_000_000.25], 3)[0].replacing(".", with: decimalMark),
          "\"2023-11-14 22:13:20.250 UTC+00:00\"",
        ]
        .joined(separator: delimiter) + "\n",
    ]
  }

  /// Sensor Logger: one file per sensor with z, y, x; on iOS with the opposite sign, unless standardised.
  static func sensorLogger(
    _ motion: TrueMotion, platform: String, standardised: Bool = false, withMetadata: Bool = true
  ) -> [String: String] {
    let sign = platform == "ios" && !standardised ? -1.0 : 1
    func table(_ values: (Int) -> [Double]) -> String {
      "time,seconds_elapsed,z,y,x\n"
        + motion.rows { i in
          ["\(1_700_000_000_000_000_000 + Int((motion.time[i] * 1e9).rounded()))", fixed([motion.time[i] - 0.1])[0]]
            + fixed(values(i).reversed())
        }
    }
    func gravity(_ i: Int) -> [Double] { [0, 0, 9.80665 * sign] }
    func moving(_ i: Int) -> [Double] { zip(motion.force(i, times: sign), gravity(i)).map(-) }
    var files = [
      "Accelerometer.csv": table(moving), "Gravity.csv": table(gravity), "Gyroscope.csv": table { motion.turn($0) },
    ]
    if platform == "android" { files["TotalAcceleration.csv"] = table { motion.force($0) } }
    if withMetadata {
      files["Metadata.csv"] =
        "version,device name,recording epoch time,platform,appVersion,standardisation\n"
        + "3,phone,1700000000000,\(platform),1.30,\(standardised)\n"
    }
    return files
  }

  /// SensorLog on iOS: raw accelerometer, or the user's acceleration with gravity, with the sign of iOS.
  static func sensorLog(
    _ motion: TrueMotion, raw: Bool, delimiter: String = ",", decimalMark: String = "."
  ) -> String {
    let names =
      ["loggingTime(txt)", "loggingSample(N)"]
      + (raw
        ? ["accelerometerTimestamp_sinceReboot(s)"] + axes("accelerometerAcceleration", "(G)")
        : ["motionTimestamp_sinceReboot(s)"])
      + axes("motionUserAcceleration", "(G)") + axes("motionRotationRate", "(rad/s)") + axes("motionGravity", "(G)")
    return names.joined(separator: delimiter) + "\n"
      + motion.rows(delimiter: delimiter) { i in
        let force = motion.gravities(i).map { -$0 }
        let user = [force[0], force[1], force[2] + 1]
        let numbers = [5000.5 + motion.time[i]] + (raw ? force : []) + user + motion.turn(i) + [0, 0, -1]
        return ["2023-11-14 22:13:2\(fixed([motion.time[i]], 3)[0]) +0100", "\(i)"]
          + fixed(numbers).map { $0.replacing(".", with: decimalMark) }
      }
  }

  private static func axes(_ name: String, _ unit: String) -> [String] { ["X", "Y", "Z"].map { name + $0 + unit } }

  /// Physics Toolbox: g and rad/s in one table.
  static func physicsToolbox(
    _ motion: TrueMotion, delimiter: String = ",", decimalMark: String = ".", minus: String = "-",
    blankFirstLine: Bool = false
  ) -> String {
    (blankFirstLine ? "\n" : "") + ["time", "gFx", "gFy", "gFz", "wx", "wy", "wz"].joined(separator: delimiter) + "\n"
      + motion.rows(delimiter: delimiter) { i in
        fixed([motion.time[i]] + motion.gravities(i) + motion.turn(i))
          .map { $0.replacing(".", with: decimalMark).replacing("-", with: minus) }
      }
  }
}
